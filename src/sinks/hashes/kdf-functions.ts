import type { TSESTree } from "@typescript-eslint/utils";
import { moduleMember } from "../../ast/modules.js";
import { argumentAt, dottedPath, propertyValue, referenceName, rootOf, unwrap, type Node } from "../../ast/nodes.js";
import { isGlobal, type SourceCode } from "../../ast/scope.js";
import { constantInitializer, staticString } from "../../ast/static-value.js";
import type { SourceFile } from "../../source-file.js";

/** A function of a module that hashes passwords slowly: `crypto` and `pbkdf2Sync`, `bcrypt` and `hash`. */
export interface Kdf {
  module: string;
  name: string;
}

/** What a call is, by what the file imports, what it makes a promise of, or the name that a file without its import uses. */
export function kdfOf(sourceCode: SourceCode, callee: Node): Kdf | undefined {
  const member = moduleMember(sourceCode, callee);
  if (member) return { module: member.module, name: member.path.at(-1) ?? "" };
  return promised(sourceCode, callee) ?? unbound(sourceCode, callee);
}

/** `const pbkdf2 = promisify(crypto.pbkdf2)`, `promisify(crypto.pbkdf2)(…)`. */
function promised(sourceCode: SourceCode, callee: Node): Kdf | undefined {
  const inner = unwrap(callee);
  const made = inner.type === "Identifier" ? constantInitializer(sourceCode, inner) : inner;
  if (made?.type !== "CallExpression" || referenceName(made.callee) !== "promisify" || !made.arguments[0]) return undefined;
  const member = moduleMember(sourceCode, made.arguments[0]);
  return member && { module: member.module, name: member.path.at(-1) ?? "" };
}

/** A plain snippet without its import; a script that another one loads the library for. */
function unbound(sourceCode: SourceCode, callee: Node): Kdf | undefined {
  const path = dottedPath(callee);
  if (!path || !isGlobal(sourceCode, rootOf(callee))) return undefined;
  const [root, name] = path as [string, string | undefined];
  if (path.length === 1) return /^(?:pbkdf2|scrypt)(?:Sync)?$/.test(root) ? { module: "crypto", name: root } : undefined;
  return path.length === 2 && /^(?:argon2|bcrypt|bcryptjs|crypto)$/.test(root) ? { module: root, name: name! } : undefined;
}

export interface Pbkdf2Parts {
  password: Node | undefined;
  iterations: Node | undefined;
  /** `sha256`; what the function takes when nothing is said. */
  digest: string;
}

/** The parts of a PBKDF2 call: of `node:crypto`, `CryptoJS.PBKDF2(password, salt, { iterations })`, `subtle.deriveBits({ name: "PBKDF2", iterations }, key)`. */
export function pbkdf2Parts(file: SourceFile, call: TSESTree.CallExpression): Pbkdf2Parts | undefined {
  const { sourceCode } = file;
  const name = referenceName(call.callee);
  if (name !== undefined && /^derive(?:Bits|Key)$/.test(name)) return webParts(file, call);
  const kdf = kdfOf(sourceCode, call.callee);
  if (kdf && /^(?:crypto|pbkdf2|crypto-browserify)$/.test(kdf.module) && /^pbkdf2(?:Sync)?$/.test(kdf.name))
    return { password: argumentAt(call, 0), iterations: argumentAt(call, 2), digest: digestName(file, argumentAt(call, 4)) ?? "sha1" };
  const isCryptoJs = name === "PBKDF2" && (/^crypto-js/.test(kdf?.module ?? "") || dottedPath(call.callee)?.[0] === "CryptoJS");
  const options = isCryptoJs || kdf?.module === "crypto-js/pbkdf2" ? constantObject(file, argumentAt(call, 2)) : undefined;
  // CryptoJS took SHA-1 before 4.2, SHA-256 since.
  return (
    options && {
      password: argumentAt(call, 0),
      iterations: propertyValue(options, "iterations"),
      digest: hasherName(propertyValue(options, "hasher")) ?? "sha256",
    }
  );
}

function webParts(file: SourceFile, call: TSESTree.CallExpression): Pbkdf2Parts | undefined {
  const algorithm = constantObject(file, argumentAt(call, 0));
  const named = algorithm && propertyValue(algorithm, "name");
  if (!algorithm || !named || staticString(file.sourceCode, named) !== "PBKDF2") return undefined;
  return {
    password: importedPassword(file, argumentAt(call, 1)),
    iterations: propertyValue(algorithm, "iterations"),
    digest: digestName(file, propertyValue(algorithm, "hash")) ?? "sha256",
  };
}

/** `password` of `key = await subtle.importKey("raw", encoder.encode(password), "PBKDF2", …)`. */
function importedPassword(file: SourceFile, key: Node | undefined): Node | undefined {
  let made = key && unwrap(key);
  if (made?.type === "Identifier") {
    const held = constantInitializer(file.sourceCode, made);
    made = held && unwrap(held);
  }
  if (made?.type === "AwaitExpression") made = unwrap(made.argument);
  return made?.type === "CallExpression" && referenceName(made.callee) === "importKey" ? argumentAt(made, 1) : undefined;
}

function constantObject(file: SourceFile, node: Node | undefined): Node | undefined {
  const inner = node && unwrap(node);
  const value = inner?.type === "Identifier" ? constantInitializer(file.sourceCode, inner) : inner;
  const object = value && unwrap(value);
  return object?.type === "ObjectExpression" ? object : undefined;
}

/** `sha256` of `"SHA-256"` and of `{ name: "SHA-256" }`. */
function digestName(file: SourceFile, node: Node | undefined): string | undefined {
  const named = node?.type === "ObjectExpression" ? propertyValue(node, "name") : node;
  return named && staticString(file.sourceCode, named)?.toLowerCase().replace(/[-_]/g, "");
}

/** `sha512` of `CryptoJS.algo.SHA512`. */
const hasherName = (node: Node | undefined): string | undefined => (node ? referenceName(node)?.toLowerCase() : undefined);

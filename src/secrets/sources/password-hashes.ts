import type { TSESTree } from "@typescript-eslint/utils";
import { awaitedBy, enclosingFunctions, referenceName, rootOf, unwrap, type Node } from "../../ast/nodes.js";
import { originsOf, type Origin } from "../../ast/origins.js";
import { staticString } from "../../ast/static-value.js";
import { append } from "../../multimap.js";
import { perFile, type SourceFile } from "../../source-file.js";
import { digestOrigin } from "./digest-chains.js";
import { displayName, evidenceOf, KIND_NAMES } from "../evidence.js";

// What a password was hashed to: whoever reads it can guess the password without asking anybody.

/**
 * `hash` of `const hash = await bcrypt.hash(password, 10)`, `md5(password)` and `bcrypt.hash(password, salt, (error, hash) => …)`, and what the file
 * checks passwords against: `user.digest` of `bcrypt.compare(password, user.digest)`. A clause for a message.
 */
export const hashOfPassword = (file: SourceFile, node: Node): string | undefined =>
  (node.type === "Identifier"
    ? originsOf(file.sourceCode, node)
        .map((origin) => hashedPassword(file, node, origin))
        .find(Boolean)
    : undefined) ?? (isCheckedHash(file, node) ? `${displayName(node)} is what a password is checked against` : undefined);

/** `user.digest` of `bcrypt.compare(password, user.digest)`, wherever it stands in that function. */
export function isCheckedHash(file: SourceFile, node: Node): boolean {
  const places = checkedHashes(file).get(file.sourceCode.getText(node as never));
  const fn = places && enclosingFunctions(node).at(-1);
  return fn !== undefined && places!.some((at) => fn.range[0] < at && at < fn.range[1]);
}

/** `bcrypt.compare(password, hash)`, `argon2.verify(hash, password)`. */
const CHECKED =
  /\bbcrypt(?:js)?\.compare(?:Sync)?\(\s{0,20}[\w$.?!]{1,60},\s{0,20}([\w$.?!]{1,60})[\s,)]|\bargon2\.verify\(\s{0,20}([\w$.?!]{1,60}),/gi;

/** The hashes that the file checks passwords against, as they are written, and where. */
const checkedHashes = perFile(({ sourceCode: { text } }) => {
  const found = new Map<string, number[]>();
  if (/bcrypt|argon2/i.test(text))
    for (const { index, 1: bcrypt, 2: argon } of text.matchAll(CHECKED)) append(found, (bcrypt ?? argon)!, index);
  return found;
});

function hashedPassword(file: SourceFile, node: Node, { node: origin, path, parameter, whole }: Origin): string | undefined {
  if (path.length > 0 || !whole) return undefined;
  const call = parameter ? givingCall(parameter.of, parameter.index) : origin;
  return call?.type === "CallExpression" && isPasswordHash(file, call)
    ? `${displayName(node)} is ${KIND_NAMES.passwordHash} (line ${call.loc.start.line})`
    : undefined;
}

const KDF = /^(?:argon2|bcrypt(?:js)?)$/i;
const HASHES = /^(?:hex_?)?(?:md5|sha_?(?:1|224|256|384|512))$|^(?:encrypt|hash)_?(?:pass(?:wd|word)?|pwd)(?:sync)?$/i;

/** `bcrypt.hashSync(password, 10)`, `md5(password)`, `hasher.hash(password)`: a call that gives the hash of a password. */
export function isPasswordHash(file: SourceFile, call: TSESTree.CallExpression): boolean {
  const { callee } = call;
  const given = chainInput(file, call) ?? call.arguments[0];
  // A script that prints the hash of its own constant was written to print it.
  if (!given || given.type === "SpreadElement" || staticString(file.sourceCode, given) !== undefined) return false;
  const name = referenceName(callee) ?? "";
  // `this.hash.get(password)`; the `get` of a map has no owner of its own
  const owner = callee.type === "MemberExpression" && callee.object.type === "MemberExpression" ? (referenceName(callee.object) ?? "") : "";
  const hashes =
    given !== call.arguments[0] ||
    HASHES.test(name) ||
    (/^hash(?:Sync)?$/.test(name) && KDF.test(referenceName(rootOf(callee)) ?? "")) ||
    (/^(?:create|generate|get|hash|make)$/.test(name) && /^hash(?:er|ing)?$/i.test(owner));
  return hashes && evidenceOf(file, given)?.kind === "password" && !readsArguments(file);
}

const MAX_CHAIN = 6;

/** `password` of `createHash("md5").update(password).digest("hex")`. */
function chainInput({ sourceCode }: SourceFile, call: TSESTree.CallExpression): Node | undefined {
  if (!/^(?:digest|hex|toString)$/.test(referenceName(call.callee) ?? "") || digestOrigin(sourceCode, call) !== "hash") return undefined;
  let current: Node = call;
  for (let hops = 0; hops < MAX_CHAIN && current.type === "CallExpression"; hops++) {
    const callee = unwrap(current.callee);
    if (callee.type !== "MemberExpression") return undefined;
    if (referenceName(callee) === "update") return current.arguments[0] as Node | undefined;
    current = unwrap(callee.object);
  }
  return undefined;
}

/** A tool of the command line, which may print what it was asked to hash. */
const readsArguments = perFile(({ sourceCode: { text } }) =>
  /\bargv\b|\breadline\b|\binquirer\b|\bprompts?\(|\bprocess\.stdin\b/.test(text),
);

function givingCall(callback: Node, index: number): Node | undefined {
  const { parent: call } = callback;
  if (call?.type !== "CallExpression") return undefined;
  const promise = awaitedBy(callback);
  if (promise) return index === 0 && call.arguments[0] === callback ? promise : undefined;
  return index === 1 && call.arguments.at(-1) === callback ? call : undefined;
}

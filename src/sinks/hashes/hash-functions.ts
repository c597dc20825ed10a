import type { TSESTree } from "@typescript-eslint/utils";
import { moduleMember } from "../../ast/modules.js";
import { argumentAt, dottedPath, propertyValue, referenceName, rootOf, type Node } from "../../ast/nodes.js";
import { isGlobal, variableOf } from "../../ast/scope.js";
import { staticString } from "../../ast/static-value.js";
import type { SourceFile } from "../../source-file.js";
import { digestChain } from "./hash-chains.js";

/** A place where data go into a fast hash function. */
export interface HashSink {
  /** As a reader knows it: `MD5`, `SHA-256`, `HMAC-SHA-512`; "a fast hash" when the file does not say. */
  algorithm: string;
  /** The call that names the function: `md5(x)`, `createHash("md5")`. */
  call: TSESTree.CallExpression | TSESTree.NewExpression;
  /** What is hashed, in order. Empty when a chain is never fed in this file. */
  data: Node[];
  /** The key of an HMAC. */
  key: Node | undefined;
  /** The expression that is the digest; undefined when the file never takes it. */
  result: Node | undefined;
  /** What `result` is: text that can be stored as it is, or something else. */
  resultType: "string" | "other";
  /** True when `result` holds the whole computation, so that it can be replaced in one piece. */
  inOnePiece: boolean;
}

interface HashFunction {
  /** `data`: the digest of an argument. `chain`: the start of `.update(x).digest()`. */
  form: "data" | "chain";
  /** Fixed name, or the position of the argument that names it. */
  algorithm: string | number;
  /** Position of what is hashed. */
  data?: number;
  key?: number;
  /** True when the call gives a string. */
  text?: boolean;
}

const chain = (algorithm: string | number, key?: number): HashFunction => ({
  form: "chain",
  algorithm,
  ...(key === undefined ? {} : { key }),
});
const text = (algorithm: string | number, data = 0, key?: number): HashFunction => ({
  form: "data",
  algorithm,
  data,
  text: true,
  ...(key === undefined ? {} : { key }),
});
const other = (algorithm: string | number, data = 0, key?: number): HashFunction => ({ ...text(algorithm, data, key), text: false });

/** What an algorithm is called that the file does not name. */
const UNKNOWN = "a fast hash";
/** Stands for "the last part of the path that names an algorithm". */
const BY_NAME = "";

/**
 * Fast hash functions by `module:export`, sorted by module. Sources: the packages' own documentation.
 * Functions whose own name tells the algorithm (`md5`, `sha256`) are also known without an entry: see `namedHashOf`.
 */
const FUNCTIONS: readonly (readonly [RegExp, HashFunction])[] = [
  [/^@noble\/hashes\/[\w.]+:(?:md5|sha\w+|keccak\w*|blake\w+|ripemd160)$/, other(BY_NAME)],
  [/^@noble\/hashes\/[\w.]+:(?:md5|sha\w+|keccak\w*|blake\w+|ripemd160)\.create$/, chain(BY_NAME)],
  [/^@noble\/hashes\/hmac(?:\.js)?:hmac$/, other(0, 2, 1)],
  [/^blueimp-md5:(?:md5)?$/, text("MD5", 0, 1)],
  [/^Bun:CryptoHasher$/, chain(0)],
  [/^Bun:CryptoHasher\.hash$/, text(0, 1)],
  [/^Bun:(?:MD4|MD5|SHA\w+)\.hash$/, text(BY_NAME)],
  [/^Bun:(?:MD4|MD5|SHA\w+)$/, chain(BY_NAME)],
  [/^[^:]+:(?:\w+\.){0,3}subtle\.digest$/, other(0, 1)],
  [/^create-hash(?:\/browser)?:$/, chain(0)],
  [/^create-hmac(?:\/browser)?:$/, chain(0, 1)],
  [/^crypto:(?:createHash|Hash)$/, chain(0)],
  [/^crypto:createHmac$/, chain(0, 1)],
  [/^crypto:hash$/, text(0, 1)],
  [/^crypto-browserify:createHash$/, chain(0)],
  [/^crypto-browserify:createHmac$/, chain(0, 1)],
  [/^crypto-hash:sha\d+$/, other(BY_NAME)],
  [/^crypto-js:(?:MD5|SHA\d+|RIPEMD160)$/, other(BY_NAME)],
  [/^crypto-js:Hmac(?:MD5|SHA\d+|RIPEMD160)$/, other(BY_NAME, 0, 1)],
  [/^crypto-js:algo\.(?:MD5|SHA\d+|RIPEMD160)\.create$/, chain(BY_NAME)],
  [/^crypto-js\/(?:md5|sha\d+|ripemd160)(?:\.js)?:$/, other(BY_NAME)],
  [/^crypto-js\/hmac-(?:md5|sha\d+|ripemd160)(?:\.js)?:$/, other(BY_NAME, 0, 1)],
  [/^expo-crypto:digestStringAsync$/, text(0, 1)],
  [/^fast-sha256:(?:hash)?$/, other("SHA-256")],
  [/^hash-wasm:(?:md[45]|sha\d+|blake\w+|ripemd160)$/, other(BY_NAME)],
  [/^hash\.js(?:\/lib\/hash)?:(?:md5|sha\d+|ripemd160)$/, chain(BY_NAME)],
  [/^hash\.js(?:\/lib\/hash)?:hmac$/, chain(0, 1)],
  [/^hasha:(?:hasha|hashSync)?$/, text("a fast hash")],
  [/^js-(?:md5|sha1|sha256|sha512|sha3):(?:\w+\.)*(?:hex|base64)?$/, text(BY_NAME)],
  [/^js-(?:md5|sha1|sha256|sha512|sha3):(?:md5|sha\w+|keccak\w*)(?:\.hex|\.base64)?$/, text(BY_NAME)],
  [/^js-(?:md5|sha1|sha256|sha512|sha3):(?:\w+\.)*hmac(?:\.hex)?$/, text(BY_NAME, 1, 0)],
  [/^js-(?:md5|sha1|sha256|sha512|sha3):(?:\w+\.)*create$/, chain(BY_NAME)],
  [/^jssha(?:\/.*)?:$/, chain(0)],
  [/^md5(?:-hex|-es|-nodejs)?:(?:md5)?$/, text("MD5")],
  [/^md5\.js:$/, chain("MD5")],
  [/^node-forge(?:\/\S+)?:md\.(?:md5|sha\d+)\.create$/, chain(BY_NAME)],
  [/^object-hash:(?:sha1|MD5|keysMD5)?$/, text("SHA-1")],
  [/^pure-md5:md5$/, text("MD5")],
  [/^react-native-quick-crypto:createHash$/, chain(0)],
  [/^react-native-quick-crypto:createHmac$/, chain(0, 1)],
  [/^sha\.js(?:\/sha\d+)?:(?:sha\d*)?$/, chain(0)],
  [/^sha(?:1|256|512):(?:x2)?$/, text(BY_NAME)],
  [/^sjcl:hash\.(?:sha1|sha256|sha512)\.hash$/, other(BY_NAME)],
  [/^spark-md5:hash$/, text("MD5")],
  [/^ts-md5(?:\/\S+)?:Md5\.(?:hashStr|hashAsciiStr)$/, text("MD5")],
  [/^ts-md5(?:\/\S+)?:Md5$/, chain("MD5")],
  [/^utility:(?:md5|sha1|sha256|sha512)$/, text(BY_NAME)],
];

const known = new Map<string, HashFunction | undefined>();

/** Files call the same few functions again and again. */
function hashFunction(id: string): HashFunction | undefined {
  if (!known.has(id)) known.set(id, FUNCTIONS.find(([pattern]) => pattern.test(id))?.[1]);
  return known.get(id);
}

/** The fast hash that a call or `new` starts, by what the file imports or by a global of a known library. */
export function hashSinkOf(file: SourceFile, call: TSESTree.CallExpression | TSESTree.NewExpression): HashSink | undefined {
  const id = functionId(file, call.callee);
  const found = id === undefined ? undefined : hashFunction(id);
  return found && sinkOf(file, call, found, id!);
}

/** `module:export` of what is called; globals of libraries and runtimes are written as their module. */
function functionId(file: SourceFile, callee: Node): string | undefined {
  const member = moduleMember(file.sourceCode, callee);
  if (member) return `${member.module}:${member.path.join(".")}`;
  const path = dottedPath(callee);
  if (!path) return undefined;
  const names = ["window", "self", "globalThis", "global"].includes(path[0]!) ? path.slice(1) : path;
  const [root, ...rest] = names;
  if (root === undefined || !isOutside(file, rootOf(callee))) return handedOver(path);
  switch (root) {
    case "Bun":
      return `Bun:${rest.join(".")}`;
    case "CryptoJS":
      return `crypto-js:${rest.join(".")}`;
    case "SparkMD5":
      return `spark-md5:${rest.join(".")}`;
    case "crypto":
    case "webcrypto":
    case "msCrypto":
      return `crypto:${rest.join(".")}`;
    case "createHash":
    case "createHmac":
      // A plain snippet without its import.
      return rest.length === 0 ? `crypto:${root}` : undefined;
    default:
      return undefined;
  }
}

/** A global, also one that the file declares: `declare const Bun: any`. */
const isOutside = ({ sourceCode }: SourceFile, root: Node): boolean =>
  isGlobal(sourceCode, root) ||
  (root.type === "Identifier" &&
    (variableOf(sourceCode, root)?.defs ?? []).some(({ parent }) => parent?.type === "VariableDeclaration" && parent.declare));

/** Objects that are called after the fast hash that their methods compute: `md5.createHash(text)` of angular-md5. */
export const HASH_OBJECT = /^_?(?:md5|sha(?:1|256|512))$/i;

/** `deps.crypto.createHash`, `this.crypto.subtle.digest`: no other library has methods of these names. */
function handedOver(path: readonly string[]): string | undefined {
  if (path.at(-2) === "subtle" && path.at(-1) === "digest") return "crypto:subtle.digest";
  return path.length > 1 && /^createH(?:ash|mac)$/.test(path.at(-1)!) && !HASH_OBJECT.test(path.at(-2)!)
    ? `crypto:${path.at(-1)}`
    : undefined;
}

function sinkOf(
  file: SourceFile,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  known: HashFunction,
  id: string,
): HashSink | undefined {
  const key = known.key === undefined ? undefined : argumentAt(call, known.key);
  const algorithm = shownWithKey(algorithmName(file, call, known, id), key);
  if (isSlow(algorithm)) return undefined;
  if (known.form === "chain") return { algorithm, call, key, ...digestChain(file.sourceCode, call) };
  const data = argumentAt(call, known.data ?? 0);
  if (!data) return undefined;
  const result = known.text ? call : stringForm(file, call);
  return { algorithm, call, key, data: [data], result: result ?? call, resultType: result ? "string" : "other", inOnePiece: true };
}

const shownWithKey = (algorithm: string, key: Node | undefined): string =>
  key === undefined ? algorithm : algorithm === UNKNOWN ? "an HMAC" : `HMAC-${algorithm}`;

/** Functions that write bytes as text, of @noble/hashes, ethers, viem, @oslojs/encoding and the like. */
export const WRITES_BYTES =
  /^(?:buf2hex|buf(?:fer)?ToHex|bytesToHex|encode(?:Base64(?:url)?|Hex)(?:LowerCase|UpperCase)?|hexlify|toHex|u8aToHex|uint8ArrayToHex)$/;

/** `SHA256(x).toString()`, `bytesToHex(sha256(x))`: the text form of a digest. */
export function stringForm(file: SourceFile, call: Node): Node | undefined {
  const member = call.parent;
  if (
    member?.type === "MemberExpression" &&
    member.object === call &&
    /^(?:toString|toHex|hex|digestHex)$/.test(referenceName(member) ?? "")
  ) {
    if (member.parent?.type === "CallExpression" && member.parent.callee === member) return member.parent;
  }
  if (
    member?.type === "CallExpression" &&
    member.arguments[0] === call &&
    (isGlobal(file.sourceCode, member.callee, "String") || WRITES_BYTES.test(referenceName(member.callee) ?? ""))
  )
    return member;
  return undefined;
}

const ALGORITHMS = /md[2456]|sha[-_]?\d{1,3}|ripemd[-_]?160|rmd160|blake\w{1,12}|keccak\w{0,12}/gi;

/** The algorithm that a name mentions last: `sha1` of `crypto-js/sha1`. */
const lastAlgorithm = (name: string): string | undefined => name.match(ALGORITHMS)?.at(-1);

function algorithmName(file: SourceFile, call: TSESTree.CallExpression | TSESTree.NewExpression, known: HashFunction, id: string): string {
  if (known.algorithm === BY_NAME) return shownAlgorithm(lastAlgorithm(id));
  if (typeof known.algorithm === "string") return known.algorithm;
  const argument = argumentAt(call, known.algorithm);
  if (!argument) return shownAlgorithm(lastAlgorithm(id));
  // { name: "SHA-256" } of Web Crypto
  const written = propertyValue(argument, "name") ?? argument;
  const named = staticString(file.sourceCode, written) ?? referenceName(written) ?? "";
  return shownAlgorithm(lastAlgorithm(named));
}

/** `sha256` → `SHA-256`, `MD5` → `MD5`. */
export function shownAlgorithm(name: string | undefined): string {
  if (!name) return UNKNOWN;
  const plain = name.toUpperCase().replace(/[-_]/g, "");
  return plain.replace(/^SHA(?=\d)/, "SHA-");
}

const isSlow = (algorithm: string): boolean => /scrypt|bcrypt|argon|pbkdf/i.test(algorithm);

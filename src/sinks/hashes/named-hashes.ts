import type { TSESTree } from "@typescript-eslint/utils";
import { localFunction } from "../../ast/functions.js";
import {
  argumentAt,
  childrenOf,
  enclosingFunction,
  enclosingFunctions,
  isFunction,
  literalText,
  referenceName,
  staticName,
  unwrap,
  type FunctionNode,
  type Node,
} from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { definitionOf, variableOf } from "../../ast/scope.js";
import { constantInitializer } from "../../ast/static-value.js";
import { perFile, type SourceFile } from "../../source-file.js";
import { HASH_OBJECT, hashSinkOf, shownAlgorithm, type HashSink } from "./hash-functions.js";
import { levelsLengths } from "./levelled-hashes.js";

/** A name that says which fast hash a function computes: `md5`, `getMD5`, `hex_sha1`, `encryptByMd5`, `hashSha512`. */
const NAMED = /(md[245]|sha[-_]?(?:1|224|256|384|512)|sha3)(?!\d)/i;
/** Names of keyed, slow, checking and undoing functions. */
const NOT_HASHING =
  /hmac|bcrypt|scrypt|decrypt|sha-?\d{3}_?crypt|argon|pbkdf|kdf|aes|rsa|sign|verify|check|compare|valid|match|decode|^is[A-Z]/i;

/** A call of a function that this file does not define, whose name says that it is a fast hash: `this.utils.getMD5(x)`; not `sha256_password({})`, a factory. */
export function namedHashOf(file: SourceFile, call: TSESTree.CallExpression): HashSink | undefined {
  const name = referenceName(call.callee);
  if (name === undefined || name.length > 60) return undefined;
  const algorithm = NAMED.exec(name)?.[1];
  if (algorithm === undefined) return toldHashOf(file, call, name) ?? methodHashOf(file, call, name);
  const data = argumentAt(call, 0);
  if (
    !data ||
    data.type === "ObjectExpression" ||
    isFunction(data) ||
    NOT_HASHING.test(name) ||
    localFunction(file.sourceCode, call.callee)
  )
    return undefined;
  return { algorithm: shownAlgorithm(algorithm), call, data: [data], key: undefined, result: call, resultType: "string", inOnePiece: true };
}

/** Functions that hash, and take what they hash before the name of how: `hash(text, "md5")`. */
const HASHER = /^(?:(?:crypto|get|make|string)?_?(?:digest|hash)(?:data|hex|string|sum|sync|text)?|encrypt(?:ion|ed)?|crypt)$/i;
const ALGORITHM = /^(?:md[45]|sha-?(?:1|224|256|384|512))$/i;

/** `encryption.hash(password, "md5")`: a function that this file does not define and that is told the fast hash. */
function toldHashOf(file: SourceFile, call: TSESTree.CallExpression, name: string): HashSink | undefined {
  const [data, how] = [argumentAt(call, 0), argumentAt(call, 1)];
  const algorithm = how && literalText(how);
  if (
    algorithm === undefined ||
    !ALGORITHM.test(algorithm) ||
    !HASHER.test(name) ||
    !data ||
    data.type === "ObjectExpression" ||
    isFunction(data) ||
    localFunction(file.sourceCode, call.callee)
  )
    return undefined;
  return { algorithm: shownAlgorithm(algorithm), call, data: [data], key: undefined, result: call, resultType: "string", inOnePiece: true };
}

/** `md5.createHash(text)` of angular-md5, `sha256.hex(text)`: a method of an object that is called after the hash. */
function methodHashOf(file: SourceFile, call: TSESTree.CallExpression, name: string): HashSink | undefined {
  const data = argumentAt(call, 0);
  // More arguments are a salt of crypt(3), or rounds.
  if (call.arguments.length !== 1 || isMadeHere(file, call.callee)) return undefined;
  const owner = call.callee.type === "MemberExpression" ? referenceName(call.callee.object) : undefined;
  if (owner === undefined || !HASH_OBJECT.test(owner) || !/^(?:createHash|encode|encrypt|hash|hashStr|hex)$/.test(name)) return undefined;
  if (!data || literalText(data) !== undefined) return undefined;
  const algorithm = shownAlgorithm(owner.replace(/^_/, ""));
  return { algorithm, call, data: [data], key: undefined, result: call, resultType: "string", inOnePiece: true };
}

/** Whether the object of a method is an object or a class of this file, which may hash by anything. */
function isMadeHere({ sourceCode }: SourceFile, callee: Node): boolean {
  const object = callee.type === "MemberExpression" ? unwrap(callee.object) : undefined;
  const variable = object?.type === "Identifier" ? variableOf(sourceCode, object) : undefined;
  const definition = variable && definitionOf(variable);
  const made = definition?.type === ("Variable" as string) ? (definition.node as TSESTree.VariableDeclarator).init : undefined;
  return definition?.type === ("ClassName" as string) || made?.type === "ObjectExpression";
}

/** A local function that hashes one of its parameters and gives the digest back. */
export interface HashWrapper {
  fn: FunctionNode;
  sink: HashSink;
  /** Positions of the parameters that are hashed. */
  parameters: readonly number[];
}

/** The function that hashes whatever its callers give it. Nobody calls a callback that is written where it is handed over. */
export const genericWrapper = (file: SourceFile, { call }: HashSink): FunctionNode | undefined =>
  enclosingFunctions(call).find((fn) => hashWrapperOf(file, fn)?.sink.call === call && !isCallback(fn));

/** `[before, after].map((each) => md5(each))`, `ipc.handle("unlock", (event, typed) => …)`; not `_.memoize((text) => md5(text))` */
const isCallback = ({ parent }: FunctionNode): boolean =>
  parent?.type === "CallExpression" &&
  parent.callee.type === "MemberExpression" &&
  !/^(?:debounce|memo|once|promisify|useCallback)/i.test(referenceName(parent.callee) ?? "");

const MAX_NODES = 4000;
const memo = perFile(() => new Map<FunctionNode, { wrapper: HashWrapper | undefined }>());

/** The hash wrapper that a function of this file is; undefined for every other function. */
export function hashWrapperOf(file: SourceFile, fn: FunctionNode): HashWrapper | undefined {
  const known = memo(file).get(fn);
  if (known) return known.wrapper;
  memo(file).set(fn, { wrapper: undefined });
  const wrapper = findWrapper(file, fn);
  memo(file).set(fn, { wrapper });
  return wrapper;
}

function findWrapper(file: SourceFile, fn: FunctionNode): HashWrapper | undefined {
  if (fn.params.length === 0 || !fn.body) return undefined;
  const pending: Node[] = [fn.body];
  for (let at = 0; at < pending.length && at < MAX_NODES; at++) {
    const node = pending[at]!;
    if (node.type === "CallExpression" || node.type === "NewExpression") {
      const sink = hashSinkOf(file, node) ?? (node.type === "CallExpression" ? namedHashOf(file, node) : undefined);
      const parameters = sink ? hashedParameters(file, fn, sink) : [];
      if (sink && parameters.length > 0 && givesBack(file, fn) && !levelsLengths(file, sink)) return { fn, sink, parameters };
    }
    if (isFunction(node) && node.parent !== fn && enclosingFunction(node) !== fn) continue;
    for (const child of childrenOf(file.sourceCode, node)) pending.push(child);
  }
  return undefined;
}

const givesBack = (file: SourceFile, fn: FunctionNode): boolean =>
  fn.body?.type !== "BlockStatement" || /\breturn\b\s*[^;\s}]/.test(file.sourceCode.getText(fn.body));

function hashedParameters(file: SourceFile, fn: FunctionNode, sink: HashSink): number[] {
  const found = new Set<number>();
  for (const data of sink.data)
    for (const part of hashedParts(file, data)) {
      for (const { parameter } of originsOf(file.sourceCode, part)) if (parameter?.of === fn) found.add(parameter.index);
    }
  return [...found];
}

/** `md5(JSON.stringify({ password, salt }))` salts a password; a larger object is a record or a request. */
const MAX_PROPERTIES = 3;
const OF_CONNECTION = /^(?:body|database|db|headers|host|method|path|port|server|ur[il])$/i;

/** Calls that only change how data are written: `Buffer.from(x)`, `encoder.encode(x)`, `Utf8.parse(x)`, `encodeURIComponent(x)`. */
export const CODING =
  /^(?:from|encode|parse|concat|decodeUTF8|utf8ToBytes|stringToBytes|bytesToUtf8|toBytes|toUtf8Bytes|fromString|encodeUtf8|encodeURIComponent|unescape|String|stringToUtf8Bytes|TextEncoder)$/;
const TRAILING = /^(?:toString|trim|toLowerCase|toUpperCase|normalize|join|concat|encode)$/;

/** The parts that hashed data are made of: the leaves of templates, `+`, arrays, `join`, and of calls that only re-code their argument. */
export function hashedParts(file: SourceFile, node: Node, depth = 0): Node[] {
  if (depth > 8) return [];
  switch (node.type) {
    case "TemplateLiteral":
      return node.expressions.flatMap((each) => hashedParts(file, each, depth + 1));
    case "BinaryExpression":
      return node.operator === "+" ? [node.left as Node, node.right].flatMap((each) => hashedParts(file, each, depth + 1)) : [];
    case "ArrayExpression":
      return node.elements.flatMap((each) => (each ? hashedParts(file, each, depth + 1) : []));
    case "AwaitExpression":
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
    case "ChainExpression":
      return hashedParts(file, node.type === "AwaitExpression" ? node.argument : node.expression, depth + 1);
    case "LogicalExpression":
      return [node.left, node.right].flatMap((each) => hashedParts(file, each, depth + 1));
    case "NewExpression":
    case "CallExpression": {
      const name = referenceName(node.callee) ?? "";
      const [given] = node.arguments;
      if (
        name === "stringify" &&
        given?.type === "ObjectExpression" &&
        given.properties.length <= MAX_PROPERTIES &&
        !given.properties.some((each) => OF_CONNECTION.test(staticName(each) ?? ""))
      )
        return given.properties.flatMap((each) => (each.type === "Property" ? hashedParts(file, each.value, depth + 1) : []));
      const receiver =
        node.callee.type === "MemberExpression" && TRAILING.test(name) ? hashedParts(file, node.callee.object, depth + 1) : [];
      const first = CODING.test(name)
        ? node.arguments.flatMap((each) => (each.type === "SpreadElement" ? [] : hashedParts(file, each, depth + 1)))
        : [];
      return receiver.length + first.length > 0 ? [...first, ...receiver] : [node];
    }
    case "Identifier": {
      // const data = new TextEncoder().encode(password)
      const made = constantInitializer(file.sourceCode, node);
      const parts =
        made && /^(?:CallExpression|ArrayExpression|TemplateLiteral|BinaryExpression)$/.test(made.type)
          ? hashedParts(file, made, depth + 1)
          : [];
      return parts.length > 0 && !(parts.length === 1 && parts[0] === made) ? [node, ...parts] : [node];
    }
    default:
      return [node];
  }
}

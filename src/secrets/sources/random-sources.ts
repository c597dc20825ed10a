import type { TSESTree } from "@typescript-eslint/utils";
import { moduleMember } from "../../ast/modules.js";
import { dottedPath, literalText, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { patternPath } from "../../ast/patterns.js";
import { definitionOf, isGlobal, reassignments, variableOf, type SourceCode } from "../../ast/scope.js";
import { constantInitializer } from "../../ast/static-value.js";

/** What a predictable source gives: a fraction, a whole number, text or bytes, an element or order of a list, a time. */
export type RandomShape = "fraction" | "integer" | "text" | "list" | "time";

export interface RandomSource {
  /** As a message names it, e.g. "Math.random()". Never text of the file. */
  shown: string;
  /** What is wrong with it, when that is not that it can be predicted. */
  claim?: string;
  shape: RandomShape;
  /** `math`, `clock`, or the module. */
  from: string;
  /** The export or method, e.g. "sampleSize". */
  member: string;
}

const LODASH: Readonly<Record<string, RandomShape>> = { random: "integer", sample: "list", sampleSize: "list", shuffle: "list" };

/** Exports of packages that draw from `Math.random()`, a seed, the clock or a counter. Sources: the packages' own code and README. */
const EXPORTS: Readonly<Record<string, Readonly<Record<string, RandomShape>>>> = {
  crypto: { pseudoRandomBytes: "text" },
  cuid: { "": "text" },
  "d3-random": { randomUniform: "fraction" },
  lodash: LODASH,
  "lodash-es": LODASH,
  "lodash-es/random": { "": "integer" },
  "lodash-es/sample": { "": "list" },
  "lodash-es/sampleSize": { "": "list" },
  "lodash-es/shuffle": { "": "list" },
  "lodash/random": { "": "integer" },
  "lodash/sample": { "": "list" },
  "lodash/sampleSize": { "": "list" },
  "lodash/shuffle": { "": "list" },
  "math-random": { "": "fraction" },
  "nanoid/non-secure": { nanoid: "text" },
  "random-int": { "": "integer" },
  "random-string": { "": "text" },
  seedrandom: { "()": "fraction" },
  shortid: { "": "text", generate: "text" },
  underscore: LODASH,
  uuid: { v1: "text" },
  "uuid/v1": { "": "text" },
  uniqid: { "": "text", process: "text", time: "text" },
  "voucher-code-generator": { generate: "text" },
};

/** What is wrong with an export, when it is not that its numbers can be predicted. */
const CLAIMS: Readonly<Record<string, string>> = {
  // Node gives the same bytes as randomBytes(), and promises nothing.
  pseudoRandomBytes: "promises no unpredictable bytes",
  // RFC 9562 section 5.1: a time, a counter and the address of the machine.
  v1: "is made of the time and the machine",
};

/** Methods of generators: `new Chance().string()`, `random.integer()` of random-js, `faker.string.alphanumeric()`. */
const GENERATORS: Readonly<Record<string, RegExp>> = {
  chance: /^(?:string|hash|guid|integer|natural|word|pickset|apple_token|android_id)$/,
  "random-js": /^(?:string|hex|uuid4|integer|die|pick|sample|shuffle|int32|uint32)$/,
};

/** The predictable source that a call draws from; undefined for every other call. */
export function randomSourceOf(sourceCode: SourceCode, call: TSESTree.CallExpression): RandomSource | undefined {
  const callee = unwrap(call.callee);
  if (isMathRandom(sourceCode, callee)) return { shown: "Math.random()", shape: "fraction", from: "math", member: "random" };
  const clock = clockName(sourceCode, call);
  if (clock !== undefined) return { shown: clock, shape: "time", from: "clock", member: "now" };
  return exportedSource(sourceCode, callee) ?? generatorSource(sourceCode, callee);
}

/** `Math.random`, `Math["random"]`, `globalThis.Math.random`, `const r = Math.random`, `const { random } = Math`. */
export function isMathRandom(sourceCode: SourceCode, node: Node, hops = 0): boolean {
  const inner = unwrap(node);
  if (hops > 4) return false;
  if (inner.type === "MemberExpression") return staticName(inner) === "random" && isMath(sourceCode, inner.object);
  if (inner.type !== "Identifier") return false;
  const init = constantInitializer(sourceCode, inner);
  if (init) return isMathRandom(sourceCode, init, hops + 1);
  const variable = variableOf(sourceCode, inner);
  const definition = variable && definitionOf(variable);
  if (!definition || definition.type !== ("Variable" as string) || reassignments(variable).length > 0) return false;
  const { id, init: source } = definition.node as TSESTree.VariableDeclarator;
  const path = patternPath(id, definition.name as Node);
  return source !== null && source !== undefined && path?.length === 1 && path[0] === "random" && isMath(sourceCode, source);
}

function isMath(sourceCode: SourceCode, node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === "MemberExpression")
    return staticName(inner) === "Math" && isGlobal(sourceCode, unwrap(inner.object), "globalThis", "window", "global", "self");
  return isGlobal(sourceCode, inner, "Math");
}

/** `Date.now()`, `new Date().getTime()`, `new Date().valueOf()`. */
function clockName(sourceCode: SourceCode, call: TSESTree.CallExpression): string | undefined {
  const callee = unwrap(call.callee);
  if (callee.type !== "MemberExpression") return undefined;
  const name = staticName(callee);
  const owner = unwrap(callee.object);
  if (name === "now" && isGlobal(sourceCode, owner, "Date")) return "Date.now()";
  const fresh = owner.type === "NewExpression" && owner.arguments.length === 0 && isGlobal(sourceCode, owner.callee, "Date");
  return fresh && (name === "getTime" || name === "valueOf") ? "the current time" : undefined;
}

function exportedSource(sourceCode: SourceCode, callee: Node): RandomSource | undefined {
  const generator = callee.type === "Identifier" ? constantInitializer(sourceCode, callee) : callee;
  if (generator?.type === "CallExpression" || generator?.type === "NewExpression") {
    // seedrandom("seed")(), const rng = seedrandom("seed"); rng()
    const maker = moduleMember(sourceCode, generator.callee);
    if (maker?.module === "seedrandom") return { shown: "seedrandom", shape: "fraction", from: "seedrandom", member: "" };
  }
  const member = moduleMember(sourceCode, callee);
  if (!member) {
    // `_` and `$_` as globals of a script
    const path = dottedPath(callee);
    if (path?.length !== 2 || path[0] !== "_" || !Object.hasOwn(LODASH, path[1]!)) return undefined;
    const owner = callee.type === "MemberExpression" ? unwrap(callee.object) : callee;
    return isGlobal(sourceCode, owner, "_")
      ? { shown: `_.${path[1]}()`, shape: LODASH[path[1]!]!, from: "lodash", member: path[1]! }
      : undefined;
  }
  const name = member.path.join(".");
  const shape = Object.hasOwn(EXPORTS, member.module) ? EXPORTS[member.module]![name] : undefined;
  if (!shape) return undefined;
  const claim = CLAIMS[member.module === "uuid/v1" ? "v1" : name];
  return {
    ...(claim === undefined ? {} : { claim }),
    shown: name === "" ? `the package ${member.module}` : `${name}() of ${member.module}`,
    shape,
    from: member.module,
    member: name || (member.module.split("/").at(-1) ?? ""),
  };
}

function generatorSource(sourceCode: SourceCode, callee: Node): RandomSource | undefined {
  if (callee.type !== "MemberExpression") return undefined;
  const method = staticName(callee);
  const owner = unwrap(callee.object);
  if (method === undefined || owner.type !== "Identifier") return undefined;
  const init = constantInitializer(sourceCode, owner);
  const made = init && unwrap(init);
  const maker = made?.type === "NewExpression" || made?.type === "CallExpression" ? made.callee : owner;
  const required =
    made?.type === "CallExpression" && made.callee.type === "CallExpression" ? literalText(made.callee.arguments[0]) : undefined;
  const module = required ?? moduleMember(sourceCode, maker)?.module;
  if (module === undefined || !Object.hasOwn(GENERATORS, module) || !GENERATORS[module]!.test(method)) return undefined;
  const shape: RandomShape = /^(?:integer|natural|die|int32|uint32)$/.test(method)
    ? "integer"
    : /^(?:pick|sample|shuffle|pickset)/.test(method)
      ? "list"
      : "text";
  return { shown: `the package ${module}`, shape, from: module, member: method };
}

import type { TSESTree } from "@typescript-eslint/utils";
import { moduleMember } from "../../ast/modules.js";
import { dottedPath, isFunction, literalText, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { ANY, originName, originsOf, type Origin } from "../../ast/origins.js";
import { staticString } from "../../ast/static-value.js";
import { isGlobal, type SourceCode } from "../../ast/scope.js";
import { perFile, type SourceFile } from "../../source-file.js";
import { callSource } from "./call-sources.js";
import type { SecretKind } from "../kinds.js";
import { requestPart } from "./requests.js";
import { nameEvidence } from "../names/words.js";

/** Where a value is made. `request`: whoever sends the request chooses it. `stored`: a record that the program keeps. */
export type SourceType = "hmac" | "hash" | "environment" | "request" | "jwt" | "random" | "secretManager" | "config" | "stored";

export interface Source {
  type: SourceType;
  /** The kind of secret that comes from there, when the source itself says so. */
  kind: SecretKind | undefined;
  /** Completes "`x` …": "is an HMAC digest". Never holds a value. */
  says: string;
  /** What is read there: `x-api-key` of a header, `JWT_SECRET` of the environment. */
  name: string | undefined;
  node: Node;
  /** False when the traced value is more than this one. */
  whole: boolean;
}

const cacheOf = perFile(() => new Map<Node, readonly Source[]>());

/** All sources that a value can come from, nearest first. */
export function sourcesOf(file: SourceFile, node: Node): readonly Source[] {
  const cache = cacheOf(file);
  let found = cache.get(node);
  if (!found) cache.set(node, (found = findSources(file, node)));
  return found;
}

function findSources(file: SourceFile, node: Node): readonly Source[] {
  const found: Source[] = [];
  for (const origin of originsOf(file.sourceCode, node)) {
    const source = sourceAt(file, origin);
    if (source && !found.some((each) => each.type === source.type && each.node === source.node)) found.push(source);
  }
  return found;
}

/** The source of the given type that a value comes from. */
export const sourceOfType = (file: SourceFile, node: Node, ...types: SourceType[]): Source | undefined =>
  sourcesOf(file, node).find((source) => types.includes(source.type));

/** What the place itself says, without following it further. */
export function sourceAt(file: SourceFile, origin: Origin): Source | undefined {
  const { node, whole } = origin;
  const make = (type: SourceType, kind: SecretKind | undefined, says: string, name?: string): Source => ({
    type,
    kind,
    says,
    name,
    node,
    whole,
  });
  const variable = environmentName(file.sourceCode, origin);
  if (variable !== undefined) {
    if (variable === "*") return make("environment", "environment", "holds all environment variables");
    return make("environment", nameEvidence(variable, file.settings)?.kind, "is read from the environment", variable);
  }
  const requested = requestPart(file.sourceCode, origin);
  if (requested) return make("request", nameEvidence(requested.name, file.settings)?.kind, requested.says, requested.name);
  if (node.type === "CallExpression" || node.type === "NewExpression") return callSource(file, node, origin.path, make);
  if (isStoredRecord(file.sourceCode, origin))
    return make("stored", nameEvidence(originName(origin), file.settings)?.kind, "is read from a stored record", originName(origin));
  return undefined;
}

// --- environment -----------------------------------------------------------------------------------------------------

/** The variable that is read: its name, `*` for the whole environment, undefined for anything else. */
function environmentName(sourceCode: SourceCode, { node, path }: Origin): string | undefined {
  if (node.type === "MemberExpression") {
    if (isEnvironment(sourceCode, node)) return path[0] === ANY ? "" : (path[0] ?? "*");
    // process.env[name]: a whole-object read it is not
    return isEnvironment(sourceCode, unwrap(node.object)) ? (staticName(node) ?? staticString(sourceCode, node.property) ?? "") : undefined;
  }
  // requireEnv("SHODAN_API_KEY").value
  if (node.type !== "CallExpression" || path.length > 1 || (path.length === 1 && path[0] !== "value")) return undefined;
  const called = dottedPath(node.callee);
  const name = literalText(node.arguments[0]);
  if (name === undefined || !called) return undefined;
  const callee = called.join(".");
  if (callee === "Deno.env.get" || callee === "Bun.env.get" || /^[eE]nv\.get$/.test(callee)) return name;
  return /^(?:get|require|read|must|required|load)?_?(?:get)?env(?:var|orthrow|variable)?$/i.test(called.at(-1)!) &&
    /^[A-Z][A-Z0-9_]*$/.test(name)
    ? name
    : undefined;
}

/** `process.env`, `import.meta.env`, `Bun.env`, `c.env` of Hono, `env` of Workers' `fetch(request, env)` by its context. */
function isEnvironment(sourceCode: SourceCode, node: Node): boolean {
  if (node.type !== "MemberExpression" || staticName(node) !== "env") return false;
  const object = unwrap(node.object);
  if (object.type === "MetaProperty") return true;
  if (object.type !== "Identifier")
    return (
      staticName(object) === "process" && isGlobal(sourceCode, unwrap((object as TSESTree.MemberExpression).object), "globalThis", "global")
    );
  if (object.name === "process") return isGlobal(sourceCode, object) || moduleMember(sourceCode, object)?.module === "process";
  return ["Bun", "c", "ctx", "context", "platform"].includes(object.name);
}

// --- stored records --------------------------------------------------------------------------------------------------

const RECORD_READERS =
  /^(?:find[A-Za-z]*|get(?:User|Account|Session|ById|By[A-Z])[A-Za-z]*|query|execute|select|fetch(?:One|User)[A-Za-z]*|load(?:User|Account)[A-Za-z]*|lean|exec|hget|hgetall|maybeSingle|single)$/;
const RECORDS =
  /^(?:user|account|admin|member|customer|record|row|rows|doc|found|existing\w*|db[A-Z]\w*|stored\w*|saved\w*|employee|student|owner|person|usuario|cliente|utilisateur)$/i;

/** `user.password` of `const user = await User.findOne(…)`, `rows[0].password`, a record in a callback `(err, user) =>`. */
function isStoredRecord(sourceCode: SourceCode, origin: Origin): boolean {
  const { node, path } = origin;
  if (node.type === "MemberExpression" && path.length === 0) {
    const owner = unwrap(node.object);
    return owner.type !== "ThisExpression" && ownerIsRecord(sourceCode, owner);
  }
  return path.length > 0 && node.type !== "ObjectPattern" && ownerIsRecord(sourceCode, node);
}

/** `doc.data()`, `snapshot.data()` */
const isFirestoreData = ({ callee, arguments: given }: TSESTree.CallExpression): boolean =>
  given.length === 0 &&
  callee.type === "MemberExpression" &&
  staticName(callee) === "data" &&
  /(?:^|[a-z])(?:Doc|doc|Snap|snap|Snapshot|snapshot)$/.test(referenceName(callee.object) ?? "");

function ownerIsRecord(sourceCode: SourceCode, owner: Node): boolean {
  for (const { node } of originsOf(sourceCode, owner)) {
    if (node.type === "CallExpression" && (RECORD_READERS.test(referenceName(node.callee) ?? "") || isFirestoreData(node))) return true;
  }
  const name = referenceName(owner);
  if (name === undefined || !RECORDS.test(name)) return false;
  // A parameter of that name in a callback or helper: (err, user) => …
  return (
    originsOf(sourceCode, owner).some((each) => each.parameter !== undefined && isFunction(each.parameter.of)) ||
    owner.type === "Identifier"
  );
}

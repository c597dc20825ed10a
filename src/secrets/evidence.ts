import { lineOf, referenceName, staticName, unwrap, type Node } from "../ast/nodes.js";
import { isReadWhole, originName, originsOf, type Origin } from "../ast/origins.js";
import { moduleMember } from "../ast/modules.js";
import { variableOf } from "../ast/scope.js";
import { perFile, type SourceFile } from "../source-file.js";
import type { SecretKind } from "./kinds.js";
import { shownName } from "./masking.js";
import { isAboutSqlite, isNamesake } from "./names/namesakes.js";
import { sourceAt, type Source } from "./sources/sources.js";
import { isKnownNonString } from "./types.js";
import { classifyValue } from "./values/values.js";
import { nameEvidence, resultEvidence } from "./names/words.js";

/** `certain`: the value or its source proves it. `strong`: a name says it beyond doubt. `weak`: a name allows it. */
export type Strength = "certain" | "strong" | "weak";

export interface Evidence {
  kind: SecretKind;
  strength: Strength;
  basis: "value" | "provenance" | "name";
  /** A clause for a message, e.g. "`expected` is an HMAC digest (line 12)". Never holds a value. */
  reason: string;
  /** The place that gave the evidence. */
  node: Node;
  /** Set when `basis` is provenance. */
  source?: Source;
  /** False where the judged expression is more than the secret: a template or concatenation around it. */
  whole: boolean;
}

const RANK: Readonly<Record<Strength, number>> = { certain: 3, strong: 2, weak: 1 };

/** What an article and a noun for a kind read like in a sentence. */
export const KIND_NAMES: Readonly<Record<SecretKind, string>> = {
  apiKey: "an API key",
  authorization: "an authorization value",
  connectionString: "a connection string",
  credentialsObject: "credentials",
  environment: "the whole environment",
  otp: "a one-time code",
  password: "a password",
  passwordHash: "a password hash",
  privateKey: "a private key",
  secretKey: "a secret key",
  sessionId: "a session id",
  signature: "a signature",
  token: "a token",
};

const cacheOf = perFile(() => new Map<Node, { evidence: Evidence | undefined }>());

/**
 * The best evidence that an expression is, or holds, a secret: its value, where it comes from, what it is called on the way.
 *
 * @returns undefined when nothing says so, or when its type (where known) is a number, boolean or enum
 */
export function evidenceOf(file: SourceFile, node: Node): Evidence | undefined {
  const cache = cacheOf(file);
  const known = cache.get(node);
  if (known) return known.evidence;
  const evidence = bestEvidence(file, node);
  cache.set(node, { evidence });
  return evidence;
}

/** `evidenceOf`, of one kind alone: that `salt + password` holds a password, whatever `salt` is. */
export const evidenceOfKind = (file: SourceFile, node: Node, kind: SecretKind): Evidence | undefined => bestEvidence(file, node, kind);

function bestEvidence(file: SourceFile, node: Node, kind?: SecretKind): Evidence | undefined {
  const shown = shownName(referenceName(node), "this value");
  let best: Evidence | undefined;
  for (const origin of originsOf(file.sourceCode, node)) {
    const found = evidenceAt(file, origin, shown, node);
    if (found && (kind === undefined || found.kind === kind) && (!best || RANK[found.strength] > RANK[best.strength])) best = found;
    if (best?.strength === "certain") break;
  }
  // Most values are none: types are asked for last.
  return best && !isKnownNonString(file, node) ? best : undefined;
}

/** What one place on the way says. */
function evidenceAt(file: SourceFile, origin: Origin, shown: string, asked: Node): Evidence | undefined {
  const { node, whole } = origin;
  const where = lineOf(node) === lineOf(asked) ? "" : ` (line ${lineOf(node)})`;
  if (node.type === "Literal" || node.type === "TemplateLiteral") return literalEvidence(origin);
  if (saysNothing(file, origin)) return undefined;
  const source = sourceAt(file, origin);
  if (source) {
    const named = nameEvidence(source.name, file.settings);
    const certain = source.type === "hmac" || source.type === "jwt" || source.type === "secretManager" || source.kind === "environment";
    if (certain)
      return {
        kind: source.kind!,
        strength: "certain",
        basis: "provenance",
        reason: `${shown} ${source.says}${where}`,
        node,
        source,
        whole,
      };
    if (named && !(named.kind === "connectionString" && isAboutSqlite(file))) {
      const named_ = source.name === undefined ? "" : ` as ${shownName(source.name, "a secret")}`;
      const strength = source.type === "environment" || source.type === "config" ? "certain" : named.strength;
      return { kind: named.kind, strength, basis: "provenance", reason: `${shown} ${source.says}${named_}${where}`, node, source, whole };
    }
    if (source.type === "random" || source.type === "hash") return undefined;
  }
  const called = node.type === "CallExpression" && isReadWhole(origin) ? referenceName(node.callee) : undefined;
  const name = called ?? originName(origin);
  const named =
    called !== undefined ? callEvidence(file, node, called) : isModule(file, node) ? undefined : nameEvidence(name, file.settings);
  if (!named || isNamesake(file, origin, name, named)) return undefined;
  const own = shownName(name);
  const reason =
    own === shown || shown === "this value"
      ? `${own} is named as ${KIND_NAMES[named.kind]}`
      : `${shown} comes from ${own}${where}, named as ${KIND_NAMES[named.kind]}`;
  return { kind: named.kind, strength: named.strength, basis: "name", reason, node, whole };
}

/** What shells set to the working directory. */
const WORKING_DIRECTORY = /^(?:OLD)?PWD$/;

/** A plain read under a name that is no secret's: wherever it is read from, evidence would have to come from that name. */
function saysNothing(file: SourceFile, origin: Origin): boolean {
  const { node, parameter, path } = origin;
  if (WORKING_DIRECTORY.test(originName(origin) ?? "") && (path.includes("env") || mentionsEnvironment(node))) return true;
  if (parameter || (node.type !== "Identifier" && node.type !== "MemberExpression") || nameEvidence(originName(origin), file.settings))
    return false;
  return node.type === "Identifier" || !mentionsEnvironment(node);
}

/** `process.env`, `env[name]`, `import.meta.env.X.y`. */
function mentionsEnvironment(node: Node): boolean {
  for (let current = unwrap(node); current.type === "MemberExpression"; current = unwrap(current.object))
    if (staticName(current) === "env") return true;
  return false;
}

/** The result of `getAccessToken()`; not of `jwt.verify()` or `token()` of a module that makes something else. */
function callEvidence(file: SourceFile, node: Node, called: string): ReturnType<typeof nameEvidence> {
  const made = resultEvidence(called, file.settings);
  return made?.strength === "strong" && node.type === "CallExpression" ? made : undefined;
}

/** The module `jwt` is no token, nor is what a package exports. What is taken out of an object of the project is one by its name, and what its settings export. */
function isModule({ sourceCode }: SourceFile, node: Node): boolean {
  if (node.type !== "Identifier") return false;
  const member = moduleMember(sourceCode, node);
  if (!member) return false;
  if (member.path.length === 0 || !OF_PROJECT.test(member.module)) return true;
  const isImported = variableOf(sourceCode, node)?.defs[0]?.type === ("ImportBinding" as string);
  return isImported && !(KEEPS_SETTINGS.test(member.module) && SETTING.test(node.name));
}

/** Files of the project, aliases for them, and modules that stand for its environment. */
const OF_PROJECT = /^(?:[./#]|[@~]\/|\$(?:env|lib)\/|@env$|src\/|react-native-(?:config|dotenv)$)/;
/** `./config`, `../environments/environment`, `@/settings`; constants, schemas and actions also have names of secrets. */
const KEEPS_SETTINGS =
  /(?:^|[/.@-])(?:conf|config|configuration|credentials|env|environment|secrets?|settings)(?:\.[cm]?[jt]s)?$|^\$env\/|^react-native-/i;
/** What functions, components and texts are not called. */
const SETTING = /^[A-Z][A-Z\d_]*$|(?:[kK]ey|[sS]ecret|[uU]r[il]|URL|URI|[dD]sn)$/;

/** Of a template that is put together of more, the beginning counts. */
const MAX_PIECES = 64;

function literalEvidence({ node, whole }: Origin): Evidence | undefined {
  const text =
    node.type === "Literal"
      ? node.value
      : node.type === "TemplateLiteral"
        ? node.quasis
            .slice(0, MAX_PIECES)
            .map((quasi) => quasi.value.cooked ?? "")
            .join("\n")
        : undefined;
  const value = typeof text === "string" ? classifyValue(text) : undefined;
  if (value?.exposure !== "secret") return undefined;
  const what = value.provider ?? KIND_NAMES[value.kind];
  return { kind: value.kind, strength: "certain", basis: "value", reason: `the literal has the format of ${what}`, node, whole };
}

/** The name by which a reader would call an expression: of a reference, a property, a call's function. */
export function displayName(node: Node): string {
  const inner = unwrap(node);
  if (inner.type === "CallExpression") return `the result of ${shownName(referenceName(inner.callee), "a call")}`;
  if (inner.type === "Property") return shownName(staticName(inner));
  return shownName(referenceName(inner), "this value");
}

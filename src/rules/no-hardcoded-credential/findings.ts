import type { TSESTree } from "@typescript-eslint/utils";
import { lineOf, referenceName, type Node } from "../../ast/nodes.js";
import { envName } from "../../fix/env-name.js";
import { requireEnvironment } from "../../fix/helpers/require-environment.js";
import { credentialIn, hasRandomPart, isCodeLike, type Credential } from "../../secrets/credential.js";
import { KIND_NAMES } from "../../secrets/evidence.js";
import { fileRoleOf } from "../../secrets/file-role.js";
import { isShowable, shownName } from "../../secrets/masking.js";
import { isPlaceholder, isReference } from "../../secrets/placeholders.js";
import type { Exposure } from "../../secrets/providers.js";
import { isPublishedKey } from "../../secrets/published-keys.js";
import { classifyValue, type ValueEvidence } from "../../secrets/values.js";
import { nameEvidence, wordsOf } from "../../secrets/words.js";
import { consumedByAssignment, consumedLiterals, type ConsumedLiteral } from "../../sinks/credential-consumer.js";
import { KOA_KEYS } from "../../sinks/credential-consumers.js";
import { isForEmulator, isForMailCatcher } from "../../sinks/local-servers.js";
import { keysRandom } from "../../sinks/random-hmacs.js";
import { perFile, type SourceFile } from "../../source-file.js";
import { acceptedLiteral } from "./accepted.js";
import { signsCookies } from "./cookie-keys.js";
import { isForNobody, isStoredPassword } from "./hashed-passwords.js";
import { isMapKey } from "./map-keys.js";
import { holdsSession } from "./sent-cookies.js";
import { sharedPassword } from "./shared-passwords.js";
import { longestPart, siblingsOf, surroundingsOf, textSiteOf, type Surroundings, type TextSite } from "./sites.js";
import { usedAsCredential } from "./uses.js";

/** One credential in the file. */
export interface Finding {
  node: Node;
  /** A clause for the message. Never holds the value. */
  reason: string;
  exposure: Exposure;
  /** The variable to read. */
  env: string;
  /** The secret as written, where it is only a part of the text. Never shown. */
  part?: string;
  /** The whole text; equal texts are one credential. Never shown. */
  text: string;
  /** The text itself proves it, so it is one credential under every name. */
  proven: boolean;
  fallback?: NonNullable<Surroundings["fallback"]>;
  comment?: TSESTree.Comment;
}

/** `auth.config` of `src/auth.config.ts`. */
const moduleOf = perFile(({ filename }): string => /([^/]{1,100}?)\.[cm]?[jt]sx?$/.exec(filename)?.[1] ?? "");

/** What a literal is by its own text and by the names around it. */
export function literalFinding(file: SourceFile, node: Node, allowed: (name: string) => boolean): Finding | undefined {
  const site = textSiteOf(node);
  if (!site || isUntouchable(node)) return undefined;
  const around = surroundingsOf(file, site.node);
  const names = namesFor(file, around);
  if (names.some(allowed)) return undefined;
  const byName = site.fixed && !around.isName && (!around.hashed || isStoredPassword(file, names, site.text));
  // What a password hash is made of is a password.
  const chain = around.hashed ? [...names.slice(0, -1), "password"] : names;
  const credential = credentialIn(byName ? chain : [], site.text, fileRoleOf(file), {
    settings: file.settings,
    siblings: () => around.object && siblingsOf(around.object),
    fallback: around.fallback !== undefined,
    module: moduleOf(file),
  });
  const used = !credential && byName && fileRoleOf(file) === undefined ? (holdsSession(site, around.names) ?? sharedPassword(site) ?? usedAsCredential(file, site, around.names)) : undefined;
  if (used !== undefined) return finding(file, site, around, { reason: used, exposure: "secret" });
  if (!credential && !around.isName && fileRoleOf(file) === undefined && signsCookies(file, site, around)) return finding(file, site, around, { reason: "`keys` signs cookies and holds a literal", exposure: "secret", env: KOA_KEYS.env, ...(site.fixed ? {} : { part: longestPart(site) }) });
  if (!credential || (credential.basis === "name" && (isPublishedKey(file, credential.name) || keysRandom(file, site.node) || isForMailCatcher(site.node) || isForEmulator(site.node))) || isMapKey(file, site, credential)) return undefined;
  if (around.hashed && credential.basis === "name") return finding(file, site, { ...around, names: chain.filter((name) => !name.startsWith("$")) }, { reason: `${shownName(names.at(-1), "this name")} is made from a literal`, exposure: "secret" });
  return finding(file, site, around, { reason: reasonOf(credential, "literal"), exposure: credential.exposure, ...(credential.value ? { value: credential.value } : {}) });
}

/** The names around a text; behind them the variable that it stands in for, where that says more: `const KEY = process.env.JWT_SECRET || "…"`. */
function namesFor({ settings }: SourceFile, { names, fallback, variables = [], instead }: Surroundings): readonly string[] {
  const own = nameEvidence(names.at(-1), settings);
  if (own?.strength === "strong") return names;
  const others = [fallback?.name, ...variables, instead].filter((name) => name !== undefined);
  const better = others.find((name) => nameEvidence(name, settings)?.strength === "strong") ?? (own ? undefined : others[0]);
  return better === undefined ? names : [...names, better];
}

/** Why a text, called `what`, is a credential: a clause without the text. */
export function reasonOf({ value, kind, name }: Credential, what: string): string {
  return value ? `the ${what} ${formatOf(value)}` : `${shownName(name, "this name")} is named as ${KIND_NAMES[kind]} and holds a ${what}`;
}

const formatOf = ({ provider, kind }: ValueEvidence): string => `has the format of ${article(provider ?? KIND_NAMES[kind])}`;

/** The literals that a call hands to a library as credentials. */
export function consumedFindings(file: SourceFile, taking: TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.AssignmentExpression, allowed: (name: string) => boolean): Finding[] {
  // `messages/` may hold translations, or what sends messages: translations call no library.
  if (!["i18n", undefined].includes(fileRoleOf(file))) return [];
  const literals = taking.type === "AssignmentExpression" ? consumedByAssignment(file, taking) : consumedLiterals(file, taking);
  return literals.flatMap((consumed) => {
    const site = textSiteOf(consumed.literal);
    if (!site?.fixed || !accepts(consumed, site.text)) return [];
    const around = surroundingsOf(file, site.node);
    if (around.names.some(allowed) || isPublicHalf(around.names.at(-1))) return [];
    if (consumed.consumer.hashes && isForNobody([...surroundingsOf(file, taking).names, site.text])) return [];
    const value = classifyValue(site.text);
    if (value?.exposure === "public" || value?.notLive === "specimen") return [];
    const taker = shownName(referenceName(consumed.taker), "a call");
    const where = lineOf(consumed.taker) === lineOf(site.node) ? "" : ` (line ${lineOf(consumed.taker)})`;
    const does = consumed.consumer.use === "checks" ? "signs or checks with it" : `takes it as ${KIND_NAMES[consumed.consumer.kind]}`;
    return [finding(file, site, around, { reason: `${taker} ${does}${where}`, exposure: "secret", env: consumed.consumer.env })];
  });
}

/** `publicKey`: what a signature is checked with, no secret. */
const isPublicHalf = (name: string | undefined): boolean => wordsOf(name ?? "").some((word) => /^pub(?:lic)?$/.test(word));

/** Keys of published protocols: Telegram's Web App data, SCRAM (RFC 5802). */
const PROTOCOL_KEYS = new Set(["WebAppData", "Client Key", "Server Key", "Bitcoin seed", "ed25519 seed"]);

function accepts({ consumer }: ConsumedLiteral, text: string): boolean {
  if (PROTOCOL_KEYS.has(text) || /^\$?\{.*\}$|^<.*>$|\$\{|\{\{|-----BEGIN (?:CERTIFICATE|(?:RSA )?PUBLIC KEY)/s.test(text)) return false;
  if (consumer.use === "checks") return true;
  if (isPlaceholder(text) || isReference(text)) return false;
  return consumer.kind === "password" || isCodeLike(text) || hasRandomPart(text);
}

/** Credentials in comments: only formats, never names. */
export function commentFindings(file: SourceFile): Finding[] {
  if (fileRoleOf(file) !== undefined) return [];
  return file.sourceCode.getAllComments().flatMap((comment) => {
    const reason = commentReason(comment.value);
    return reason === undefined ? [] : [{ node: file.sourceCode.ast, comment, reason, exposure: "secret", env: "", text: "", proven: true }];
  });
}

/** Why a comment's text holds a live secret; undefined when it holds none. */
export function commentReason(text: string): string | undefined {
  const value = classifyValue(text);
  return value?.live && value.exposure === "secret" && value.id !== "jwt" && value.id !== "basic-authorization" ? `it ${formatOf(value)}` : undefined;
}

/** The literal that a request has to send as its password, key or token. */
export function acceptedFinding(file: SourceFile, comparison: TSESTree.BinaryExpression, allowed: (name: string) => boolean): Finding | undefined {
  const accepted = fileRoleOf(file) === undefined ? acceptedLiteral(file, comparison) : undefined;
  const site = accepted && textSiteOf(accepted.literal);
  if (!accepted || !site?.fixed || allowed(accepted.name)) return undefined;
  return finding(file, site, { names: [accepted.name], isName: false }, { reason: `${shownName(accepted.name, "what is compared")} ${accepted.says} and has to be this literal`, exposure: "secret" });
}

interface Because {
  reason: string;
  exposure: Exposure;
  value?: ValueEvidence;
  env?: string;
  /** As `part` of the finding, where no format tells it. */
  part?: string;
}

function finding(file: SourceFile, site: TextSite, around: Surroundings, { reason, exposure, value, env, ...because }: Because): Finding {
  const isDsn = value?.kind === "connectionString";
  const part = value ? (isDsn ? connectionIn(site.text, value) : site.text.slice(value.start, value.end)) : because.part;
  const partial = part !== undefined && (part !== site.text || !site.fixed);
  return {
    node: site.node,
    reason,
    exposure,
    text: site.text,
    proven: value !== undefined,
    env: around.fallback && site.fixed ? missingName(file, around.fallback.name, around.variables) : chosenName(file, around.names.filter(isShowable), value, env),
    ...(partial ? { part } : {}),
    ...(around.fallback && site.fixed && !partial ? { fallback: around.fallback } : {}),
  };
}

/** The URL that a password stands in, out of a command or a sentence around it; the whole text of `Server=…;Password=…`. */
function connectionIn(text: string, { id, start }: ValueEvidence): string {
  if (/^dsn-(?:ado|jdbc)$/.test(id)) return text;
  const authority = text.lastIndexOf("://", start);
  const scheme = /[a-z][a-z\d+.-]{0,23}$/i.exec(text.slice(Math.max(0, authority - 24), authority))?.[0] ?? "";
  return /^[^\s"'`<>\\]*/.exec(text.slice(authority - scheme.length))![0].replace(/[).,;]{1,3}$/, "");
}

/** Of the variables that are all missing when the text is used, the nearest that is named as a secret. */
const missingName = ({ settings }: SourceFile, nearest: string, all: readonly string[] = []): string => [nearest, ...all].find((name) => nameEvidence(name, settings)?.strength === "strong") ?? nearest;

const URL_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^dsn-(?:redis|rediss)$/, "REDIS_URL"],
  [/^dsn-amqps?$/, "AMQP_URL"],
  [/^dsn-smtps?$/, "SMTP_URL"],
  [/^dsn-cloudinary$/, "CLOUDINARY_URL"],
  [/^dsn-https?$/, "SERVICE_URL"],
  [/^dsn-/, "DATABASE_URL"],
];

/** From the names in the code where they say what it is, else from the format or the library. */
function chosenName(file: SourceFile, names: readonly string[], value: ValueEvidence | undefined, env: string | undefined): string {
  const own = nameEvidence(names.at(-1), file.settings);
  if (value?.kind === "connectionString") return own?.kind === "connectionString" && /ur[il]$|dsn$/i.test(names.at(-1)!) ? envName(names) : (URL_NAMES.find(([id]) => id.test(value.id))?.[1] ?? envName([value.id]));
  const isGeneric = env !== undefined && names.length === 1 && /^(?:secret(?:OrKey)?|password|pass|api_?key|client_?secret)$/i.test(names[0]!);
  if (own?.strength === "strong" && !isGeneric && !/^secretOrKey$/i.test(names.at(-1)!) && !(value && own.kind === "authorization")) return envName(names);
  if (value) return envName([value.id.replace(/^url-/, "")]);
  return env ?? envName(names);
}

const article = (noun: string): string => (/^(?:an? |the |credentials)/.test(noun) ? noun : `${/^[aeio]/i.test(noun) || /^(?:npm|SSH|X[A-Z])/.test(noun) ? "an" : "a"} ${noun}`);

/** Places where a text is no value: modules, directives, property names. */
function isUntouchable(node: Node): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case "ImportDeclaration":
    case "ExportAllDeclaration":
    case "ExportNamedDeclaration":
    case "ImportExpression":
      return true;
    case "ExpressionStatement":
      return "directive" in parent && parent.directive !== undefined;
    case "Property":
      return parent.key === node && !parent.computed;
    default:
      return false;
  }
}

/**
 * Gives different texts different variables, also beside those that the file reads already: what such a variable holds is not known. A
 * text that the file itself calls the fallback of a variable is that variable everywhere.
 */
export function distinguish(file: SourceFile, findings: readonly Finding[]): void {
  const secretOf = (each: Finding): string => (each.proven ? (each.part ?? each.text) : `${each.env} ${each.text}`);
  const inCode = findings.filter((each) => !each.comment);
  if (inCode.length === 0) return;
  const known = new Map(inCode.filter((each) => each.fallback).map((each) => [secretOf(each), each.env]));
  const taken = variablesRead(file);
  for (const each of inCode) {
    // A text in a type is never read from a variable; a number of its own would count on with each edit of others.
    if (each.fallback || /^TS(?:EnumMember|LiteralType)$/.test(each.node.parent?.type ?? "")) continue;
    const earlier = known.get(secretOf(each));
    let name = earlier ?? each.env;
    if (earlier === undefined) for (let number = 2; taken.has(name); number++) name = `${each.env}_${number}`;
    known.set(secretOf(each), name);
    each.env = name;
    taken.add(name);
  }
}

/** The names in `process.env.X` and `requireEnvironment("X")`, or the project's own reader. */
function variablesRead({ sourceCode: { text }, settings }: SourceFile): Set<string> {
  const readers = ["requireEnv", ...requireEnvironment.names, ...(settings.envReader ? [settings.envReader.name] : [])].map((name) => name.toLowerCase());
  // An import that had to be renamed ends in the name of the export: `envRequire`.
  const calls = [...text.matchAll(/([\w$]{1,60})\(\s{0,9}["'`]([A-Za-z_]\w*)["'`]/g)].filter(([, callee]) => readers.some((name) => callee!.toLowerCase().replace(/\d$/, "").endsWith(name)));
  const reads = [...text.matchAll(/\bprocess\.env(?:\.|\[["'`])([A-Za-z_]\w*)/g)].map((match) => match[1]!);
  return new Set([...reads, ...calls.map((match) => match[2]!)]);
}

/** The variable's name as a message may show it: somebody may have pasted a key where its name belongs. */
export const shownVariable = ({ env }: Finding): string => (isShowable(env) || env === "" ? env : "the variable");

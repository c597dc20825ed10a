import type { Node } from "../../ast/nodes.js";
import { credentialIn, type Credential } from "../../secrets/literals/credential.js";
import { fileRoleOf } from "../../secrets/file-role.js";
import { shownName } from "../../secrets/masking.js";
import { isPublishedKey } from "../../secrets/literals/published-keys.js";
import { isWeakPassword } from "../../secrets/values/weak-passwords.js";
import { nameEvidence } from "../../secrets/names/words.js";
import { KOA_KEYS } from "../../sinks/credentials/credential-consumers.js";
import { isForEmulator, isForMailCatcher } from "../../sinks/credentials/local-servers.js";
import { keysRandom } from "../../sinks/credentials/random-hmacs.js";
import { perFile, type SourceFile } from "../../source-file.js";
import { basicPair } from "./basic-pairs.js";
import { signsCookies } from "./cookie-keys.js";
import { digestedKey } from "./digested-keys.js";
import { finding, type Finding } from "./finding.js";
import { isStoredPassword } from "./hashed-passwords.js";
import { isMapKey } from "./map-keys.js";
import { passwordOfTable } from "./password-tables.js";
import { isPathOf } from "./query-keys.js";
import { reasonOf } from "./reasons.js";
import { isInListOfCommonOnes, isOnlyRefused } from "./refused-texts.js";
import { holdsSession } from "./sent-cookies.js";
import { sharedPassword } from "./shared-passwords.js";
import { isForSigner, isSecretOrKey, signsTokens } from "./signers.js";
import { siblingsOf, surroundingsOf, type Surroundings } from "./sites.js";
import { isSwitchedOff } from "./switched-off.js";
import { longestPart, textSiteOf, type TextSite } from "./text-sites.js";
import { turnCredential } from "./turn-servers.js";
import { usedAsCredential } from "./uses.js";

/** What a literal is by its own text, by the names around it, and by what the program does with it. */
export function literalFinding(file: SourceFile, node: Node, allowed: (name: string) => boolean): Finding | undefined {
  const site = textSiteOf(node, isSecretOrKey(node) ? 1 : undefined);
  if (!site || isUntouchable(node)) return undefined;
  const around = surroundingsOf(file, site.node);
  const names = namesFor(file, around);
  if (names.some(allowed)) return undefined;
  const byName =
    site.fixed && !around.isName && !isPathOf(site.node, names.at(-1)) && (!around.hashed || isStoredPassword(file, names, site.text));
  // What a password hash is made of is a password.
  const chain = around.hashed ? [...names.slice(0, -1), "password"] : names;
  const credential = credentialIn(byName ? chain : [], site.text, fileRoleOf(file), {
    settings: file.settings,
    siblings: () => around.object && siblingsOf(around.object),
    signs: () => around.object !== undefined && isForSigner(around.object),
    admits: () => isAdmitted(file, site.node),
    fallback: around.fallback?.name,
    module: moduleOf(file),
  });
  if (!credential) return fileRoleOf(file) === undefined ? findingByUse(file, site, around, byName) : undefined;
  if (isMapKey(file, site, credential) || (credential.basis === "name" && isHarmless(file, site, credential))) return undefined;
  if (around.hashed && credential.basis === "name")
    return finding(
      file,
      site,
      { ...around, names: chain.filter((name) => !name.startsWith("$")) },
      { reason: `${shownName(names.at(-1), "this name")} is made from a literal`, exposure: "secret" },
    );
  return finding(file, site, around, {
    reason: reasonOf(credential, "literal"),
    exposure: credential.exposure,
    ...(credential.value ? { value: credential.value } : {}),
  });
}

/** A literal that no name and no format gives away, by what it is used for. */
function findingByUse(file: SourceFile, site: TextSite, around: Surroundings, byName: boolean): Finding | undefined {
  const used = byName
    ? (signsTokens(site, around) ??
      holdsSession(site, around.names) ??
      sharedPassword(site) ??
      basicPair(file, site) ??
      turnCredential(file, site, around) ??
      passwordOfTable(file, site) ??
      usedAsCredential(file, site, around.names))
    : undefined;
  if (used !== undefined)
    return finding(file, site, around, {
      reason: used,
      exposure: "secret",
      ...(around.names.length === 0 && { env: "BASIC_CREDENTIALS" }),
    });
  if (!around.isName && signsCookies(file, site, around))
    return finding(file, site, around, {
      reason: "`keys` signs cookies and holds a literal",
      exposure: "secret",
      env: KOA_KEYS.env,
      ...(site.fixed ? {} : { part: longestPart(site) }),
    });
  const digested = digestedKey(file, site);
  return digested === undefined
    ? undefined
    : finding(file, site, { ...around, names: ["encryptionKey"] }, { reason: digested, exposure: "secret" });
}

/** `"…"; // In production, use env var`: what somebody writes who knows that it does not belong there. */
function isAdmitted({ sourceCode: { text } }: SourceFile, literal: Node): boolean {
  const rest = text.slice(literal.range[1], literal.range[1] + MAX_REST);
  return ADMITS.test(/^[^\n]{0,9}\/\/([^\n]{1,200})/.exec(rest)?.[1] ?? "");
}
const MAX_REST = 220;
const ADMITS =
  /\b(?:fixme|move|must|put|replace|should|todo|use)\b.{0,40}(?:\benv(?:ironment)?\b|\.env\b|\bvault\b|\bsecrets? manager\b)|\bhard-?coded (?:for|here|key|secret|temporar|token|value)/i;

/** What only a name calls a credential, and what the code around it shows to open nothing. */
const isHarmless = (file: SourceFile, { node, text }: TextSite, { name }: Credential): boolean =>
  isPublishedKey(file, name) ||
  keysRandom(file, node) ||
  isForMailCatcher(node) ||
  isForEmulator(node) ||
  (isWeakPassword(text) && isSwitchedOff(node)) ||
  isInListOfCommonOnes(node) ||
  isOnlyRefused(file, node);

/** `auth.config` of `src/auth.config.ts`, `config` of `config/index.js`. */
const moduleOf = perFile(({ filename }): string => /([^/]{1,100}?)(?:\/index)?\.[cm]?[jt]sx?$/.exec(filename)?.[1] ?? "");

/** The names around a text; behind them the variable that it stands in for, where that says more: `const KEY = process.env.JWT_SECRET || "…"`. */
function namesFor({ settings }: SourceFile, { names, fallback, variables = [], instead }: Surroundings): readonly string[] {
  const own = nameEvidence(names.at(-1), settings);
  if (own?.strength === "strong") return names;
  const others = [fallback?.name, ...variables, instead].filter((name) => name !== undefined);
  const better = others.find((name) => nameEvidence(name, settings)?.strength === "strong") ?? (own ? undefined : others[0]);
  return better === undefined ? names : [...names, better];
}

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

import type { TSESTree } from "@typescript-eslint/utils";
import { lineOf, referenceName, type Node } from "../../ast/nodes.js";
import { credentialIn } from "../../secrets/literals/credential.js";
import { KIND_NAMES } from "../../secrets/evidence.js";
import { fileRoleOf } from "../../secrets/file-role.js";
import { isShowable, shownName } from "../../secrets/masking.js";
import type { Exposure } from "../../secrets/values/providers.js";
import { isPublishedKey } from "../../secrets/literals/published-keys.js";
import { isOfCommand } from "../../secrets/values/commands.js";
import { classifyValue, type ValueEvidence } from "../../secrets/values/values.js";
import { isWeakPassword } from "../../secrets/values/weak-passwords.js";
import { nameEvidence, wordsOf } from "../../secrets/names/words.js";
import { consumedByAssignment, consumedLiterals } from "../../sinks/credentials/credential-consumer.js";
import { KOA_KEYS } from "../../sinks/credentials/credential-consumers.js";
import { isForEmulator, isForMailCatcher } from "../../sinks/credentials/local-servers.js";
import { keysRandom } from "../../sinks/credentials/random-hmacs.js";
import { perFile, type SourceFile } from "../../source-file.js";
import { acceptedLiteral } from "./accepted.js";
import { basicPair } from "./basic-pairs.js";
import { accepts } from "./consumed-texts.js";
import { isOfKeyList, signsCookies } from "./cookie-keys.js";
import { digestedKey } from "./digested-keys.js";
import { isForNobody, isStoredPassword } from "./hashed-passwords.js";
import { isMapKey } from "./map-keys.js";
import { holdsSession } from "./sent-cookies.js";
import { isInListOfCommonOnes, isOnlyRefused } from "./refused-texts.js";
import { sharedPassword } from "./shared-passwords.js";
import { commentReason, reasonOf } from "./reasons.js";
import { siblingsOf, surroundingsOf, type Surroundings } from "./sites.js";
import { longestPart, textSiteOf, type TextSite } from "./text-sites.js";
import { isForSigner, isSecretOrKey, signsTokens } from "./signers.js";
import { isSwitchedOff } from "./switched-off.js";
import { passwordOfTable } from "./password-tables.js";
import { isPathOf } from "./query-keys.js";
import { turnCredential } from "./turn-servers.js";
import { usedAsCredential } from "./uses.js";
import { chosenName, missingName } from "./variables.js";

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
  /** `proposed` where an edit needs a person to look at it, `none` where no edit can help. */
  edit?: "none" | "proposed";
  /** The program sets a variable for others to read: it cannot read the text from there. */
  setsVariable?: true;
  comment?: TSESTree.Comment;
}

/** `auth.config` of `src/auth.config.ts`. */
const moduleOf = perFile(({ filename }): string => /([^/]{1,100}?)\.[cm]?[jt]sx?$/.exec(filename)?.[1] ?? "");

/** What a literal is by its own text and by the names around it. */
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
    fallback: around.fallback?.name,
    module: moduleOf(file),
  });
  const used =
    !credential && byName && fileRoleOf(file) === undefined
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
  if (!credential && !around.isName && fileRoleOf(file) === undefined && signsCookies(file, site, around))
    return finding(file, site, around, {
      reason: "`keys` signs cookies and holds a literal",
      exposure: "secret",
      env: KOA_KEYS.env,
      ...(site.fixed ? {} : { part: longestPart(site) }),
    });
  const digested = credential || fileRoleOf(file) !== undefined ? undefined : digestedKey(file, site);
  if (digested !== undefined)
    return finding(
      file,
      site,
      { ...around, names: ["encryptionKey"] },
      { reason: `${digested} is the digest of a literal`, exposure: "secret" },
    );
  if (
    !credential ||
    (credential.basis === "name" &&
      (isPublishedKey(file, credential.name) || keysRandom(file, site.node) || isForMailCatcher(site.node) || isForEmulator(site.node))) ||
    isMapKey(file, site, credential)
  )
    return undefined;
  if (
    credential.basis === "name" &&
    ((isWeakPassword(site.text) && isSwitchedOff(site.node)) || isInListOfCommonOnes(site.node) || isOnlyRefused(file, site.node))
  )
    return undefined;
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

/** The names around a text; behind them the variable that it stands in for, where that says more: `const KEY = process.env.JWT_SECRET || "…"`. */
function namesFor({ settings }: SourceFile, { names, fallback, variables = [], instead }: Surroundings): readonly string[] {
  const own = nameEvidence(names.at(-1), settings);
  if (own?.strength === "strong") return names;
  const others = [fallback?.name, ...variables, instead].filter((name) => name !== undefined);
  const better = others.find((name) => nameEvidence(name, settings)?.strength === "strong") ?? (own ? undefined : others[0]);
  return better === undefined ? names : [...names, better];
}

/** The literals that a call hands to a library as credentials. */
export function consumedFindings(
  file: SourceFile,
  taking: TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.AssignmentExpression,
  allowed: (name: string) => boolean,
): Finding[] {
  // `messages/` may hold translations, or what sends messages: translations call no library.
  const role = fileRoleOf(file);
  if (role !== undefined && role !== "i18n" && role !== "seed") return [];
  const literals = taking.type === "AssignmentExpression" ? consumedByAssignment(file, taking) : consumedLiterals(file, taking);
  return literals.flatMap((consumed) => {
    // The accounts that a seed makes up are nobody's; the database that it fills is the one that runs.
    if (role === "seed" && (consumed.consumer.hashes || consumed.consumer.use === "checks")) return [];
    const site = textSiteOf(consumed.literal, consumed.consumer.use === "checks" ? 1 : undefined);
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

/** Credentials in comments: only formats, never names. */
export function commentFindings(file: SourceFile): Finding[] {
  if (fileRoleOf(file) !== undefined) return [];
  return file.sourceCode.getAllComments().flatMap((comment) => {
    const reason = commentReason(comment.value);
    return reason === undefined
      ? []
      : [{ node: file.sourceCode.ast, comment, reason, exposure: "secret", env: "", text: "", proven: true }];
  });
}

/** The literal that a request has to send as its password, key or token. */
export function acceptedFinding(
  file: SourceFile,
  comparison: TSESTree.BinaryExpression,
  allowed: (name: string) => boolean,
): Finding | undefined {
  const accepted = fileRoleOf(file) === undefined ? acceptedLiteral(file, comparison) : undefined;
  const site = accepted && textSiteOf(accepted.literal);
  if (!accepted || !site?.fixed || allowed(accepted.name)) return undefined;
  const { fallback, variables } = surroundingsOf(file, site.node);
  return finding(
    file,
    site,
    { names: [accepted.name], isName: false, ...(fallback && { fallback }), ...(variables && { variables }) },
    { reason: `${shownName(accepted.name, "what is compared")} ${accepted.says} and has to be this literal`, exposure: "secret" },
  );
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
    env:
      around.fallback && site.fixed
        ? missingName(file, around.fallback.name, around.variables)
        : chosenName(file, around.names.filter(isShowable), value, env),
    ...(partial ? { part } : {}),
    ...(value && isOfCommand(value.id) && { edit: "proposed" as const }),
    ...((around.setsVariable || around.isDefault || isOfKeyList(site, around)) && { edit: "none" as const }),
    ...(around.setsVariable && { setsVariable: true as const }),
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

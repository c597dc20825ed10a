import type { TSESTree } from "@typescript-eslint/utils";
import { lineOf, referenceName } from "../../ast/nodes.js";
import { KIND_NAMES } from "../../secrets/evidence.js";
import { fileRoleOf } from "../../secrets/file-role.js";
import { shownName } from "../../secrets/masking.js";
import { classifyValue } from "../../secrets/values/values.js";
import { wordsOf } from "../../secrets/names/words.js";
import { consumedByAssignment, consumedLiterals } from "../../sinks/credentials/credential-consumer.js";
import { isForMailCatcher } from "../../sinks/credentials/local-servers.js";
import type { SourceFile } from "../../source-file.js";
import { acceptedLiteral } from "./accepted.js";
import { accepts } from "./consumed-texts.js";
import { finding, type Finding } from "./finding.js";
import { isForNobody } from "./hashed-passwords.js";
import { commentReason } from "./reasons.js";
import { surroundingsOf } from "./sites.js";
import { textSiteOf } from "./text-sites.js";

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
    if (!site?.fixed || !accepts(consumed, site.text) || isForMailCatcher(site.node)) return [];
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

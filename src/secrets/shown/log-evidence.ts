import { referenceName, type Node } from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import type { SourceFile } from "../../source-file.js";
import { displayName, KIND_NAMES, type Evidence } from "../evidence.js";
import { isPasswordAgain } from "./log-labels.js";
import { isNamesake } from "../names/namesakes.js";
import { sourceOfType } from "../sources/sources.js";
import { nameEvidence } from "../names/words.js";

// Evidence that counts only where a value is written to a log.

/** `authCodeNumber`, `authCodeSixNumber`: a code that is a number. */
const COUNTED = /_?(?:four|five|six|eight)?_?num(?:ber)?$/i;
/** `otpGenerated`: a code, where something is made for it, and no yes or no. */
const GENERATED = /_?generated$/i;

/** One-time codes may be numbers. */
export function codeNumber(file: SourceFile, node: Node): Evidence | undefined {
  const name = referenceName(node)?.replace(COUNTED, "");
  const isMade =
    GENERATED.test(name ?? "") &&
    originsOf(file.sourceCode, node).some(({ node: origin }) => origin.type === "CallExpression" || origin.type === "BinaryExpression");
  const named = nameEvidence(isMade ? name!.replace(GENERATED, "") : name, file.settings);
  if (named?.kind !== "otp" || named.strength !== "strong" || isNamesake(file, { node, path: [] }, name, named)) return undefined;
  return {
    kind: "otp",
    strength: "strong",
    basis: "name",
    reason: `${displayName(node)} is named as ${KIND_NAMES.otp}`,
    node,
    whole: true,
  };
}

export function passwordAgain(file: SourceFile, node: Node): Evidence | undefined {
  const source = sourceOfType(file, node, "request");
  if (!source || !isPasswordAgain(source.name)) return undefined;
  return {
    kind: "password",
    strength: "strong",
    basis: "provenance",
    reason: `${displayName(node)} ${source.says}, ${KIND_NAMES.password} once more`,
    node,
    source,
    whole: source.whole,
  };
}

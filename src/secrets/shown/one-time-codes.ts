import type { TSESTree } from "@typescript-eslint/utils";
import { literalText, outward, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { definitionOf, variableOf } from "../../ast/scope.js";
import { perFile, type SourceFile } from "../../source-file.js";
import { inEnglish } from "./log-labels.js";
import { isSignIn } from "../surroundings.js";
import { sourceOfType } from "../sources/sources.js";

// One-time codes and PINs under names that say less than the text around them.

/** What a line says of a code that proves something once. */
const SAYS_CODE =
  /\b(?:2fa|mfa)\b[\s\w\]]{1,12}\bc(?:ode|[oó]digo)\b|\b(?:2fa|activation|auth(?:entication)?|confirmation|log-?in|mfa|one-time|recovery|reset|security|sign-?in|verification|verify)[ -](?:code|pin)\b|\b(?:otp|one-time password)\b/i;
/** The same line is about something else: what went wrong, or what somebody answered. */
const SAYS_OTHER =
  /\b(?:error|exception|exit|exited|expired|fail|failed|failure|failing|http|invalid|respond\w*|response|result|return\w*|status|wrong)\b/i;
/** Between a value and what a line says before it. */
const JOINS = /^\W*(?:(?:is|are|was|with|using)\W+)?(?:(?:the )?(?:code|otp|pin)\W*)?$/i;
/** `"OTP sent", code`; of a translation, the code itself stands behind it. */
const TOLD_OF = /\bverification code\s{1,3}\W{0,5}$|\b(?:code|otp)\s(?:(?:has been|is|was)\s)?(?:created|generated|saved|sent)\W{0,5}$/i;
const MAX_TEXT = 300;
/** Texts before a value that are looked at. */
const MAX_TEXTS = 6;

/** `code` of `Verification code sent to ${email}: ${code}`, of `with code ${code}` where it comes with a password. */
export function isToldAsCode(file: SourceFile, node: Node): boolean {
  if (node.type !== "Identifier" || !/^(?:cod|code|codigo|kode?|num|number|pin|yzm)$/i.test(node.name)) return false;
  const texts = textsBefore(node);
  const told = inEnglish(texts.join(" ").slice(-MAX_TEXT));
  if (/\bcode\W{0,5}$/i.test(told) && !SAYS_OTHER.test(told) && comesWith(file, node, /^(?:pass|passwd|password|pwd)$/i)) return true;
  return SAYS_CODE.test(told) && !SAYS_OTHER.test(told) && (JOINS.test(texts.at(-1) ?? "") || TOLD_OF.test(told));
}

/** Whether something of such a name is taken out beside a value: `({ email, password, code }) => …`. */
function comesWith({ sourceCode }: SourceFile, value: Node, names: RegExp): boolean {
  const variable = value.type === "Identifier" ? variableOf(sourceCode, value) : undefined;
  const property = variable && (definitionOf(variable)?.name as Node | undefined)?.parent;
  const pattern = property?.type === "Property" ? property.parent : undefined;
  return (
    pattern?.type === "ObjectPattern" && pattern.properties.some((each) => each.type === "Property" && names.test(staticName(each) ?? ""))
  );
}

/** All written texts before a value in its template, its sum or its call; the last one may be empty. */
export function textsBefore(node: Node): string[] {
  const place = outward(node);
  if (!place) return [];
  const { parent, child } = place;
  switch (parent.type) {
    case "TemplateLiteral": {
      const end = parent.expressions.indexOf(child as TSESTree.Expression) + 1;
      const quasis = parent.quasis.slice(Math.max(end - MAX_TEXTS, 0), end).map((quasi) => quasi.value.cooked ?? "");
      return quasis.length > 1 || SAYS_CODE.test(quasis[0] ?? "") ? quasis : [...textsBefore(parent), ...quasis];
    }
    case "BinaryExpression":
      return parent.operator === "+" && parent.right === child ? writtenTexts(parent.left as Node) : [];
    case "CallExpression": {
      const at = parent.arguments.indexOf(child as TSESTree.Expression);
      return parent.arguments.slice(Math.max(at - MAX_TEXTS, 0), Math.max(at, 0)).flatMap((each) => writtenTexts(each));
    }
    default:
      return [];
  }
}

function writtenTexts(node: Node, depth = 0): string[] {
  const inner = unwrap(node);
  if (inner.type === "TemplateLiteral") return inner.quasis.slice(-MAX_TEXTS).map((quasi) => quasi.value.cooked ?? "");
  if (inner.type === "BinaryExpression" && depth < MAX_TEXTS)
    return [...writtenTexts(inner.left as Node, depth + 1), ...writtenTexts(inner.right, depth + 1)];
  return [literalText(inner) ?? ""];
}

/** Boards have pins of another sort. */
const isAboutBoards = perFile(({ sourceCode: { text } }) =>
  /arduino|firmata|gpio|johnny-five|onoff|pigpio|pinMode|raspi|digitalWrite|\besp(?:8266|32)\b/i.test(text),
);
const THINGS = /board|button|chip|circuit|device|electr|led|lamp|light|map|motor|node|pump|relay|sensor|servo|switch|valve/i;

/** Whose a PIN is: `({ username, pin })`. */
const PERSON = /^(?:account|card|e?mail|phone|user)(?:_?(?:id|name|no|number))?$/i;

/** `PIN: ${account.pin}`, of a record that the program keeps, and `"new pin", pin`, of a request. */
export function isPersonsPin(file: SourceFile, node: Node, label: string | undefined): boolean {
  if (referenceName(node) !== "pin" || !/\bpin\W{0,5}$/i.test(label ?? "") || isAboutBoards(file)) return false;
  if (sourceOfType(file, node, "request")) return isSignIn(file, node) || comesWith(file, node, PERSON);
  if (node.type !== "MemberExpression" || !/\bPIN\W{0,5}$/.test(label ?? "")) return false;
  return sourceOfType(file, node, "stored") !== undefined && !THINGS.test(referenceName(node.object) ?? "");
}

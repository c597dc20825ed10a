import { referenceName, type Node } from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { isSumOrTemplate } from "../../ast/texts.js";
import type { SourceFile } from "../../source-file.js";
import { displayName } from "../evidence.js";
import { parameterBefore } from "../holders/written-parameters.js";
import { shownName } from "../masking.js";
import { textsBefore } from "./one-time-codes.js";

/** Of what stands before a link. */
const MAX_TEXT = 200;

/** What the address that a value stands in, or the text before a link, says of it: a clause for a message. */
export function saidBefore(file: SourceFile, node: Node, label: string | undefined): string | undefined {
  const parameter = parameterBefore(file, label, node);
  if (parameter !== undefined) return `the address that ${displayName(node)} stands in calls it ${shownName(parameter, "a secret")}`;
  const name = node.type === "CallExpression" ? "" : (referenceName(node) ?? "");
  return isSignInLink(textsBefore(node).join(" "), name) && isGiven(file, node)
    ? `the text before ${displayName(node)} calls it a link that lets in whoever opens it`
    : undefined;
}

/** Whether the file does not show what a value is put together from. */
const isGiven = ({ sourceCode }: SourceFile, node: Node): boolean =>
  originsOf(sourceCode, node).every(({ node: origin }) => !/^(?:Literal|NewExpression)$/.test(origin.type) && !isSumOrTemplate(origin));

/** `Magic link for … : `, `Password reset URL: `: right before a link that lets in whoever opens it; a `Login URL` is a page, as an invitation mostly is. */
const SIGN_IN_LINK =
  /\b(?:(?:account )?recovery|activation|magic|(?:password[- ])?reset|verification) (?:link|ur[il])(?: (?:for|of)[\w\s@.-]{0,40})?\s{0,3}[:=][\s>]{0,3}$/i;
const FAILED = /\b(?:error|fail\w{0,4}|no|not|template)\b/i;
/** Not `verification_uri`, where people type the code of a device (RFC 8628). */
const LINK =
  /^(?!verification_?ur[il]$)(?:[a-z\d]{1,40}_)?(?:href|link|ur[il])$|^(?!verificationUr[il]$)[a-z]\w{0,40}(?:Href|Link|Ur[il]|UR[IL])$/;

/** Whether a text calls a value a link that signs people in or sets a password. */
function isSignInLink(text: string, name: string): boolean {
  const before = text.slice(-MAX_TEXT);
  return LINK.test(name) && SIGN_IN_LINK.test(before) && !FAILED.test(before);
}

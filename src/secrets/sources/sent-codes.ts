import { referenceName, staticName, type Node } from "../../ast/nodes.js";
import { isSumOrTemplate, textRightBefore } from "../../ast/texts.js";
import { originsOf } from "../../ast/origins.js";
import type { SourceFile } from "../../source-file.js";
import { displayName } from "../evidence.js";
import { isAboutOneTimeCodes } from "../surroundings.js";
import { DISARMING } from "../names/lexicon.js";
import { wordsOf } from "../names/words.js";

// Codes that a program sends to somebody, to have them sent back.

/** What a code that somebody is sent may be called, beside its address. */
const CODE_NAME =
  /^(?:(?:activation|auth|confirm\w{0,6}|email|login|new|otp|phone|random|security|sms|verif\w{0,8})_?)?(?:code|c[oó]digo|kode?|otp|pin)$|^(?:digits|rand(?:om)?(?:_?num(?:ber)?)?)$/i;

/** `sendEmailVerifyCode`, `sendOtpMail`, `sendSmsCode`; not `sendStatusCode`, `sendPromoCode`. */
export function sendsCode(name: string): boolean {
  const [first, ...rest] = wordsOf(name);
  return (
    /^(?:deliver|dispatch|email|mail|send|sms|text)$/.test(first ?? "") &&
    (rest.some((word) => /^(?:2fa|activation|confirmation|mfa|otp|passcode|verification|verify)$/.test(word)) ||
      (rest.includes("code") && rest.some((word) => /^(?:access|auth|email|login|mail|phone|security|sms)$/.test(word)))) &&
    !rest.some((word) => DISARMING.has(word) || /^(?:error|exit|status)$/.test(word))
  );
}

const MAX_CLIMB = 8;

/** `TemplateParam: JSON.stringify({ code })`, `` `{"code":"${code}"}` ``: what is filled into the text of a message, at Alibaba and Tencent Cloud. */
export function isFilledIn(read: Node): boolean {
  if (!isSentCode(read) || !isUnderCode(read)) return false;
  let node: Node | undefined = read;
  for (let hops = 0; node && hops < MAX_CLIMB && !/Statement$|Function/.test(node.type); hops++, node = node.parent)
    if (node.type === "Property" && /^template_?params?(?:_?set)?$/i.test(staticName(node) ?? "")) return true;
  return false;
}

/** `{ code }`, `{ code: made }`, `` `{"code":"${made}"}` ``; not `{ order: code }`. */
function isUnderCode(read: Node): boolean {
  const { parent } = read;
  if (parent?.type === "Property") return CODE_NAME.test(staticName(parent) ?? "");
  return !isSumOrTemplate(parent) || /(?:code|otp|pin)\W{0,6}$/i.test(textRightBefore(read) ?? "");
}

/** What draws a code: `Math.floor(1000 + Math.random() * 9000)`, `crypto.randomInt(1e6)`, `generateCode()`. */
const DRAWS =
  /\b(?:Math\.random|crypto\.random\w{1,20}|_\.random|rand|random(?:Bytes|Int|Number|String|UUID)?|getRandomValues)\(|^(?:await )?(?:\w{1,30}\.){0,3}(?:create|gen|generate|make|random)_?(?:Confirmation|Numeric|Random|Verification)?_?(?:code|number|otp)\(/i;
const MAX_TEXT = 160;

/** `code` of `const code = Math.floor(1000 + Math.random() * 9000)` in `sendOtp`: a clause for a message, or undefined. */
export function drawnCode(file: SourceFile, node: Node): string | undefined {
  if (node.type !== "Identifier" || !isSentCode(node) || !isAboutOneTimeCodes(file, node)) return undefined;
  const isDrawn = originsOf(file.sourceCode, node).some(
    ({ node: origin, path }) =>
      path.length === 0 && origin !== node && DRAWS.test(file.sourceCode.getText(origin as never).slice(0, MAX_TEXT)),
  );
  return isDrawn ? `${displayName(node)} is a code that somebody is to send back` : undefined;
}

/** `code` of `sendSmsCode(phone, code)`. */
export const isSentCode = (argument: Node): boolean => CODE_NAME.test(referenceName(argument) ?? "");

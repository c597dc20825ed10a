import type { Destination } from "../../ast/destinations.js";
import { dottedPath, literalText, outward, referenceName, staticName, type Node } from "../../ast/nodes.js";
import { readsOf, variableOf } from "../../ast/scope.js";
import { endText, isSum } from "../../ast/texts.js";
import { inEnglish } from "../../secrets/shown/log-labels.js";
import type { SourceFile } from "../../source-file.js";
import { isNumberBelow, numberOf } from "./random-numbers.js";

/** `Your OTP is `, `<p>Verification code: <b>`: what somebody is told right before a code that they have to send back. */
const ANNOUNCES =
  /\b(?:otp|one[- ]time (?:code|passcode|password|pin)|(?:activation|authentication|confirmation|login|log-?in|password reset|recovery|reset|security|sign-?in|verification) (?:code|pin))(?:(?: (?:for|to) [\w' -]{1,30})? is| (?:es|est|ist|lautet|é|是|为|為|は))?\s?[:=-]?\s?$/i;
/** `Your new password is `: what somebody is told that they log in with. */
const ANNOUNCES_PASSWORD =
  /\b(?:your|new|temporary|temp|initial|generated) (?:new |temporary |login )?password(?: for [\w' -]{1,30})?(?:\s?[:=]| (?:is|will be):?)\s?$/i;
/** ` is your login code`: right behind it. */
const ANNOUNCES_BEFORE =
  /^\s?(?:is|es|est|ist) your (?:[\w'-]{1,20} ){0,2}(?:otp|one[- ]time (?:code|passcode|password|pin)|(?:activation|authentication|confirmation|login|log-?in|recovery|reset|security|sign-?in|verification) (?:code|pin))\b/i;
/** What is said of a password behind a number: `% strong`, ` characters long`. */
const MEASURE = /^\s?(?:%|char(?:s|acters?)?\b|days?\b|digits?\b|letters?\b|long\b|of\b|out of\b|points?\b|symbols?\b|times?\b|words?\b)/i;
const MAX_TEXT = 160;
const MAX_READS = 20;

/** As what a random value is announced where it is read as a whole: `` `Your OTP is ${value}` ``, `"Your new password is " + value`. */
export function announcedAs(file: SourceFile, random: Node, places: readonly Destination[]): string | undefined {
  const holder = places.find(
    (place) =>
      place.kind === "variable" &&
      place.node.type === "Identifier" &&
      /^(?:ArrayPattern|VariableDeclarator)$/.test(place.node.parent?.type ?? ""),
  )?.node;
  const variable = holder?.type === "Identifier" ? variableOf(file.sourceCode, holder) : undefined;
  const reads = variable
    ? readsOf(variable)
        .slice(0, MAX_READS)
        .map(({ identifier }) => identifier as Node)
    : [];
  if (
    places.some((place) => isWholeMessage(file, place)) ||
    [random, ...reads].some(isUnderSubject) ||
    reads.some((read) => ANNOUNCES_BEFORE.test(inEnglish(textBehind(read))))
  )
    return "a one-time code";
  const texts = [random, ...reads].map((read) =>
    inEnglish(textBefore(read))
      .replaceAll(/<[^<>]{0,80}>/g, " ")
      .replaceAll(/\s+/g, " "),
  );
  if (texts.some((text) => ANNOUNCES.test(text))) return "a one-time code";
  // `Your password is ${score}% strong`
  const isMeasured = isNumberBelow(file, random, 1000) || [numberOf(random), ...reads].some((read) => MEASURE.test(textBehind(read)));
  return !isMeasured && texts.some((text) => ANNOUNCES_PASSWORD.test(text)) ? "a password" : undefined;
}

/** What mails are about that hold a code: `Forgot password code`, `Your OTP`. */
const SUBJECT =
  /\b(?:otp|one[- ]time|passcode|verification|verify your|2fa|two[- ]factor|(?:activation|authentication|confirmation|login|pass(?:word|wort)|recovery|reset|security|sign-?in|access)(?: \w{1,12}){0,2} (?:code|pin))\b/i;
/** The body of a mail. */
const BODY = /^(?:body|content|context|data|html|message|params|props|text|variables)$/i;
/** Properties of what its template is given that may hold the code. */
const CARRIES = /^value$|code|otp|pin$|token/i;
const MAX_LEVELS = 10;

/** `sendMail({ to, subject: "Forgot password code", html: template(value) })`: the body of a mail, or what is made of it there. */
function isUnderSubject(read: Node): boolean {
  let child = read;
  for (let level = 0; level < MAX_LEVELS; level++) {
    const { parent }: Node = child;
    if (!parent || !/^(?:BinaryExpression|CallExpression|ObjectExpression|Property|TemplateLiteral)$/.test(parent.type)) return false;
    if (parent.type === "CallExpression" && parent.callee === child && level > 0) return false;
    const name = parent.type === "Property" ? (staticName(parent) ?? "") : undefined;
    if (name !== undefined && !BODY.test(name) && !CARRIES.test(name)) return false;
    if (parent.type === "ObjectExpression" && child.type === "Property" && BODY.test(staticName(child) ?? "")) {
      const subject = parent.properties.find((each) => each.type === "Property" && staticName(each) === "subject");
      if (subject?.type === "Property") return SUBJECT.test(inEnglish(literalText(subject.value) ?? ""));
    }
    child = parent;
  }
  return false;
}

/** `twilio.sendMessage(first + " " + second, phone)`: what a phone is sent is nothing but the number. */
function isWholeMessage(file: SourceFile, place: Destination): boolean {
  if (place.kind !== "argument") return false;
  const path = dottedPath(place.call.callee) ?? [];
  if (!/twilio|sms/i.test(path.join(".")) || !/create|message|notify|send|sms|text/i.test(path.at(-1) ?? "")) return false;
  const said = file.sourceCode
    .getText(place.node as never)
    .slice(0, MAX_TEXT)
    .replaceAll(/\$\{[^}]{0,80}\}/g, "");
  const isSpoken = [...said.matchAll(/(["'`])([^"'`]{0,80})\1/g)].some(([, , text]) => /\p{L}/u.test(text!));
  return (
    !isSpoken && place.call.arguments.some((each, index) => index !== place.index && /phone|mobile|^tel/i.test(referenceName(each) ?? ""))
  );
}

/** The literal text right behind a part of a template or sum. */
function textBehind(part: Node): string {
  for (let place = outward(part); place; place = outward(place.parent)) {
    const { parent, child } = place;
    if (parent.type === "TemplateLiteral")
      return (parent.quasis[parent.expressions.indexOf(child as never) + 1]?.value.cooked ?? "").slice(0, MAX_TEXT);
    if (parent.type !== "BinaryExpression" || parent.operator !== "+") return "";
    if (parent.left === child) return (literalText(parent.right) ?? "").slice(0, MAX_TEXT);
  }
  return "";
}

/** The end of the literal text right before a part of a template or sum; the part may be rounded or made a text there. */
export function textBefore(part: Node): string {
  for (let place = outward(part); place; place = outward(place.parent)) {
    const { parent, child } = place;
    if (parent.type === "TemplateLiteral")
      return (parent.quasis[parent.expressions.indexOf(child as never)]?.value.cooked ?? "").slice(-MAX_TEXT);
    if (isSum(parent) && parent.right === child) {
      const before = endText(parent.left as Node);
      if (before !== undefined) return before.slice(-MAX_TEXT);
    }
    const isForm =
      parent.type === "CallExpression"
        ? parent.callee === child || /^(?:String|ceil|floor|round|trunc)$/.test(referenceName(parent.callee) ?? "")
        : /^(?:BinaryExpression|MemberExpression)$/.test(parent.type);
    if (!isForm) return "";
  }
  return "";
}

import { outward, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { readsOf, variableOf } from "../../ast/scope.js";
import { constantInitializer } from "../../ast/static-value.js";
import { wholeText } from "../../ast/texts.js";
import type { SourceFile } from "../../source-file.js";
import { mintedName } from "../../secrets/names/minted-names.js";
import { textBefore } from "./announced-codes.js";
import { keptUnderText } from "./kept-under.js";
import { isNumberBelow, numberOf } from "./random-numbers.js";

/** `JWT_SECRET=`, `"password": "`, `?access_token=`: how a text names what follows. */
const NAMES = /(?:^|[\s"'`{,;?&|(])([A-Za-z][\w-]{1,40})["']?(?:=|:\s?)["']?$/;
/** `https://app.example/reset/`, `/verify-email/`: what is behind it opens what the page is for. */
const PAGES =
  /\/(?:(?:accept-)?invit(?:e|ation)|activate|confirm(?:-(?:account|email))?|magic(?:-link)?|(?:forgot|recover|reset)(?:-?password)?|password-?reset|verify(?:-?(?:account|e-?mail))?)(?:\/|\?(?:code|hash|key|t|token)=)$/i;
/** `Digest realm="cam", nonce="`: the challenge of a server (RFC 7616). */
const CHALLENGE = /\bDigest realm=.{1,100}[ ,]nonce=["']?$/;
/** `cnonce="…"`, `salt=`, `sid=` are written by protocols that say what they have to be. */
const OPENING = /^(?:a password|a token|an API key|a one-time code|a (?:private|secret) key)$/;
const MAX_NAME = 60;

/** What a text says of a part of it, by the name right before: the noun, and a clause for a message. */
export interface NamedPart {
  noun: string;
  session: boolean;
  says: string;
}

/**
 * @param random what is made up
 * @param text a template or sum
 * @param part what is written into it, directly
 */
export function namedInText(file: SourceFile, random: Node, text: Node, part: Node): NamedPart | undefined {
  const { settings } = file;
  const before = textBefore(part);
  const name = NAMES.exec(before.slice(-MAX_NAME))?.[1];
  const minted = name === undefined ? undefined : mintedName(name, settings);
  if (minted?.is === "strong" && OPENING.test(minted.noun))
    return { noun: minted.noun, session: false, says: `the text before it calls it ${minted.noun}` };
  if (/["']code["']:\s?["']?$/i.test(before) && isOfMessage(part))
    return { noun: "a one-time code", session: false, says: "the text before it calls it a one-time code" };
  if (CHALLENGE.test(before)) return { noun: "a nonce", session: false, says: "it is what a client is challenged with" };
  const value = (part.type === "Identifier" && constantInitializer(file.sourceCode, part)) || part;
  const isSmall = unwrap(value) === numberOf(random) && isNumberBelow(file, random, 100_000);
  if (PAGES.test(before) && !/captcha/i.test(before) && !isSmall && !isOnlyAsked(file, text, part))
    return { noun: "a link that opens something", session: false, says: "the text before it is the address of a page that it opens" };
  const kept = isFirst(text, part) ? keptUnderText(text, before || prefixOf(text), isSmall) : undefined;
  return kept && { noun: kept.noun, session: kept.noun === "a session id", says: "somebody is kept under it" };
}

/** `TemplateParam: '{"code":"' + code + '"}'`: what the message services of clouds fill in. */
function isOfMessage(part: Node): boolean {
  const parent = outward(wholeText(part))?.parent;
  return parent?.type === "Property" && /^template_?param(?:s|Set)?$/i.test(staticName(parent) ?? "");
}

/** Functions that ask at an address, go there or load it, and the attribute that loads it. */
const ASKING = /^(?:attr|axios|del|delete|fetch|get|goto|head|load|navigate|open|patch|post|push|put|replace|request|visit)$/;

/** `fetch(`/confirm/${Math.random()}`)`, `img.src = `/verify?t=${…}``: nobody keeps what is asked with, so that it opens nothing. */
function isOnlyAsked({ sourceCode }: SourceFile, text: Node, part: Node): boolean {
  const { parent, child } = outward(text) ?? {};
  const isAsked =
    parent?.type === "CallExpression"
      ? parent.callee !== child && ASKING.test(referenceName(parent.callee) ?? "")
      : parent?.type === "JSXExpressionContainer" || (parent?.type === "AssignmentExpression" && referenceName(parent.left) === "src");
  if (!isAsked) return false;
  const inner = unwrap(part);
  const variable = inner.type === "Identifier" ? variableOf(sourceCode, inner) : undefined;
  return variable === undefined || readsOf(variable).length === 1;
}

/** Whether only a literal stands before a part. */
function isFirst(text: Node, part: Node): boolean {
  if (text.type === "TemplateLiteral") return text.expressions[0] === part;
  return (
    text.type === "BinaryExpression" &&
    /^(?:Identifier|Literal)$/.test(unwrap(text.left as Node).type) &&
    outward(text)?.parent.type !== "BinaryExpression"
  );
}

/** `forgot_` of `FORGOT_PREFIX + token`. */
const prefixOf = (text: Node): string =>
  text.type === "BinaryExpression" ? `${/^([a-z]\w{1,40}?)_?prefix$/i.exec(referenceName(text.left as Node) ?? "")?.[1] ?? ""}:` : "";

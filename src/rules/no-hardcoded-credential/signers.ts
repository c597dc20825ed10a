import { enclosingClass } from "../../ast/functions.js";
import { outward, propertyValue, referenceName, staticName, type Node } from "../../ast/nodes.js";
import type { Surroundings } from "./sites.js";
import type { TextSite } from "./text-sites.js";

const SIGNERS = /^(?:sign|verify)(?:Async)?$|^(?:express)?_?jwt(?:Module|Service|Strategy)?$/i;

const OTHER_SIGNERS = /^(?:account|kms|signer|vault|wallet)(?:Client|Service)?$/i;

/**
 * Whether an object is handed to what signs and checks tokens: `jwtService.sign(claims, { secret: "…" })`,
 * `JwtModule.register({ secret: "…" })`, `new JwtStrategy({ secretOrKey: "…" })`, `super({ secretOrKey: "…" })` of `class JwtStrategy`. Whatever text stands there is what they are signed with.
 */
export function isForSigner(object: Node): boolean {
  const { parent, child } = outward(object) ?? {};
  if ((parent?.type !== "CallExpression" && parent?.type !== "NewExpression") || parent.callee === child) return false;
  const { callee } = parent;
  if (callee.type === ("Super" as string))
    return SIGNERS.test(enclosingClass(parent)?.id?.name ?? "") || propertyValue(object, "secretOrKey") !== undefined;
  const method = callee.type === "MemberExpression" ? staticName(callee) : undefined;
  // A wallet and a service of keys sign, too: they are told which key.
  if (callee.type === "MemberExpression" && /^(?:sign|verify)/.test(method ?? "") && OTHER_SIGNERS.test(referenceName(callee.object) ?? ""))
    return false;
  const taker = callee.type === "MemberExpression" && method === "register" ? callee.object : callee;
  return SIGNERS.test(referenceName(taker) ?? "");
}

/** Whether a text is the `secretOrKey` of something, as strategies of Passport call what their tokens are checked with. */
export const isSecretOrKey = (text: Node): boolean => {
  const property = outward(text)?.parent;
  return property?.type === "Property" && staticName(property) === "secretOrKey" && property.value === text;
};

/**
 * Why a text is what tokens are signed with, however short: `super({ secretOrKey: "ok" })` of a strategy.
 *
 * @returns a clause for the message
 */
export const signsTokens = ({ node, fixed, text }: TextSite, { object }: Surroundings): string | undefined =>
  fixed && text.length < SHORT && object && isSecretOrKey(node) && isForSigner(object)
    ? "`secretOrKey` is what tokens are checked with"
    : undefined;
const SHORT = 3;

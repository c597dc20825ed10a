import { enclosingClass } from "../../ast/functions.js";
import { outward, referenceName, staticName, type Node } from "../../ast/nodes.js";

const SIGNERS = /^(?:sign|verify)(?:Async)?$|^(?:express)?_?jwt(?:Module|Service|Strategy)?$/i;

/**
 * Whether an object is handed to what signs and checks tokens: `jwtService.sign(claims, { secret: "…" })`,
 * `JwtModule.register({ secret: "…" })`, `new JwtStrategy({ secretOrKey: "…" })`, `super({ secretOrKey: "…" })` of `class JwtStrategy`. Whatever text stands there is what they are signed with.
 */
export function isForSigner(object: Node): boolean {
  const { parent, child } = outward(object) ?? {};
  if ((parent?.type !== "CallExpression" && parent?.type !== "NewExpression") || parent.callee === child) return false;
  const { callee } = parent;
  if (callee.type === ("Super" as string)) return SIGNERS.test(enclosingClass(parent)?.id?.name ?? "");
  const taker = callee.type === "MemberExpression" && staticName(callee) === "register" ? callee.object : callee;
  return SIGNERS.test(referenceName(taker) ?? "");
}

import { outward, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { isPlaceholder } from "../../secrets/values/placeholders.js";
import type { TextSite } from "./text-sites.js";

/** What Supabase and Firebase make accounts and sessions with. They take the text as it is, whatever it looks like. */
const ACCOUNTS = /^(?:createUser|signInWithPassword|signUp)$/;
const WHO = /^(?:email|phone)$/;

/**
 * Why a text is the password of many: it stands in `auth.signUp({ email: guest.email, password: "…" })`, beside an address that is computed.
 *
 * @returns a clause for the message
 */
export function sharedPassword({ node, text }: TextSite): string | undefined {
  const property = outward(node)?.parent;
  if (
    property?.type !== "Property" ||
    staticName(property) !== "password" ||
    property.parent.type !== "ObjectExpression" ||
    isPlaceholder(text)
  )
    return undefined;
  const { parent: call, child } = outward(property.parent) ?? {};
  if (
    call?.type !== "CallExpression" ||
    call.arguments[0] !== child ||
    !ACCOUNTS.test(referenceName(call.callee) ?? "") ||
    !isOfAuth(call.callee)
  )
    return undefined;
  const isOfMany = property.parent.properties.some(
    (each) => each.type === "Property" && WHO.test(staticName(each) ?? "") && isComputed(each.value),
  );
  return isOfMany ? "`password` is the same for every account that this call is given" : undefined;
}

/** `supabase.auth.admin.createUser`, `getAuth().createUser`. */
function isOfAuth(callee: Node): boolean {
  let owner = unwrap(callee);
  for (let hops = 0; hops < 6 && (owner.type === "MemberExpression" || owner.type === "CallExpression"); hops++) {
    owner = unwrap(owner.type === "MemberExpression" ? owner.object : owner.callee);
    if (/^(?:\w{0,20}Auth|auth)$/.test(referenceName(owner) ?? "")) return true;
  }
  return false;
}

const isComputed = (value: Node): boolean =>
  value.type !== "Literal" && !(value.type === "TemplateLiteral" && value.expressions.length === 0);

import { referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { originsOf, type Origin } from "../../ast/origins.js";
import { perFile, type SourceFile } from "../../source-file.js";
import type { Holder } from "./holder.js";

/** What answers with a session, `{ data: { session, user }, error }`, <https://supabase.com/docs/reference/javascript/auth-api>. */
const BRINGS_SESSION =
  /^(?:exchangeCodeForSession|getSession|refreshSession|setSession|signInAnonymously|signInWith(?:IdToken|Password)|signUp|verifyOtp)$/;

const usesSupabase = perFile(
  ({ sourceCode: { text } }) =>
    /["'][@\w./~-]{0,60}supabase/i.test(text) ||
    /supabase\w{0,20}(?:\(\))?(?:\??\.\w{1,20}(?:\(\))?){0,2}\??\.auth\b/i.test(text) ||
    /supabase(?:\w{0,10}client)?\(/i.test(text),
);

/** `session` of `await supabase.auth.getSession()`, of `auth.onAuthStateChange((event, session) => …)`, and the answers around it. */
export function supabaseSession(file: SourceFile, node: Node, shown: string): Holder | undefined {
  return usesSupabase(file) && originsOf(file.sourceCode, node).some(isSession)
    ? { reason: `${shown} is the session of whoever is signed in to Supabase, with its tokens in it`, names: [] }
    : undefined;
}

function isSession({ node, path, parameter }: Origin): boolean {
  if (parameter) return path.length === 0 && parameter.index === 1 && isAuthCall(parameter.of.parent, /^onAuthStateChange$/);
  return /^(?:data(?:\.session)?)?$/.test(path.join(".")) && isAuthCall(node, BRINGS_SESSION);
}

/** `supabase.auth.getSession()` */
function isAuthCall(call: Node | undefined, method: RegExp): boolean {
  const callee = call?.type === "CallExpression" ? unwrap(call.callee) : undefined;
  return callee?.type === "MemberExpression" && method.test(staticName(callee) ?? "") && referenceName(callee.object) === "auth";
}

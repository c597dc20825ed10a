import type { TSESTree } from "@typescript-eslint/utils";
import { isSum } from "../../ast/texts.js";
import { literalText, outward, propertyValue, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { readsOf, type Variable } from "../../ast/scope.js";
import { staticString } from "../../ast/static-value.js";
import { wordsOf } from "../names/words.js";
import { perFile, type SourceFile } from "../../source-file.js";

// Calls by which a client signs people in or up.

/** The end of an address where people sign in: `/api/users/login`. */
const SIGN_IN = /(?:^|[/_-])(?:log[-_]?in|sign[-_]?in|authenticate)\/?$/i;
/** Where they sign up; devices, webhooks and people for a course register too. */
const SIGN_UP =
  /(?:^|\/)sign-?up\/?$|(?:^\/?|\/(?:accounts?|admins?|api|auth|customers?|members?|sellers?|students?|teachers?|users?|v\d{1,2}|vendors?)\/)register\/?$/i;

const LOGS_IN =
  /^(?:api|auth|do|handle|perform|post|request|send|submit|user)?_?(?:log_?in|sign_?in)_?(?:Account|Admin|Api|Async|Customer|Request|Service|Thunk|User|With(?:Credentials|Email(?:AndPassword)?|Password))?(?:Mutation)?$/i;
const SIGNS_UP =
  /^(?:api|auth|do|handle|perform|post|request|send|submit|user)?_?(?:sign_?up|register_?(?:Account|Admin|Customer|New_?User|User))_?(?:Account|Admin|Api|Async|Customer|Request|Service|Thunk|User)?$/i;
const ACTION = /^(?:(?!component|module|plugin|worker)\w{1,30}\/)?(?:log_?in|sign_?in|sign_?up|register)$/i;

/** `login(values)`, `AuthApi.logIn(values)`, `supabase.auth.signInWithPassword(values)`, `supabase.auth.verifyOtp({ … })`. */
export const isNamedSignIn = (call: TSESTree.CallExpression): boolean =>
  [LOGS_IN, /^verifyOtp$/].some((each) => each.test(referenceName(call.callee) ?? ""));

/** Whether a request goes where people sign in: `axios.post("/login", values)`, `axios({ method: "post", url: "/login" })`. */
export function isSignInRequest(file: SourceFile, call: TSESTree.CallExpression): boolean {
  const address = postedTo(call);
  if (address === undefined) return false;
  const end = endOf(file, address);
  return end === undefined ? isNamedAddress(address) : SIGN_IN.test(end);
}

/** `ENDPOINTS.AUTH.LOGIN`, `LOGIN_URL`: an address that is written elsewhere; not `EVENTS.login`, `owner.login`. */
function isNamedAddress(address: Node): boolean {
  const named = NAMED_SIGN_IN.exec(referenceName(address) ?? "");
  if (!named || named[1] !== undefined) return named !== null;
  const inner = unwrap(address);
  if (inner.type !== "MemberExpression") return inner.type === "Identifier" && inner.name === inner.name.toUpperCase();
  return !NO_ADDRESSES.test(wordsOf(referenceName(inner.object) ?? "").at(-1) ?? "");
}

/** What a login of is an event, a text or a person. */
const NO_ADDRESSES = /^(?:account|actions?|author|events?|labels?|messages?|owner|profile|strings|texts?|translations?|types?|users?)$/;
const NAMED_SIGN_IN = /^(?:\w{1,30}_)?(?:log_?in|sign_?in)(_?(?:api|endpoint|path|route|ur[il]))?$/i;

/** Where a request sends something: the first argument of `post`, or what the options of `axios`, `fetch`, `$.ajax` say. */
function postedTo(call: TSESTree.CallExpression): Node | undefined {
  const [first, second] = call.arguments as Node[];
  const callee = unwrap(call.callee);
  const name = referenceName(callee) ?? "";
  if (callee.type === "MemberExpression" && /^(?:post|put)$/.test(name)) return referenceName(callee.object) === "ky" ? undefined : first;
  if (!/^(?:ajax|axios|fetch|http|instance|request)$/.test(name)) return undefined;
  const options = first?.type === "ObjectExpression" ? first : second;
  const method = literalText(propertyValue(options, "method") ?? propertyValue(options, "type"));
  return /^post$/i.test(method ?? "") ? (options === first ? propertyValue(first, "url") : first) : undefined;
}

/** The last written part of an address: `/login` of `${host}/login`. */
function endOf(file: SourceFile, address: Node): string | undefined {
  const inner = unwrap(address);
  if (inner.type === "TemplateLiteral") return inner.quasis.at(-1)?.value.cooked ?? undefined;
  return isSum(inner) ? endOf(file, inner.right) : staticString(file.sourceCode, inner);
}

/** Values that are called by a person may be the person, who is known by now: `login(user)` of a context. */
const PERSON = /^(?:info|user)/i;

/** Whether a function signs people in or up by what a variable holds: `login(values)`, `api.post("/register", values)`, `dispatch("login", values)`. */
export const isGivenToSignIn = (file: SourceFile, variable: Variable): boolean =>
  readsOf(variable).some(({ identifier }) => takesCredentials(file, identifier as Node, variable.name));

function takesCredentials(file: SourceFile, given: Node, name: string): boolean {
  const place = outward(given);
  if (!place) return false;
  const { parent, child } = place;
  // { body: JSON.stringify(values) }, { data: values }
  if (parent.type === "Property")
    return (
      parent.value === child &&
      /^(?:body|data)$/.test(staticName(parent) ?? "") &&
      parent.parent.parent?.type === "CallExpression" &&
      isSent(file, parent.parent.parent)
    );
  if (parent.type !== "CallExpression") return false;
  const [first, second] = parent.arguments;
  const called = referenceName(parent.callee) ?? "";
  if (first === child)
    return (
      (called === "stringify" && takesCredentials(file, parent, name)) ||
      ((SIGNS_UP.test(called) || LOGS_IN.test(called)) && !PERSON.test(name))
    );
  return second === child && (isSent(file, parent) || (called === "dispatch" && ACTION.test(literalText(first as Node) ?? "")));
}

function isSent(file: SourceFile, call: TSESTree.CallExpression): boolean {
  const address = postedTo(call);
  const end = address && endOf(file, address);
  return end !== undefined && (SIGN_IN.test(end) || SIGN_UP.test(end));
}

const usesFirebase = perFile(({ sourceCode: { text } }) => /firebase/i.test(text));

/** Whether a call brings what Firebase knows of somebody who signed in, with the tokens in it: `signInWithPopup(auth, provider)`. */
export const isFirebaseSignIn = (file: SourceFile, call: TSESTree.CallExpression): boolean =>
  /^(?:signInWith(?:Credential|CustomToken|EmailAndPassword|EmailLink|PhoneNumber|Popup)|createUserWithEmailAndPassword)$/.test(
    referenceName(call.callee) ?? "",
  ) && usesFirebase(file);

import type { Destination } from "../../ast/destinations.js";
import { enclosingFunctions, functionName, literalText, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { shownName } from "../../secrets/masking.js";
import { isRoleKey, makerName, mintedName, type Minted } from "../../secrets/names/minted-names.js";
import { drawsViews } from "../../secrets/surroundings.js";
import { perFile, type SourceFile } from "../../source-file.js";
import { fieldName } from "./form-fields.js";
import { returned } from "./function-results.js";
import { codeKeptIn, codeKeptUnder } from "./kept-under.js";
import {
  asksOtherSites,
  guardsServer,
  isAuthorizationRequest,
  isVerifier,
  ownedValue,
  provesWallets,
  signsCookies,
} from "./token-owners.js";
import { madeSessionId, takenAs } from "./token-takers.js";

// What the name of one destination says of the value that reaches it.

const KEYED = /^(?:append|cookie|hset|put|set|setCookie|setDataValue|setEx|setex|setHeader|setItem|setItemAsync|header)$/;
const CALLBACKS = /^(?:callback|cb|done|next|resolve|fulfill|res)$/;

const isCodeNumber = ({ head }: { head: string }): boolean => /^(?:no|num|number)$/.test(head);

export function judge(file: SourceFile, place: Destination): { minted: Minted; says: string } {
  const { settings } = file;
  if ("name" in place && isOfOneRequest(file, place.name)) return { minted: { is: "other", head: "token" }, says: "" };
  switch (place.kind) {
    case "variable":
    case "property":
    case "attribute":
    case "parameter": {
      const owned = place.kind === "property" ? ownedValue(file, place) : undefined;
      if (owned)
        return { minted: owned.minted, says: `${shownName(place.name)} of ${shownName(owned.owner, "a record")} is ${owned.minted.noun}` };
      if (place.kind === "property" && signsCookies(file, place))
        return {
          minted: { is: "strong", noun: "a secret key", head: "keys" },
          says: `${shownName(place.name)} is a list of keys that sign cookies`,
        };
      if (place.kind === "property" && isAuthorizationRequest(file, place))
        return {
          minted: { is: "strong", noun: `an OAuth ${place.name}`, head: place.name },
          says: `${shownName(place.name)} is sent with an OAuth request`,
        };
      if (isVerifier(file, place.name))
        return { minted: { is: "strong", noun: "a PKCE verifier", head: "verifier" }, says: `${shownName(place.name)} is a PKCE verifier` };
      if (place.kind === "property" && guardsServer(file, place))
        return {
          minted: { is: "strong", noun: "a key that opens something", head: "key" },
          says: `${shownName(place.name)} is compared with what a client sends`,
        };
      const field = formField(file, place);
      if (field) return field;
      const minted = mintedName(place.name, settings);
      if (place.kind === "property" && isOfTransaction(place)) return { minted: { is: "other", head: "nonce" }, says: "" };
      if (isClientNonce(place.name) && !keysSessions(file)) return { minted: { is: "other", head: "nonce" }, says: "" };
      // { key: … }, { code: … } of options and records: too many things are called so
      const vague =
        minted.is === "weak" &&
        place.kind !== "variable" &&
        place.kind !== "parameter" &&
        ((/^(?:key|iv|state)$/.test(minted.head) && !isRoleKey(minted)) ||
          (minted.head === "nonce" && !asksOtherSites(file) && !provesWallets(file)));
      return {
        minted: vague ? { is: "neutral" } : minted,
        says: `${shownName(place.name)} is named as ${"noun" in minted ? minted.noun : ""}`,
      };
    }
    case "return": {
      const made = madeSessionId(file, place.fn);
      if (made !== undefined)
        return { minted: { is: "strong", noun: made, head: "session" }, says: `${shownName(place.name, "the function")} returns ${made}` };
      const minted = returned(file, place.fn, place.name);
      const called = place.fn.parent?.type === "CallExpression";
      return {
        minted,
        says: called
          ? `${shownName(place.name)} is named as ${"noun" in minted ? minted.noun : ""}`
          : `${place.name === undefined ? "the function" : shownName(place.name)} returns ${"noun" in minted ? minted.noun : ""}`,
      };
    }
    case "argument":
      return argument(file, place);
    default:
      return { minted: { is: "neutral" }, says: "" };
  }
}

/** A field of a form whose name says beyond doubt what is written into it. */
function formField(file: SourceFile, place: Destination): { minted: Minted; says: string } | undefined {
  const name = fieldName(file, place);
  const minted = mintedName(name, file.settings);
  return minted.is === "strong" ? { minted, says: `the field ${shownName(name, "of a form")} is named as ${minted.noun}` } : undefined;
}

/** `{ nonce, to, value }`, `tx.nonce`: what counts the transactions of an account. */
function isOfTransaction({ name, node }: { name: string; node: Node }): boolean {
  if (name !== "nonce") return false;
  if (node.type === "MemberExpression") return /^tx|tx$|transaction$/i.test(referenceName(node.object) ?? "");
  const object = node.parent;
  return (
    object?.type === "ObjectExpression" &&
    object.properties.some((each) => /^(?:chainId|data|gas\w{0,20}|to|value)$/.test(staticName(each) ?? ""))
  );
}

/** `clientToken` where AWS is called, or in a form: sent twice, it is one request. */
const isOfOneRequest = (file: SourceFile, name: string | undefined): boolean =>
  /client_?token$/i.test(name ?? "") && (callsAmazon(file) || drawsViews(file));
const callsAmazon = perFile(({ sourceCode: { text } }) =>
  /\bClient(?:Request)?Token\b|\baws-sdk\b|idempoten|\bnew [A-Z]\w{1,60}Command\(/.test(text),
);

/** The client's nonce of HTTP digest opens nothing: it says that the client took part. With `MD5-sess` it goes into the key of the session (RFC 7616, 3.4.2). */
const isClientNonce = (name: string): boolean => /(?:^|_)cnonce$|Cnonce$|client_?nonce$/i.test(name);
const keysSessions = perFile(({ sourceCode: { text } }) => /-sess\b/i.test(text));

/** `res.cookie("auth_session", …)`, `cookies.set("AuthSession", …)`. */
const isOfCookies = (callee: Node, method: string): boolean =>
  /cookie/i.test(method) || (callee.type === "MemberExpression" && /cookies?$/i.test(referenceName(callee.object) ?? ""));

function argument(file: SourceFile, place: Extract<Destination, { kind: "argument" }>): { minted: Minted; says: string } {
  const nothing = { minted: { is: "neutral" } as const, says: "" };
  const { call, index } = place;
  const callee = unwrap(call.callee);
  const taken = takenAs(file, place);
  if (taken !== undefined)
    return {
      minted: { is: "strong", noun: taken, head: "" },
      says: `${shownName(referenceName(callee), "a function")} takes it as ${taken}`,
    };
  const field = formField(file, place);
  if (field) return field;
  const method = referenceName(callee);
  if (method === undefined) return nothing;
  const kept = codeKeptUnder(call, index) ?? codeKeptIn(call, index);
  if (kept !== undefined)
    return { minted: { is: "strong", noun: kept, head: "code" }, says: `the key of the store says that it is ${kept}` };
  const key = index > 0 && KEYED.test(method) ? literalText(call.arguments[0]) : undefined;
  if (key !== undefined) {
    const minted = (isOfCookies(callee, method)
      ? /^(?:auth|connect\.sid|remember_?me|sid)$|session$/i
      : /^(?:session|sid|connect\.sid)$/i
    ).test(key)
      ? { is: "strong" as const, noun: "a session id", head: "session" }
      : mintedName(key, file.settings);
    if (minted.is === "strong") return { minted, says: `${shownName(key, "the key")} is set to it` };
  }
  const verb = /^(?:send|save|store|set|issue|email|sms)(?=[A-Z_])_?/.exec(method)?.[0];
  if (verb !== undefined && !(verb.startsWith("set") && call.arguments.length !== 1)) {
    const minted = makerName(method.slice(verb.length), file.settings);
    const value = call.arguments[index];
    if ((minted.is === "strong" || (minted.is === "weak" && isCodeNumber(minted))) && value && value.type !== "ObjectExpression")
      return { minted, says: `${shownName(method)} takes it` };
  }
  if (CALLBACKS.test(method)) {
    for (const fn of enclosingFunctions(place.node)) {
      const minted = returned(file, fn, functionName(fn));
      if (minted.is === "strong") return { minted, says: `${shownName(functionName(fn), "the function")} gives ${minted.noun}` };
      if (minted.is === "other") break;
    }
  }
  return nothing;
}

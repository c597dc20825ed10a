import { destinationsOf, type Destination, type Guide } from "../ast/destinations.js";
import {
  enclosingFunctions,
  functionName,
  lineOf,
  literalText,
  outward,
  referenceName,
  unwrap,
  type FunctionNode,
  type Node,
} from "../ast/nodes.js";
import { shownName } from "../secrets/masking.js";
import { isMeasure, makerName, mintedName, type Minted } from "../secrets/minted-names.js";
import { wordsOf } from "../secrets/words.js";
import type { RandomShape } from "../secrets/random-sources.js";
import { pathEnd, perFile, type SourceFile } from "../source-file.js";
import { isAnnouncedCode } from "./announced-codes.js";
import { isAnnouncedAbove, isPromisedSecure } from "./announced-makers.js";
import { isDigested, isDigestedTime } from "./digested-times.js";
import { returned } from "./function-results.js";
import { firstKept } from "./kept-under.js";
import { isMarker, rendersAgain } from "./page-markers.js";
import { isBareIn, isBareNumber, isChoice, isSmallNumber, isWholeTime, roundingName } from "./random-numbers.js";
import { formatted, isAlphabet, isCollected } from "./random-texts.js";
import { around } from "./named-makers.js";
import { asksOtherSites, guardsServer, isAuthorizationRequest, ownedValue, signsCookies } from "./token-owners.js";
import { namedInText } from "./text-names.js";
import { isCost, takenAs } from "./token-takers.js";
import { begunSecret, holdsAnother, isTextOfHelper, startsAsThing } from "./token-texts.js";

/** Why a made up value is a token: a clause for a message. */
export interface TokenEvidence {
  /** "a one-time code" */
  noun: string;
  /** "`otp` is named as a one-time code" */
  reason: string;
  /** The name speaks of a session. A session id that a page makes for itself mostly counts visits. */
  session: boolean;
}

/** Words of functions and files that deal with proofs of identity. */
const SECURITY = new Set(
  "2fa activate activation auth authentication authorization confirm confirmation crypto cipher csrf digest email encrypt encryption forget forgot invitation invite jwt login mail mfa oauth oidc otp password passwd phone recover recovery register registration reset secret security signin signup sms sso token tokens totp twofactor verification verify".split(
    " ",
  ),
);
const CRYPTO = new Set("aes auth cipher crypto csp csrf digest encrypt encryption hmac jwt oauth oidc secret security token".split(" "));

/** Codes that label a thing. */
const LABELS = new Set(
  "bar barcode booking captcha color colour country coupon discount game invoice order product promo qr referral room short sku tracking".split(
    " ",
  ),
);

const KEYED = /^(?:append|cookie|hset|put|set|setCookie|setEx|setex|setHeader|setItem|header)$/;
const CALLBACKS = /^(?:callback|cb|done|next|resolve|fulfill|res)$/;

/**
 * Why a random value made at `node` becomes something that opens something: the name of a variable, property, parameter, function, key
 * or file that it reaches, or the function that takes it. Undefined when nothing says so, or when something says otherwise.
 */
export function tokenEvidence(file: SourceFile, node: Node, shape: RandomShape): TokenEvidence | undefined {
  if (shape === "fraction" && rendersAgain(node)) return undefined;
  const { sourceCode, settings } = file;
  const written: { text: Node; part: Node }[] = [];
  const keys: Node[] = [];
  const picked: Node[] = [];
  const guide: Guide = {
    beyond: (place) => goesOn(place, settings),
    picks: (list, pick) => {
      const isPicked = isAlphabet(file, list) || isCollected(pick);
      (isPicked ? picked : keys).push(pick);
      return isPicked;
    },
    makes: (call) => formatted(sourceCode, call),
    writes: (text, part) => written.push({ text, part }),
  };
  const places = withFactories(destinationsOf(sourceCode, node, guide));
  if (places.some((place) => place.kind === "argument" && isCost(file, place))) return undefined;
  const begun = shape === "time" || shape === "list" ? undefined : begunSecret(file, node);
  if (begun) return { noun: begun.noun, session: false, reason: `the text before it is the beginning of ${begun.noun}` };
  let weak: { minted: Extract<Minted, { is: "weak" }>; place: Destination } | undefined;
  for (const place of places) {
    const { minted, says } = judge(file, place);
    if (minted.is === "strong" && isSession(minted) && startsAsThing(node)) continue;
    if (minted.is === "strong" && isMadeUp(file, place, minted, shape, node, places))
      return { noun: minted.noun, session: isSession(minted), reason: `${says}${where(place.node, node)}` };
    if (minted.is === "weak" && !weak) weak = { minted, place };
  }
  if (shape !== "time" && shape !== "list" && isAnnouncedCode(file, node, places))
    return { noun: "a one-time code", session: false, reason: "the text around it says that it is a one-time code" };
  if (shape !== "time" && shape !== "list") {
    const named = written.map(({ text, part }) => namedInText(text, part, settings)).find((each) => each !== undefined);
    if (named) return { noun: named.noun, session: named.session, reason: named.says };
    const kept = firstKept(keys, places);
    if (kept && !startsAsThing(node))
      return {
        noun: kept.noun,
        session: kept.noun === "a session id",
        reason: `somebody is kept under it in ${shownName(kept.store, "a store")}`,
      };
  }
  if (shape === "time" && !(weak?.minted.head === "token" && (isDigestedTime(node, places) || isTokenItself(weak.place, node))))
    return undefined;
  if (
    weak &&
    ((weak.minted.head === "key" && weak.place.kind === "return" && picked.length > 0) ||
      isAccepted(file, weak.minted, weak.place, places, node, shape))
  )
    return { noun: weak.minted.noun, session: false, reason: `${judge(file, weak.place).says}${where(weak.place.node, node)}` };
  return (
    around(file, node, places, shape, picked.length > 0) ??
    (shape === "time" || shape === "list" ? undefined : byComment(file, node, places))
  );
}

/** `token = String(Date.now())`; not `const token = Date.now()`, which tells two calls apart. */
const isTokenItself = (place: Destination, time: Node): boolean =>
  place.kind !== "return" && isWholeTime(time) && outward(time)?.parent.type !== "VariableDeclarator";

/** What a comment says of a value whose names say nothing. */
function byComment(file: SourceFile, node: Node, places: readonly Destination[]): TokenEvidence | undefined {
  if (isPromisedSecure(file, node, places))
    return { noun: "a secret", session: false, reason: "the comment above the function promises that nobody can predict it" };
  const isNamed = (place: Destination): boolean =>
    /^(?:variable|property|return)$/.test(place.kind) && judge(file, place).minted.is === "other";
  return isAnnouncedAbove(file, node) && !places.some(isNamed)
    ? { noun: "a secret", session: false, reason: "the comment above it says that it makes a secret" }
    : undefined;
}

/** What a returned function gives is also what the function around makes: `const otpMaker = (digits) => () => …`. */
function withFactories(places: readonly Destination[]): readonly Destination[] {
  const outer = places.flatMap((place): Destination[] => {
    const parent = place.kind === "return" && place.name === undefined ? outward(place.fn)?.parent : undefined;
    const fn =
      parent?.type === "ReturnStatement" ? enclosingFunctions(parent)[0] : parent?.type === "ArrowFunctionExpression" ? parent : undefined;
    const name = fn && functionName(fn);
    return fn === undefined || name === undefined ? [] : [{ kind: "return", fn, name, node: place.node, derived: true }];
  });
  return outer.length === 0 ? places : [...places, ...outer];
}

const sendsMessages = perFile(({ sourceCode: { text } }) => /nodemailer|send_?(?:e?mail|sms)|twilio/i.test(text));

/** A file whose name says that it makes ids. */
const namesIds = perFile((file) => wordsOf(pathEnd(file, 1).replace(/\.\w+$/, "")).some((word) => /^(?:identifiers?|ids?)$/.test(word)));

const isCodeNumber = ({ head }: { head: string }): boolean => /^(?:no|num|number)$/.test(head);

const isSession = (minted: { noun: string; head: string }): boolean => minted.head === "id" || minted.noun === "a session id";

const where = (place: Node, from: Node): string => (lineOf(place) === lineOf(from) ? "" : ` (line ${lineOf(place)})`);

/** A length, a delay or a colour ends the way; so does a property with a name of its own, since its object is something else. */
function goesOn(place: Destination, settings: SourceFile["settings"]): boolean {
  if (place.kind === "export" || place.kind === "argument") return true;
  if (place.kind === "return") return true;
  const minted = mintedName(place.name, settings);
  if (place.kind === "property" || place.kind === "attribute")
    return minted.is === "neutral" && /^(?:default|defaultValue|value)$/.test(place.name);
  return minted.is !== "other" || !isMeasure(place.name);
}

function judge(file: SourceFile, place: Destination): { minted: Minted; says: string } {
  const { settings } = file;
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
      if (place.kind === "property" && guardsServer(file, place))
        return {
          minted: { is: "strong", noun: "a key that opens something", head: "key" },
          says: `${shownName(place.name)} is compared with what a client sends`,
        };
      const minted = mintedName(place.name, settings);
      if (isClientNonce(place.name) && !keysSessions(file)) return { minted: { is: "other", head: "nonce" }, says: "" };
      // { key: … }, { code: … } of options and records: too many things are called so
      const vague =
        minted.is === "weak" &&
        place.kind !== "variable" &&
        place.kind !== "parameter" &&
        (/^(?:key|iv|state)$/.test(minted.head) || (minted.head === "nonce" && !asksOtherSites(file)));
      return {
        minted: vague ? { is: "neutral" } : minted,
        says: `${shownName(place.name)} is named as ${"noun" in minted ? minted.noun : ""}`,
      };
    }
    case "return": {
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

/** The client's nonce of HTTP digest opens nothing: it says that the client took part. With `MD5-sess` it goes into the key of the session (RFC 7616, 3.4.2). */
const isClientNonce = (name: string): boolean => /(?:^|_)cnonce$|Cnonce$|client_?nonce$/i.test(name);
const keysSessions = perFile(({ sourceCode: { text } }) => /-sess\b/i.test(text));

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
  const method = referenceName(callee);
  if (method === undefined) return nothing;
  const key = index > 0 && KEYED.test(method) ? literalText(call.arguments[0]) : undefined;
  if (key !== undefined) {
    const minted = /^(?:session|sid|connect\.sid)$/i.test(key)
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

/** A clock read or a bare number is more often an expiry or a version than the token itself. */
function isMadeUp(
  file: SourceFile,
  place: Destination,
  minted: Minted,
  shape: RandomShape,
  node: Node,
  places: readonly Destination[],
): boolean {
  const isOwned = place.kind === "property" && (place.name === "key" || place.name === "code");
  // A row of a list that a page shows has a key, too.
  if (isOwned && (shape === "time" || (place.name === "key" && isBareNumber(node)))) return false;
  if (shape === "time") return (place.kind !== "return" && isWholeTime(node)) || isDigestedTime(node, places);
  if ("noun" in minted && minted.noun === "a password" && isTextOfHelper(place)) return false;
  if ("noun" in minted && holdsAnother(file, place, minted.noun)) return false;
  // const secret = Math.floor(Math.random() * 10): a game; sessionId = Math.floor(Math.random() * 100): which stream
  return !(
    "head" in minted &&
    (minted.head === "secret" || ("noun" in minted && isSession(minted) && isBareIn(place.node, node))) &&
    isSmallNumber(file, node)
  );
}

/** Whether a weak name is enough, given the other names on the way and what the code around it is for. */
function isAccepted(
  file: SourceFile,
  minted: Extract<Minted, { is: "weak" }>,
  place: Destination,
  places: readonly Destination[],
  node: Node,
  shape: RandomShape,
): boolean {
  if (shape === "list") return false;
  const others = places.filter((each) => each !== place);
  const names = others
    .filter((each) => each.kind === "variable" || each.kind === "property")
    .map((each) => mintedName((each as { name: string }).name, file.settings));
  const functions = enclosingFunctions(node);
  const made = others
    .filter((each) => each.kind === "return")
    .map((each) => returned(file, (each as { fn: FunctionNode }).fn, (each as { name?: string }).name));
  // let code = …; return code — of generateOrderCode
  // const code = …; agentId = `AGENT-${code}`
  const refined = [...names, ...made].some(
    (each) => each.is === "other" && (each.head.replace(/s$/, "") === minted.head || (each.head === "id" && minted.head === "code")),
  );
  if (refined) return false;
  const named = functions.map(functionName).find((name) => name !== undefined);
  const purpose = makerName(named, file.settings);
  const context = [
    ...wordsOf(named ?? ""),
    ...pathEnd(file, 3)
      .split("/")
      .flatMap((part) => wordsOf(part.replace(/\.\w+$/, ""))),
  ];
  switch (minted.head) {
    case "token":
      if (isMarker(file, places)) return false;
      // this.randomToken = Math.random() * 1000: makes a view render again
      return (
        place.kind !== "property" || !isBareNumber(node) || shape !== "fraction" || /^(?:floor|ceil|round|trunc)$/.test(roundingName(node))
      );
    case "state":
      return asksOtherSites(file) && !isBareNumber(node);
    case "nonce":
      return asksOtherSites(file) || context.some((word) => CRYPTO.has(word));
    case "pass":
      return purpose.is !== "other" || context.some((word) => SECURITY.has(word));
    case "code":
    case "pin":
    case "passcode":
      // String.fromCharCode(code)
      if (
        isChoice(file, node, place.node) ||
        others.some((each) => each.kind === "argument" && /^from(?:CharCode|CodePoint)$/.test(referenceName(each.call.callee) ?? ""))
      )
        return false;
      // generateCaptcha, setCaptchaCode(code)
      if (
        [named, ...others.map((each) => (each.kind === "argument" ? referenceName(each.call.callee) : undefined))].some((name) =>
          wordsOf(name ?? "").some((word) => LABELS.has(word)),
        )
      )
        return false;
      // generateUniqueCode of uniqueIds.js
      if (namesIds(file) && !context.some((word) => SECURITY.has(word))) return false;
      return (named === undefined ? place.kind !== "property" : purpose.is !== "other") || context.some((word) => SECURITY.has(word));
    case "invitation":
    case "invite":
    case "voucher":
      return !isBareNumber(node);
    case "key":
      return isDigested(places) || context.some((word) => CRYPTO.has(word));
    case "no":
    case "num":
    case "number":
      return context.some((word) => SECURITY.has(word)) || sendsMessages(file);
    default:
      return context.some((word) => CRYPTO.has(word));
  }
}

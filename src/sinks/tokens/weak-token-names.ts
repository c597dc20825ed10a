import type { Destination } from "../../ast/destinations.js";
import { dottedPath, enclosingFunctions, functionName, literalText, referenceName, type FunctionNode, type Node } from "../../ast/nodes.js";
import { makerName, mintedName, type Minted } from "../../secrets/names/minted-names.js";
import type { RandomShape } from "../../secrets/sources/random-sources.js";
import { drawsViews } from "../../secrets/surroundings.js";
import { wordsOf } from "../../secrets/names/words.js";
import { pathEnd, perFile, type SourceFile } from "../../source-file.js";
import { drawsCharacter, drawsLetters } from "./random-texts.js";
import { isAskedAgain } from "./asked-keys.js";
import { isDigested } from "./digested-times.js";
import { returned } from "./function-results.js";
import { isMarker } from "./page-markers.js";
import { isBareNumber, isBelowPins, isChoice, isSmallNumber, addsUpNumbers, roundingName } from "./random-numbers.js";
import { asksOtherSites, provesWallets } from "./token-owners.js";
import { namesFile, startsAsName } from "./token-texts.js";

// Names that other things have, too: `token`, `code`, `key`.

/** Words of functions and files that deal with proofs of identity. */
const SECURITY = new Set(
  "2fa activate activation auth authentication authorization confirm confirmation crypto cipher csrf digest email encrypt encryption forget forgot invitation invite jwt login mail mfa oauth oidc otp password passwd phone recover recovery register registration reset secret security signin signup sms sso token tokens totp twofactor verification verify".split(
    " ",
  ),
);
const CRYPTO = new Set("aes auth cipher crypto csp csrf digest encrypt encryption hmac jwt oauth oidc secret security token".split(" "));

/** Codes that label a thing. */
const LABELS = new Set(
  "bar barcode booking captcha color colour country discount game invoice order product promo qr referral room short sku tracking".split(
    " ",
  ),
);

/** `acquireLock`, `redis-lock.ts`, `set(key, token, "NX")`: a token by which whoever holds a lock gives up no other's. */
const isOfLock = (named: string | undefined, file: SourceFile): boolean =>
  /^(?:acquire|get|hold|obtain|take|try|with)_?\w{0,20}(?:Lease|Lock|Mutex)$/i.test(named ?? "") || setsIfMissing(file);
const setsIfMissing = perFile(({ sourceCode: { text } }) => /["']NX["']|\bNX: true\b/.test(text) && /lock|mutex/i.test(text));
/** What a key gives power over. Keys of rooms are told to everybody there. */
const OPENING_KEY = /^(?:maintenance|manage|moderator|share|stream|streaming)$/;
/** The same, where the file asks for it again: a row that is edited, and a view that is reset, have keys, too. */
const ASKED_KEY = /^(?:claim|confirm|delete|deletion|edit|host|owner|reply|reset|unlock|vault|viewer)$/;

/** `streamKey`; `deleteKey` that somebody has to know. */
function opens(file: SourceFile, name: string, places: readonly Destination[]): boolean {
  const what = wordsOf(name).at(-2) ?? "";
  if (OPENING_KEY.test(what)) return true;
  return ASKED_KEY.test(what) && !drawsViews(file) && ((OF_MAIL.test(what) && speaksOfMail(file)) || isAskedAgain(file, name, places));
}

const OF_MAIL = /^(?:confirm|reply|reset|unlock)$/;
const speaksOfMail = perFile(({ sourceCode: { text } }) => /\be?mails?\b|sendE?Mail/i.test(text));

/** A file where software is activated: drivers, doctors and cars have a license, too. */
const licensesSoftware = perFile(({ sourceCode: { text } }) =>
  /licen[cs]e_?key|activat(?:e|ion)|product_?key|serial_?(?:key|number)/i.test(text),
);

const sendsMessages = perFile(({ sourceCode: { text } }) => /nodemailer|send_?(?:e?mail|sms)|twilio/i.test(text));

/** `setHeader("Set-Cookie", `sid=${sid}`)`, `res.cookie("sid", sid)`. */
const isCookie = (place: Destination): boolean =>
  place.kind === "argument" &&
  place.index === 1 &&
  (/^set-cookie$/i.test(literalText(place.call.arguments[0]) ?? "") ||
    (/^(?:set_?)?cookie$/i.test(referenceName(place.call.callee) ?? "") &&
      /auth|login|sess|^(?:connect\.)?sid$/i.test(literalText(place.call.arguments[0]) ?? "")));

/** `sendSms(phone, code)`, `sms.send(code)`: what people get on their phone to send it back. */
const isSentToPhone = (place: Destination): boolean =>
  place.kind === "argument" && /sms(?!s)|otp/i.test((dottedPath(place.call.callee) ?? []).join("."));

/** A file whose name says that it makes ids. */
const namesIds = perFile((file) => wordsOf(pathEnd(file, 1).replace(/\.\w+$/, "")).some((word) => /^(?:identifiers?|ids?)$/.test(word)));

/** `jeton = Math.floor(Math.random() * 6)` of a game. */
const isPiece = (file: SourceFile, place: Destination, node: Node): boolean =>
  "name" in place && /jeton$/i.test(place.name ?? "") && isSmallNumber(file, node);

/** A file that lets devices in (RFC 8628): other devices have a code as machines have a number. */
const grantsDevices = perFile(({ sourceCode: { text } }) =>
  /user_?code|verification_?ur[il]|device_?(?:authorization|flow|grant)/i.test(text),
);

/** A file that speaks of accounts elsewhere, which a code links to one here. Otherwise the code is that of a short link. */
const linksAccounts = perFile(
  ({ sourceCode: { text } }) =>
    /\b(?:discord|minecraft|roblox|slack|steam|telegram|twitch|viber|wechat|whatsapp)_?(?:account|bot|chat|id|user)/i.test(text) &&
    !/short(?:en\w{0,3})?_?(?:ur[il]|link)|affiliate/i.test(text),
);

/** Whether a weak name is enough, given the other names on the way and what the code around it is for. */
export function isAccepted(
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
  if (refined || (minted.head === "key" && namesFile(place))) return false;
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
      if (isMarker(file, places) || isPiece(file, place, node) || isOfLock(named, file)) return false;
      // { tokens: Math.floor(Math.random() * 100) }: how many
      if ("name" in place && /s$/.test(place.name ?? "") && isSmallNumber(file, node)) return false;
      // this.randomToken = Math.random() * 1000: makes a view render again
      return (
        place.kind !== "property" || !isBareNumber(node) || shape !== "fraction" || /^(?:floor|ceil|round|trunc)$/.test(roundingName(node))
      );
    case "state":
      return asksOtherSites(file) && !isBareNumber(node);
    case "nonce":
      return asksOtherSites(file) || provesWallets(file) || context.some((word) => CRYPTO.has(word));
    case "clave":
      return context.some((word) => SECURITY.has(word));
    case "pass":
      return purpose.is !== "other" || context.some((word) => SECURITY.has(word));
    case "pin":
      // { pin: Math.floor(Math.random() * 40), pins: 5000 } of boards and maps
      if (isChoice(file, node, place.node) || startsAsName(node) || ("name" in place && /s$/.test(place.name ?? "") && isBareNumber(node)))
        return false;
      return !isBelowPins(file, node) || context.some((word) => SECURITY.has(word));
    case "pw":
      return (!isBareNumber(node) && !addsUpNumbers(file, place.node)) || context.some((word) => SECURITY.has(word));
    case "code":
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
      if ("name" in place && /device_?code$/i.test(place.name ?? "") && !grantsDevices(file)) return false;
      if ([named, "name" in place ? place.name : undefined].some((name) => /link(?:ing)?_?code$/i.test(name ?? "")) && !linksAccounts(file))
        return false;
      // const randomCode = …; return randomCode — of generateID
      if (/^ids?$/.test(wordsOf(named ?? "").at(-1) ?? "") && !context.some((word) => SECURITY.has(word))) return false;
      // generateUniqueCode of uniqueIds.js
      if (namesIds(file) && !context.some((word) => SECURITY.has(word))) return false;
      if (others.some(isSentToPhone)) return true;
      return (named === undefined ? place.kind !== "property" : purpose.is !== "other") || context.some((word) => SECURITY.has(word));
    case "licence":
    case "license":
      return (
        !isBareNumber(node) && (licensesSoftware(file) || context.some((word) => /^(?:activation|licen[cs]es?|licensing)$/.test(word)))
      );
    // `bond.coupon = (Math.random() * 3).toFixed(2)`: what a bond yields
    case "coupon":
      return drawsCharacter(file, node) || drawsLetters(node);
    case "invitation":
    case "invite":
    case "voucher":
      return !isBareNumber(node) || drawsCharacter(file, node);
    case "key":
      return (
        isDigested(places) ||
        context.some((word) => CRYPTO.has(word)) ||
        (shape !== "time" && !isBareNumber(node) && "name" in place && place.name !== undefined && opens(file, place.name, places))
      );
    // Scores, processes and cases are verifications as well.
    case "verification":
      if (place.kind === "return") return /^gen(?:erate)?_?verification$/i.test(named ?? "") && drawsCharacter(file, node);
      return (
        "name" in place && /(?:email|phone|sms)_?verification$/i.test(place.name ?? "") && !isBelowPins(file, node) && !startsAsName(node)
      );
    case "no":
    case "num":
    case "number":
      return context.some((word) => SECURITY.has(word)) || sendsMessages(file);
    case "sid":
      return context.some((word) => /^(?:auth|login|sessions?)$/.test(word)) || places.some(isCookie);
    default:
      return context.some((word) => CRYPTO.has(word));
  }
}

import { referenceName, staticName, type Node } from "../../ast/nodes.js";
import { wordsOf } from "../../secrets/names/words.js";

// What the names of parameters and values say of a token: whose it is, or that it opens nothing for long.

/** How a token of a session is called, where only its value says what it is. */
export const ANY_NAME =
  /^(?:(?:access|auth|bearer|id|jwt|session|user)_?token|access|auth|authorization|bearer|creden[ct]ial(?:e?s)?|jwt|refresh|t|tk|tok|token)$/i;

/** What services of Facebook and Matomo call a token, and the headers of others, which they take as parameters, too: `X-Plex-Token`. */
export const WIRE_TOKEN = /^(?:fb_exchange_token|token_auth|x-[\w-]{2,40}-token)$/i;

/** `guestToken`: whose session it is stands first. */
export const PERSONS_TOKEN = /^(?:admin|account|customer|guest|member|user|viewer)_?token$/i;

/** What is paid with and for, and where a list goes on. */
const OF_TRADE = /^(?:base|buy|from|in|out|pay|quote|resume|reward|sell|stake|to)$/;

/** Whose token it is stands first. */
const OF_ANOTHER_SORT =
  /^(?:pages?|pagination|cursor|next|continuation|sync|csrf|xsrf|csrftoken|captcha|devices?|push|fcm|gcm|invit\w*|reset|verification|confirm\w*)$/;

/** Services that send to the phone of whoever has the token: PushPlus, Pushover, PushDeer. */
const PUSH_SERVICE = /^push_?(?:bullet|deer|over|plus)/i;

/** `pageToken`, `pushToken`, `resetCode`, `csrftoken`. The `PAGE_ACCESS_TOKEN` of Facebook is a secret. */
export const isOfAnotherSort = (name: string): boolean =>
  (OF_ANOTHER_SORT.test(wordsOf(name)[0] ?? "") && !PUSH_SERVICE.test(name) && /(?<!access_?)(?:token|code)$/i.test(name)) ||
  /^cursor|^recaptcha(?:Token|Response)/i.test(name);

/** `x-invite-token`, `X-CSRF-Token` */
export const isHeaderOfAnotherSort = (name: string): boolean =>
  /^x-[\w-]{2,40}-token$/i.test(name) && wordsOf(name).some((word) => OF_ANOTHER_SORT.test(word));

/** `?scalar_token=${account.scalarToken}`: what the program calls so, too. */
export const isSameName = (name: string, own: string): boolean =>
  /[a-z\d]_?token$/i.test(name) && !OF_TRADE.test(wordsOf(name)[0]!) && wordsOf(name).join("") === wordsOf(own).join("");

/** `?rc_token=${user.token}`: of whoever is signed in, under initials; a word before it may say that it is one of a calendar or of a phone. */
export const isTokenOfUser = (name: string, value: Node): boolean =>
  /^[a-z]{1,3}_?token$/i.test(name) &&
  !OF_TRADE.test(wordsOf(name)[0]!) &&
  !OF_ANOTHER_SORT.test(wordsOf(name)[0]!) &&
  value.type === "MemberExpression" &&
  staticName(value) === "token" &&
  /^(?:account|current_?user|logged_?in_?user|me|user|viewer)$/i.test(ownerOf(value));

/** `user` of `user.token`. */
export const ownerOf = (value: Node): string => (value.type === "MemberExpression" && referenceName(value.object)) || "";

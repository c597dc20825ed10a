import { literalText, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { originName, originsOf } from "../../ast/origins.js";
import { constantInitializer } from "../../ast/static-value.js";
import type { SecretKind } from "../../secrets/kinds.js";
import { namesPeople } from "../../secrets/names/people.js";
import { nameEvidence, wordsOf } from "../../secrets/names/words.js";
import type { SourceFile } from "../../source-file.js";
import { ownersOf } from "./sides/kept-values.js";
import type { Side } from "./sides/sides.js";

// What is kept for somebody under a name that says little.

/** What a code or token in a session is for: `req.session.verifyAdmin`, `session.mailConfirm`. */
const PURPOSE = /^(?:activation|code|confirm|confirmation|invite|mfa|otp|pin|recover|recovery|reset|sms|verification|verify|verifying)$/;

/** Last words that say something about the proof: `verifyStep`, `otpExpires`. */
const ABOUT =
  /^(?:at|attempts?|colou?r|count|country|date|email|expires?|expiry|flow|id|lang|language|mail|method|page|phone|state|status|step|time|tries|type|url|user)$/;

/** Whether a session keeps it to be proven by whoever sends the same. */
export const isKeptProof = (file: SourceFile, node: Node): boolean =>
  originsOf(file.sourceCode, node).some((origin) => {
    if (!ownersOf(origin).some((owner) => /^session$/i.test(owner))) return false;
    const name = originName(origin);
    const words = wordsOf(name ?? "");
    // `countryCode` is none, as the lexicon knows.
    if (words.at(-1) === "code" && words.length > 1 && nameEvidence(name, file.settings) === undefined) return false;
    return words.some((word) => PURPOSE.test(word)) && !ABOUT.test(words.at(-1)!);
  });

/** Last words of what somebody is called by. */
const CALLED = /^(?:account|email|login|mail|phone|user|userid|username)$/;

/** `username`, `emailOrPhone`; not `userCount`, `emailType`. */
const isCalling = (words: readonly string[]): boolean =>
  CALLED.test(words.at(-1) ?? "") || (CALLED.test(words[0] ?? "") && words[1] === "or");

/** `users[username]`: of a list of people, by the name of one. */
export function isEntryOfUser(node: Node): boolean {
  const inner = unwrap(node);
  return inner.type === "MemberExpression" && inner.computed && isCalling(wordsOf(referenceName(inner.property) ?? ""));
}

/** `user.tel` of a record that is read, where a password is expected: what says nothing itself. A name, an address or a state is compared for another reason. */
export function isPlainColumn(file: SourceFile, node: Node, kind: SecretKind): boolean {
  const inner = unwrap(node);
  const name = inner.type === "MemberExpression" && !inner.computed ? staticName(inner) : undefined;
  return (
    kind === "password" &&
    name !== undefined &&
    !/^(?:email|id|login|mail|name|user|username)$/.test(wordsOf(name).at(-1) ?? "") &&
    nameEvidence(name, file.settings) === undefined
  );
}

/** What one signs in to, is invited to, or enters with a PIN or a token. */
const ENTERED =
  /^(?:card|chat|conference|device|door|gate|group|guest|invitation|invite|lobby|lobbies|lock|locker|meeting|participant|room|safe|session|vault|wallet)s?$/;

/** Whether it is called after what one enters or is invited to: `room`, `currentMeeting`. */
export const isEntered = (owner: string): boolean => wordsOf(owner).some((word) => ENTERED.test(word));

/** What a link of a mail leads to, by the token in it: `subscription.token` of a link to unsubscribe. */
const LINKED =
  /^(?:booking|confirmation|download|gallery|galleries|link|newsletter|paste|recovery|reservation|reset|share|submission|subscriber|subscription|survey|verification)s?$/;
/** What holds money has coins, which are tokens, too. */
const HOLDS_COINS = /^(?:account|vault|wallet)s?$/;

/** `lobby.pin`, `user.token`, `pin` of `vaults.get(id)`: a bare noun of what belongs to somebody, or to what only some may enter; not `player.token`, a piece on a board. */
export const isOfHolder = (file: SourceFile, node: Node): boolean =>
  originsOf(file.sourceCode, node).some((origin) => {
    const name = originName(origin) ?? "";
    if (!/^(?:passcode|pin|token)s?$/i.test(name)) return false;
    const table = origin.node.type === "CallExpression" ? literalText(origin.node.arguments[0]) : undefined;
    return [...ownersOf(origin), ...(table === undefined ? [] : [table])].some(
      (owner) =>
        !(/^token/i.test(name) && wordsOf(owner).some((word) => HOLDS_COINS.test(word) || word === "player")) &&
        (isEntered(owner) || namesPeople(owner) || wordsOf(owner).some((word) => LINKED.test(word))),
    );
  });

/** `md5(text) !== admin.password`, also by a constant: what is kept as a password is the hash of one. */
export const isStoredPassword = ({ sourceCode }: SourceFile, { node, standing, kind, strength, digest }: Side): boolean =>
  (standing === "kept" ||
    (standing === "unknown" && isOfRecord(node.type === "Identifier" ? constantInitializer(sourceCode, node) : node))) &&
  strength === "strong" &&
  digest === undefined &&
  (kind === "password" || kind === "passwordHash");

const isOfRecord = (node: Node | undefined): boolean => node?.type === "MemberExpression" && node.object.type !== "ThisExpression";

import { referenceName, type Node } from "../../ast/nodes.js";
import { variableOf } from "../../ast/scope.js";
import { writtenTexts } from "../../ast/origins.js";
import { staticString } from "../../ast/static-value.js";
import { textRightBefore } from "../../ast/texts.js";
import { perFile, type SourceFile } from "../../source-file.js";
import type { Evidence } from "../evidence.js";
import { labelEvidence } from "./log-labels.js";
import { isPersonsPin, isToldAsCode } from "./one-time-codes.js";
import { isCurrency, isEntryOfSessions, isLoopItem, isOfAnyList, isSyntaxToken } from "./other-tokens.js";
import { isHarmless } from "./redaction.js";
import { isSentAsCookie } from "./sent-as-cookie.js";
import { isAboutModels, isAboutOtherTokens, isAboutSignIn, isOtherToken } from "../surroundings.js";
import { sourceOfType } from "../sources/sources.js";
import { nameEvidence, wordsOf } from "../names/words.js";

/** Names that say nothing about their value: a label or a property name may. */
export const NEUTRAL =
  /^(?:v|val|value|values|data|str|string|[sxtp]|input|text|result|res|json|body|content|payload|response|row|item|obj|object|parsed|phrase|random\w*|generated|raw|plain|num|number|code|key|pass|pw|pin|sid|auth|cookie|cookieValue|hash|digest|bearer)$/i;
const OWNERS_OF_NAMES =
  /^(?:errors?|warnings?|hints?|files?|paths?|labels?|fields?|messages?|urls?|routes?|columns?|names?|types?|constants?|enum|i18n|strings|schema|styles|placeholders?|rules|validators?|actions?|touched)$/i;
const NOT_THE_VALUE = new Set([
  "correct",
  "expired",
  "invalid",
  "match",
  "matched",
  "matches",
  "missing",
  "same",
  "valid",
  "verified",
  "weak",
  "wrong",
  "example",
  "dummy",
  "fake",
  "test",
  "no",
  "push",
  "fcm",
  "apns",
  "expo",
  "without",
]);
const REDACTED = /^(?:censored|masked|obfuscated|redacted|saniti[sz]ed|scrubbed)$/;
const HASHED = /^(?:hash|hashed|hashes|digest|sha256)$/;
/** `userId` of `const userId = await spendResetToken(token)`. */
const SOMETHING_ELSE = /(?:^id|[a-z_]I[dD]|_id)s?$|^(?:count|email|ok|user|username)$/;
/** "the environment variable": what follows is its name. */
const NAMES_A_VARIABLE = /\b(?:env(?:ironment)?[ -]var(?:iable)?s?|variable)(?: named)?[\s"'`:({]*$/i;
/** Where Google's libraries are told the path of a file, <https://cloud.google.com/docs/authentication/application-default-credentials>. */
const PATH_ENV = /^GOOGLE_APPLICATION_CREDENTIALS$/;
/** `credentialsPath`: where a secret is kept, whatever it is read from. */
const KEPT_AT = /^(?:dir|directory|file|filename|folder|location|path)$/;
/** What is kept together with a secret and is none: `host` of the credentials of a database. */
const BESIDE_SECRET =
  /^(?:arn|database|db(?:InstanceIdentifier|name)?|email|engine|host(?:name)?|id|name|port|region|user(?:name)?|version(?:Id)?)$/i;
const PUBLIC_ENV = /^(?:NEXT_PUBLIC_|VITE_|REACT_APP_|EXPO_PUBLIC_|NUXT_PUBLIC_|GATSBY_|PUBLIC_)/;

/** Whether what evidence calls a secret is one where it is shown, and no name, answer or token of another sort. */
export function isShown(file: SourceFile, node: Node, evidence: Evidence, label: string | undefined): boolean {
  const { kind, source } = evidence;
  if (isHarmless(file, node) || NAMES_A_VARIABLE.test(label ?? "")) return false;
  const name = evidence.node.type === "CallExpression" ? undefined : (source?.name ?? referenceName(evidence.node) ?? referenceName(node));
  if (source?.type === "environment" && source.name !== undefined && (PUBLIC_ENV.test(source.name) || PATH_ENV.test(source.name)))
    return false;
  if (evidence.node !== node && KEPT_AT.test(wordsOf(referenceName(node) ?? "").at(-1) ?? "")) return false;
  if (source?.type === "secretManager" && node.type === "MemberExpression" && BESIDE_SECRET.test(referenceName(node) ?? "")) return false;
  if (kind === "signature") return source?.type === "hmac";
  if (kind === "sessionId") {
    const sent = sourceOfType(file, node, "request");
    return (
      /cookie/.test(sent?.says ?? "") ||
      /^cookie$/i.test(sent?.name ?? "") ||
      (evidence.strength === "weak" && isAboutSignIn(file, node) && /cookie/i.test(name ?? "")) ||
      isSentAsCookie(file, name)
    );
  }
  if (kind === "connectionString" && isPublicAddress(file, node)) return false;
  if (evidence.basis === "name" && evidence.node !== node && (/keys$/i.test(name ?? "") || isPartOfCredentials(node, evidence)))
    return false;
  if (evidence.basis === "name" && evidence.node.type === "CallExpression" && node.type === "Identifier" && SOMETHING_ELSE.test(node.name))
    return false;
  if (evidence.strength !== "weak") return !isOnlyAName(file, node);
  return isWeakShown(file, node, evidence, name, label);
}

/** `username` of `const [username, password] = credentials`. */
const isPartOfCredentials = (node: Node, { kind }: Evidence): boolean =>
  kind === "credentialsObject" && node.type === "Identifier" && !NEUTRAL.test(node.name);

function isWeakShown(file: SourceFile, node: Node, evidence: Evidence, name: string | undefined, label: string | undefined): boolean {
  const head = wordsOf(name ?? "").at(-1) ?? "";
  if (isOnlyAName(file, node)) return false;
  // `const endpoint = endpoints.token`: a new name that says something else.
  if (
    evidence.basis === "name" &&
    evidence.node !== node &&
    node.type === "Identifier" &&
    (evidence.node.type !== "Identifier" || (SOMETHING_ELSE.test(node.name) && labelEvidence(label, file.settings) === undefined)) &&
    nameEvidence(node.name, file.settings) === undefined &&
    !NEUTRAL.test(node.name) &&
    !isInQuery(evidence.node)
  )
    return false;
  if (head === "token")
    return (
      (evidence.source !== undefined || !isAboutModels(file)) &&
      (evidence.source !== undefined || !isOfAnyList(node)) &&
      !isOtherParameter(evidence.node) &&
      !isAboutOtherTokens(file, node) &&
      (isEntryOfSessions(file, node) || (!isLoopItem(file, node) && !isLoopItem(file, evidence.node))) &&
      !isSyntaxToken(file, node) &&
      !isCurrency(node)
    );
  if (head === "tokens") return isAboutSignIn(file, node) && !isAboutOtherTokens(file, node);
  if (evidence.source?.type === "request" && (evidence.kind === "authorization" || evidence.kind === "password")) return true;
  if (head === "pass" || head === "pw")
    return (
      labelEvidence(label, file.settings)?.kind === "password" ||
      (name !== name?.toUpperCase() && isAboutSignIn(file, node) && /^(?:pass|pw)$/.test(name ?? ""))
    );
  if (evidence.kind === "otp" && (isToldAsCode(file, node) || isPersonsPin(file, node, label))) return true;
  const named = labelEvidence(label, file.settings);
  return named !== undefined && named.kind === evidence.kind && head !== "key" && !/^(?:hash|digest|credential)$/.test(head);
}

/** `?token=${config.token}`: an address that shows it. */
const IN_QUERY = /[?&](?:\w{1,20}_)?(?:key|jwt|token)=$/i;

const isInQuery = (node: Node): boolean => IN_QUERY.test(textRightBefore(node) ?? "") && !isOtherParameter(node);

/** `?page_token=${answer.token}`: a token by which a list goes on. */
function isOtherParameter(node: Node): boolean {
  const [, name] = PARAMETER.exec(textRightBefore(node) ?? "") ?? [];
  return name !== undefined && nameEvidence(name) === undefined;
}
const PARAMETER = /[?&](\w{1,40}_token)=$/i;

/** There `context.token` is what a resolver of GraphQL gets of a request. */
const readsAuthorization = perFile(({ sourceCode: { text } }) => /headers\??\.authorization|["']authorization["']/i.test(text));

/** The name, or that of its owner, says that it is a text about a secret, a hash of one, or not the value. */
export function isNamedSafely(file: SourceFile, node: Node, evidence: Evidence): boolean {
  const words = wordsOf(referenceName(node) ?? "");
  if (words.some((word) => NOT_THE_VALUE.has(word)) && evidence.source?.type !== "environment") return true;
  if (words.some((word) => HASHED.test(word)) && evidence.kind !== "passwordHash") return true;
  if (evidence.node !== node && words.some((word) => REDACTED.test(word))) return true;
  // `const urlSafe = url;` before the token is added
  if (evidence.node !== node && !evidence.whole && evidence.source?.type !== "environment" && words.includes("safe")) return true;
  if (node.type !== "MemberExpression") return false;
  const owner = referenceName(node.object);
  if (owner === undefined) return false;
  // `obfuscatedConfig.MONGO_URL`
  if (wordsOf(owner).some((word) => REDACTED.test(word))) return true;
  if (
    (OWNERS_OF_NAMES.test(wordsOf(owner).at(-1) ?? "") &&
      !isReceivedMessage(file, node.object) &&
      !isConstantSecret(owner, referenceName(node), evidence)) ||
    (/^token$/i.test(referenceName(node) ?? "") && isOtherToken(owner))
  )
    return true;
  return (
    /^tokens?$/i.test(referenceName(node) ?? "") &&
    evidence.strength === "weak" &&
    nameEvidence(`${owner}_token`, file.settings) === undefined &&
    !(owner === "context" && readsAuthorization(file))
  );
}

/** `constants.SESSION_SECRET`: what signs is kept among constants; other secrets there are names of some as often. */
const isConstantSecret = (owner: string, name: string | undefined, { kind, strength }: Evidence): boolean =>
  /^constants?$/i.test(owner) &&
  strength !== "weak" &&
  (kind === "privateKey" ||
    (kind === "secretKey" && /(?:cookie|encryption|jwt|session|sign(?:ing)?|token)_?(?:key|secret)/i.test(name ?? "")));

/** `message.accessToken` of `function subscribe(socket, message)`: what somebody sent, no text about it. */
const isReceivedMessage = (file: SourceFile, owner: Node): boolean =>
  owner.type === "Identifier" && owner.name === "message" && variableOf(file.sourceCode, owner)?.defs[0]?.type === ("Parameter" as string);

/** A constant whose value is a name or a label: `const PASSWORD = "password"`. */
function isOnlyAName(file: SourceFile, node: Node): boolean {
  const text = staticString(file.sourceCode, node);
  return (
    text !== undefined &&
    /^[A-Za-z][A-Za-z_\- ]{0,40}$/.test(text) &&
    (nameEvidence(text, file.settings) !== undefined || text.trim() === "")
  );
}

/** `mongodb://localhost/app`: an address without a password. */
function isPublicAddress({ sourceCode }: SourceFile, node: Node): boolean {
  const texts = writtenTexts(sourceCode, node);
  return texts.length > 0 && texts.every((text) => !/:\/\/[^\s/:]*:[^\s/]*@/.test(text.slice(0, 500)));
}

import { dottedPath, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { ANY, originsOf } from "../../ast/origins.js";
import type { SourceFile } from "../../source-file.js";
import { displayName, KIND_NAMES, type Evidence } from "../evidence.js";
import { shownName } from "../masking.js";
import { isPasswordAgain } from "./log-labels.js";
import { isNamesake } from "../names/namesakes.js";
import { sourceOfType } from "../sources/sources.js";
import { nameEvidence } from "../names/words.js";

// Evidence that counts only where a value is written to a log.

/** `authCodeNumber`, `authCodeSixNumber`: a code that is a number. */
const COUNTED = /_?(?:four|five|six|eight)?_?num(?:ber)?$/i;
/** `otpGenerated`: a code, where something is made for it, and no yes or no. */
const GENERATED = /_?generated$/i;

/** One-time codes may be numbers. */
export function codeNumber(file: SourceFile, node: Node): Evidence | undefined {
  const name = referenceName(node)?.replace(COUNTED, "");
  const isMade =
    GENERATED.test(name ?? "") &&
    originsOf(file.sourceCode, node).some(({ node: origin }) => origin.type === "CallExpression" || origin.type === "BinaryExpression");
  const named = nameEvidence(isMade ? name!.replace(GENERATED, "") : name, file.settings);
  if (named?.kind !== "otp" || named.strength !== "strong" || isNamesake(file, { node, path: [] }, name, named)) return undefined;
  return {
    kind: "otp",
    strength: "strong",
    basis: "name",
    reason: `${displayName(node)} is named as ${KIND_NAMES.otp}`,
    node,
    whole: true,
  };
}

/** `otpStore`, `otpMap`: what keeps all codes. */
const KEEPING = /_?(?:cache|map|storage|store)$/i;
const isEmptyAtFirst = (node: Node): boolean =>
  node.type === "Identifier" ||
  (node.type === "ObjectExpression" && node.properties.length === 0) ||
  (node.type === "ArrayExpression" && node.elements.length === 0) ||
  (node.type === "NewExpression" && referenceName(node.callee) === "Map");

/** `otpStore`, and `sent` of `const sent = otpStore[email]`. */
export function storeOfCodes(file: SourceFile, node: Node): Evidence | undefined {
  const element = originsOf(file.sourceCode, node).find(
    ({ node: store, path }) => store !== node && store.type === "Identifier" && path.length === 1 && path[0] === ANY,
  );
  return keptCodes(file, node) ?? (element && keptCodes(file, element.node));
}

function keptCodes(file: SourceFile, node: Node): Evidence | undefined {
  const name = node.type === "Identifier" ? node.name : undefined;
  const kept = name?.replace(KEEPING, "");
  if (kept === undefined || kept === name) return undefined;
  const named = nameEvidence(kept, file.settings);
  if (named?.kind !== "otp" || named.strength !== "strong") return undefined;
  if (!originsOf(file.sourceCode, node).every(({ node: origin }) => isEmptyAtFirst(origin))) return undefined;
  return {
    kind: "otp",
    strength: "strong",
    basis: "name",
    reason: `${displayName(node)} keeps one-time codes`,
    node,
    whole: true,
  };
}

/** `record.code` of `const record = await Otp.findOne({ phone })`, of `prisma.verificationCode.findFirst(…)`. */
export function codeOfRecord(file: SourceFile, node: Node): Evidence | undefined {
  if (node.type !== "MemberExpression" || !/^(?:code|codigo|kode?|pin|value)$/.test(staticName(node) ?? "")) return undefined;
  for (const { node: call, path } of originsOf(file.sourceCode, node.object)) {
    if (
      call.type !== "CallExpression" ||
      path.length > 0 ||
      !/^(?:find\w*|get(?:By\w+|Last|Latest|One)?)$/.test(referenceName(call.callee) ?? "")
    )
      continue;
    const callee = unwrap(call.callee);
    const store = callee.type === "MemberExpression" ? referenceName(callee.object)?.replace(STORE, "") : undefined;
    const named = nameEvidence(store, file.settings);
    if (named?.kind !== "otp" || named.strength !== "strong" || /pin_?code/i.test(store!)) continue;
    return {
      kind: "otp",
      strength: "strong",
      basis: "name",
      reason: `${displayName(node)} is what a record of ${shownName(store, "one-time codes")} keeps`,
      node,
      whole: true,
    };
  }
  return undefined;
}

/** `mongoConfig.uri`, `config.mongo.uri`, `dbConfig.url`: the settings that it is of say which address it is. A `connection.url` may be any. */
export function addressOfDatabase(node: Node): Evidence | undefined {
  if (node.type !== "MemberExpression" || !/^(?:ur[il]|connectionString|dsn)$/i.test(staticName(node) ?? "")) return undefined;
  const path = dottedPath(node.object) ?? [];
  const owner = path.at(-1) ?? "";
  const name = owner.replace(SETTINGS, "");
  if (!DATABASE.test(name) || !path.some((each) => SETTINGS.test(each) || /^env$/i.test(each))) return undefined;
  return {
    kind: "connectionString",
    strength: "strong",
    basis: "name",
    reason: `${displayName(node)} is named as ${KIND_NAMES.connectionString} of ${shownName(name, "a database")}`,
    node,
    whole: true,
  };
}
const DATABASE = /^(?:amqp|database|db|maria(?:db)?|mongo(?:db|ose)?|mysql|pg|postgres(?:ql)?|rabbit(?:mq)?|redis)$/i;
const SETTINGS = /_?(?:cfg|conf|config|configuration|options|opts|params|settings)$/i;

/** `link` of `const link = await getAuth().generatePasswordResetLink(email)`: whoever opens it is signed in, <https://firebase.google.com/docs/auth/admin/email-action-links>. */
export function signInLink(file: SourceFile, node: Node): Evidence | undefined {
  const origin = originsOf(file.sourceCode, node).find(
    ({ node: call, path }) =>
      path.length === 0 &&
      call.type === "CallExpression" &&
      /^generate(?:PasswordReset|SignInWithEmail)Link$/.test(referenceName(call.callee) ?? ""),
  );
  return (
    origin && {
      kind: "token",
      strength: "strong",
      basis: "provenance",
      reason: `${displayName(node)} is a link that signs in whoever opens it (line ${origin.node.loc.start.line})`,
      node,
      whole: origin.whole,
    }
  );
}

const STORE = /(?:Collection|Entity|Model|Repo(?:sitory)?|s)$/;

export function passwordAgain(file: SourceFile, node: Node): Evidence | undefined {
  const source = sourceOfType(file, node, "request");
  if (!source || !isPasswordAgain(source.name)) return undefined;
  return {
    kind: "password",
    strength: "strong",
    basis: "provenance",
    reason: `${displayName(node)} ${source.says}, ${KIND_NAMES.password} once more`,
    node,
    source,
    whole: source.whole,
  };
}

/** Whether a value is what a call decrypted: `plain` of `const plain = await vault.decrypt(stored)`. */
export const isDecrypted = ({ sourceCode }: SourceFile, node: Node): boolean =>
  originsOf(sourceCode, node).some(
    ({ node: origin, path }) => path.length === 0 && origin.type === "CallExpression" && DECRYPTS.test(referenceName(origin.callee) ?? ""),
  );

/** `decrypt`, `decryptSecret`, `aesDecrypt`; not `decryptionTime`, `decryptCaesar`. */
const DECRYPTS = /^(?:\w{0,20}_?)?decrypt(?:ed)?_?(?:Aes|Async|Bytes|Data|Message|Password|Payload|Secret|String|Sync|Text|Token|Value)?$/i;

import { referenceName, staticName, type Node } from "../../../ast/nodes.js";
import type { SecretKind } from "../../../secrets/kinds.js";
import { VERBS } from "../../../secrets/names/lexicon.js";
import { nameEvidence, wordsOf } from "../../../secrets/names/words.js";
import type { SourceFile } from "../../../source-file.js";
import { originsOf } from "../../../ast/origins.js";
import { namesOf } from "./names.js";

// Properties of records that are secrets, though their names alone do not say so.

/** What one may do, or reach, who has the token, code or key of that name: `deleteToken`, `cancel_code`, `deletionKey`. */
const ACTION =
  /^(?:activation|cancel|cancellation|change|claim|clear|delete|deletion|disable|edit|edition|feed|guest|host|join|manage|management|manager|modify|owner|removal|remove|share|sharing|stream|unlock|update|withdraw)$/;
/** `tokenConfirma`, `tokenRecuperacion`, `tokenReset`: in these languages, or by this habit, the purpose stands behind. */
const PURPOSE =
  /^(?:acceso|acesso|activacion|activation|ativacao|confirm\w{0,8}|recover|recovery|recupera\w{0,5}|reset|restablecer|verifica\w{0,7}|verify)$/;

/** Whether a property of a record allows an action to whoever sends it under a name of that kind: `user.deleteToken`, `booking.cancelToken`. */
export function isMeantForAction(file: SourceFile, node: Node, kind: SecretKind): boolean {
  const words = wordsOf(propertyOf(file, node) ?? "");
  if (words.length < 2 || words.length > 4) return false;
  const last = words.at(-1)!;
  if (kind === "token" && words[0] === "token" && words.length === 2) return PURPOSE.test(last);
  if (!isNounOf(last, kind)) return false;
  return (
    words.slice(0, -1).some((word) => ACTION.test(word)) ||
    (last !== "key" && VERBS.has(words[0]!) && /^(?:change|clear|delete|disable|remove|update|unlock)$/.test(words[0]!))
  );
}

/** `deleteKey` of `record.deleteKey`, and of `const { deleteKey } = record`. */
function propertyOf(file: SourceFile, node: Node): string | undefined {
  if (node.type === "MemberExpression") return KEEPS_KEYS.test(referenceName(node.object) ?? "") ? undefined : staticName(node);
  if (node.type !== "Identifier" || !ACTION_NOUN.test(node.name)) return undefined;
  const origin = originsOf(file.sourceCode, node).find(({ path, parameter }) => path.length > 0 && !parameter);
  return origin && KEEPS_KEYS.test(referenceName(origin.node) ?? "") ? undefined : origin?.path.at(-1);
}

/** The keys on a keyboard, and those by which rows and options are found: `keymap.deleteKey`, `schema.updateKey`. */
const KEEPS_KEYS = /^(?:\w*(?:bindings?|hot_?keys?|key_?map|keys|shortcuts?)|schema|table)$/i;

/** `settings.updateKey`, `const { deleteKey } = options`: set for the program, or for a call. */
export function isOfSettings(file: SourceFile, node: Node): boolean {
  const origin = originsOf(file.sourceCode, node).find(({ path }) => path.length > 0);
  const owner = node.type === "MemberExpression" ? node.object : origin?.node;
  return owner !== undefined && /^(?:opts|options|settings)$/i.test(referenceName(owner) ?? "");
}

const ACTION_NOUN = /.(?:code|key|otp|pin|token)$/i;

function isNounOf(word: string, kind: SecretKind): boolean {
  switch (kind) {
    case "token":
      return word === "token";
    case "otp":
      return word === "code" || word === "otp" || word === "pin";
    case "apiKey":
    case "secretKey":
      return word === "key";
    default:
      return false;
  }
}

/** Words that say where a value is, not what it is: `otpDb`, `storedCode`, `dbToken`. */
const PLACE = /^(?:actual|correct|database|db|real|saved|server|stored)$/;

/** Whether what is read from a record is, by the rest of its name, what is sent: `const { otpDb } = record.otp`. */
export const isStoredCopy = (file: SourceFile, node: Node, kind: SecretKind): boolean =>
  namesOf(file, node).some((name) => {
    const words = wordsOf(name);
    const rest = words.filter((word) => !PLACE.test(word));
    return rest.length > 0 && rest.length < words.length && nameEvidence(rest.join("_"), file.settings)?.kind === kind;
  });

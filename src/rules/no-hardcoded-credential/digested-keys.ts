import type { TSESTree } from "@typescript-eslint/utils";
import { dottedPath, outward, referenceName, rootOf, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { readsOf, variableOf } from "../../ast/scope.js";
import { shownName } from "../../secrets/masking.js";
import { isCodeLike } from "../../secrets/values/generated-texts.js";
import { isPlaceholder, isReference } from "../../secrets/values/placeholders.js";
import { nameEvidence, wordsOf } from "../../secrets/names/words.js";
import { perFile, type SourceFile } from "../../source-file.js";
import { surroundingsOf } from "./sites.js";
import type { TextSite } from "./text-sites.js";

const MIN_LENGTH = 6;
const MAX_CHAIN = 6;
const MAX_READS = 20;
/** Methods by which a digest is finished and cut to the length of a key. */
const FINISHING = /^(?:digest|slice|subarray|substr|substring|toString)$/;
const ENCRYPTS = /^(?:aes|cipher|crypto|encrypt|encryption|secret|sign|signing)$/;
const CIPHER = /^create(?:Cipheriv|Decipheriv|Hmac)$/;

/**
 * Why a key is nothing but a literal in another form, which whoever reads the code can make, too: `encryptionKey =
 * createHash("sha256").update("…").digest()`, `KEY = CryptoJS.enc.Utf8.parse("…")`. A name of encryption says so, or a cipher that takes it.
 *
 * @returns a clause for the message
 */
export function digestedKey(file: SourceFile, { node, text, fixed }: TextSite): string | undefined {
  if (!fixed || text.length < MIN_LENGTH) return undefined;
  if (isSignedWith(file, text)) return "it holds the key of a signature";
  const digested = nameOfDigest(file, node);
  const says = digested === undefined ? saysBytes(file, node) : `${digested} is the digest of a literal`;
  // Most literals are neither: asked of the few that are.
  return says === undefined || isPlaceholder(text) || isReference(text) ? undefined : says;
}

/** `key=…`, as the last part of a text that gateways of payment have digested. */
const LAST_KEY = /(?:^|&)(?!(?:cache|client|foreign|map|public|publishable|site|sort)_?key)\w{0,20}(?:key|secret)=([\w+/=-]{16,64})$/i;
const digests = perFile(({ sourceCode: { text } }) => /\bmd5\b|\bsha_?\d|createHash/i.test(text));

/** `md5(query + "&key=9fQ…")`, `parts.push("key=9fQ…")`: nothing of an address stands before it. */
function isSignedWith(file: SourceFile, text: string): boolean {
  const key = LAST_KEY.exec(text)?.[1];
  return key !== undefined && !/[?:/]/.test(text) && digests(file) && isCodeLike(key);
}

function saysBytes(file: SourceFile, text: Node): string | undefined {
  const bytes = outward(text)?.parent;
  if (bytes?.type !== "CallExpression" || referenceName(bytes.callee) !== "parse") return undefined;
  if (!/^CryptoJS\.enc\.\w+\.parse$/.test(dottedPath(bytes.callee)?.join(".") ?? "")) return undefined;
  const name = surroundingsOf(file, bytes).names.at(-1);
  return /^(?:(?:aes|app|cipher|crypt|crypto|des|encrypt|encryption|my|secret)_){0,3}key$/.test(wordsOf(name ?? "").join("_")) &&
    encrypts(file)
    ? `${shownName(name, "a key")} holds the bytes of a literal`
    : undefined;
}

/** A file that speaks of a cipher. */
const encrypts = perFile(({ sourceCode: { text } }) => /\bCryptoJS\.(?:AES|DES|TripleDES|Rabbit|RC4)\b|\b(?:AES|iv|IV)\b/.test(text));

function nameOfDigest(file: SourceFile, text: Node): string | undefined {
  const digest = digestOf(text);
  if (!digest) return undefined;
  const { parent, child } = outward(digest) ?? {};
  if (parent?.type === "CallExpression")
    return CIPHER.test(referenceName(parent.callee) ?? "") && parent.arguments[1] === child ? "the key of a cipher" : undefined;
  const name = surroundingsOf(file, digest).names.at(-1);
  const isNamed = nameEvidence(name, file.settings)?.kind === "secretKey" && wordsOf(name!).some((word) => ENCRYPTS.test(word));
  return isNamed || (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier" && isKeyOfCipher(file, parent.id))
    ? shownName(name, "a key")
    : undefined;
}

/** All of `createHash("sha256").update(text).digest("base64").slice(0, 32)`, from the text in it. */
function digestOf(text: Node): Node | undefined {
  let place = outward(text);
  if (place?.parent.type === "CallExpression" && /^(?:String|from)$/.test(referenceName(place.parent.callee) ?? ""))
    place = outward(place.parent);
  const update = place?.parent;
  if (
    update?.type !== "CallExpression" ||
    update.arguments[0] !== place?.child ||
    update.callee.type !== "MemberExpression" ||
    staticName(update.callee) !== "update"
  )
    return undefined;
  const made = unwrap(update.callee.object);
  if (made.type !== "CallExpression" || referenceName(made.callee) !== "createHash") return undefined;
  let current: Node = update;
  for (let hops = 0; hops < MAX_CHAIN; hops++) {
    const member: Node | undefined = current.parent;
    const call: Node | undefined = member?.parent;
    if (
      member?.type !== "MemberExpression" ||
      member.object !== current ||
      call?.type !== "CallExpression" ||
      call.callee !== member ||
      !FINISHING.test(staticName(member) ?? "")
    )
      break;
    current = call;
  }
  return current === update ? undefined : current;
}

function isKeyOfCipher(file: SourceFile, id: TSESTree.Identifier): boolean {
  const variable = variableOf(file.sourceCode, id);
  return (
    variable !== undefined &&
    readsOf(variable)
      .slice(0, MAX_READS)
      .some(({ identifier }) => {
        const { parent, child } = outward(identifier as Node) ?? {};
        return (
          parent?.type === "CallExpression" &&
          parent.arguments[1] === child &&
          CIPHER.test(referenceName(parent.callee) ?? "") &&
          rootOf(parent.callee).type === "Identifier"
        );
      })
  );
}

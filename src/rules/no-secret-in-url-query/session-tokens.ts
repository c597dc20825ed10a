import { literalText, referenceName, staticName, type Node } from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { nameEvidence, wordsOf } from "../../secrets/names/words.js";
import type { SourceFile } from "../../source-file.js";

/** `localStorage.getItem("token")`, `cookies.get(TOKEN_KEY)`, `store.get("authToken")`, `this.get("session.token")`: kept for the next visit, so no one-time token of a link. */
function isStoredToken(value: Node): boolean {
  if (value.type !== "CallExpression" || value.callee.type !== "MemberExpression" || !/^get/.test(staticName(value.callee) ?? ""))
    return false;
  const [key] = value.arguments;
  const text = literalText(key);
  const named = nameEvidence(text);
  const isStore = /(?:storage|cookies?)$/i.test(referenceName(value.callee.object) ?? "") || staticName(value.callee) === "getStorageSync";
  if (text === undefined)
    return isStore && key !== undefined && wordsOf(referenceName(key) ?? "").some((word) => /^(?:auth|jwt|session|token)$/.test(word));
  return named?.kind === "token" && (isStore || /^(?:access|auth|id|jwt|login|session|user)/i.test(text));
}

/** A token that comes from the storage of the browser or from the session, also through a variable. */
export const isKeptToken = (file: SourceFile, value: Node): boolean =>
  originsOf(file.sourceCode, value).some(({ node, path }) => path.length === 0 && (isStoredToken(node) || isTokenOfOwner(node)));

/** `getToken()` of a module of the project. */
export const isTokenOfProject = (value: Node): boolean =>
  value.type === "CallExpression" &&
  value.callee.type === "Identifier" &&
  value.arguments.length === 0 &&
  /^get(?:Auth|Login|User)?Token$/.test(value.callee.name);

/** `auth.token()`, `session.getToken()`, `User.getToken()`. */
const isTokenOfOwner = (value: Node): boolean =>
  value.type === "CallExpression" &&
  value.callee.type === "MemberExpression" &&
  /^(?:get)?token$/i.test(staticName(value.callee) ?? "") &&
  /auth|session|keycloak|user(?:Service|Store)?$|token(?:s|Service|Storage|Store)$/i.test(referenceName(value.callee.object) ?? "");

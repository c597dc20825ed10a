import type { TSESTree } from "@typescript-eslint/utils";
import { literalText, outward, referenceName, staticName, type Node } from "../../ast/nodes.js";
import { readsOf, variableOf } from "../../ast/scope.js";
import type { SourceFile } from "../../source-file.js";
import { isPasswordAgain } from "../shown/log-labels.js";
import { isNamesake } from "./namesakes.js";
import { isAboutOtherTokens, isSignIn } from "../surroundings.js";
import { nameEvidence } from "./words.js";

// Names of properties by which an object is known to hold a secret.

/** Whether a property of that name is a secret that its object holds: `AuthenticationResult` of Cognito holds all tokens. */
export function isHeld(file: SourceFile, name: string, node: Node): boolean {
  // A function that gets or checks one: `options.getPrivateKey`.
  if (/^(?:get|set|has|is|on|create|generate|check|verify|validate)(?=[A-Z])/.test(name)) return false;
  if (isPasswordAgain(name) || name === "AuthenticationResult") return true;
  const evidence = nameEvidence(name, file.settings);
  if (!evidence || evidence.kind === "signature" || evidence.kind === "sessionId" || evidence.kind === "environment") return false;
  return evidence.strength === "strong" && !isNamesake(file, { node, path: [] }, name, evidence);
}

/** `user.pass`, `mail.pass`: with the name of the owner it is a password. */
export const isOwnersPassword = (file: SourceFile, owner: string | undefined, name: string): boolean =>
  /^(?:pass|pw)$/i.test(name) && owner !== undefined && nameEvidence(`${owner}_${name}`, file.settings)?.strength === "strong";

/** `token` of `const { token } = answer.data`, of which the code goes on to `localStorage.setItem("token", token)`. */
export function isKeptLater(file: SourceFile, name: string, local: TSESTree.Identifier): boolean {
  if (nameEvidence(name, file.settings)?.strength !== "weak") return false;
  const variable = variableOf(file.sourceCode, local);
  return variable !== undefined && readsOf(variable).some(({ identifier }) => isKeptAsSecret(file, name, identifier as Node, true));
}

/** `token` of `req.query` where people prove who they are by it, of `req.cookies` everywhere. */
export function isTokenOfRequest(file: SourceFile, owner: readonly string[], name: string, node: Node): boolean {
  if (
    name !== "token" ||
    owner.length < 2 ||
    !/^(?:cookies|params|query)$/.test(owner.at(-1)!) ||
    !/^(?:c|ctx|event|request|req)$|(?:Request|Req)$/.test(owner.at(-2)!)
  )
    return false;
  return owner.at(-1) === "cookies" || (isSignIn(file, node) && !isAboutOtherTokens(file, node));
}

/**
 * `settings.apiKey = payload.key`, `{ accessToken: data.token }`, `localStorage.setItem("token", data.token)`, `Bearer ${data.token}`: a name that
 * may be a secret's, of what is then called one.
 */
export function isKeptAsSecret(file: SourceFile, name: string, end: Node, isAlias = false): boolean {
  if (nameEvidence(name, file.settings)?.strength !== "weak") return false;
  const { parent, child } = outward(end) ?? {};
  // const token = answer.data.token
  if (parent?.type === "VariableDeclarator") return !isAlias && parent.id.type === "Identifier" && isKeptLater(file, name, parent.id);
  if (parent?.type === "AssignmentExpression" && parent.right === child) return isHeld(file, referenceName(parent.left) ?? "", parent);
  if (parent?.type === "TemplateLiteral")
    return parent.quasis.some((quasi, index) => parent.expressions[index] === child && /^Bearer $/i.test(quasi.value.raw));
  if (parent?.type === "CallExpression") {
    const [key, value] = parent.arguments;
    const setter = referenceName(parent.callee) ?? "";
    if (value === child && /^set(?:Cookie|Item(?:Async)?)?$/.test(setter))
      return nameEvidence(literalText(key) ?? referenceName(key as Node), file.settings) !== undefined;
    // setToken(answer.token)
    return (
      key === child && !isAboutOtherTokens(file, parent) && /^(?:save|set|store)_?(?:Access|Auth|Jwt|Session|User)?_?Token$/i.test(setter)
    );
  }
  return (
    parent?.type === "Property" &&
    parent.value === child &&
    parent.parent.type === "ObjectExpression" &&
    isHeld(file, staticName(parent) ?? "", parent)
  );
}

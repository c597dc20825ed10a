import type { TSESTree } from "@typescript-eslint/utils";
import { isSumOrTemplate, textParts } from "../../../ast/texts.js";
import { argumentAt, awaitedBy, literalText, referenceName, staticName, unwrap, type Node } from "../../../ast/nodes.js";
import { originName, originsOf, type Origin } from "../../../ast/origins.js";
import { constantInitializer } from "../../../ast/static-value.js";
import { variableOf } from "../../../ast/scope.js";
import { digestMaker } from "../../../secrets/sources/digest-chains.js";
import { evidenceOfKind } from "../../../secrets/evidence.js";
import { nameEvidence, wordsOf } from "../../../secrets/names/words.js";
import { sourceOfType } from "../../../secrets/sources/sources.js";
import type { SourceFile } from "../../../source-file.js";
import { CONFIG_WORD, ownersOf } from "./kept-values.js";

// What goes into a digest.

const MAX_SORTS = 4;
const MAX_PARTS = 12;

/** The elements of the list that a text is joined from, sorted or not, with what is pushed: `parts.push(secret); md5(parts.join("/"))`. */
export function elementsOf(file: SourceFile, text: Node, depth = 0): Node[] {
  return originsOf(file.sourceCode, text).flatMap(({ node, path }) => {
    if (path.length > 0) return [];
    if (node.type === "ArrayExpression") return node.elements.filter((each) => each !== null);
    if (node.type === "Identifier") return argumentsOf(file, node, "push");
    const callee = node.type === "CallExpression" ? unwrap(node.callee) : undefined;
    return callee?.type === "MemberExpression" && /^(?:sort|toSorted)$/.test(staticName(callee) ?? "") && depth < MAX_SORTS
      ? elementsOf(file, callee.object, depth + 1)
      : [];
  });
}

/** The call that hands its result to a callback, and what it was given before: `pbkdf2(password, salt, …, (error, key) => …)`, `hash(password).then((key) => …)`. */
export function callbackDigest({ parameter, path }: Origin): { callee: Node; given: readonly Node[] } | undefined {
  if (!parameter || path.length > 0) return undefined;
  const { of: callback, index } = parameter;
  const awaited = awaitedBy(callback);
  const call = awaited ?? callback.parent;
  // (error, key) =>
  if (call?.type !== "CallExpression" || call.callee === callback || (!awaited && index < callback.params.length - 1)) return undefined;
  return { callee: call.callee, given: call.arguments.filter((each) => each !== callback) };
}

const CUTTING = /^(?:slice|substr|substring)$/;

/** The text that a call cuts a part out of: `digest` of `digest.slice(0, 16)`. */
export function cutFrom(node: Node): Node | undefined {
  const callee = node.type === "CallExpression" ? unwrap(node.callee) : undefined;
  return callee?.type === "MemberExpression" && CUTTING.test(staticName(callee) ?? "") ? callee.object : undefined;
}

/** All arguments of `update` of one digest, over one chain or several statements, and those of a one-call digest. */
export function digestInputs(file: SourceFile, call: TSESTree.CallExpression): Node[] {
  const inputs: Node[] = [];
  const maker = digestMaker(file.sourceCode, call);
  let current: Node = call;
  for (let hops = 0; hops < MAX_PARTS && current !== maker; hops++) {
    if (current.type === "AwaitExpression") current = unwrap(current.argument);
    else if (current.type === "Identifier") {
      inputs.push(...argumentsOf(file, current, "update"));
      const init = constantInitializer(file.sourceCode, current);
      if (!init) break;
      current = unwrap(init);
    } else if (current.type === "CallExpression") {
      const callee = unwrap(current.callee);
      if (callee.type !== "MemberExpression") break;
      if (staticName(callee) === "update") inputs.push(...current.arguments.slice(0, 1));
      current = unwrap(callee.object);
    } else break;
  }
  if (maker && (maker === call || !/^create/.test(referenceName(maker.callee) ?? ""))) inputs.push(...maker.arguments);
  return inputs;
}

/** The first arguments of a method that is called on a variable: of `hash.update(…)`, `parts.push(…)`. */
function argumentsOf(file: SourceFile, identifier: TSESTree.Identifier, method: string): Node[] {
  const inputs: Node[] = [];
  for (const { identifier: read } of variableOf(file.sourceCode, identifier)?.references ?? []) {
    const member = read.parent;
    const call = member?.type === "MemberExpression" && member.object === read && staticName(member) === method ? member.parent : undefined;
    if (call?.type === "CallExpression" && call.arguments[0] && inputs.length < MAX_PARTS) inputs.push(call.arguments[0] as Node);
  }
  return inputs;
}

/** What stands before the secret in a text that is signed by its digest: `"…&key=" + apiKey`, as payment services ask for it. */
const KEY_LABEL = /[&?](?:api_?|app_?|mch_?)?(?:key|secret)=$/i;
/** What HTTP digest calls the hash of the password, which its answers are keyed with (RFC 7616, 3.4.1). */
const HASHED_PASSWORD = /^ha1$/i;
/** The program's settings of Express: `app.get("secret")`. */
const SETTINGS = /^(?:app|server|settings)$/;

/** Whether one of the parts that a text is put together from is a secret key: `user.email + config.sessionSecret`, `query + "&key=" + key`. */
export function holdsSecretKey(file: SourceFile, text: Node): boolean {
  const parts = partsOf(file, text);
  return parts.some((each, index) => {
    const before = index > 0 ? writtenText(parts[index - 1]!) : undefined;
    if (before !== undefined && KEY_LABEL.test(before) && !sourceOfType(file, each, "request")) return true;
    if (parts.length > 1 && (isSetting(file, each) || isConfiguredSalt(file, each) || HASHED_PASSWORD.test(referenceName(each) ?? "")))
      return true;
    const evidence =
      parts.length > 1 && /^(?:Identifier|MemberExpression)$/.test(each.type) ? evidenceOfKind(file, each, "secretKey") : undefined;
    return (
      evidence !== undefined && evidence.strength !== "weak" && evidence.source?.type !== "request" && evidence.source?.type !== "stored"
    );
  });
}

const writtenText = (part: Node): string | undefined =>
  part.type === "TemplateElement" ? (part.value.cooked ?? undefined) : literalText(part);

/** `config.salt`, `process.env.MERCHANT_SALT`: one for all, which only the two sides of a signature know. */
const isConfiguredSalt = (file: SourceFile, part: Node): boolean =>
  originsOf(file.sourceCode, part).some((origin) => {
    const words = wordsOf(originName(origin) ?? "");
    return (
      words.at(-1) === "salt" &&
      words.every((word) => !/^(?:bcrypt|pass(?:wd|word)?|pwd)$/.test(word)) &&
      (sourceOfType(file, part, "environment") !== undefined || ownersOf(origin).some((owner) => CONFIG_WORD.test(owner)))
    );
  });

function isSetting(file: SourceFile, call: Node): boolean {
  const callee = call.type === "CallExpression" ? unwrap(call.callee) : undefined;
  if (call.type !== "CallExpression" || callee?.type !== "MemberExpression" || staticName(callee) !== "get" || call.arguments.length !== 1)
    return false;
  const named = SETTINGS.test(referenceName(callee.object) ?? "")
    ? nameEvidence(literalText(argumentAt(call, 0)), file.settings)
    : undefined;
  return named?.kind === "secretKey" && named.strength === "strong";
}

/** The operands of a sum or a template, literals among them; each constant is looked up once. */
function partsOf(file: SourceFile, text: Node, known = new Set<Node>()): Node[] {
  return textParts(text).flatMap((part) => {
    const made = part.type === "Identifier" && known.size < MAX_PARTS ? constantInitializer(file.sourceCode, part) : undefined;
    // md5(data.id + md5(secret))
    if (part.type === "CallExpression" && /^(?:md5|sha_?\d{1,3})$/i.test(referenceName(part.callee) ?? "") && known.size < MAX_PARTS) {
      known.add(part);
      return [part, ...part.arguments.flatMap((each) => partsOf(file, each as Node, known))];
    }
    if (!made || known.has(made) || !isSumOrTemplate(unwrap(made))) return [part];
    known.add(made);
    return partsOf(file, made, known);
  });
}

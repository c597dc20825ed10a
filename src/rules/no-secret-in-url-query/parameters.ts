import type { TSESTree } from "@typescript-eslint/utils";
import { literalText, outward, referenceName, staticName, type Node } from "../../ast/nodes.js";
import { declaredValue, readsOf, variableOf, type Variable } from "../../ast/scope.js";
import { constantInitializer } from "../../ast/static-value.js";
import { fileCache } from "../../file-cache.js";
import type { SourceFile } from "../../source-file.js";
import { isDigested } from "./digested.js";
import { isQueryArgument, isSocketQuery } from "./query-options.js";
import { isUsedInUrl } from "./used-in-url.js";
import { followsQuestionMark, formattedParts, listedTexts, KEY_URI, isSeparator, partsOf, type Part } from "./query-texts.js";

/** One `name=value` of a query. */
export interface Parameter {
  name: string;
  value: Node;
  /** Where the report begins. */
  start: number;
  /** The text of the URL before the parameter; holes are `{}`. */
  before: string;
  /** The template that holds it, for edits. */
  template?: TSESTree.TemplateLiteral;
  index?: number;
  /** Its object has the name of somebody, too: `{ user, pass }`. */
  besideUser?: boolean;
  /** It stands in the address of a page that the program shows next: tokens of links are handed on there. */
  ofPage?: boolean;
  /** It stands in what socket.io puts into the address that it connects to. */
  ofSocket?: boolean;
}

/** Characters at either end of what stands before a parameter: of a longer text, a page perhaps, the beginning and what is next to it count. */
const ENDS = 512;

/** The parameters whose value is a hole of a URL-like template or concatenation. */
export function parametersOfText(
  file: SourceFile,
  node: TSESTree.TemplateLiteral | TSESTree.BinaryExpression | TSESTree.CallExpression,
): Parameter[] {
  if (node.type === "CallExpression" && !listedTexts(node) && !formattedParts(node)) return [];
  if (node.type === "BinaryExpression" && node.operator !== "+") return [];
  const around = outward(node);
  if (around?.parent.type === "BinaryExpression" && around.parent.operator === "+") return [];
  if (around?.parent.type === "TaggedTemplateExpression") return [];
  const parts = partsOf(file, node);
  const found: Parameter[] = [];
  let before = "";
  for (const [index, part] of parts.entries()) {
    if (part.hole && (isSeparator(file, part.hole) || isBegunQuery(part.hole, parts[index + 1]))) before += "?";
    else if (part.hole) {
      const named = parameterAtEnd(before);
      const previous = parts[index - 1];
      if (named && previous?.text !== undefined && isUrl(file, node, before.slice(0, named.index + 1), parts)) {
        const start = previous.constant?.range[0] ?? Math.max(previous.end - named.name.length - 1, 0);
        const host =
          node.type === "TemplateLiteral" ? { template: node, index: node.expressions.indexOf(part.hole as TSESTree.Expression) } : {};
        found.push({
          name: named.name,
          value: part.hole,
          start,
          before: withAddress(file, parts, before.slice(0, named.index + 1)),
          ofSocket: isInSocketQuery(file, node),
          ...host,
        });
      }
      before += "{}";
    } else before += part.text ?? "";
    if (before.length > 2 * ENDS) before = before.slice(0, ENDS) + before.slice(-ENDS);
  }
  return found.length > 0 && isDigested(file, node, before.includes("?")) ? [] : found;
}

/** `https://api.example.com/items?` of `{}?`, where a constant holds what stands first. */
function withAddress(file: SourceFile, parts: readonly Part[], before: string): string {
  const first = parts.find((part) => part.hole !== undefined || part.text !== "")?.hole;
  const held = first?.type === "Identifier" && before.startsWith("{}") ? constantInitializer(file.sourceCode, first) : undefined;
  if (held?.type === "Literal") return `${literalText(held) ?? "{}"}${before.slice(2)}`;
  return held?.type === "TemplateLiteral" ? `${held.quasis.map(({ value }) => value.raw).join("{}")}${before.slice(2)}` : before;
}

/** Characters that the name of a parameter may have, with the signs around it. */
const MAX_NAME = 160;

/** `token` of `/items?page=1&token=`, and where its sign stands; 0 where the text begins with it. */
function parameterAtEnd(text: string): { name: string; index: number } | undefined {
  const start = Math.max(0, text.length - MAX_NAME);
  const match = /(?:^|[?&]\s{0,40})([\w.[\]-]+)=(?:["']|Bearer(?: |%20))?$/.exec(text.slice(start));
  if (!match || (start > 0 && match.index === 0 && !/[?&]/.test(text[start]!))) return undefined;
  return { name: match[1]!, index: start + match.index };
}

/** `${queryString}access_token=${token}`: what is named as a query and goes on without a sign ends in one. */
const isBegunQuery = (hole: Node, next: Part | undefined): boolean =>
  /^(?:qs|search|(?:url_?)?query_?(?:prefix|string))$/i.test(referenceName(hole) ?? "") && /^[\w.-]+=/.test(next?.text ?? "");

const QUERY_STRING = /^(?:url_?)?query_?(?:params|string)$/i;
/** Functions that take the same text as the body of a request, read it or hash it. */
const OF_BODY =
  /^(?:connect|debug|decode|end|exec|expect|hash|log|parse|patch|post|put|query|requestToken|run|send|set(?=[A-Z])|submit|update|validate|write)/;

/** `queryString` that is handed to a function of the project, which knows the address, or given back. */
function isNamedQuery(file: SourceFile, name: TSESTree.Identifier): boolean {
  const variable = QUERY_STRING.test(name.name) ? variableOf(file.sourceCode, name) : undefined;
  const places = variable
    ? readsOf(variable)
        .map(({ identifier }) => outward(identifier as Node))
        .filter((place) => !(place?.parent.type === "MemberExpression" && staticName(place.parent) === "length"))
    : [];
  return (
    places.length > 0 &&
    places.every(
      (place) =>
        place?.parent.type === "ReturnStatement" ||
        (place?.parent.type === "CallExpression" &&
          place.parent.callee !== place.child &&
          !place.parent.arguments.some((each) => /^(?:patch|post|put)$/i.test(literalText(each) ?? "")) &&
          !OF_BODY.test(referenceName(place.parent.callee) ?? "")),
    )
  );
}

/** `let uri = "otpauth://totp/…?"`, `"jdbc:…"`, `"grant_type=password&"`: no address that is asked. */
function beginsOtherwise(file: SourceFile, name: Node): boolean {
  const init = name.type === "Identifier" ? declaredValue(file.sourceCode, name) : undefined;
  return init ? /^["'`](?:(?!https?:|wss?:)[a-z]\w{1,20}:|\w{1,40}=|["'`]$)/i.test(file.sourceCode.getText(init).slice(0, 60)) : false;
}

export const FORM = /^(?:body|data|payload|form|form_?data)$/i;

/** `${base}user=${user}&`, `${base}&user=${user}&`: a base that ends in `?` or has one, and at least one parameter. */
const MORE_PARAMETERS = /^\{\}&?(?:[\w.-]+=[^\s&=]*&)+$/;
const ADDRESS = /ur[il]$|^base|endpoint$|api_?(?:base|host)$/i;

/** Whether `name=` after that text is a query of a URL and not of a form or a sentence. */
function isUrl(file: SourceFile, node: Node, before: string, parts: readonly Part[]): boolean {
  if ((KEY_URI.test(before) || /\s\S*\s\S*\?$/.test(before)) && !/https?:\/\/|href=|^\s*</.test(before)) return false;
  if (before.includes("?")) return !/[\s(]\?$/.test(before);
  const { parent } = outward(node) ?? {};
  if (parent?.type === "Property" && FORM.test(staticName(parent) ?? "")) return false;
  if (isInSocketQuery(file, node)) return true;
  if (followsQuestionMark(file, node) || isOfJoinedList(file, node)) return true;
  if (parent?.type === "CallExpression" && isQueryArgument(file, parent)) return true;
  if (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier") {
    if (FORM.test(parent.id.name)) return false;
    if (isUsedInUrl(file, parent.id) || isNamedQuery(file, parent.id)) return true;
  }
  if (parent?.type === "CallExpression" && parent.arguments[0] !== node) return false;
  if (
    parent?.type === "AssignmentExpression" &&
    parent.operator === "+=" &&
    ADDRESS.test(referenceName(parent.left) ?? "") &&
    !beginsOtherwise(file, parent.left) &&
    /^(?:[\w.-]+=[^\s&=]*&)*\w?$/.test(before)
  )
    return true;
  const first = parts.find((part) => part.hole !== undefined || part.text !== "")!;
  if (
    first.hole &&
    MORE_PARAMETERS.test(before) &&
    (ADDRESS.test(referenceName(first.hole) ?? "") ||
      (parent?.type === "VariableDeclarator" && ADDRESS.test(referenceName(parent.id) ?? "")))
  )
    return true;
  if (isInForm(node)) return false;
  return before.startsWith("&") || (first.hole !== undefined || first.text === "" ? /^\{\}&$/.test(before) : false);
}

/** `` `grant_type=password&user=${user}${code ? `&mfa_token=${code}` : ""}` ``: a text that goes on with more of a form (RFC 6749, section 4.3.2). */
function isInForm(node: Node): boolean {
  let place = outward(node);
  while (place?.parent.type === "ConditionalExpression" || place?.parent.type === "LogicalExpression") place = outward(place.parent);
  const { parent } = place ?? {};
  return parent?.type === "TemplateLiteral" && /^\w{1,40}=[^?]*$/.test(parent.quasis[0]?.value.raw ?? "");
}

/** `parts.push("token=" + token)`, `const parts = ["token=" + token]`, of a list that is joined behind a question mark. */
function isOfJoinedList(file: SourceFile, text: Node): boolean {
  const { parent } = outward(text) ?? {};
  const around = parent?.type === "ArrayExpression" ? outward(parent)?.parent : undefined;
  const list =
    around?.type === "VariableDeclarator"
      ? around.id
      : parent?.type === "CallExpression" && parent.callee.type === "MemberExpression" && staticName(parent.callee) === "push"
        ? parent.callee.object
        : undefined;
  const variable = list?.type === "Identifier" ? variableOf(file.sourceCode, list) : undefined;
  return variable !== undefined && isJoinedToQuery(file, variable);
}

const joinedLists = fileCache<Variable, boolean>();

/** `"?" + parts.join("&")`, `const query = parts.join("&")` of what goes into a URL. */
const isJoinedToQuery = (file: SourceFile, list: Variable): boolean =>
  joinedLists.remember(list, () =>
    list.references.some(({ identifier }) => {
      const member = outward(identifier as Node)?.parent;
      const call = member?.type === "MemberExpression" && staticName(member) === "join" ? member.parent : undefined;
      if (call?.type !== "CallExpression" || literalText(call.arguments[0]) !== "&") return false;
      const holder = outward(call)?.parent;
      return (
        followsQuestionMark(file, call) ||
        (holder?.type === "VariableDeclarator" && holder.id.type === "Identifier" && isUsedInUrl(file, holder.id))
      );
    }),
  );

/** `io(url, { query: `token=${token}` })` */
function isInSocketQuery(file: SourceFile, text: Node): boolean {
  const parent = outward(text)?.parent;
  return parent !== undefined && isSocketQuery(file, parent);
}

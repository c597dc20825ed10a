import type { TSESTree } from "@typescript-eslint/utils";
import { literalText, propertyValue, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { isSumOrTemplate, textParts, wholeText } from "../../ast/texts.js";
import type { Proposal } from "../../fix/delivery.js";
import { insertAt, replace, type Edit } from "../../fix/edit.js";
import { fileStyleOf } from "../../fix/file-style.js";
import { isParenthesized } from "../../fix/hazards.js";
import { runtimeOf } from "../../fix/runtime.js";
import { meansGlobal } from "../../fix/scopes.js";
import { fileCache } from "../../file-cache.js";
import type { SourceFile } from "../../source-file.js";
import { requestFor, writtenStart } from "./carriers.js";
import { hostOf, knownHeader, takesForm } from "./hosts.js";
import { isPure, isStill } from "./movable.js";
import type { Parameter } from "./parameters.js";
import { isVisible, type Request } from "./requests.js";
import { strippedValue } from "./stripped-value.js";

/**
 * Sends the query of a POST request as the form in its body. Migrating for addresses whose documentation asks for that, which are then asked
 * by POST in any case; manual for others. None where there is a body, where not all of the query is written in one place, and
 * for hosts that are known to want the secret elsewhere.
 */
export function bodyEdits(file: SourceFile, { name, value }: Parameter): Proposal<"sendInBody"> | undefined {
  const url = wholeText(value);
  const query = isSumOrTemplate(url) ? queries.remember(url, () => queryOf(file, url)) : undefined;
  if (!query || value.range[0] < query.at) return undefined;
  const { isForm, host, edits } = query;
  if (!isForm && host !== undefined && knownHeader(host, name)) return undefined;
  return { editClass: isForm && runtimeOf(file) !== "browser" ? "migrating" : "manual", messageId: "sendInBody", edits };
}

/** The query of a URL, and the edits that send it as a form. */
interface Query {
  /** Where its question mark stands. */
  at: number;
  isForm: boolean;
  host: string | undefined;
  edits: readonly Edit[];
}

const queries = fileCache<Node, Query | undefined>();

function queryOf(file: SourceFile, url: Node): Query | undefined {
  const request = requestFor(file, url);
  const parts = request ? textParts(url) : [];
  const split = request && splitAtQuery(file, url, parts);
  if (!request || !split || !parts.every((part) => isText(part) || isMovable(file, part, request.call))) return undefined;
  if (!meansGlobal(file.sourceCode.getScope!(request.call), "URLSearchParams")) return undefined;
  const address = writtenStart(file, url);
  const isForm = takesForm(address);
  const edit = addBody(file, request, `new URLSearchParams(${split.query})`, isForm);
  return edit && { at: split.cut.range[0], isForm, host: hostOf(address), edits: [split.cut, edit] };
}

const isText = (part: Node): boolean => part.type === "TemplateElement" || literalText(part) !== undefined;

function isMovable(file: SourceFile, part: Node, call: Node): boolean {
  const value = strippedValue(part);
  return isPure(value) && isStill(file, value, call);
}

/** The URL without its query, and the text of the query as an expression: both are written as they were. */
function splitAtQuery({ sourceCode }: SourceFile, url: Node, parts: readonly Node[]): { cut: Edit; query: string } | undefined {
  const { text } = sourceCode;
  const written = (part: Node): string =>
    part.type === "TemplateElement" ? part.value.raw : text.slice(part.range[0] + 1, part.range[1] - 1);
  const texts = parts.filter(isText);
  const begin = texts.find((part) => written(part).includes("?"));
  if (!begin || sourceCode.getCommentsInside(url).length > 0) return undefined;
  // Addresses lose line breaks and the spaces at their end, forms do not.
  if (texts.some((part) => /[\\\t\r\n#]/.test(written(part))) || (texts.at(-1) === parts.at(-1) && / $/.test(written(texts.at(-1)!))))
    return undefined;
  const at = text.indexOf("?", begin.range[0]);
  if (!isBalanced(sourceCode.getTokens(url).filter(({ range }) => range[0] > at))) return undefined;
  const quote = begin.type === "TemplateElement" ? "`" : text[begin.range[0]]!;
  return { cut: replace([at, url.range[1]], quote), query: quote + text.slice(at + 1, url.range[1]) };
}

/** No parenthesis closes that was opened before: `("?key=" + key) + rest` cannot be cut at its question mark. */
function isBalanced(tokens: readonly TSESTree.Token[]): boolean {
  let depth = 0;
  return tokens.every(({ value }) => {
    depth += value === "(" ? 1 : value === ")" ? -1 : 0;
    return depth >= 0;
  });
}

const NOTHING = /^(?:null|undefined|\{\s*\}|""|'')$/;

/** Adds a form to a request, as its body; undefined where the request has another one or is not all visible. */
function addBody(file: SourceFile, { call, client, options, verb }: Request, form: string, isForm: boolean): Edit | undefined {
  const { sourceCode } = file;
  const [, second, ...others] = call.arguments;
  const last = call.arguments.at(-1);
  if (!last || isParenthesized(sourceCode, last) || call.arguments.some(({ type }) => type === "SpreadElement")) return undefined;
  if (client === "axios") {
    if (verb !== "post" || others.length > 1 || !others.every(takesFormBody)) return undefined;
    if (!second) return insertAt(last.range[1], `, ${form}`);
    return NOTHING.test(sourceCode.getText(second)) ? replace(second, form) : undefined;
  }
  if (!FETCHES.has(client) || options !== 1 || others.length > 0 || !/^(?:post)?$/.test(verb)) return undefined;
  const { quote } = fileStyleOf(file);
  const body = verb === "post" ? `body: ${form}` : `method: ${quote}POST${quote}, body: ${form}`;
  if (!second) return verb === "post" || isForm ? insertAt(last.range[1], `, { ${body} }`) : undefined;
  if (!takesFormBody(second)) return undefined;
  const method = second.properties.find((property) => staticName(property) === "method");
  if (method?.type === "Property" && literalText(method.value)?.toUpperCase() === "POST")
    return insertAt(method.range[1], `, body: ${form}`);
  if (method || !(verb === "post" || isForm)) return undefined;
  return second.properties[0] ? insertAt(second.properties[0].range[0], `${body}, `) : replace(second, `{ ${body} }`);
}

/** Clients whose options have a `body` that may be a `URLSearchParams`, and which name its type in a header. */
const FETCHES: ReadonlySet<string> = new Set(["cross-fetch", "fetch", "ky", "node-fetch"]);
/** Headers that tell of the body that a request had. */
const OF_BODY = /^(?:content-(?:encoding|length)|transfer-encoding)$/;
const FORM_TYPE = /^application\/x-www-form-urlencoded\b/i;

/** Whether all options are visible, none of them is a body, and no header speaks of another type than a form. */
function takesFormBody(options: Node): options is TSESTree.ObjectExpression {
  if (!isVisible(options) || staticNames(options).some((name) => /^(?:body|data|form|json)$/.test(name))) return false;
  const headers = propertyValue(options, "headers");
  if (!headers) return !staticNames(options).includes("headers");
  const others = unwrap(headers);
  return (
    isVisible(others) &&
    others.properties.every((property) => {
      const name = staticName(property)?.toLowerCase() ?? "";
      if (OF_BODY.test(name)) return false;
      return name !== "content-type" || (property.type === "Property" && FORM_TYPE.test(literalText(property.value) ?? ""));
    })
  );
}

const staticNames = (object: TSESTree.ObjectExpression): string[] => object.properties.map((property) => staticName(property) ?? "");

import type { TSESTree } from "@typescript-eslint/utils";
import { isSum } from "../../ast/texts.js";
import { dottedPath, literalText, outward, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { constantInitializer } from "../../ast/static-value.js";
import type { SourceFile } from "../../source-file.js";

// Texts that are put together of literals and values, and what stands behind a question mark there.

/** A literal or a value of a text. */
export interface Part {
  text?: string;
  hole?: Node;
  end: number;
  /** What holds the text where it is used: a constant, a format. */
  constant?: Node;
}

/** The literals and values of a template or sum, in order. A constant that brings the name of a parameter is a literal: `BASE + key`. */
export function partsOf(file: SourceFile, node: Node): Part[] {
  const inner = unwrap(node);
  if (isSum(inner)) return [...partsOf(file, inner.left), ...partsOf(file, inner.right)];
  if (inner.type === "TemplateLiteral")
    return inner.quasis.flatMap((quasi, index): Part[] => {
      const hole = inner.expressions[index];
      const end = hole ? file.sourceCode.text.lastIndexOf("${", hole.range[0]) : inner.range[1] - 1;
      return [{ text: quasi.value.raw, end }, ...(hole ? [partOf(file, hole)] : [])];
    });
  const formatted = formattedParts(inner);
  if (formatted) return formatted;
  const listed = listedTexts(inner);
  if (listed)
    return listed.flatMap((each, index) => [
      ...(index > 0 && each.sign ? [{ text: each.sign, end: each.node.range[0] }] : []),
      ...partsOf(file, each.node),
    ]);
  const text = literalText(inner);
  return [text === undefined ? partOf(file, inner) : { text, end: inner.range[1] - 1 }];
}

/** The texts and values of `util.format("/items?token=%s", token)` and `sprintf(…)`. */
export function formattedParts(node: Node): Part[] | undefined {
  if (node.type !== "CallExpression" || !/^(?:format|sprintf)$/.test(referenceName(node.callee) ?? "")) return undefined;
  if (!FORMATS.test(dottedPath(node.callee)?.join(".") ?? "")) return undefined;
  const [format, ...values] = node.arguments as Node[];
  const text = literalText(format);
  if (text === undefined || !/[?&][\w.-]+=%/.test(text)) return undefined;
  return text
    .split(PLACE)
    .flatMap((each, index): Part[] => [
      { text: each, end: format!.range[1] - 1, constant: format! },
      ...(values[index] ? [{ hole: values[index], end: values[index].range[1] }] : []),
    ]);
}

const FORMATS = /^(?:(?:util\.)?format|sprintf)$/;
const PLACE = /%[sdifjoO]/;

/** What `["/items?token=", token].join("")`, `["page=" + page, "token=" + token].join("&")` and `"/items?token=".concat(token)` put side by side, with the sign between. */
export function listedTexts(node: Node): { node: Node; sign: string }[] | undefined {
  const callee = node.type === "CallExpression" ? unwrap(node.callee) : undefined;
  if (node.type !== "CallExpression" || callee?.type !== "MemberExpression") return undefined;
  const list = unwrap(callee.object);
  const method = staticName(callee);
  if (method === "concat" && (literalText(list) !== undefined || list.type === "TemplateLiteral"))
    return [list, ...node.arguments].map((each) => ({ node: each, sign: "" }));
  const sign = method === "join" && list.type === "ArrayExpression" ? literalText(node.arguments[0]) : undefined;
  if (list.type !== "ArrayExpression" || (sign !== "" && sign !== "&")) return undefined;
  return list.elements.flatMap((each) => (each ? [{ node: each as Node, sign }] : []));
}

/** A value; `const BASE = "https://api.example.com/?key="` is a text. */
function partOf(file: SourceFile, value: Node): Part {
  const inner = unwrap(value);
  const text = inner.type === "Identifier" ? literalText(constantInitializer(file.sourceCode, inner)) : undefined;
  const end = value.range[1];
  return text !== undefined && /[?&][\w.-]+=$/.test(text) ? { text, end, constant: inner } : { hole: value, end };
}

/** Key URIs of authenticator apps, and what programs for proxies import: a QR code on a screen, no request. */
export const KEY_URI = /^\s*(?:otpauth:|(?:anytls|hy2|hysteria2?|ssr?|trojan|tuic|vless|vmess):\/\/)/;

/** Whether an expression is put right after `?` or `&` of a text, or is assigned to `url.search`. */
export function followsQuestionMark(file: SourceFile, node: Node): boolean {
  const around = outward(node);
  if (!around) return false;
  const { parent, child } = around;
  if (parent.type === "MemberExpression" && parent.object === child && staticName(parent) === "toString")
    return parent.parent.type === "CallExpression" && followsQuestionMark(file, parent.parent);
  if (parent.type === "CallExpression" && parent.arguments[0] === child && referenceName(parent.callee) === "String")
    return followsQuestionMark(file, parent);
  if (parent.type === "ConditionalExpression" || parent.type === "LogicalExpression") return followsQuestionMark(file, parent);
  if (parent.type === "TemplateLiteral") {
    const index = parent.expressions.indexOf(child as TSESTree.Expression);
    const before = parent.quasis[index]?.value.raw ?? "";
    const isBehindSign = /[?&]$/.test(before) || (before === "" && beginsQuery(file, parent.expressions[index - 1]));
    return !KEY_URI.test(parent.quasis[0]!.value.raw) && isBehindSign;
  }
  if (isSum(parent) && parent.right === child) {
    const before = partsOf(file, parent.left);
    const last = before.at(-1);
    return !KEY_URI.test(before[0]?.text ?? "") && (/[?&]$/.test(last?.text ?? "") || beginsQuery(file, last?.hole));
  }
  return parent.type === "AssignmentExpression" && parent.right === child && referenceName(parent.left) === "search";
}

/** `url.includes("?") ? "&" : "?"`, `url.search ? "&" : ""`, or a constant that holds it: a query goes on behind it. */
export const isSeparator = (file: SourceFile, node: Node | undefined): boolean => signsOf(file, node).length > 0;

/** The same where one of the signs is a question mark, or one is asked for: behind `rest ? "&" : ""` a form may go on as well. */
const beginsQuery = (file: SourceFile, node: Node | undefined): boolean =>
  signsOf(file, node).some((sign) => sign.endsWith("?") || /\.search\b/.test(file.sourceCode.getText(node as never)));

function signsOf(file: SourceFile, node: Node | undefined): string[] {
  const named = node && unwrap(node);
  const inner = named?.type === "Identifier" ? constantInitializer(file.sourceCode, named) : named;
  if (inner?.type !== "ConditionalExpression") return [];
  const signs = [inner.consequent, inner.alternate].map((each) => literalText(each)).filter((each) => each !== undefined);
  return signs.length === 2 && signs.every((each) => /(?:^|[?&])$/.test(each)) && signs.some(Boolean) ? signs : [];
}

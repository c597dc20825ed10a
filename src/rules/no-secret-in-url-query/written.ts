import type { TSESTree } from "@typescript-eslint/utils";
import { literalText, outward, referenceName, staticName, type Node } from "../../ast/nodes.js";
import { textParts } from "../../ast/texts.js";
import { KIND_NAMES } from "../../secrets/evidence.js";
import { shownName } from "../../secrets/masking.js";
import { findUrlParameter } from "../../secrets/values/url-parameters.js";
import type { SourceFile } from "../../source-file.js";
import { isDigested } from "./digested.js";
import { FORM } from "./parameters.js";

const MAX_TEXT = 4096;

/** Why a text, or a part of a template, holds a secret as a parameter of a URL: a clause without the value. */
export function writtenParameter(file: SourceFile, node: TSESTree.Literal | TSESTree.TemplateElement): string | undefined {
  const text = node.type === "TemplateElement" ? node.value.raw : literalText(node);
  if (text === undefined || text.length > MAX_TEXT || !/[?&][\w.-]+=/.test(text)) return undefined;
  const whole = wholeOf(node);
  if (isForm(whole)) return undefined;
  const found = findUrlParameter(text, file.sourceCode.getText(whole));
  if (!found || isDigested(file, whole, text.includes("?"))) return undefined;
  return `the parameter ${shownName(found.parameter, "of the query")} holds ${KIND_NAMES[found.kind]}`;
}

/** `axios.post(url, "grant_type=…&client_secret=…")`, `{ body: "…" }`. */
function isForm(whole: Node): boolean {
  const { parent, child } = outward(whole) ?? {};
  if (parent?.type === "Property") return FORM.test(staticName(parent) ?? "");
  if (parent?.type === "VariableDeclarator") return FORM.test(referenceName(parent.id) ?? "") && beginsForm(whole);
  return (
    parent?.type === "CallExpression" && /^(?:patch|post|put)$/.test(referenceName(parent.callee) ?? "") && parent.arguments[1] === child
  );
}

/** `store_id=…&store_passwd=…`: what begins so is no address. */
function beginsForm(whole: Node): boolean {
  const [first] = textParts(whole);
  return /^[\w.-]{1,40}=/.test((first?.type === "TemplateElement" ? first.value.raw : first && literalText(first)) ?? "");
}

/** The template or `+` chain that a part belongs to: the host may stand in another part. */
function wholeOf(node: TSESTree.Literal | TSESTree.TemplateElement): Node {
  let whole: Node = node.type === "TemplateElement" ? node.parent : node;
  while (whole.parent?.type === "BinaryExpression") whole = whole.parent;
  return whole;
}

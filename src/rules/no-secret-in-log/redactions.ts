import type { TSESTree } from "@typescript-eslint/utils";
import { isSum } from "../../ast/texts.js";
import { referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { bindOwn } from "../../fix/bindings.js";
import type { EditClass, Proposal } from "../../fix/delivery.js";
import { replace, type Edit } from "../../fix/edit.js";
import { fileStyleOf } from "../../fix/file-style.js";
import { replacementText } from "../../fix/hazards.js";
import { meansGlobal } from "../../fix/scopes.js";
import type { Exposure } from "../../secrets/shown/exposure.js";
import { isCommandLine, isMadeHere } from "../../sinks/logs/command-line.js";
import type { LogCall } from "../../sinks/logs/log-calls.js";
import type { SourceFile } from "../../source-file.js";
import { mayLog } from "./typed-loggers.js";

export type RedactionMessage = "redact" | "redactWith" | "logPresence" | "logKeys";

const REDACTED = "[REDACTED]";

/**
 * The ways to keep a secret out of a log line, safest first. Arity, format positions and the text around it stay.
 *
 * A pure read becomes `[REDACTED]` (equivalent), a `settings.redactors` module is called where there is one. Manual: whole objects, results of
 * calls, texts that hold more than the secret, the only argument where the value is made in the file (in a command line program any: its user
 * learns the generated password there), and in TypeScript the last reads
 * of a variable, which `noUnusedLocals` would turn into an error. None where the text has a meaning beyond the log, and where the
 * logger's types take no such value.
 */
export function redactions(
  file: SourceFile,
  log: LogCall,
  exposure: Exposure,
  isLastRead: (node: Node) => boolean,
): (Proposal<RedactionMessage> | undefined)[] {
  if (!log.editable) return [];
  const { node } = exposure;
  const pure = isPureRead(node);
  const manual =
    !pure ||
    hasEffects(node) ||
    outermost(node).parent?.type === "AwaitExpression" ||
    Boolean(log.call.typeArguments) ||
    exposure.shape === "object" ||
    !exposure.whole ||
    ((isShownOff(log, node) || isCommandLine(file)) && isMadeHere(file, exposure)) ||
    isLastRead(node) ||
    isNumberPosition(log, node);
  const editClass: EditClass = manual ? "manual" : "equivalent";
  const inPlace = (as: EditClass): Proposal<RedactionMessage> | undefined =>
    pure && mayLog(file, log, node, "string") ? { editClass: as, messageId: "redact", edits: [redacted(file, node)] } : undefined;
  const isSet = mayLog(file, log, node, "boolean") ? presence(file, node) : undefined;
  if (exposure.shape === "object")
    return [
      withRedactor(file, node, "manual"),
      mayLog(file, log, node, "list") ? keys(file, node, pure) : undefined,
      outermost(node).parent?.type !== "SpreadElement" ? inPlace("manual") : undefined,
    ];
  if (!pure) return [withRedactor(file, node, "equivalent"), isSet];
  return [exposure.whole ? withRedactor(file, node, "equivalent") : undefined, inPlace(editClass), isSet];
}

/** An identifier or a chain of members; reading it has no effect that the program needs. */
function isPureRead(node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === "Identifier" || inner.type === "ThisExpression" || inner.type === "Super") return true;
  if (inner.type !== "MemberExpression") return false;
  if (inner.computed && inner.property.type !== "Literal" && inner.property.type !== "Identifier") return false;
  return isPureRead(inner.object) || isSplit(inner.object);
}

const isSplit = (node: Node): boolean => {
  const call = unwrap(node);
  return (
    call.type === "CallExpression" &&
    call.callee.type === "MemberExpression" &&
    referenceName(call.callee) === "split" &&
    isPureRead(call.callee.object)
  );
};

/** The only argument, or dressed up for a reader: `chalk.red(code)`. With a value made here the line may be the program's product. */
const isShownOff = (log: LogCall, node: Node): boolean =>
  (log.call.arguments.length === 1 && unwrap(log.call.arguments[0]!) === node) ||
  (node.parent?.type === "CallExpression" && node.parent !== log.call);

/** `%d` of a format string prints NaN for a text. */
function isNumberPosition(log: LogCall, node: Node): boolean {
  const index = log.call.arguments.findIndex((argument) => unwrap(argument) === node);
  const format = log.call.arguments[0];
  if (index < 1 || format?.type !== "Literal" || typeof format.value !== "string") return false;
  const positions = format.value.match(/%[sdifjoOc]/g) ?? [];
  return /%[dif]/.test(positions[index - 1] ?? "");
}

/** `[REDACTED]` where the expression stands: in a template as text, in a shorthand with its name, elsewhere as a string. */
function redacted(file: SourceFile, node: Node): Edit {
  const { quote } = fileStyleOf(file);
  const text = `${quote}${REDACTED}${quote}`;
  const place = outermost(node);
  const { parent } = place;
  if (parent?.type === "TemplateLiteral" && parent.parent?.type !== "TaggedTemplateExpression") {
    const opening = file.sourceCode.text.lastIndexOf("${", place.range[0]);
    const closing = file.sourceCode.text.indexOf("}", place.range[1]);
    return replace([opening, closing + 1], REDACTED);
  }
  if (parent?.type === "Property" && parent.shorthand) return replace(place, `${referenceName(place) ?? "value"}: ${text}`);
  if (parent?.type === "LogicalExpression" && parent.left === place && parent.operator !== "&&") {
    const read = file.sourceCode.getText(place as never);
    const otherwise = file.sourceCode.getText(parent.right as never);
    return replace(parent, replacementText(file.sourceCode, parent, `${read} ? ${text} : ${otherwise}`));
  }
  // `(a ? x : token) ?? "none"`: TypeScript takes no default behind what is always there.
  const read = file.sourceCode.getText(place as never);
  return replace(place, isDefaulted(place) ? `${read} ? ${text} : undefined` : replacementText(file.sourceCode, place, text));
}

/** Whether an expression is a branch of a condition that has a default. */
function isDefaulted(place: Node): boolean {
  let child = place;
  let { parent } = place;
  while (parent?.type === "ConditionalExpression" && parent.test !== child) [child, parent] = [parent, parent.parent];
  return child !== place && parent?.type === "LogicalExpression" && parent.left === child && parent.operator !== "&&";
}

/** The expression with the casts around it, and what is made of it by its own methods: `[REDACTED]` and booleans have none of a buffer's. */
function outermost(node: Node): Node {
  let current = node;
  for (let parent = current.parent; parent && isPartOf(current, parent); parent = current.parent) current = parent;
  return current;
}

const isPartOf = (node: Node, parent: Node): boolean =>
  (parent.type === "MemberExpression" && parent.object === node) ||
  (parent.type === "CallExpression" && parent.callee === node && node.type === "MemberExpression") ||
  parent.type === "ChainExpression" ||
  unwrap(parent) === unwrap(node);

/** True where a method of the value is called with more than names and literals. */
function hasEffects(node: Node): boolean {
  const place = outermost(node);
  for (let current = node; current !== place; current = current.parent!) {
    const { parent } = current;
    if (
      parent?.type === "CallExpression" &&
      parent.callee === current &&
      !parent.arguments.every((argument) => argument.type === "Literal" || isPureRead(argument))
    )
      return true;
  }
  return false;
}

function wrapped(file: SourceFile, node: Node, text: string): Edit {
  const place = outermost(node);
  return place.parent?.type === "Property" && place.parent.shorthand
    ? replace(place, `${referenceName(place) ?? "value"}: ${text}`)
    : replace(place, replacementText(file.sourceCode, place, text));
}

function withRedactor(file: SourceFile, node: Node, editClass: EditClass): Proposal<RedactionMessage> | undefined {
  const redactor = file.settings.redactors?.find((each) => typeof each !== "string");
  if (typeof redactor !== "object") return undefined;
  const bound = bindOwn(file, node, redactor.module, [redactor.name]);
  if (!bound) return undefined;
  const call = `${bound.texts[redactor.name]}(${file.sourceCode.getText(outermost(node) as never)})`;
  return {
    editClass,
    messageId: "redactWith",
    data: { redactor: `\`${redactor.name}\`` },
    edits: [...bound.edits, wrapped(file, node, call)],
  };
}

/** Not beside a number and not in a method of texts, where TypeScript takes no boolean; `token ?? "none"` becomes `Boolean(token)`. */
function presence(file: SourceFile, node: Node): Proposal<RedactionMessage> | undefined {
  const place = outermost(node);
  const read: TSESTree.Node = place.parent?.type === "AwaitExpression" ? outermost(place.parent) : place;
  const { parent } = read;
  if (
    parent?.type === "SpreadElement" ||
    (parent?.type === "BinaryExpression" && !isText(parent)) ||
    isTextArgument(read) ||
    !meansGlobal(file.sourceCode.getScope!(node), "Boolean")
  )
    return undefined;
  const hasDefault = parent?.type === "LogicalExpression" && parent.left === read && parent.operator === "??";
  return {
    editClass: "manual",
    messageId: "logPresence",
    edits: [wrapped(file, hasDefault ? parent : read, `Boolean(${file.sourceCode.getText(read as never)})`)],
  };
}

const isTextArgument = ({ parent }: Node): boolean =>
  parent?.type === "CallExpression" &&
  parent.callee.type === "MemberExpression" &&
  /^(?:append|concat|pad(?:End|Start)|replace(?:All)?)$/.test(staticName(parent.callee) ?? "");

const isText = (node: Node): boolean =>
  node.type === "TemplateLiteral" ||
  (node.type === "Literal" && typeof node.value === "string") ||
  (isSum(node) && (isText(node.left as Node) || isText(node.right)));

function keys(file: SourceFile, node: Node, pure: boolean): Proposal<RedactionMessage> | undefined {
  if (!pure || !meansGlobal(file.sourceCode.getScope!(node), "Object")) return undefined;
  const place = outermost(node);
  const text = file.sourceCode.getText(place as never);
  if (place.parent?.type === "SpreadElement") return undefined;
  const object = place.type === "Identifier" || place.type === "MemberExpression" || place.type === "ChainExpression" ? text : `(${text})`;
  return {
    editClass: "manual",
    messageId: "logKeys",
    edits: [wrapped(file, node, `Object.keys(${/(?:^|\.)env$/.test(text) ? object : `${object} ?? {}`})`)],
  };
}

import { dottedPath, rootOf, unwrap, type Node } from "../../ast/nodes.js";
import { isGlobal } from "../../ast/scope.js";
import { constantInitializer } from "../../ast/static-value.js";
import type { Proposal } from "../../fix/delivery.js";
import { mergeEdits, replace, type Edit } from "../../fix/edit.js";
import { fileStyleOf } from "../../fix/file-style.js";
import { replacementText } from "../../fix/hazards.js";
import { envReaderFor } from "../../fix/insert-helper.js";
import { runtimeOf } from "../../fix/runtime.js";
import type { SourceFile } from "../../source-file.js";
import { ownStatement } from "./destructured.js";
import type { Finding } from "./finding.js";
import { isStandIn } from "./stand-ins.js";
import { shownVariable } from "./variables.js";
import { takesText } from "./written-types.js";

export type EditMessage = "readFromEnvironment" | "dropFallback";

/**
 * The read of the environment variable in place of the credential, at every place of the file that holds the same text.
 *
 * Manual where a missing variable would stop a program that has no use for it, and where the type may ask for the literal itself.
 *
 * @returns undefined in browser and edge files, where no expression can stand, and where the type takes only the literal itself
 */
export function environmentProposal(file: SourceFile, finding: Finding, same: readonly Finding[]): Proposal<EditMessage> | undefined {
  const runtime = runtimeOf(file);
  if (
    finding.comment ||
    finding.edit === "none" ||
    runtime === "browser" ||
    runtime === "edge" ||
    /\.d\.(?:\w+\.)?[cm]?ts$/.test(file.filename)
  )
    return undefined;
  const typed = takesText(file, finding.node);
  if (typed === false) return undefined;
  const edits: Edit[] = [];
  for (const each of [finding, ...same.filter((other) => other !== finding && takesText(file, other.node) && !isStandIn(other.node))]) {
    const reader = envReaderFor(file, each.node);
    const own = reader && credentialEdits(file, each, `${reader.text}(${quoted(file, each.env)})`);
    if (!own && each === finding) return undefined;
    // Two names of one pattern leave it one after the other.
    if (own && mergeEdits([...edits, ...reader.edits, ...own])) edits.push(...reader.edits, ...own);
  }
  return {
    editClass: typed && finding.edit === undefined && !isStandIn(finding.node) ? "migrating" : "manual",
    messageId: finding.fallback ? "dropFallback" : "readFromEnvironment",
    data: { env: shownVariable(finding) },
    edits,
  };
}

const quoted = (file: SourceFile, name: string): string => {
  const { quote } = fileStyleOf(file);
  return `${quote}${name}${quote}`;
};

function credentialEdits(file: SourceFile, finding: Finding, read: string): Edit[] | undefined {
  const { read: left, whole } = finding.fallback ?? {};
  const apart = whole?.type === "AssignmentPattern" ? ownStatement(file, whole, read) : undefined;
  if (apart) return apart;
  const isAll =
    (whole?.type === "ConditionalExpression" || (whole?.type === "LogicalExpression" && whole.left === left)) &&
    left !== undefined &&
    readsProcess(file, left);
  const edit = whole && isAll ? replace(whole, replacementText(file.sourceCode, whole, read)) : credentialEdit(file, finding, read);
  return edit && [edit];
}

/**
 * `process.env.X` itself, which our reader reads in its place, also through `const env = process.env`. `isLive && process.env.X`,
 * `process.env.X?.trim()`, `getEnv("X")` and `env.X` of an environment that a caller may give do more: they stay, and the reader comes behind them.
 */
function readsProcess({ sourceCode }: SourceFile, node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type !== "MemberExpression") return false;
  const owner = unwrap(inner.object);
  const environment = owner.type === "Identifier" ? constantInitializer(sourceCode, owner) : owner;
  const path = environment && dottedPath(environment);
  return path?.join(".") === "process.env" && isGlobal(sourceCode, rootOf(environment!));
}

function credentialEdit(file: SourceFile, { node, part }: Finding, read: string): Edit | undefined {
  const { sourceCode } = file;
  if (part !== undefined) return partEdit(file, node, part, read);
  if (!isValue(node)) return undefined;
  const { parent } = node;
  if (parent?.type === "JSXAttribute") return replace(node, `{${read}}`);
  // "x" as const: only a literal can be const
  const isConst =
    (parent?.type === "TSAsExpression" || parent?.type === "TSTypeAssertion") && sourceCode.getText(parent.typeAnnotation) === "const";
  const place = isConst ? parent : node;
  return replace(place, replacementText(sourceCode, place, read));
}

const CASTS: ReadonlySet<string> = new Set(["TSAsExpression", "TSNonNullExpression", "TSSatisfiesExpression", "TSTypeAssertion"]);
const NO_VALUES = /^(?:Export(?:All|Named)Declaration|ExportSpecifier|ExpressionStatement|Import\w+|TaggedTemplateExpression|TS\w+)$/;

/** False for a text that is a name or a directive: of a module, a type, a member of an enum or of a class, a tag's own text; and for what is only declared. */
function isValue(node: Node): boolean {
  const { parent } = node;
  if (isAmbient(node)) return false;
  if (!parent || CASTS.has(parent.type)) return true;
  return !NO_VALUES.test(parent.type) && !("key" in parent && parent.key === node);
}

/** `declare const key = "…"`, also inside `declare namespace` and `declare class`. */
function isAmbient(node: Node): boolean {
  for (let current: Node | undefined = node; current; current = current.parent) if ("declare" in current && current.declare) return true;
  return false;
}

/** Turns a key inside longer text into a hole: `"Bearer sk…"` gives `` `Bearer ${…}` ``. Gives up on escapes. */
function partEdit(file: SourceFile, node: Node, part: string, read: string): Edit | undefined {
  const { sourceCode } = file;
  const holder = partHolder(node, part);
  if (!holder || !isValue(holder.type === "TemplateElement" ? holder.parent : holder)) return undefined;
  const [start] = holder.range;
  const source = sourceCode.text.slice(...holder.range);
  const at = source.indexOf(part);
  if (at < 0 || source.indexOf(part, at + 1) >= 0) return undefined;
  if (holder.type !== "Literal") return replace([start + at, start + at + part.length], `\${${read}}`);
  const inner = source.slice(1, -1);
  if (inner === part) return replace(holder, replacementText(sourceCode, holder, read));
  if (/[\\`]|\$\{/.test(inner)) return undefined;
  const before = inner.slice(0, at - 1);
  const after = inner.slice(at - 1 + part.length);
  const text = `\`${before}\${${read}}${after}\``;
  if (holder.parent?.type === "JSXAttribute") return replace(holder, `{${text}}`);
  return replace(holder, replacementText(sourceCode, holder, text));
}

/** The literal or quasi of a text that holds all of `part`. */
function partHolder(node: Node, part: string): Node | undefined {
  if (node.type === "Literal") return String(node.value).includes(part) ? node : undefined;
  if (node.type === "TemplateLiteral") return node.quasis.find((quasi) => quasi.value.raw.includes(part));
  if (node.type !== "BinaryExpression") return undefined;
  return partHolder(node.left as Node, part) ?? partHolder(node.right, part);
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

type SourceCode = Readonly<TSESLint.SourceCode>;
type Node = TSESTree.Node;

/** True when a comment lies, wholly or in part, in the range. */
export function hasCommentInside(sourceCode: SourceCode, range: readonly [number, number]): boolean {
  return commentsInside(sourceCode, range).length > 0;
}

export function commentsInside(sourceCode: SourceCode, [start, end]: readonly [number, number]): TSESTree.Comment[] {
  return sourceCode.getAllComments().filter((comment) => comment.range[1] > start && comment.range[0] < end);
}

/** The source of a node as one argument, element or assigned value: a sequence keeps its parentheses. */
export function argumentText(sourceCode: SourceCode, node: Node): string {
  const text = sourceCode.getText(node);
  return node.type === "SequenceExpression" ? `(${text})` : text;
}

/**
 * The text to write in place of an expression, so that it is read as one expression there: parentheses where an operator around it
 * binds more tightly or a statement would begin wrongly, a semicolon where the statement before has none, spaces between words.
 *
 * @param text an expression in JavaScript or TypeScript
 */
export function replacementText(sourceCode: SourceCode, node: Node, text: string): string {
  const inner = needsParentheses(sourceCode, node, text) ? `(${text})` : text;
  const { text: source } = sourceCode;
  const before = source[node.range[0] - 1] ?? "";
  const after = source[node.range[1]] ?? "";
  const guarded = isContinuation(sourceCode, node, inner) ? `;${inner}` : inner;
  return (clash(before, guarded[0] ?? "") ? " " : "") + guarded + (clash(guarded.at(-1) ?? "", after) ? " " : "");
}

/** True when two characters side by side would be read as one token. */
function clash(left: string, right: string): boolean {
  const word = /[\p{ID_Continue}$\u200C\\]|\u200D/u;
  if (word.test(left)) return word.test(right) || right === "#";
  return (left === right && /[+\-/&|<>*?]/.test(left)) || (left === "/" && right === "*") || (left === "<" && right === "!");
}

/** How tightly an expression's outermost operator binds. */
type Binding = "loose" | "binary" | "unary" | "tight";

/** Reads the outermost operator of an expression's text; brackets, strings and templates are skipped. */
export function bindingOfText(text: string): Binding {
  if (/^(?:async\b\s*)?(?:\([^()]*\)|[\w$]+)\s*=>|^yield\b/.test(text)) return "loose";
  const flat = flatten(text);
  if (/=>|,|[^=!<>]=[^=>]|\?(?![.?])/.test(flat.replaceAll("??", "  ")) || /^yield\b/.test(flat)) return "loose";
  const start = /^(?:[!~\-+]|(?:await|typeof|void|delete)\b)/.test(flat);
  const rest = flat.replace(/^(?:[!~+\-\s]|(?:await|typeof|void|delete)\b)+/, "");
  if (/&&|\|\||\?\?|[=!]==?|[<>\-+*/%&|^]|\s(?:in|instanceof|as|satisfies)\s/.test(rest)) return "binary";
  return start ? "unary" : "tight";
}

/** The text with everything inside brackets, strings and templates taken out. */
function flatten(text: string): string {
  let depth = 0;
  let quote = "";
  let flat = "";
  for (let index = 0; index < text.length; index++) {
    const char = text[index]!;
    if (quote !== "") {
      if (char === "\\") index++;
      else if (char === quote) quote = "";
      continue;
    }
    if (char === '"' || char === "'" || char === "`") {
      quote = char;
      if (depth === 0) flat += "_";
    } else if ("([{".includes(char)) {
      depth++;
      if (depth === 1) flat += "_";
    } else if (")]}".includes(char)) depth--;
    else if (depth === 0) flat += char;
  }
  return flat;
}

function needsParentheses(sourceCode: SourceCode, node: Node, text: string): boolean {
  if (isParenthesized(sourceCode, node)) return false;
  const { parent } = node;
  if (!parent) return false;
  if (/^(?:\{|function\b|class\b|async\s+function\b|let\s*\[)/.test(text) && beginsStatement(sourceCode, node)) return true;
  const binding = bindingOfText(text);
  switch (parent.type as string) {
    case "ArrowFunctionExpression":
      return (parent as TSESTree.ArrowFunctionExpression).body === node && (text.startsWith("{") || /^[^(]*,/.test(flatten(text)));
    case "MemberExpression":
      return (parent as TSESTree.MemberExpression).object === node && (binding !== "tight" || /^(?:new\b|\d)/.test(text));
    case "CallExpression":
    case "TaggedTemplateExpression":
    case "NewExpression":
      if ("callee" in parent && parent.callee !== node) return flatten(text).includes(",");
      if ("tag" in parent && parent.tag !== node) return false;
      return binding !== "tight" || (parent.type === "NewExpression" && /\(/.test(text));
    case "TSNonNullExpression":
      return binding !== "tight";
    case "UpdateExpression":
    case "UnaryExpression":
    case "AwaitExpression":
    case "SpreadElement":
    case "TSTypeAssertion":
      return parent.type === "SpreadElement" ? flatten(text).includes(",") : binding === "loose" || binding === "binary";
    case "BinaryExpression":
      if ((parent as TSESTree.BinaryExpression).operator === "**") return binding !== "tight";
      return binding === "loose" || binding === "binary";
    case "LogicalExpression":
    case "TSAsExpression":
    case "TSSatisfiesExpression":
      return binding === "loose" || binding === "binary";
    case "ConditionalExpression":
      return (parent as TSESTree.ConditionalExpression).test === node ? binding === "loose" : flatten(text).includes(",");
    case "ClassDeclaration":
    case "ClassExpression":
      return binding !== "tight";
    case "ExpressionStatement":
    case "ForStatement":
    case "IfStatement":
    case "ReturnStatement":
    case "SwitchCase":
    case "SwitchStatement":
    case "TemplateLiteral":
    case "ThrowStatement":
    case "WhileStatement":
    case "DoWhileStatement":
      return false;
    default:
      return flatten(text).includes(",");
  }
}

/** True for an expression with its own parentheses: `(x)`, not the ones of `f(x)` or `if (x)`. */
export function isParenthesized(sourceCode: SourceCode, node: Node): boolean {
  const before = sourceCode.getTokenBefore(node);
  const after = sourceCode.getTokenAfter(node);
  if (before?.value !== "(" || after?.value !== ")" || !node.parent) return false;
  const { parent } = node;
  if (before.range[0] < parent.range[0] || after.range[1] > parent.range[1]) return true;
  switch (parent.type) {
    case "CallExpression":
    case "NewExpression":
      return parent.callee === node || sourceCode.getTokenBefore(before)?.value === "(" || parent.arguments.length > 1;
    case "ImportExpression":
    case "IfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
    case "SwitchStatement":
    case "WithStatement":
    case "ForStatement":
    case "ForInStatement":
    case "ForOfStatement":
    case "CatchClause":
    case "Decorator":
      return sourceCode.getTokenBefore(before)?.value === "(";
    default:
      return true;
  }
}

/** True when nothing of the statement stands before the node. */
function beginsStatement(sourceCode: SourceCode, node: Node): boolean {
  const statement = statementStartingAt(node);
  return (
    statement !== undefined &&
    (statement.type === "ExpressionStatement" || statement.type === "ExportDefaultDeclaration") &&
    !isParenthesized(sourceCode, node)
  );
}

function statementStartingAt(node: Node): Node | undefined {
  let current: Node | undefined = node;
  while (current && !/(?:Statement|Declaration)$/.test(current.type)) {
    if (current.range[0] !== node.range[0]) return undefined;
    current = current.parent;
  }
  return current && current.range[0] === node.range[0] ? current : undefined;
}

/** True when the replacement begins a statement with a character that continues the statement before, which has no semicolon. */
function isContinuation(sourceCode: SourceCode, node: Node, text: string): boolean {
  if (!/^[([`+\-/]/.test(text)) return false;
  const statement = statementStartingAt(node);
  if (statement?.type !== "ExpressionStatement") return false;
  const before = sourceCode.getTokenBefore(statement);
  if (!before || /^(?:[;{}:]|=>|else|do)$/.test(before.value)) return before?.value === "}" && endsExpression(statement);
  const { parent } = statement;
  return parent?.type === "Program" || parent?.type === "BlockStatement" || parent?.type === "SwitchCase" || parent?.type === "StaticBlock";
}

/** True when the `}` before a statement ends an expression (`x = {}`), not a block. */
function endsExpression(statement: Node): boolean {
  const siblings =
    statement.parent && "body" in statement.parent && Array.isArray(statement.parent.body) ? (statement.parent.body as Node[]) : [];
  const previous = siblings[siblings.indexOf(statement) - 1];
  return previous !== undefined && /^(?:ExpressionStatement|VariableDeclaration|ReturnStatement|ThrowStatement)$/.test(previous.type);
}

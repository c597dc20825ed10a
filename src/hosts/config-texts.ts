import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

type Location = TSESTree.SourceLocation;

/** A text value in a JSON or YAML document. */
export interface ConfigText {
  /** The keys that lead to it, outermost first; positions in lists have none. */
  readonly names: readonly string[];
  readonly text: string;
  /** The texts beside it, by key. */
  readonly siblings: ReadonlyMap<string, string | undefined>;
  readonly loc: Location;
}

export interface ConfigComment {
  readonly text: string;
  readonly loc: Location;
}

/** One document: a JSON file has one, a YAML file any number. */
export interface ConfigDocument {
  /** The keys of the outermost mapping with their texts. */
  readonly root: ReadonlyMap<string, string | undefined>;
  readonly texts: readonly ConfigText[];
}

/** The nodes of momoa (`@eslint/json`) and yaml-eslint-parser, as far as they are read here. */
interface Node {
  type: string;
  loc: Location;
  value?: unknown;
  name?: unknown;
  key?: Node | null;
  tag?: { tag?: string } | null;
  content?: Node | null;
  body?: unknown;
  members?: Node[];
  elements?: Node[];
  pairs?: Node[];
  entries?: (Node | null)[];
}

const ENTRY = /^([A-Z_]\w{0,80})=(.+)$/is;

/** Whether the tree is one of JSON (`@eslint/json`) or YAML (eslint-plugin-yml, yaml-eslint-parser). */
export const isConfig = (sourceCode: Readonly<TSESLint.SourceCode>): boolean => contentsOf(sourceCode) !== undefined;

/** The documents of a JSON or YAML file; none for every other tree. */
export const configDocuments = (sourceCode: Readonly<TSESLint.SourceCode>): ConfigDocument[] =>
  (contentsOf(sourceCode) ?? []).map(documentOf);

function contentsOf(sourceCode: Readonly<TSESLint.SourceCode>): (Node | null | undefined)[] | undefined {
  const { type, body } = sourceCode.ast as unknown as Node;
  if (type === "Document" && isNode(body)) return [body];
  const documents = Array.isArray(body) ? (body as Node[]) : [];
  return documents[0]?.type === "YAMLDocument" ? documents.map((document) => document.content) : undefined;
}

/** The comments of such a file, without their marks. */
export function configComments(sourceCode: Readonly<TSESLint.SourceCode>): ConfigComment[] {
  const { comments = [] } = (sourceCode.ast.comments ? sourceCode.ast : sourceCode) as unknown as {
    comments?: { value?: string; loc: Location; range: [number, number] }[];
  };
  return comments.map(({ value, loc, range }) => ({ text: value ?? sourceCode.text.slice(...range), loc }));
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;

function documentOf(content: Node | null | undefined): ConfigDocument {
  const texts: ConfigText[] = [];
  const none = new Map<string, string | undefined>();
  const visit = (node: Node | null | undefined, names: readonly string[], siblings: ReadonlyMap<string, string | undefined>): void => {
    const inner = untagged(node);
    if (!inner) return;
    const text = textOf(inner);
    if (text !== undefined) return void texts.push({ ...named(names, text), siblings, loc: inner.loc });
    const pairs = pairsOf(inner);
    for (const item of itemsOf(inner)) visit(item, names, none);
    if (!pairs) return;
    const beside = textsOf(pairs);
    // `{ name: "DB_PASSWORD", value: "…" }`: how Kubernetes, Postman and others write a variable.
    const label = beside.has("value") ? (beside.get("name") ?? beside.get("key")) : undefined;
    for (const [key, value] of pairs) visit(value, [...names, key === "value" && label !== undefined ? label : key], beside);
  };
  visit(content, [], none);
  return { root: textsOf(pairsOf(untagged(content)) ?? []), texts };
}

/** `DB_PASSWORD=…` in a list names itself. */
function named(names: readonly string[], text: string): Pick<ConfigText, "names" | "text"> {
  const entry = ENTRY.exec(text);
  return entry ? { names: [...names, entry[1]!], text: entry[2]! } : { names, text };
}

/** A node without its YAML anchor; undefined under a tag that makes the text a reference: `!Ref`, `!secret`, `!vault`. */
function untagged(node: Node | null | undefined): Node | undefined {
  if (node?.type !== "YAMLWithMeta") return node ?? undefined;
  const tag = node.tag?.tag;
  return (tag === undefined || tag === "!!str" || tag === "!" || tag.startsWith("tag:yaml.org")) && isNode(node.value)
    ? node.value
    : undefined;
}

/** The text of a string; numbers, booleans and null are none. */
function textOf(node: Node | null | undefined): string | undefined {
  return node && (node.type === "String" || node.type === "YAMLScalar") && typeof node.value === "string" ? node.value : undefined;
}

function itemsOf(node: Node): (Node | null)[] {
  if (node.type === "Array") return (node.elements ?? []).map((element) => (isNode(element.value) ? element.value : null));
  return node.type === "YAMLSequence" ? (node.entries ?? []) : [];
}

function pairsOf(node: Node | undefined): [key: string, value: Node | undefined][] | undefined {
  const pairs = node?.type === "Object" ? node.members : node?.type === "YAMLMapping" ? node.pairs : undefined;
  return pairs?.flatMap((pair) => {
    const key = isNode(pair.name) ? (textOf(pair.name) ?? pair.name.name) : textOf(untagged(pair.key));
    return typeof key === "string" ? [[key, isNode(pair.value) ? pair.value : undefined]] : [];
  });
}

const textsOf = (pairs: readonly [string, Node | undefined][]): Map<string, string | undefined> =>
  new Map(pairs.map(([key, value]) => [key, textOf(untagged(value))]));

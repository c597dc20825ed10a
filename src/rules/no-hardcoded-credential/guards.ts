import type { TSESTree } from "@typescript-eslint/utils";
import { literalText, referenceName, unwrap, type Node } from "../../ast/nodes.js";
import { constantInitializer } from "../../ast/static-value.js";
import { STAND_IN } from "../../secrets/literals/named-credential.js";
import { nameEvidence, wordsOf } from "../../secrets/names/words.js";
import { environmentRead } from "../../secrets/sources/environment-read.js";
import { sourceOfType } from "../../secrets/sources/sources.js";
import type { SourceFile } from "../../source-file.js";
import { opens } from "./opened.js";

/** A literal that opens something for whoever sends it, and the name under which it is sent. */
export interface AcceptedLiteral {
  literal: Node;
  name: string;
  /** Completes "`key` …": "comes from the request body". */
  says: string;
}

/** The kinds of secrets by which a request gets in. */
export const KINDS = /^(?:apiKey|password|secretKey|token)$/;
/** Constants for what is not there, and for what is only looked for: `NO_TOKEN`, `DEFAULT_PASSWORD`. */
const OTHER = /^(?:default|empty|invalid|missing|no|none|null|old)$/;
const NOTHING = /^(?:anonymous|disabled|false|missing|no|none|null|off|optional|public|true|undefined|unset)$/i;
const HOLE = /^<.*>$|\$\{|\{\{/s;
const MIN_LENGTH = 3;

/**
 * The text of a guard, a constant named as a secret or what stands in for a variable, which a request must send under such a name:
 * `const expectedKey = process.env.API_KEY || "DEMO_KEY"` with `if (req.query.api_key !== expectedKey) return refuse()`. It opens the door as it
 * stands, however much it looks like a placeholder.
 */
export function guardedLiteral(file: SourceFile, comparison: TSESTree.BinaryExpression): AcceptedLiteral | undefined {
  const left = comparison.left as Node;
  return acceptedBy(file, comparison, left, comparison.right) ?? acceptedBy(file, comparison, comparison.right, left);
}

function acceptedBy(file: SourceFile, comparison: TSESTree.BinaryExpression, guard: Node, sent: Node): AcceptedLiteral | undefined {
  const { sourceCode, settings } = file;
  const held = unwrap(guard);
  if (held.type !== "Identifier" && held.type !== "LogicalExpression") return undefined;
  const constant = held.type === "Identifier" ? held.name : undefined;
  const value = held.type === "Identifier" ? constantInitializer(sourceCode, held) : held;
  const inner = value && unwrap(value);
  const isFallback = inner?.type === "LogicalExpression" && inner.operator !== "&&";
  const literal = isFallback ? unwrap(inner.right) : inner;
  const text = literalText(literal);
  if (!literal || text === undefined || text.length < MIN_LENGTH || NOTHING.test(text) || HOLE.test(text)) return undefined;
  const variable = isFallback ? environmentRead(file, inner.left) : undefined;
  const own = [constant, variable].map((name) => nameEvidence(name, settings)).filter((each) => each !== undefined);
  if (own.length === 0 || (variable === undefined && isOther(constant ?? ""))) return undefined;
  const source = sourceOfType(file, unwrap(sent), "request");
  const named = nameEvidence(source?.name ?? referenceName(unwrap(sent)), settings);
  if (!source?.whole || !named || !KINDS.test(named.kind) || source.says.endsWith("path")) return undefined;
  const isSure = [named, ...own].some((each) => each.strength === "strong");
  const name = source.name ?? constant ?? "";
  if (!isSure || wordsOf(text).join("") === wordsOf(name).join("") || !opens(file, comparison)) return undefined;
  return { literal, name, says: source.says };
}

const isOther = (constant: string): boolean => wordsOf(constant).some((word) => STAND_IN.test(word) || OTHER.test(word));

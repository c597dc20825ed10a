import type { TSESTree } from "@typescript-eslint/utils";
import type { Node } from "../../ast/nodes.js";
import { shownAlgorithm } from "../../sinks/hashes/hash-functions.js";
import { perFile, type SourceFile } from "../../source-file.js";
import { namesPassword } from "./digest-places.js";
import { columnBefore, columnOfInsert, mayHoldPassword } from "./sql-columns.js";

/** A password that the database hashes: `UPDATE users SET password = MD5(?)`. */
export interface HashInSql {
  algorithm: string;
  /** What says that it is a password: the column, or what is written into the text. */
  name: string;
  loc: TSESTree.SourceLocation;
}

const HASH_CALL = /\b(?:md5|sha[12]?|sha(?:224|256|384|512)|digest)\(/gi;
/** Whether a file has SQL that hashes. */
export const hashesInSql = perFile(({ sourceCode: { text } }) => text.search(HASH_CALL) >= 0 && /\b(?:insert|update|where)\b/i.test(text));
const MAX_SQL = 4000;

/**
 * The hashes of passwords in a text with SQL. What is hashed comes from outside, as a parameter or a hole; `md5('demo')` of a seed does not.
 *
 * @param node a literal, a template, or the sum that a literal is part of
 */
export function passwordHashesInSql(file: SourceFile, node: Node): HashInSql[] {
  if (node.range[1] - node.range[0] > MAX_SQL) return [];
  const sql = file.sourceCode.getText(node as never);
  return [...sql.matchAll(HASH_CALL)].flatMap((match) => {
    const end = closingOf(sql, match.index + match[0].length);
    const hashed = sql.slice(match.index, end);
    const column = columnBefore(sql.slice(0, match.index)) ?? columnOfInsert(sql, match.index);
    const name = [column, ...namesIn(hashed)].find((each) => namesPassword(file, each) && mayHoldPassword(each!, sql));
    if (!isGiven(hashed) || name === undefined) return [];
    const start = node.range[0] + match.index;
    return { algorithm: algorithmOf(hashed), name, loc: locationOf(file, start, node.range[0] + end) };
  });
}

const locationOf = ({ sourceCode }: SourceFile, start: number, end: number): TSESTree.SourceLocation => ({
  start: sourceCode.getLocFromIndex(start),
  end: sourceCode.getLocFromIndex(end),
});

/** Texts of the statement with no hole in them, and casts: `'what?'`, `random()::text`. */
const FIXED = /'[^'"`$+%]{0,200}'|::\w{1,40}/g;

/** A parameter of the statement, a hole of the template or the end of the literal: `?`, `$1`, `:password`, `${password}`, `'" + password`. */
const isGiven = (hashed: string): boolean => /\?|\$[\d{]|[@:]\w|["'`]\s{0,9}\+|%s/.test(hashed.replace(FIXED, ""));

/** `password` of `${req.body.password}` and `'" + password` */
const namesIn = (hashed: string): string[] =>
  [...hashed.matchAll(/(?:\$\{|\+)\s{0,9}(?:\w{1,60}\.){0,4}(\w{1,60})/g)].map(([, name]) => name!);

/** `digest(${password}, 'sha256')` of pgcrypto, `SHA2(?, 256)` of MySQL */
const algorithmOf = (hashed: string): string =>
  shownAlgorithm(
    /'((?:md|sha)-?\d{1,3})'/i.exec(hashed)?.[1] ?? (/^digest/i.test(hashed) ? undefined : hashed.slice(0, hashed.indexOf("("))),
  );

/** Where the bracket that was opened before `from` is closed. */
function closingOf(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "(") depth++;
    else if (text[at] === ")" && --depth === 0) return at + 1;
  }
  return text.length;
}

import { awaitedBy, isFunction, literalText, referenceName, unwrap, type Node } from "../../ast/nodes.js";
import { originsOf, type Origin } from "../../ast/origins.js";
import { perFile, type SourceFile } from "../../source-file.js";
import { isOnFailure } from "./failures.js";
import type { Holder } from "./holder.js";
import { shownName } from "../masking.js";
import { nameEvidence } from "../names/words.js";

/** Methods that send SQL and bring rows, of the drivers of PostgreSQL, MySQL, SQLite and SQL Server. */
const QUERYING = /^(?:all|any|execute|get|many|manyOrNone|one|oneOrNone|query|raw)$/;
/** What is taken of an answer that still is whole rows. */
const ROWS = /^(?:(?:\d|rows|recordset)(?:\.[\d*])?|\*)?$/;
const MAX_CHAIN = 8;
const MAX_TEXT = 2000;

/** Rows of a query that asks for a password: `SELECT id, password FROM users`, `SELECT * FROM users` where the file writes a password into that table. */
export function queriedPasswords(file: SourceFile, node: Node, shown: string): Holder | undefined {
  if (!mayAskForPasswords(file)) return undefined;
  for (const origin of originsOf(file.sourceCode, node)) {
    const column = ROWS.test(origin.path.join(".")) ? askedFor(file, origin) : undefined;
    if (column !== undefined)
      return isOnFailure(node)
        ? undefined
        : { reason: `${shown} holds the rows of a query for ${shownName(column, "a password")}`, names: [] };
  }
  return undefined;
}

const mayAskForPasswords = perFile(({ sourceCode: { text } }) => /\bselect\b/i.test(text) && /passw|pwd/i.test(text));

function askedFor(file: SourceFile, { node, parameter }: Origin): string | undefined {
  const call = parameter ? callGiving(parameter.of, parameter.index) : node;
  let current = call && unwrap(call);
  for (let hops = 0; hops < MAX_CHAIN && current?.type === "CallExpression"; hops++) {
    const { callee, arguments: given }: typeof current = current;
    const method = referenceName(callee) ?? "";
    const column = QUERYING.test(method) ? columnOf(file, writtenText(given[0])) : method === "select" ? chosenBy(file, given) : undefined;
    if (column !== undefined || callee.type !== "MemberExpression") return column;
    current = unwrap(callee.object);
  }
  return undefined;
}

/** The query that gives a callback its rows: `db.query(sql, (error, rows) => …)`, `pool.query(sql).then((result) => …)`. */
function callGiving(callback: Node, index: number): Node | undefined {
  const call = callback.parent;
  if (call?.type !== "CallExpression" || !isFunction(callback)) return undefined;
  const promise = awaitedBy(callback);
  if (promise) return index === 0 && call.arguments[0] === callback ? promise : undefined;
  return index === 1 && call.arguments.at(-1) === callback ? call : undefined;
}

/** A text as far as it is written, with `?` for what is not. */
function writtenText(node: Node | undefined): string | undefined {
  const inner = node && unwrap(node);
  if (inner?.type === "TemplateLiteral")
    return inner.quasis
      .map((quasi) => quasi.value.cooked ?? "")
      .join("?")
      .slice(0, MAX_TEXT);
  return literalText(inner)?.slice(0, MAX_TEXT);
}

/** `password` of `SELECT id, u.password AS hash FROM users u`, or of all columns of a table that has one. */
function columnOf(file: SourceFile, sql: string | undefined): string | undefined {
  const [, columns] = /^\s{0,99}select\s([^;()]{1,900}?)\sfrom\s/i.exec(sql ?? "") ?? [];
  if (sql === undefined || columns === undefined) return undefined;
  const table = /\sfrom\s{1,9}["'`[]?(\w{1,60})/i.exec(sql)?.[1];
  if (/(?:^|[\s.,])\*/.test(columns)) return table === undefined ? undefined : tablesWithPassword(file).get(table.toLowerCase());
  return columns
    .split(",")
    .map(nameOfColumn)
    .find((name) => isPassword(file, name));
}

/** `password` of `knex("users").select("id", "password")`, `User.findOne().select("+password")`; what `-` or `false` leaves out is not there. */
function chosenBy(file: SourceFile, given: readonly Node[]): string | undefined {
  return given
    .flatMap((each) => (writtenText(each) ?? "").split(/,|\s(?=[+-]?\w{1,60}(?:\s|$))/))
    .map(nameOfColumn)
    .find((name) => isPassword(file, name));
}

/** `password` of `u."password" AS hash`; nothing for `-password`, which is left out. */
const nameOfColumn = (column: string): string =>
  /^\+?(?:["`[]?\w{1,60}["`\]]?\.)?["`[]?(\w{1,60})["`\]]?(?:\s+as\s.{1,80})?$/i.exec(column.trim())?.[1] ?? "";

const isPassword = (file: SourceFile, name: string): boolean => /^password/.test(nameEvidence(name, file.settings)?.kind ?? "");

/** The tables of which a statement in the file sets, inserts or asks a password, and how it calls the column. */
const tablesWithPassword = perFile((file) => {
  const tables = new Map<string, string>();
  for (const [, table, rest] of file.sourceCode.text.matchAll(
    /\b(?:insert\s{1,9}into|update|from)\s{1,9}["`[]?(\w{1,60})["`\]]?\s{0,9}((?:\(|set\s|where\s)[^;"'`]{0,300})/gi,
  )) {
    const column = (rest!.match(/\w{1,60}/g) ?? []).find((word) => isPassword(file, word));
    if (column !== undefined) tables.set(table!.toLowerCase(), column);
  }
  return tables;
});

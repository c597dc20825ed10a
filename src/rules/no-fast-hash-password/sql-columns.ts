const MAX_SQL = 4000;

/** Tickets and tests have a column `pass`, too. */
const OF_PEOPLE = /account|admin|customer|login|mail|member|passw|people|person|user/i;

/** Whether a column that is named as a password may hold one: what resets it is a token, and a ticket is a pass of another kind. */
export const mayHoldPassword = (column: string, sql: string): boolean =>
  !/reset/i.test(column) && (column.toLowerCase() !== "pass" || OF_PEOPLE.test(sql));

/** The column that a parameter of a statement goes into, or is compared with: `pass` for index 1 of `UPDATE users SET name = ?, pass = ?`. */
export function columnOfParameter(sql: string, index: number): string | undefined {
  const text = sql.slice(0, MAX_SQL).replace(/'[^']{0,400}'/g, (quoted) => " ".repeat(quoted.length));
  // `??` is the name of a table or column to mysql; beside `$1` a `?` is an operator of PostgreSQL.
  const parameters = [...text.matchAll(/\$\d/.test(text) ? /\$(\d{1,3})/g : /\?{1,2}/g)];
  const at = parameters.find(([, number], position) => (number ? Number(number) - 1 : position) === index)?.index;
  return at === undefined ? undefined : (columnBefore(sql.slice(0, at)) ?? columnOfInsert(sql, at));
}

/** `pass` of `u.pass = md5(`, `pass = encode(digest(`, `${users.pass} = md5(` */
export const columnBefore = (before: string): string | undefined =>
  /(\w{1,60})[`"'\]}]{0,3}\s{0,9}=\s{0,9}(?:\w{1,20}\(){0,2}$/.exec(before.slice(-160))?.[1];

/** The column at the place of a value: `pass` of `INSERT INTO users (name, pass) VALUES (?, MD5(` */
export function columnOfInsert(sql: string, at: number): string | undefined {
  const insert = /\binsert\s{1,9}into\s{1,9}[^\s(]{1,120}\s{0,9}\(([^()]{1,600})\)\s{0,9}values\s{0,9}\(/i.exec(sql);
  const start = insert ? insert.index + insert[0].length : at;
  if (!insert || start >= at) return undefined;
  let depth = 0;
  let position = 0;
  for (const sign of sql.slice(start, at)) {
    if (sign === "(") depth++;
    else if (sign === ")") depth--;
    else if (sign === "," && depth <= 0) position++;
  }
  return insert[1]!.split(",")[position]?.replace(/\W/g, "");
}

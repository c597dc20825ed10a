// Statements that make a user of a database, or give one another password.

/** A password where a statement or a command gives it, and the user whose it is, where that is said. */
export interface GivenPassword {
  readonly password: string;
  readonly start: number;
  readonly user?: string | undefined;
}

const HEAD = /\b(?:alter|create)\s{1,3}(login|role|user)\s{1,3}/gi;
/** The beginning of a text, of a quoted one in it, of a statement: a sentence goes on before "create user". */
const BEFORE = /(?:^|[;"'`()\n]|\*\/|\b(?:BEGIN|ELSE|EXEC|THEN))\s{0,20}$/i;
const MAX_BEFORE = 30;
/** `shop`, `"shop.reader"`, `[shop reader]`, and `${x}` for one that is computed. */
const USER = /^(?:\[([^\]\n]{1,64})\]|["'`]([^"'`\n]{1,64})["'`]|((?:\$\{x\}|[\w$.-]){1,64}))/;
const HOST = /^\s{0,3}@\s{0,3}["'`]?[\w.%:/-]{1,99}["'`]?/;
/** What may stand between a user and the password; the last one has to be `password`, or the `by` of `identified by`. */
const OPTION =
  /^(?:\s{1,9}|\s{0,3},\s{0,9})(with|encrypted|password|identified|by|(?:no)?(?:bypassrls|createdb|createrole|inherit|login|replication|superuser)|'?(?:mysql_native|caching_sha2|sha256)_password'?|valid\s{1,3}until\s{1,3}'[^'\n]{0,40}'|connection\s{1,3}limit\s{1,3}-?\d{1,9}|in\s{1,3}(?:group|role)\s{1,3}[\w$-]{1,64}|default_(?:database|language|schema)\s{0,3}=\s{0,3}\[?[\w$-]{1,64}\]?)(?![\w'])/i;
const PASSWORD = /^\s{0,3}(=?)\s{0,3}N?'([^'\s]{4,99})'/;
const MAX_WORDS = 12;

/**
 * The password of `ALTER ROLE shop WITH LOGIN PASSWORD '…'`, `CREATE USER 'shop'@'%' IDENTIFIED BY '…'`, `CREATE LOGIN shop WITH PASSWORD = '…'`.
 *
 * @see https://www.postgresql.org/docs/current/sql-alterrole.html, https://dev.mysql.com/doc/refman/en/create-user.html,
 * https://learn.microsoft.com/sql/t-sql/statements/create-login-transact-sql
 */
export function passwordInSql(text: string): GivenPassword | undefined {
  for (const head of text.matchAll(HEAD)) {
    let at = head.index + head[0].length;
    const take = (pattern: RegExp): RegExpExecArray | null => {
      const match = pattern.exec(text.slice(at, at + MAX_PART));
      if (match) at += match[0].length;
      return match;
    };
    take(/^if\s{1,3}(?:not\s{1,3})?exists\s{1,3}/i);
    const name = take(USER);
    const user = name?.[1] ?? name?.[2] ?? name?.[3];
    take(HOST);
    const last = lastOption(take);
    const given = last === "password" || last === "by" ? take(PASSWORD) : null;
    const password = given?.[2];
    if (password === undefined) continue;
    // A login of SQL Server has a sign of equality, as no sentence has; "Create user …" begins one.
    const isStatement =
      given![1] === "=" || (!/^[A-Z][a-z]/.test(head[0]) && BEFORE.test(text.slice(Math.max(0, head.index - MAX_BEFORE), head.index)));
    if (isStatement && (given![1] === "=" || head[1]!.toLowerCase() !== "login"))
      return { password, start: at - password.length - 1, user };
  }
  return undefined;
}

const MAX_PART = 240;

function lastOption(take: (pattern: RegExp) => RegExpExecArray | null): string | undefined {
  let last: string | undefined;
  for (let words = 0; words < MAX_WORDS; words++) {
    const word = take(OPTION)?.[1];
    if (word === undefined) break;
    last = word.toLowerCase();
  }
  return last;
}

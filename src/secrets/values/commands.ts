import type { EncodedSecret } from "./encoded.js";
import { isPlaceholder, isReference } from "./placeholders.js";
import { isGenericPassword, isWeakPassword } from "./weak-passwords.js";

// Passwords in statements and command lines.

interface Command {
  readonly id: string;
  readonly name: string;
  /** The command from its first word up to the password, and the user where it gives one. */
  readonly gives: RegExp;
}

const IDENTIFIER = `["'\`[]?(?!(?:and|by|for|to|with)\\b)(?<user>[\\w$-]{1,64})["'\`\\]]?(?:\\s{0,3}@\\s{0,3}["'\`]?[\\w.%:/-]{1,99}["'\`]?)?`;

const COMMANDS: readonly Command[] = [
  // https://www.postgresql.org/docs/current/sql-alterrole.html, https://dev.mysql.com/doc/refman/en/create-user.html
  {
    id: "sql-password",
    name: "password of a database user",
    gives: new RegExp(
      `(?:^|[;"'\`(\\n]|\\bBEGIN|\\bEXEC|\\bTHEN)\\s{0,20}(?:alter|create)\\s{1,3}(?:role|user)\\s{1,3}(?:if\\s{1,3}(?:not\\s{1,3})?exists\\s{1,3})?${IDENTIFIER}` +
        `\\s{1,9}(?:with\\s{1,3})?(?:(?:no)?(?:bypassrls|createdb|createrole|inherit|login|replication|superuser)\\s{1,3}){0,6}` +
        `(?:(?:encrypted\\s{1,3})?password|identified(?:\\s{1,3}with\\s{1,3}[\\w']{1,40})?\\s{1,3}by)\\s{0,3}'(?<password>[^'\\s]{4,99})'`,
      "i",
    ),
  },
  // https://learn.microsoft.com/sql/t-sql/statements/create-login-transact-sql
  {
    id: "sql-password",
    name: "password of a database user",
    gives: new RegExp(
      `\\b(?:alter|create)\\s{1,3}(?:login|user)\\s{1,3}${IDENTIFIER}\\s{1,9}with\\s{1,3}password\\s{0,3}=\\s{0,3}N?'(?<password>[^'\\s]{4,99})'`,
      "i",
    ),
  },
  // https://dev.mysql.com/doc/refman/en/connecting.html: no space behind -p
  {
    id: "mysql-password",
    name: "password of a MySQL command",
    gives:
      /(?:^|[;&|("'`\n]|\bsudo\s|\bexec\s(?:[^\s;&|]{1,60}\s){1,6})\s{0,9}(?:[\w.-]{0,40}\/){0,6}mysql(?:admin|dump|import)?\s(?:[^;&|\n]{0,300}\s)?-p(?!\d{1,5}(?::|\s|$)|[a-z]{1,60}(?:[="'\s]|$))(?<password>[^\s"'|;&]{4,60})/,
  },
  // https://linux.die.net/man/1/sshpass
  {
    id: "ssh-password",
    name: "password of an SSH command",
    gives: /(?:^|[;&|("'`\n]|\bsudo\s)\s{0,9}sshpass\s{1,3}-p(?:\s{1,3}["']?|["'])(?<password>[^\s"'|;&]{4,60})/,
  },
  { id: "postgres-password", name: "password of a PostgreSQL command", gives: /\bPGPASSWORD=["']?(?<password>[^\s"'|;&]{4,60})/ },
];

/** What manuals write: `new_password`, `MyNewPass`, `app-pass`, `choose-one`. */
const OF_MANUALS = /^(?:a|choose|my|new|our|the)[-_A-Z]|^(?:new|some|strong|user)|pass(?:w(?:or)?d)?\d{0,4}!?$/i;
/** Users of manuals: `CREATE USER 'test'@'localhost'`. */
const TRIED = /^(?:bob|demo|foo|jeffrey|jane|joe|john|me|my_?user|test\w{0,8}|user(?:name)?)$/i;

/** Cheap test: `false` proves that there is no such password in a text. */
export const mayGivePassword = (text: string): boolean =>
  (text.includes("'") && /(?:password|identified\s[\w\s]{0,60}by)\s{0,3}=?\s{0,3}'/i.test(text)) ||
  (text.includes("mysql") && /\s-p\S/.test(text)) ||
  text.includes("sshpass") ||
  text.includes("PGPASSWORD=");

/** The password in `ALTER ROLE shop WITH PASSWORD '…'`, `mysqldump -u shop -p…`; undefined where one only shows how it is written. */
export function findCommandPassword(text: string): EncodedSecret | undefined {
  for (const { id, name, gives } of COMMANDS) {
    const match = gives.exec(text);
    const password = match?.groups?.password;
    if (!match || password === undefined || isPlaceholder(password) || isReference(password)) continue;
    if (isGenericPassword(password) || isWeakPassword(password) || OF_MANUALS.test(password) || /[$<{}*%]|^[?:]/.test(password)) continue;
    const user = match.groups?.user;
    if (user !== undefined && (TRIED.test(user) || password.toLowerCase().includes(user.toLowerCase()))) continue;
    const start = match.index + match[0].lastIndexOf(password);
    return { id, name, exposure: "secret", start, end: start + password.length };
  }
  return undefined;
}

/** Whether a value is the password of a command. What stands in its place is read by a shell or a database: a quote in it would end the text there. */
export const isOfCommand = (id: string): boolean => COMMANDS.some((each) => each.id === id);

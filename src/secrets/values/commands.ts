import type { EncodedSecret } from "./encoded.js";
import { passwordInSql, type GivenPassword } from "./sql-passwords.js";
import { isPlaceholder, isReference } from "./placeholders.js";
import { isGenericPassword, isWeakPassword } from "./weak-passwords.js";

// Passwords in statements and command lines.

interface Command {
  readonly id: string;
  readonly name: string;
  readonly find: (text: string) => GivenPassword | undefined;
}

const COMMANDS: readonly Command[] = [
  { id: "sql-password", name: "password of a database user", find: passwordInSql },
  { id: "mysql-password", name: "password of a MySQL command", find: passwordOfMysql },
  {
    id: "ssh-password",
    name: "password of an SSH command",
    find: (text) => matched(text, /(?:^|[;&|("'`\n ])sshpass\s{1,3}-p(?:\s{1,3}["']?|["'])([^\s"'|;&]{4,60})/),
  },
  {
    id: "postgres-password",
    name: "password of a PostgreSQL command",
    find: (text) => matched(text, /\bPGPASSWORD=["']?([^\s"'|;&]{4,60})/),
  },
];

function matched(text: string, pattern: RegExp): GivenPassword | undefined {
  const match = pattern.exec(text);
  const password = match?.[1];
  return match && password !== undefined ? { password, start: match.index + match[0].length - password.length } : undefined;
}

const MYSQL = /^(?:\S{0,120}\/)?mysql(?:admin|dump|import)?$/;
/** No space stands behind `-p`, <https://dev.mysql.com/doc/refman/en/connecting.html>. Not a port, and not a switch: `-p3306:3306`, `-protocol=tcp`. */
const MYSQL_PASSWORD = /^-p(?!\d{1,5}(?::|$)|[a-z]{1,60}(?:[="'`]|$))([^\s"'`]{4,60})/;

/** The password of `mysqldump -u shop -p… shop`, where it is the program that runs: also in `docker exec db mysql -p…` and `ssh host 'mysql -p…'`. */
function passwordOfMysql(text: string): GivenPassword | undefined {
  let at = 0;
  for (const command of text.split(/[;&|\n]/)) {
    const words = [...command.matchAll(/\S+/g)].map((match) => ({ word: match[0], start: at + match.index }));
    at += command.length + 1;
    const program = words.findIndex(
      ({ word }, index) =>
        MYSQL.test(word.replace(/^["'`(]{1,3}/, "")) &&
        (index === 0 || /^["'`(]/.test(word) || words.slice(0, index).some((each) => each.word === "exec" || each.word === "sudo")),
    );
    for (const { word, start } of program < 0 ? [] : words.slice(program + 1)) {
      const password = MYSQL_PASSWORD.exec(word)?.[1];
      if (password !== undefined) return { password, start: start + 2 };
    }
  }
  return undefined;
}

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
  for (const { id, name, find } of COMMANDS) {
    const { password, start, user } = find(text) ?? {};
    if (password === undefined || start === undefined || isPlaceholder(password) || isReference(password)) continue;
    if (isGenericPassword(password) || isWeakPassword(password) || OF_MANUALS.test(password) || /[$<{}*%]|^[?:]/.test(password)) continue;
    if (user !== undefined && (TRIED.test(user) || password.toLowerCase().includes(user.toLowerCase()))) continue;
    return { id, name, exposure: "secret", start, end: start + password.length };
  }
  return undefined;
}

/** Whether a value is the password of a command. What stands in its place is read by a shell or a database: a quote in it would end the text there. */
export const isOfCommand = (id: string): boolean => COMMANDS.some((each) => each.id === id);

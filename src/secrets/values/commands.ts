import type { EncodedSecret } from "./encoded.js";
import { passwordInSql, type GivenPassword } from "./sql-passwords.js";
import { isCodeLike } from "./generated-texts.js";
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
    find: (text) => matched(text, /(?:^|[;&|("'`\n /])sshpass\s{1,3}-p(?:\s{1,3}["']?|["']|(?=[^\s"']{0,60}\d))([^\s"'|;&]{4,60})/),
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
/**
 * No space stands behind `-p`, <https://dev.mysql.com/doc/refman/en/connecting.html>. Not a port, and not a switch written with one dash:
 * `-p3306:3306`, `-protocol=tcp`.
 */
const MYSQL_PASSWORD =
  /^-p(?!\d{1,5}(?::|$)|(?:ager|assword|ath|ipe|lugin|ort|reserve|rint|rofile|rompt|rotocol)(?:-[a-z-]{1,40})?(?:[="'`]|$))([^\s"'`]{4,60})/;
/** What runs the program behind it. */
const RUNS = /^(?:\w{1,60}=\S{0,200}|\$?\(?|command|do|else|env|exec|nice|nohup|then|time)$/;
/** What runs the program on or in something that is named first: `docker exec db mysql`, `ssh host mysql`. */
const RUNS_IN = /^(?:exec|run|ssh)$/;

/** The password of `mysqldump -u shop -p… shop` and `MYSQL_PWD=… mysql`, where it is the program that runs: also in `docker exec db mysql -p…` and `ssh host 'mysql -p…'`. */
function passwordOfMysql(text: string): GivenPassword | undefined {
  let at = 0;
  for (const command of text.split(/[;&|\n]/)) {
    const words = [...command.matchAll(/\S+/g)].map((match) => ({ word: match[0], start: at + match.index }));
    at += command.length + 1;
    const program = programOf(words.map(({ word }) => word));
    for (const { word, start } of program === undefined ? [] : words.slice(program + 1)) {
      const password = MYSQL_PASSWORD.exec(word)?.[1];
      if (password !== undefined) return { password, start: start + 2 };
    }
  }
  return matched(text, /\bMYSQL_PWD=["']?([^\s"'|;&]{4,60})/);
}

/** Where the words of a command name MySQL's program. A container of that name is none: `docker exec mysql cp -p1 a b`. */
function programOf(words: readonly string[]): number | undefined {
  let isFirst = true;
  let runsIn = false;
  let named = false;
  for (const [index, word] of words.entries()) {
    const isProgram = isFirst || named || /^["'`(]/.test(word) || words[index - 1] === "--";
    if (isProgram && MYSQL.test(word.replace(/^["'`($]{1,3}/, ""))) return index;
    named ||= word === "sudo" || (runsIn && !/^-|=/.test(word));
    isFirst &&= RUNS.test(word);
    runsIn ||= RUNS_IN.test(word) && !isFirst;
  }
  return undefined;
}

/** What manuals write: `new_password`, `MyNewPass`, `app-pass`, `choose-one`; not `newport-88`, `aQ77`. */
const OF_MANUALS =
  /^(?:[Aa]|[Cc]hoose|[Mm]y|[Nn]ew|[Oo]ur|[Ss]ome|[Ss]trong|[Tt]he|[Uu]ser)(?:[-_]?[A-Z][a-z]{2}|[-_][a-z]{2}|\d{0,4}!?$)|(?:[Pp]ass(?:w(?:or)?d)?|PASS(?:W(?:OR)?D)?|[Pp]wd|[Ss]ecret)\d{0,4}!?$/;
/** Users of manuals: `CREATE USER 'test'@'localhost'`. */
const TRIED = /^(?:bob|demo|foo|jeffrey|jane|joe|john|me|my_?user|test\w{0,8}|user(?:name)?)$/i;

/** Whether a password is its user's name and hardly more: `shop1234`. */
const isOfUser = (password: string, user: string): boolean =>
  password.toLowerCase().startsWith(user.toLowerCase()) && password.length <= user.length + 4;

/** Cheap test: `false` proves that there is no such password in a text. */
export const mayGivePassword = (text: string): boolean =>
  (text.includes("'") && /(?:password|identified\s[\w\s]{0,60}by)\s{0,3}=?\s{0,3}'/i.test(text)) ||
  (text.includes("mysql") && /\s-p\S/.test(text)) ||
  text.includes("sshpass") ||
  text.includes("PGPASSWORD=") ||
  text.includes("MYSQL_PWD=");

/** The password in `ALTER ROLE shop WITH PASSWORD '…'`, `mysqldump -u shop -p…`; undefined where one only shows how it is written. */
export function findCommandPassword(text: string): EncodedSecret | undefined {
  for (const { id, name, find } of COMMANDS) {
    const { password, start, user } = find(text) ?? {};
    if (password === undefined || start === undefined || isPlaceholder(password) || isReference(password)) continue;
    if (isGenericPassword(password) || isWeakPassword(password) || OF_MANUALS.test(password) || /[$<{}*%]|^[?:]/.test(password)) continue;
    if (user !== undefined && ((TRIED.test(user) && !isCodeLike(password)) || isOfUser(password, user))) continue;
    return { id, name, exposure: "secret", start, end: start + password.length };
  }
  return undefined;
}

/** Whether a value is the password of a command. What stands in its place is read by a shell or a database: a quote in it would end the text there. */
export const isOfCommand = (id: string): boolean => COMMANDS.some((each) => each.id === id);

import type { EncodedSecret } from "./encoded.js";
import { isPlaceholder, isReference } from "./placeholders.js";
import { isGenericPassword, isWeakPassword } from "./weak-passwords.js";

// Passwords in statements and command lines.

interface Command {
  readonly id: string;
  readonly name: string;
  /** What the text is, beside the part that gives the password. */
  readonly is: RegExp;
  readonly gives: RegExp;
}

const COMMANDS: readonly Command[] = [
  // https://www.postgresql.org/docs/current/sql-alterrole.html, https://dev.mysql.com/doc/refman/en/create-user.html
  {
    id: "sql-password",
    name: "password of a database user",
    is: /\b(?:alter|create)\s{1,3}(?:login|role|user)\b/i,
    gives: /\b(?:identified by|password)\s{0,3}=?\s{0,3}'([^'\s]{4,99})'/i,
  },
  // https://dev.mysql.com/doc/refman/en/connecting.html: no space behind -p
  {
    id: "mysql-password",
    name: "password of a MySQL command",
    is: /(?:^|[\s/;&|])mysql(?:admin|dump|import)?\s/,
    gives: /\s-p([^\s"'|;&]{4,60})/,
  },
  { id: "ssh-password", name: "password of an SSH command", is: /\bsshpass\s/, gives: /\bsshpass\s{1,3}-p\s{0,3}["']?([^\s"'|;&]{4,60})/ },
  { id: "postgres-password", name: "password of a PostgreSQL command", is: /\bPGPASSWORD=/, gives: /\bPGPASSWORD=["']?([^\s"'|;&]{4,60})/ },
];

/** Cheap test: `false` proves that there is no such password in a text. */
export const mayGivePassword = (text: string): boolean =>
  (text.includes("'") && /(?:password|identified by)\s{0,3}=?\s{0,3}'/i.test(text)) ||
  (text.includes("mysql") && /\s-p\S/.test(text)) ||
  text.includes("sshpass") ||
  text.includes("PGPASSWORD=");

/** The password in `ALTER ROLE shop WITH PASSWORD '…'`, `mysqldump -u shop -p…`; undefined where one only shows how it is written. */
export function findCommandPassword(text: string): EncodedSecret | undefined {
  for (const { id, name, is, gives } of COMMANDS) {
    const match = is.test(text) ? gives.exec(text) : null;
    const password = match?.[1];
    if (!match || password === undefined || isPlaceholder(password) || isReference(password)) continue;
    if (isGenericPassword(password) || isWeakPassword(password) || /[$<{}*%]|^[?:]/.test(password)) continue;
    const start = match.index + match[0].lastIndexOf(password);
    return { id, name, exposure: "secret", start, end: start + password.length };
  }
  return undefined;
}

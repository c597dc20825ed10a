import { moduleMember } from "../ast/modules.js";
import { unwrap } from "../ast/nodes.js";
import { originsOf } from "../ast/origins.js";
import type { Exposure } from "../secrets/exposure.js";
import { fileRoleOf } from "../secrets/file-role.js";
import { sourcesOf } from "../secrets/sources.js";
import { perFile, type SourceFile } from "../source-file.js";
import type { LogCall } from "./loggers.js";

const CLI_FOLDER = /(?:^|\/)(?:bin|cli(?:[-_][\w.]*)?|\w+-cli)\//i;
const SCRIPT_FOLDER = /(?:^|\/)(?:scripts?|tools?|examples?|demo)\//i;
const CLI_PACKAGES = /\b(?:from|require\()\s*["'](?:commander|yargs|@oclif\/core|oclif|cac|clipanion|meow|minimist|inquirer|@clack\/prompts|prompts|ink|arg|sade|citty)["']/;

/** Whether a file is the entry or a command of a command line program. */
export const isCommandLine = perFile(({ filename, sourceCode }): boolean => {
  const path = filename.split("/").slice(-6).join("/");
  return CLI_FOLDER.test(path) || sourceCode.text.startsWith("#!") || CLI_PACKAGES.test(sourceCode.text);
});

/** Whether a value is made in its own file: drawn at random or computed here. */
export const isMadeHere = (file: SourceFile, exposure: Exposure): boolean =>
  sourcesOf(file, exposure.node).some((source) => source.type === "random" || source.type === "hmac" || source.type === "jwt") ||
  originsOf(file.sourceCode, exposure.node).some(({ node }) => node.type === "CallExpression" && (moduleMember(file.sourceCode, unwrap(node.callee))?.path.at(-1) === "randomBytes" || /\bMath\.random\(|generat|\brandom/i.test(file.sourceCode.getText(node as never).slice(0, 300))));

/**
 * Whether a log call prints what the program is for: a command, seed or script that writes a value to its user on the console.
 * What it reads from the environment, and whole objects, are no product.
 */
export function productOf(file: SourceFile, log: LogCall, exposure: Exposure): boolean {
  if ((log.kind !== "console" && log.kind !== "stream") || exposure.shape === "object" || exposure.evidence?.source?.type === "environment") return false;
  if (isCommandLine(file) || fileRoleOf(file) === "seed") return true;
  return SCRIPT_FOLDER.test(file.filename.split("/").slice(-6).join("/")) && isMadeHere(file, exposure);
}

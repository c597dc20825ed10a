import { moduleMember } from "../../ast/modules.js";
import { unwrap, type Node } from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { reassignments, variableOf } from "../../ast/scope.js";
import type { Exposure } from "../../secrets/shown/exposure.js";
import { fileRoleOf } from "../../secrets/file-role.js";
import { sourceOfType, sourcesOf } from "../../secrets/sources/sources.js";
import { wordsOf } from "../../secrets/names/words.js";
import { pathEnd, perFile, type SourceFile } from "../../source-file.js";
import type { LogCall } from "./log-calls.js";

const CLI_FOLDER = /(?:^|\/)(?:bin|cli(?:[-_][\w.]*)?|\w+-cli)\//i;
const SCRIPT_FOLDER = /(?:^|\/)(?:scripts?|tools?|examples?|demo)\//i;
const CLI_PACKAGES =
  /\b(?:from|require\()\s{0,4}["'](?:commander|yargs|@oclif\/core|oclif|cac|clipanion|meow|minimist|inquirer|@clack\/prompts|prompts|ink|arg|sade|citty)["']/;

/** Run by itself and done: `if (require.main === module) main().then(() => process.exit(0))`. */
const MAIN_CHECK =
  /\brequire\.main\s*===?\s*module\b|\bimport\.meta\.(?:main\b|url\b[^\n]{1,80}\bprocess\.argv\b)|\bprocess\.argv\[1\][^\n]{1,80}\bimport\.meta\b/;
const ENDS = /\bprocess\.exit\(0?\)/;
const LISTENS = /\.(?:listen|createServer)\(/;

/** Whether a file is the entry or a command of a command line program, or a script that runs once. */
export const isCommandLine = perFile((file): boolean => {
  const { text } = file.sourceCode;
  const path = pathEnd(file, 6);
  return (
    CLI_FOLDER.test(path) ||
    text.startsWith("#!") ||
    CLI_PACKAGES.test(text) ||
    (MAIN_CHECK.test(text) && ENDS.test(text) && !LISTENS.test(text))
  );
});

/** `scripts/generate-admin-secret.js`: what such a script is for. */
const isGenerator = (file: SourceFile): boolean => wordsOf(pathEnd(file, 1).replace(/\.\w+$/, "")).some((word) => MAKING.has(word));
const MAKING = new Set([
  "bootstrap",
  "create",
  "gen",
  "generate",
  "generator",
  "init",
  "keygen",
  "make",
  "mint",
  "new",
  "provision",
  "rotate",
  "scaffold",
  "setup",
]);

/** Whether a value is made in its own file: drawn at random or computed here, perhaps where nobody gave one: `password = generate()`. */
export const isMadeHere = (file: SourceFile, exposure: Exposure): boolean =>
  sourcesOf(file, exposure.node).some((source) => source.type === "random" || source.type === "hmac" || source.type === "jwt") ||
  [...originsOf(file.sourceCode, exposure.node).map(({ node }) => node), ...assignedLater(file, exposure.node)].some(
    (node) =>
      node.type === "CallExpression" &&
      (moduleMember(file.sourceCode, unwrap(node.callee))?.path.at(-1) === "randomBytes" ||
        /\bMath\.random\(|generat|\brandom/i.test(file.sourceCode.getText(node as never).slice(0, 300))),
  );

/** What is assigned to a variable after its declaration. */
function assignedLater({ sourceCode }: SourceFile, node: Node): Node[] {
  const inner = unwrap(node);
  const variable = inner.type === "Identifier" ? variableOf(sourceCode, inner) : undefined;
  return variable ? reassignments(variable).flatMap(({ writeExpr }) => (writeExpr ? [unwrap(writeExpr as Node)] : [])) : [];
}

/**
 * Whether a log call prints what the program is for: a command, seed or script that writes a value to its user on the console.
 * What it reads from the environment or a request, and whole objects, are no product.
 */
export function productOf(file: SourceFile, log: LogCall, exposure: Exposure): boolean {
  const prints =
    log.kind === "console" || log.kind === "stream" || (isCommandLine(file) && log.name !== undefined && !log.name.includes("."));
  if (!prints || exposure.shape === "object" || sourceOfType(file, exposure.node, "environment", "request") !== undefined) return false;
  if (isCommandLine(file) || fileRoleOf(file) === "seed") return true;
  return SCRIPT_FOLDER.test(pathEnd(file, 6)) && (isMadeHere(file, exposure) || isGenerator(file));
}

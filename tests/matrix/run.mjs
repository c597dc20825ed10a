// npm run matrix [-- --eslint 8.57 --node 20]: installs the packed plugin with each ESLint, and on each Node.js lints, fixes and runs the
// demo shop: as it is through the API, as TypeScript through the command line, and as Babel reads it. Needs the registry and several minutes.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = fileURLToPath(new URL("../..", import.meta.url));
const windows = process.platform === "win32";
const { values } = parseArgs({
  options: {
    eslint: { type: "string", multiple: true, default: ["8.57", "9.22", "9.39", "10"] },
    node: { type: "string", multiple: true, default: ["20", "22", "24"] },
  },
});

const work = mkdtempSync(path.join(tmpdir(), "secret-handling-matrix-"));
const npm = (args, cwd) => execFileSync("npm", args, { cwd, encoding: "utf8", shell: windows, stdio: "pipe" });
const BABEL_CONFIG = /^\/\/ eslint\.config\.mjs with Babel\n[^`]+/m.exec(readFileSync(path.join(root, "rules-docs/guides/components-and-config-files.md"), "utf8"))[0];
const versionOf = (folder, name) => JSON.parse(readFileSync(path.join(folder, "node_modules", name, "package.json"), "utf8")).version;

/** A folder with the packages, apart from any project around it. */
function install(name, ...packages) {
  const folder = path.join(work, name);
  mkdirSync(folder);
  writeFileSync(path.join(folder, "package.json"), "{}");
  npm(["install", "--no-audit", "--no-fund", "--prefer-offline", ...packages], folder);
  return folder;
}

/** The `node` package of the registry is the runtime itself. */
function installNode(version) {
  const folder = install(`node-${version}`, `node@${version}`);
  const command = path.join(folder, "node_modules", "node", "bin", windows ? "node.exe" : "node");
  return { command, version: execFileSync(command, ["--version"], { encoding: "utf8" }).trim().slice(1) };
}

function installEslint(version, tarball) {
  const babel = Number.parseInt(version) < 10 ? 7 : 8;
  const folder = install(`eslint-${version}`, `eslint@${version}`, `@babel/core@${babel}`, `@babel/eslint-parser@${babel}`, "@typescript-eslint/parser@~8.72.0", "typescript@~5.9.0", tarball);
  const demo = path.join(folder, "demo");
  cpSync(path.join(root, "tests", "demo"), demo, { recursive: true });
  for (const script of ["babel.mjs", "typescript.mjs"]) cpSync(path.join(root, "tests", "matrix", script), path.join(demo, script));
  writeFileSync(path.join(demo, "babel.config.mjs"), BABEL_CONFIG);
  return { demo, version: versionOf(folder, "eslint") };
}

/** What went wrong when the scripts of the demo ran, undefined when nothing did. */
function problemOf(node, eslint) {
  for (const script of ["run.mjs", "typescript.mjs", "babel.mjs"]) {
    const { status, error, stdout, stderr } = spawnSync(node.command, [script], { cwd: eslint.demo, encoding: "utf8", timeout: 300_000 });
    if (status !== 0) return `${script} on ESLint ${eslint.version}, Node.js ${node.version}: ${error ?? ""}\n${stdout}${stderr}`;
  }
  return undefined;
}

try {
  npm(["pack", "--pack-destination", work], root);
  const tarball = path.join(work, readdirSync(work).find((name) => name.endsWith(".tgz")));
  const nodes = values.node.map(installNode);
  const row = (cells) => console.log(cells.map((cell) => cell.padEnd(18)).join("").trimEnd());
  row(["", ...nodes.map(({ version }) => `Node.js ${version}`)]);
  for (const requested of values.eslint) {
    const eslint = installEslint(requested, tarball);
    const problems = nodes.map((node) => problemOf(node, eslint));
    row([`ESLint ${eslint.version}`, ...problems.map((problem) => (problem === undefined ? "works" : "fails"))]);
    for (const problem of problems) if (problem !== undefined) console.error(problem);
    if (problems.some((problem) => problem !== undefined)) process.exitCode = 1;
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

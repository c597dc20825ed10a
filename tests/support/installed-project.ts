import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");

export interface InstalledProject {
  folder: string;
  /** Runs a command line as a user's shell would, with `node_modules/.bin` in reach of `npx`. */
  run(command: string, env?: NodeJS.ProcessEnv): SpawnSyncReturns<string>;
  read(name: string): string;
  write(name: string, text: string): void;
  /** Links a package that is installed here, and the command of its name when `bin` gives the file. */
  link(name: string, bin?: string): void;
  remove(): void;
}

/**
 * A user's project in a temporary folder, without network: ESLint is linked from here, this plugin is copied from `dist`,
 * which `npm test` builds first, so that a build beside the test cannot change it.
 */
export function installedProject(files: Record<string, string> = {}): InstalledProject {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "secret-handling-project-")));
  const modules = path.join(folder, "node_modules");
  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };

  for (const part of ["dist", "package.json"]) cpSync(path.join(ROOT, part), path.join(modules, "eslint-plugin-secret-handling", part), { recursive: true });
  mkdirSync(path.join(modules, ".bin"));
  const link: InstalledProject["link"] = (name, bin) => {
    symlinkSync(path.join(ROOT, "node_modules", name), path.join(modules, name));
    if (bin !== undefined) symlinkSync(path.join("..", name, bin), path.join(modules, ".bin", name));
  };
  link("eslint", "bin/eslint.js");
  link("@eslint-community");
  for (const [name, text] of Object.entries(files)) write(name, text);

  return {
    folder,
    write,
    link,
    run: (command, env = {}) => spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", command], { cwd: folder, encoding: "utf8", env: { ...process.env, ...env } }),
    read: (name) => readFileSync(path.join(folder, name), "utf8"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The small shop of `npm run demo`, which has all six anti-patterns, under `src/`. */
export function demoShop(): Record<string, string> {
  const files = ["config.js", "mailer.js", "tokens.js", "users.js", "webhook.js"];
  const shop = files.map((name) => [`src/${name}`, readFileSync(path.join(ROOT, "tests/demo/app", name), "utf8")]);
  return { ...Object.fromEntries(shop) as Record<string, string>, "package.json": '{ "private": true, "type": "module" }\n' };
}

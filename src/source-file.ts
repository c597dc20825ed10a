import { posix } from "node:path";
import type { TSESLint } from "@typescript-eslint/utils";
import { fileCache, forgetFile } from "./file-cache.js";
import { readSettings, type SecretHandlingSettings } from "./settings.js";

/** One file in one lint run: everything that rules share about it. */
export interface SourceFile {
  readonly sourceCode: Readonly<TSESLint.SourceCode>;
  /** Relative to the working directory where it lies below it, else as ESLint gives it. With `/` separators. */
  readonly filename: string;
  readonly settings: SecretHandlingSettings;
}

type Context = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;

let last: SourceFile | undefined;
/** Oxlint hands one SourceCode object to every file, so that the tree tells files apart. */
let lastTree: object | undefined;

/** The shared view of the file that `context` lints: one object for all rules. */
export function sourceFileOf(context: Context): SourceFile {
  const settings = readSettings(context.settings);
  const { sourceCode } = context;
  if (lastTree !== sourceCode.ast) forgetFile();
  else if (last?.settings === settings && last.sourceCode === sourceCode) return last;
  lastTree = sourceCode.ast;
  return (last = { sourceCode, filename: belowWorkingDirectory(context), settings });
}

/** Where a project lies says nothing about its files: a checkout below `/home/test/` is no test. */
function belowWorkingDirectory({ filename, cwd }: Context): string {
  const path = filename.replaceAll("\\", "/");
  const root = `${(cwd ?? "").replaceAll("\\", "/").replace(/\/$/, "")}/`;
  return root !== "/" && path.startsWith(root) ? path.slice(root.length) : path;
}

/**
 * How a file imports a module that the settings name. Relative modules count from the working directory, where the configuration is:
 * `./src/lib/secrets.js` becomes `../lib/secrets.js` in `src/auth/login.js`.
 *
 * @returns undefined in that module itself, and for a relative module in a file outside of the working directory
 */
export function specifierOf({ filename }: SourceFile, module: string): string | undefined {
  if (!/^\.\.?\//.test(module)) return module;
  const isOutside = /^(?:\/|[A-Za-z]:)/.test(filename);
  const path = posix.relative(posix.dirname(filename), posix.normalize(module));
  const isItself = withoutExtension(posix.normalize(module)) === withoutExtension(posix.normalize(filename));
  if (isOutside || isItself) return undefined;
  return path.startsWith(".") ? path : `./${path}`;
}

const withoutExtension = (path: string): string => path.replace(/\.[cm]?[jt]sx?$/, "");

/** The last parts of a file's path: `src/auth/login.js` of two is `auth/login.js`. Names and folders far above say nothing about a file. */
export const pathEnd = ({ filename }: Pick<SourceFile, "filename">, parts: number): string => filename.split("/").slice(-parts).join("/");

/** Makes a computation that runs at most once per file, whoever asks. */
export function perFile<T>(compute: (file: SourceFile) => T): (file: SourceFile) => T {
  const results = fileCache<SourceFile, { value: T }>();
  return (file) => {
    let result = results.get(file);
    if (!result) {
      result = { value: compute(file) };
      results.set(file, result);
    }
    return result.value;
  };
}

import path from "node:path";
import ts from "typescript";
import { STRICT } from "./run.js";

/** A file before and after an edit. */
export interface Change {
  readonly name: string;
  /** Ends in `.ts` or `.tsx`. */
  readonly filename: string;
  /** A suggestion, whose reader may have to remove a name that nothing reads any more. */
  readonly suggested: boolean;
  readonly before: string;
  readonly after: string;
}

const FOLDER = path.join(import.meta.dirname, "..", "specimens");
const OPTIONS: ts.CompilerOptions = { ...STRICT, lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"], jsx: ts.JsxEmit.Preserve, moduleDetection: ts.ModuleDetectionKind.Force };

/** A module of a project that is not there: a specimen's settings name it. */
const ABSENT = /^TS2307: Cannot find module '(?!node:)/;
/** What `{ password }` says where `password` is unknown; `{ password: f(password) }` says it in other words. */
const SHORTHAND = /^TS18004: No value exists in scope for the shorthand property '(\w+)'\.[\s\S]*/;
const UNREAD = /^TS61(?:33|38): /;
/** Said as often as the specimen's unknown name is read. */
const UNKNOWN = /^TS2304: /;

/** The errors that a strict TypeScript compiler finds after an edit and not before; one program for all changes. */
export function gainedTypeErrors(changes: readonly Change[]): string[] {
  const files = new Map<string, string>();
  const pathOf = (index: number, state: "before" | "after"): string => path.join(FOLDER, `${index}-${state}${path.extname(changes[index]!.filename)}`);
  changes.forEach(({ before, after }, index) => files.set(pathOf(index, "before"), before).set(pathOf(index, "after"), after));
  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.readFile = (file) => files.get(file) ?? readFile(file);
  host.getSourceFile = (file, language, ...rest) => {
    const text = files.get(file);
    return text === undefined ? getSourceFile(file, language, ...rest) : ts.createSourceFile(file, text, language, true);
  };
  const program = ts.createProgram([...files.keys()], OPTIONS, host);
  const errorsIn = (file: string): string[] => {
    const source = program.getSourceFile(file);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(({ code, messageText }) => `TS${code}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`.replace(SHORTHAND, "TS2304: Cannot find name '$1'."));
  };
  return changes.flatMap(({ name, suggested, after }, index) => {
    const left = errorsIn(pathOf(index, "before"));
    const gained = errorsIn(pathOf(index, "after")).filter((error) => {
      const known = left.indexOf(error);
      if (known >= 0 && !UNKNOWN.test(error)) left.splice(known, 1);
      return known < 0 && !ABSENT.test(error) && !(suggested && UNREAD.test(error));
    });
    return gained.map((error) => `${name}: ${error}\n${after}`);
  });
}

import path from "node:path";
import ts from "typescript";
import { STRICT } from "./run.js";

/** A file before and after an edit. */
export interface Change {
  readonly name: string;
  /** Ends in `.ts` or `.tsx`. */
  readonly filename: string;
  readonly before: string;
  readonly after: string;
}

const FOLDER = path.join(import.meta.dirname, "..", "specimens");
// What the settings of the specimens name.
const AMBIENT = path.join(FOLDER, "ambient.d.ts");
const OPTIONS: ts.CompilerOptions = { ...STRICT, lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"], jsx: ts.JsxEmit.Preserve, moduleDetection: ts.ModuleDetectionKind.Force };

/** The errors that a strict TypeScript compiler finds after an edit and not before; one program for all changes. */
export function gainedTypeErrors(changes: readonly Change[]): string[] {
  const files = new Map<string, string>([[AMBIENT, 'declare module "#*";\ndeclare module "@acme/*";\n']]);
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
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(({ code, messageText }) => `TS${code}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
  };
  return changes.flatMap(({ name, after }, index) => {
    const left = errorsIn(pathOf(index, "before"));
    const gained = errorsIn(pathOf(index, "after")).filter((error) => {
      const known = left.indexOf(error);
      if (known >= 0) left.splice(known, 1);
      return known < 0;
    });
    return gained.map((error) => `${name}: ${error}\n${after}`);
  });
}

import { parentPort, workerData } from "node:worker_threads";
import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import plugin from "../../support/plugin.js";
import { deep } from "./shapes.js";

// Runs in a thread whose stack is large enough for the recursion of the parser, of the scope analysis and of ESLint.
const parsing: Linter.Config = { files: ["**/*.tsx"], languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } } };

function outcome(text: string): string {
  try {
    const fatal = new Linter().verify(text, [plugin.configs.recommended, parsing], { filename: "src/file.tsx" }).find((message) => message.fatal);
    return fatal ? `parser: ${fatal.message}` : "linted";
  } catch (error) {
    return (error as Error).stack ?? String(error);
  }
}

const outcomes: Record<string, string> = {};
for (const name of workerData.names as string[]) outcomes[name] = outcome(deep[name]!(workerData.levels as number));
const line = `const a = [${"'kX9#mQ2vL7pR4tW8',".repeat(100_000)}]; export const password = "${"aB3".repeat(1_100_000)}";`;
if (workerData.line) outcomes["a line of 5 MB"] = outcome(line);
parentPort!.postMessage(outcomes);

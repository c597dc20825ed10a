import * as tsParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import plugin from "../../support/plugin.js";

/** Units of work that our rules do on one file. Unlike time, the same on every machine. */
export interface Work {
  /** Looks at a node: reads of `type` and `parent`, and of a variable's list of references, each entry counted. */
  looks: number;
  /** Characters that regular expressions pass over, up to the end of a match or of the text. */
  characters: number;
  /** Characters that searches for a text pass over: `includes`, `indexOf`, `lastIndexOf`. */
  searched: number;
}

const counted: Work = { looks: 0, characters: 0, searched: 0 };

/** @typescript-eslint/parser, whose nodes and variables count how often they are looked at. */
const countingParser = {
  parseForESLint(text: string, options: tsParser.ParserOptions) {
    const parsed = tsParser.parseForESLint(text, options);
    const pending: object[] = [parsed.ast];
    for (let node = pending.pop(); node; node = pending.pop()) {
      for (const key of parsed.visitorKeys[(node as { type: string }).type] ?? []) {
        const child = (node as Record<string, unknown>)[key];
        for (const each of Array.isArray(child) ? child : [child]) if (each) pending.push(each as object);
      }
      count(node, "type", () => 1);
      count(node, "parent", () => 1);
    }
    for (const scope of parsed.scopeManager.scopes) for (const variable of scope.variables) count(variable, "references", (list) => (list as unknown[]).length);
    return parsed;
  },
};

function count(object: object, key: string, cost: (value: unknown) => number): void {
  let value = (object as Record<string, unknown>)[key];
  Object.defineProperty(object, key, {
    configurable: true,
    enumerable: true,
    get() {
      counted.looks += cost(value);
      return value;
    },
    set(next: unknown) {
      value = next;
    },
  });
}

/** Every use of a regular expression ends in `exec`, once that is no longer the engine's own. */
function countingCharacters<T>(run: () => T): T {
  const { exec } = RegExp.prototype;
  const { includes, indexOf, lastIndexOf } = String.prototype;
  RegExp.prototype.exec = function (text) {
    const start = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, text);
    counted.characters += (match ? match.index + match[0].length : this.sticky ? start : String(text).length) - start;
    return match;
  };
  String.prototype.includes = function (this: string, part, from = 0) {
    return this.indexOf(part, from) >= 0;
  };
  String.prototype.indexOf = function (this: string, part, from = 0) {
    const found = indexOf.call(this, part, from);
    counted.searched += (found < 0 ? this.length : found) - from;
    return found;
  };
  String.prototype.lastIndexOf = function (this: string, part, from = this.length) {
    const found = lastIndexOf.call(this, part, from);
    counted.searched += Math.min(from, this.length) - Math.max(found, 0);
    return found;
  };
  try {
    return run();
  } finally {
    RegExp.prototype.exec = exec;
    Object.assign(String.prototype, { includes, indexOf, lastIndexOf });
  }
}

const difference = (after: Work, before: Work): Work => ({
  looks: after.looks - before.looks,
  characters: after.characters - before.characters,
  searched: after.searched - before.searched,
});

const IDLE: Linter.Config = { plugins: { idle: { rules: { rule: { create: () => ({}) } } } }, rules: { "idle/rule": "error" } };

function lint(text: string, config: Linter.Config): Work & { messages: Linter.LintMessage[] } {
  const before = { ...counted };
  const parsing: Linter.Config = { files: ["**/*.tsx"], languageOptions: { parser: countingParser as unknown as Linter.Parser, parserOptions: { ecmaFeatures: { jsx: true } } } };
  const messages = countingCharacters(() => new Linter().verify(text, [config, parsing], { filename: "file.tsx" }));
  return { ...difference(counted, before), messages };
}

/** What `recommended` costs on a text beyond a rule that does nothing. Throws when the text does not parse. */
export function workOf(text: string): Work & { findings: number } {
  const idle = lint(text, IDLE);
  const own = lint(text, plugin.configs.recommended);
  const fatal = own.messages.find((message) => message.fatal);
  if (fatal) throw new Error(`${fatal.message} (line ${fatal.line})`);
  return { ...difference(own, idle), findings: own.messages.length };
}

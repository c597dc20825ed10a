import { readFileSync } from "node:fs";
import path from "node:path";

export interface Guide {
  /** Gives the command back and marks it as run; throws when the page does not have it. */
  command(text: string): string;
  /** The text of the block whose first line is the comment `// title`; without that line where it is JSON. */
  file(title: string): string;
  /** Commands of the page that no test has asked for. */
  notRun(): string[];
}

/** A page of rules-docs/guides: its `sh` blocks hold one command a line, its other blocks are files that say their name in the first line. */
export function readGuide(name: string): Guide {
  const page = readFileSync(path.join(import.meta.dirname, "../../rules-docs/guides", `${name}.md`), "utf8");
  const blocks = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = "", text = ""]) => ({ language, text }));
  const commands = blocks.filter(({ language }) => language === "sh").flatMap(({ text }) => text.trim().split("\n"));
  const notRun = new Set(commands);

  return {
    command(text) {
      if (!commands.includes(text)) throw new Error(`the page has no command "${text}"`);
      notRun.delete(text);
      return text;
    },
    file(title) {
      const found = blocks.find(({ text }) => text.startsWith(`// ${title}\n`));
      if (found === undefined) throw new Error(`the page has no block "// ${title}"`);
      return found.language === "json" ? found.text.slice(found.text.indexOf("\n") + 1) : found.text;
    },
    notRun: () => [...notRun],
  };
}

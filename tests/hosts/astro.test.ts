import { Linter } from "eslint";
import astro from "eslint-plugin-astro";
import { describe, expect, it, vi } from "vitest";
import plugin from "../support/plugin.js";
import { lintComponent } from "../support/components.js";
import { sixFindings } from "./six-rules.js";

vi.setConfig({ testTimeout: 60_000 });

describe("an Astro page", () => {
  it("six rules in the frontmatter, which runs on the server: imports go there, helpers do not", () => {
    const { findings, output, left } = lintComponent("src/pages/login.astro", `---\n${sixFindings({ types: true })}---\n<p>{resetToken}</p>\n`);
    expect(findings.map((each) => each.replace(/^(\d+):\d+/, "$1"))).toEqual([
      "4 no-math-random-for-tokens predictableToken fix suggest",
      "5 no-hardcoded-credential credentialInCode",
      "6 no-secret-in-log secretInLog fix suggest",
      "7 no-plain-equals-secret timingUnsafeComparison",
      "8 no-secret-in-url-query secretInUrl fix",
      "9 no-fast-hash-password fastHash",
    ]);
    expect(left).toHaveLength(3);
    expect(output.startsWith('---\nimport { createHash, randomInt } from "node:crypto";\n// made for one person\nconst resetToken = Array.from(')).toBe(true);
    expect(output).toContain("{ headers: { Authorization: `Bearer ${apiKey}` } }");
  });

  it("the project's own functions are imported into the frontmatter", () => {
    const { output, left } = lintComponent(
      "src/pages/login.astro",
      '---\nconst sent = Astro.request.headers.get("x-api-key");\n---\n<p title="{sent}">{sent === import.meta.env.API_KEY ? "yes" : "no"}</p>\n',
      { comparators: [{ module: "#lib/equal", name: "equal" }] },
    );
    expect(left).toEqual([]);
    expect(output).toBe(
      '---\nimport { equal } from "#lib/equal";\nconst sent = Astro.request.headers.get("x-api-key");\n---\n<p title="{sent}">{equal(sent, import.meta.env.API_KEY) ? "yes" : "no"}</p>\n',
    );
  });

  it("without frontmatter, an edit that needs an import is not offered", () => {
    const code = "<p title={(resetToken = Math.random().toString(36))}></p>\n";
    const { findings, output, suggested } = lintComponent("src/pages/login.astro", code, { runtime: "node" });
    expect(findings).toHaveLength(1);
    expect(output).toBe(code);
    expect(suggested).toEqual([]);
  });

  it("line ends of Windows stay, and an empty frontmatter is filled", () => {
    const { output } = lintComponent("src/pages/login.astro", "---\r\n---\r\n<p title={(resetToken = Math.random().toString(36))}></p>\r\n", { runtime: "node" });
    expect(output).toContain('---\r\nimport { randomInt } from "node:crypto";\r\n---');
  });
});

describe("a client script of an Astro page, which eslint-plugin-astro makes a file of its own", () => {
  const config = [...astro.configs["flat/base"], { ...plugin.configs.recommended, files: ["**/*.astro", "**/*.astro/*.{js,ts}"] }] as Linter.Config[];
  const filename = "src/pages/login.astro";
  const lint = (code: string): { output: string; found: string[]; left: string[]; suggested: string[] } => {
    const linter = new Linter();
    const named = (messages: Linter.LintMessage[]): string[] => messages.map(({ line, ruleId, message, fix, suggestions }) => `${line} ${ruleId?.replace("secret-handling/", "") ?? message}${fix ? " fix" : ""}${suggestions?.length ? " suggest" : ""}`);
    const options = { filename, filterCodeBlock: () => true };
    const messages = linter.verify(code, config, options);
    const { output, messages: left } = linter.verifyAndFix(code, config, options);
    const suggested = messages.flatMap(({ suggestions = [] }) => suggestions.map(({ fix }) => code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1])));
    expect(linter.verifyAndFix(output, config, options).output).toBe(output);
    return { output, found: named(messages), left: named(left), suggested };
  };

  it.each(["<script>", '<script lang="ts">', "<script is:inline>"])("%s: six rules, and what an edit writes runs in the page", (tag) => {
    const code = `---\nconst title = "Log in";\n---\n<h1>{title}</h1>\n${tag}\n${sixFindings({ types: tag.includes("ts") }).replace(/^import.*\n/, "")}</script>\n`;
    const { output, found, left, suggested } = lint(code);
    expect(found).toEqual([
      "7 no-math-random-for-tokens suggest",
      "8 no-hardcoded-credential",
      "9 no-secret-in-log fix suggest",
      "10 no-plain-equals-secret",
      "11 no-secret-in-url-query suggest",
      "12 no-fast-hash-password",
    ]);
    expect(output).toContain('console.log("password", "[REDACTED]");');
    expect(left).toHaveLength(5);
    expect(suggested.some((text) => text.includes("crypto.getRandomValues("))).toBe(true);
    for (const text of [output, ...suggested]) {
      expect(text).not.toMatch(/node:crypto|process\.|require/);
      expect(text.startsWith('---\nconst title = "Log in";\n---\n')).toBe(true);
    }
  });

  it("and the frontmatter beside it stays server code", () => {
    const { output } = lint(`---\nconst resetToken = Math.random().toString(36).slice(2);\n---\n<p>{resetToken}</p>\n<script>\nconsole.log("p", password, 1);\n</script>\n`);
    expect(output).toMatch(/^---\nconst resetToken = Array\.from\(/);
    expect(output).toContain('console.log("p", "[REDACTED]", 1);');
  });
});

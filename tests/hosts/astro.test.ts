import { describe, expect, it, vi } from "vitest";
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

import { describe, expect, it, vi } from "vitest";
import { lintComponent } from "../support/components.js";
import { sixFindings } from "./six-rules.js";

vi.setConfig({ testTimeout: 60_000 });

// `lintComponent` compiles every text with Svelte's own compiler.
describe("a Svelte component", () => {
  it.each([
    ["script", "<script>", false],
    ["script in TypeScript", '<script lang="ts">', true],
    ["module script", "<script module>", false],
  ])("six rules in a %s, at their places; only edits that a page can run are fixes", (_title, tag, types) => {
    const report = lintComponent("src/Login.svelte", `<p>{text}</p>\n\n${tag}\n${sixFindings({ types })}const text = "";\n</script>\n`);
    expect(report.findings.map((each) => each.replace(/^(\d+):\d+/, "$1"))).toEqual([
      "6 no-math-random-for-tokens predictableToken suggest",
      "7 no-hardcoded-credential credentialInBrowser",
      "8 no-secret-in-log secretInLog fix suggest",
      "9 no-plain-equals-secret timingUnsafeComparison",
      "10 no-secret-in-url-query secretInUrl suggest",
      "11 no-fast-hash-password fastHash",
    ]);
    expect(report.output).toContain('console.log("password", "[REDACTED]")');
    expect(report.suggested.some((text) => text.includes("crypto.getRandomValues("))).toBe(true);
  });

  it("a server's component gets its import inside the script, above the imports that are there", () => {
    const { output, left } = lintComponent("src/Login.svelte", '<h1>Hello</h1>\n<script>\n  import { onMount } from "svelte";\n  export let resetToken = Math.random().toString(36).slice(2);\n  onMount(() => resetToken);\n</script>\n', { runtime: "node" });
    expect(left).toEqual([]);
    expect(output).toBe(
      '<h1>Hello</h1>\n<script>\n  import { randomInt } from "node:crypto";\n  import { onMount } from "svelte";\n  export let resetToken = Array.from({ length: 13 }, () => randomInt(36).toString(36)).join("");\n  onMount(() => resetToken);\n</script>\n',
    );
  });

  it("expressions of the markup are read, and may use an import of the script", () => {
    const { findings, output, left, suggested } = lintComponent(
      "src/Login.svelte",
      '<script>\n  let { password } = $props();\n  let resetToken = $state("");\n</script>\n<button onclick={() => console.log("password", password)} title="{resetToken}">x</button>\n<button onclick={() => (resetToken = Math.random().toString(36).slice(2))}>y</button>\n',
      { runtime: "node" },
    );
    expect(findings).toEqual(["5:48 no-secret-in-log secretInLog suggest", "6:38 no-math-random-for-tokens predictableToken fix suggest"]);
    expect(left).toEqual(["6:48 no-secret-in-log secretInLog suggest"]);
    expect(output).toContain('<script>\n  import { randomInt } from "node:crypto";\n  let { password }');
    expect(output).toContain("onclick={() => (resetToken = Array.from(");
    expect(suggested.some((text) => text.includes('onclick={() => console.log("password", "[REDACTED]")}'))).toBe(true);
  });

  it("without a script, an edit that needs an import is not offered", () => {
    const code = "<button onclick={(event) => (event.target.dataset.resetToken = Math.random().toString(36))}>x</button>\n";
    const { findings, output, suggested } = lintComponent("src/Login.svelte", code, { runtime: "node" });
    expect(findings).toHaveLength(1);
    expect(output).toBe(code);
    expect(suggested).toEqual([]);
  });

  it("line ends of Windows stay", () => {
    const { output } = lintComponent("src/Login.svelte", "<script>\r\n  const resetToken = Math.random().toString(36).slice(2);\r\n</script>\r\n{resetToken}\r\n", { runtime: "node" });
    expect(output).toContain('<script>\r\n  import { randomInt } from "node:crypto";\r\n  const resetToken');
    expect(output).not.toMatch(/[^\r]\n/);
  });
});

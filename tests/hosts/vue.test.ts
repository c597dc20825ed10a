import { describe, expect, it, vi } from "vitest";
import { lintComponent } from "../support/components.js";
import { sixFindings } from "./six-rules.js";

vi.setConfig({ testTimeout: 60_000 });

const template = "<template>\n  <p>{{ text }}</p>\n</template>\n\n";

describe("the script of a Vue component", () => {
  it.each([
    ["script setup", "<script setup>", false],
    ["script setup in TypeScript", '<script setup lang="ts">', true],
    ["plain script", "<script>", false],
  ])("six rules in a %s, at their places; only edits that a page can run are fixes", (_title, tag, types) => {
    const report = lintComponent("src/Login.vue", `${template}${tag}\n${sixFindings({ types })}</script>\n`);
    expect(report.findings.map((each) => each.replace(/^(\d+):\d+/, "$1"))).toEqual([
      "8 no-math-random-for-tokens predictableToken suggest",
      "9 no-hardcoded-credential credentialInBrowser",
      "10 no-secret-in-log secretInLog fix suggest",
      "11 no-plain-equals-secret timingUnsafeComparison",
      "12 no-secret-in-url-query secretInUrl suggest",
      "13 no-fast-hash-password fastHash",
    ]);
    expect(report.output).toContain('console.log("password", "[REDACTED]")');
    expect(report.suggested.some((text) => text.includes("crypto.getRandomValues("))).toBe(true);
    expect(report.output.startsWith(template)).toBe(true);
  });

  it("a server's component gets its import inside the script, above the imports that are there", () => {
    const { output, left } = lintComponent("src/Login.vue", `${template}<script setup>\nimport { ref } from "vue";\nconst resetToken = Math.random().toString(36).slice(2);\n</script>\n`, { runtime: "node" });
    expect(left).toEqual([]);
    expect(output).toBe(
      `${template}<script setup>\nimport { randomInt } from "node:crypto";\nimport { ref } from "vue";\nconst resetToken = Array.from({ length: 13 }, () => randomInt(36).toString(36)).join("");\n</script>\n`,
    );
  });

  it("of two scripts, one gets the import and both see it", () => {
    const { output, left } = lintComponent(
      "src/Login.vue",
      '<script>\nexport default { name: "Login" };\n</script>\n<script setup lang="ts">\n// of this visit\nconst resetToken: string = Math.random().toString(36).slice(2);\n</script>\n',
      { runtime: "node" },
    );
    expect(left).toEqual([]);
    expect(output).toBe(
      '<script>\nimport { randomInt } from "node:crypto";\nexport default { name: "Login" };\n</script>\n<script setup lang="ts">\n// of this visit\nconst resetToken: string = Array.from({ length: 13 }, () => randomInt(36).toString(36)).join("");\n</script>\n',
    );
  });

  it("line ends of Windows stay", () => {
    const { output } = lintComponent("src/Login.vue", '<script setup>\r\nconst resetToken = Math.random().toString(36).slice(2);\r\n</script>\r\n', { runtime: "node" });
    expect(output).toContain('<script setup>\r\nimport { randomInt } from "node:crypto";\r\nconst resetToken');
    expect(output).not.toMatch(/[^\r]\n/);
  });

  it("helpers are not written into a component; the project's own are imported", () => {
    const code = `<script setup>\nconst jwtSecret = ${JSON.stringify(["9f8Jk2lQpZx7", "Rt5vBn3mWc6y"].join(""))};\nconst check = (req) => req.headers["x-api-key"] === jwtSecret;\n</script>\n`;
    expect(lintComponent("src/Login.vue", code, { runtime: "node" }).output).toBe(code);
    const { output, left } = lintComponent("src/Login.vue", code, { runtime: "node", envReader: { module: "#lib/env", name: "env" }, comparators: [{ module: "#lib/equal", name: "equal" }] });
    expect(left).toEqual([]);
    expect(output).toBe(
      '<script setup>\nimport { equal } from "#lib/equal";\nimport { env } from "#lib/env";\nconst jwtSecret = env("JWT_SECRET");\nconst check = (req) => equal(req.headers["x-api-key"], jwtSecret);\n</script>\n',
    );
  });
});

describe("the template of a Vue component", () => {
  it("edits take the quotes that do not end the attribute", () => {
    const { findings, output, suggested } = lintComponent(
      "src/Login.vue",
      `<template>\n  <button @click="console.log('password', password)" />\n  <button @click='console.log("password", password)' />\n  <p @click="token = Math.random().toString(36)">{{ otp = Math.random().toString(36) }}</p>\n</template>\n`,
    );
    expect(findings).toEqual([
      "2:43 no-secret-in-log secretInLog fix suggest",
      "3:43 no-secret-in-log secretInLog fix suggest",
      "4:22 no-math-random-for-tokens predictableToken suggest",
      "4:59 no-math-random-for-tokens predictableToken suggest",
    ]);
    expect(output).toContain(`@click="console.log('password', '[REDACTED]')"`);
    expect(output).toContain(`@click='console.log("password", "[REDACTED]")'`);
    expect(suggested.some((text) => text.includes(`@click="token = Array.from(crypto.getRandomValues(new Uint32Array(13)), (n) => (n % 36).toString(36)).join('')"`))).toBe(true);
    expect(suggested.some((text) => text.includes(`{{ otp = Array.from(crypto.getRandomValues(`))).toBe(true);
  });

  it("an edit that would end an attribute without quotes is not offered", () => {
    const code = "<template>\n  <p :title=(resetToken=Math.random().toString(36)) />\n</template>\n";
    const { findings, output, suggested } = lintComponent("src/Login.vue", code);
    expect(findings).toEqual(["2:25 no-math-random-for-tokens predictableToken"]);
    expect(output).toBe(code);
    expect(suggested).toEqual([]);
  });

  it.each([
    ["without a script", ""],
    ["with the script after it", "<script>\nexport default {};\n</script>\n"],
  ])("an edit that needs an import is not offered %s", (_title, script) => {
    const code = `<template>\n  <p @click="resetToken = Math.random().toString(36)" />\n</template>\n${script}`;
    const { findings, output, suggested } = lintComponent("src/Login.vue", code, { runtime: "node" });
    expect(findings.map((each) => each.replace(/ suggest$/, ""))).toEqual(["2:27 no-math-random-for-tokens predictableToken"]);
    expect(output).toBe(code);
    expect(suggested.filter((text) => text.includes("import "))).toEqual([]);
  });
});

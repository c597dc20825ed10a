import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TSESLint } from "@typescript-eslint/utils";
import { ESLint, type Linter, type Rule } from "eslint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRule, type RuleDefinition, type RuleDocs } from "../../src/create-rule.js";
import sarif from "../../src/formatters/sarif.js";
import type { Log, Result } from "../../src/formatters/sarif/log.js";
import type { RuleContext } from "../../src/visitor.js";
import { apply } from "./sarif/apply.js";
import { schemaErrors } from "./sarif/schema.js";

const require = createRequire(import.meta.url);
const CONTENT = "hunter2-not-a-key";

const docs: RuleDocs = {
  description: "Disallow credentials in code",
  recommended: "error",
  cwe: 798,
  securitySeverity: 9,
  category: "storage",
  fixes: "reads the credential from the environment",
};

/** A rule of ours with a visitor of the test's own. */
function ruleOf<MessageIds extends string>(
  definition: RuleDefinition<MessageIds, object>,
  create: (context: RuleContext<MessageIds, object>) => TSESLint.RuleListener,
): Rule.RuleModule {
  const listenersFor = (_: unknown, context: unknown): TSESLint.RuleListener => create(context as RuleContext<MessageIds, object>);
  return createRule(definition, () => listenersFor) as unknown as Rule.RuleModule;
}

/** Reports `const x = "..."`; its fix is an inserted helper and a call far below, which ESLint merges into one text. */
const noCredential = ruleOf({
  name: "no-credential",
  docs,
  messages: { credential: "`{{name}}` holds a credential. Read it from {{variable}}.", replace: "Read `{{name}}` from the environment." },
  options: {},
  defaultOptions: {},
  trigger: [],
}, (context) => ({
    VariableDeclarator(node) {
      if (node.id.type !== "Identifier" || node.init?.type !== "Literal" || typeof node.init.value !== "string") return;
      const { id, init } = node;
      const data = { name: id.name, variable: "the environment" };
      context.report({
        node: init,
        messageId: "credential",
        data,
        fix: (fixer) => [fixer.insertTextBeforeRange([0, 0], 'import { env } from "node:process";\n'), fixer.replaceText(init, "env.KEY")],
        suggest: [
          { messageId: "replace", data, fix: (fixer) => fixer.replaceText(init, "env.KEY") },
          { messageId: "replace", data, fix: (fixer) => fixer.replaceText(init, `read(${init.raw}, true)`) },
          { messageId: "replace", data, fix: (fixer) => fixer.replaceText(init, `f(\`${init.value}\`)`) },
        ],
      });
    },
  }));

const weakRandom = ruleOf({
  name: "weak-random",
  docs: { ...docs, description: "Disallow guessable tokens", recommended: "warn", cwe: 38, securitySeverity: 7.5 },
  messages: { random: "This token can be guessed." },
  options: {},
  defaultOptions: {},
  trigger: [],
}, (context) => ({
    "MemberExpression[property.name='random']"(node) {
      context.report({ node, messageId: "random" });
    },
  }));

/** Another plugin's rule, whose message quotes the source. */
const foreign: Rule.RuleModule = {
  meta: { docs: { url: "https://example.com/foreign" } },
  create: (context) => ({
    Program(node) {
      context.report({ node, message: `This is bad: ${context.sourceCode.text}` });
    },
  }),
};

const plugin = { rules: { "no-credential": noCredential, "weak-random": weakRandom } } as unknown as ESLint.Plugin;
const CONFIG: Linter.Config = {
  files: ["**/*.{js,mjs}"],
  plugins: { sh: plugin, foreign: { rules: { quote: foreign } } },
  rules: { "sh/no-credential": "error", "sh/weak-random": "warn", "foreign/quote": "error" },
};

let folder: string;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), "sarif-")));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Lints files, given by path and text, with the real ESLint, and formats with the formatter that its context reaches. */
async function lint(files: Record<string, string>, options: ESLint.Options = {}): Promise<{ log: Log; json: string; results: Result[] }> {
  const cwd = mkdtempSync(path.join(folder, "project-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
    writeFileSync(path.join(cwd, name), text);
  }
  const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig: CONFIG, ...options });
  const results = await eslint.lintFiles(Object.keys(files));
  const json = sarif(results, { cwd: options.cwd ?? cwd, rulesMeta: eslint.getRulesMetaForResults(results) });
  const log = JSON.parse(json) as Log;
  expect(schemaErrors(log)).toEqual([]);
  expect(json).not.toContain(CONTENT);
  expect(json).not.toContain(folder);
  return { log, json, results: log.runs[0]?.results ?? [] };
}

function fingerprints(results: readonly Result[]): string[] {
  return results.map(({ partialFingerprints }) => Object.values(partialFingerprints).join());
}

describe("the log", () => {
  it("describes the rules that reported, as GitHub code scanning reads them", async () => {
    const { log } = await lint({ "a.js": `const key = "${CONTENT}";\nMath.random();\n` });
    const driver = log.runs[0]?.tool.driver;
    const manifest = require("../../package.json") as { version: string };

    expect(driver).toMatchObject({ name: "eslint-plugin-secret-handling", version: manifest.version });
    expect(driver?.rules.map(({ id }) => id)).toEqual(["sh/no-credential", "sh/weak-random"]);
    expect(driver?.rules[0]).toMatchObject({
      name: "no-credential",
      shortDescription: { text: "Disallow credentials in code" },
      fullDescription: { text: "Disallow credentials in code. CWE-798." },
      helpUri: expect.stringMatching(/\/no-credential\.md$/) as string,
      defaultConfiguration: { level: "error" },
      properties: { "security-severity": "9.0", tags: ["security", "external/cwe/cwe-798"] },
    });
    expect(driver?.rules[0]?.help.text).toContain("reads the credential from the environment");
    expect(driver?.rules[0]?.help.markdown).toContain("[CWE-798](https://cwe.mitre.org/data/definitions/798.html)");
    expect(driver?.rules[1]).toMatchObject({
      defaultConfiguration: { level: "warning" },
      properties: { "security-severity": "7.5", tags: ["security", "external/cwe/cwe-038"] },
    });
  });

  it("gives each finding its rule, level, message and region", async () => {
    const { results } = await lint({ "src/a.js": `let x;\nconst key = "${CONTENT}";\nMath.random();\n` });
    expect(results).toHaveLength(2);
    expect(results[0]).toMatchObject({
      ruleId: "sh/no-credential",
      ruleIndex: 0,
      level: "error",
      message: { text: "`key` holds a credential. Read it from the environment." },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "src/a.js", uriBaseId: "%SRCROOT%" },
            region: { startLine: 2, startColumn: 13, endLine: 2, endColumn: 32 },
          },
        },
      ],
    });
    expect(results[1]).toMatchObject({ ruleId: "sh/weak-random", ruleIndex: 1, level: "warning" });
  });

  it("percent-encodes paths", async () => {
    const name = "a b/[id]/100%/#1?/é+@(x):y.js";
    const { results } = await lint({ [name]: "Math.random();" });
    const uri = results[0]?.locations[0]?.physicalLocation.artifactLocation.uri ?? "";
    expect(uri).toBe("a%20b/%5Bid%5D/100%25/%231%3F/%C3%A9+@(x)%3Ay.js");
    expect(decodeURIComponent(uri)).toBe(name);
  });

  it("gives paths from the root of the repository when a package is linted from its folder", async () => {
    const repository = mkdtempSync(path.join(folder, "monorepo-"));
    mkdirSync(path.join(repository, ".git"));
    const cwd = path.join(repository, "packages", "a");
    mkdirSync(cwd, { recursive: true });
    const text = sarif([{ filePath: path.join(cwd, "x.js"), messages: [{ ruleId: null, severity: 2, fatal: true, message: "" }] }], { cwd, rulesMeta: {} });
    expect(text).toContain('"packages/a/x.js"');
  });

  it("leaves out what other plugins say, which may quote the code", async () => {
    const { results } = await lint({ "a.js": "x;" });
    expect(results).toEqual([]);
  });

  it("tells of a file that cannot be parsed, without the parser's words", async () => {
    const { log, results } = await lint({ "a.js": `const key = "${CONTENT}";\nlet hunter2 hunter3;` });
    expect(results).toEqual([]);
    expect(log.runs[0]?.invocations).toMatchObject([
      {
        executionSuccessful: true,
        toolExecutionNotifications: [
          {
            level: "error",
            message: { text: "ESLint could not parse this file, so no rule has looked at it." },
            locations: [{ physicalLocation: { artifactLocation: { uri: "a.js" }, region: { startLine: 2, startColumn: 13 } } }],
          },
        ],
      },
    ]);
    expect(JSON.stringify(log)).not.toContain("hunter");
  });

  it("marks suppressed findings, without the reason of the comment", async () => {
    const { results, json } = await lint({ "a.js": `// eslint-disable-next-line sh/no-credential -- owner's words\nconst key = "${CONTENT}";\n` });
    expect(results).toMatchObject([{ ruleId: "sh/no-credential", suppressions: [{ kind: "inSource", status: "accepted" }] }]);
    expect(results[0]?.fixes).toBeUndefined();
    expect(json).not.toContain("owner's words");
  });

  it("leaves out a mistake in a configuration comment, which ESLint reports under the rule's id and quotes", async () => {
    const { results, json } = await lint({ "a.js": '/* eslint sh/weak-random: ["error", "quoted"] */\n' });
    expect(results).toEqual([]);
    expect(json).not.toContain("quoted");
  });

  it("is valid without any finding", async () => {
    const { log } = await lint({ "a.js": "" });
    expect(log.runs[0]).toMatchObject({ results: [], tool: { driver: { rules: [] } } });
  });

  it("refuses to run without the metadata of the rules", () => {
    expect(() => sarif([], undefined as never)).toThrow("eslint-plugin-secret-handling/sarif needs the formatter context");
  });

  it("is the same every time", async () => {
    const files = { "b.js": "Math.random();", "a.js": `const key = "${CONTENT}";` };
    expect((await lint(files)).json).toBe((await lint(files)).json);
  });

  it("is a formatter by ESLint's own types", () => {
    expect(sarif satisfies (...parameters: Parameters<ESLint.FormatterFunction>) => string).toBeTypeOf("function");
  });
});

describe("fingerprints", () => {
  const code = `const a = "${CONTENT}1";\nMath.random();\nconst b = "${CONTENT}2";\nMath.random();\n`;

  it("differ within a file and between files", async () => {
    const { results } = await lint({ "a.js": code, "b.js": code });
    expect(new Set(fingerprints(results)).size).toBe(8);
  });

  it("stay when lines move, the secret changes, or a finding above is suppressed", async () => {
    const before = fingerprints((await lint({ "a.js": code })).results);
    const moved = `\n\n/* eslint-disable-next-line sh/no-credential */ ${code.replaceAll(CONTENT, "changed")}`.replace("*/ const", "*/\nconst");
    expect(fingerprints((await lint({ "a.js": moved })).results)).toEqual(before);
  });

  it("stay when a release words the message anew", () => {
    const finding = (message: string, template: string): unknown => {
      const meta = { docs: { ...docs, url: `${HOMEPAGE}/x.md` }, messages: { id: template } };
      const messages = [{ ruleId: "s/x", severity: 2, message, messageId: "id", line: 1, column: 1 }];
      const log = JSON.parse(sarif([{ filePath: "/a.js", messages }], { cwd: "/", rulesMeta: { "s/x": meta } })) as Log;
      return log.runs[0]?.results[0]?.partialFingerprints;
    };
    const old = finding("Old text about key and KEY.", "Old text about {{name}} and {{ env }}.");
    expect(finding("KEY is where key belongs", "{{env}} is where {{name}} belongs")).toEqual(old);
    expect(finding("KEY is where token belongs", "{{env}} is where {{name}} belongs")).not.toEqual(old);
    expect(finding("Text that is not from the template", "{{env}} is where {{name}} belongs")).not.toEqual(old);
  });
});

describe("fixes", () => {
  it("are the minimal replacements, which give the text that ESLint's fix gives", async () => {
    const source = `use();\nother("${CONTENT}");\nconst key = "${CONTENT}";\n`;
    const { results } = await lint({ "a.js": source });
    const [fix, suggestion, wrapping, ...others] = results[0]?.fixes ?? [];

    expect(fix?.description.text).toBe("reads the credential from the environment");
    expect(fix?.artifactChanges[0]?.replacements.map(({ insertedContent }) => insertedContent?.text)).toEqual([
      'import { env } from "node:process";\n',
      "env.KEY",
    ]);
    expect(applied(source, fix)).toBe(`import { env } from "node:process";\nuse();\nother("${CONTENT}");\nconst key = env.KEY;\n`);
    expect(suggestion?.description.text).toBe("Read `key` from the environment.");
    expect(applied(source, wrapping)).toBe(`use();\nother("${CONTENT}");\nconst key = read("${CONTENT}", true);\n`);
    // The third suggestion writes the literal's words anew.
    expect(others).toEqual([]);
  });

  it("count UTF-16 code units, without the byte order mark", async () => {
    const source = `/* 😀 */ const key = "${CONTENT}";\r\n`;
    const { results } = await lint({ "a.js": `\uFEFF${source}` });
    expect(applied(source, results[0]?.fixes?.[1])).toBe("/* 😀 */ const key = env.KEY;\r\n");
  });

  it("refer to the text after --fix, when ESLint has applied others", async () => {
    const source = `const a = "${CONTENT}";\nconst b = "${CONTENT}";\n`;
    const { results } = await lint({ "a.js": source }, { fix: (message) => message.message.startsWith("`a`") });
    expect(applied(`import { env } from "node:process";\nconst a = env.KEY;\nconst b = "${CONTENT}";\n`, results[0]?.fixes?.[1])).toContain("const b = env.KEY;");
  });

  function applied(source: string, fix: NonNullable<Result["fixes"]>[number] | undefined): string {
    const replacements = fix?.artifactChanges[0]?.replacements ?? [];
    return apply(
      source,
      replacements.map(({ deletedRegion, insertedContent }) => ({
        offset: deletedRegion.charOffset,
        length: deletedRegion.charLength,
        text: insertedContent?.text ?? "",
      })),
    );
  }
});

const HOMEPAGE = (require("../../package.json") as { homepage: string }).homepage.replace(/#.*/, "");

import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../support/plugin.js";
import { configRoleOf, fileRoleOf, isTestLike } from "../../src/secrets/file-role.js";
import { parse } from "../support/parse.js";

const file = (filename: string, fileRoles = {}): ReturnType<typeof parse> => parse("1", { filename, settings: { fileRoles } });

describe("fileRoleOf", () => {
  it.each([
    ["test", "src/auth.test.js", "drivers/mysql/test.js", "src/auth.spec.ts", "src/auth_test.js", "tests/login.js", "src/__tests__/a.js", "_tests/utils.js", "cypress/login.js", "e2e/a.ts", "src/test-utils.js", "jest.config.js"],
    ["story", "src/Login.stories.tsx", ".storybook/main.js"],
    ["fixture", "src/__fixtures__/users.js", "fixtures/users.ts", "testdata/a.js", "config.example.js", "src/app-config.sample.ts", "config/staticConfig.sample.js", "example.config.js"],
    ["mock", "src/__mocks__/api.js", "mocks/handlers.ts", "src/user.mock.ts", "src/mockObjects.js", "src/mock-data.ts"],
    ["i18n", "src/locales/login.js", "src/lang/de.js", "src/i18n.ts", "messages/en.ts"],
    ["seed", "prisma/seed.ts", "db/seeds/users.js", "src/user.seed.ts", "database/seeders/a.js", "fillDb.js", "scripts/populate-database.ts", "src/seed-database.js", "seed-auth.js", "src/seedUsers.ts", "scripts/seed_admin.js"],
    ["generated", "dist/app.js", "client/.vite/deps/prop-types.js", ".yarn/releases/yarn.cjs", "src/api.generated.ts", "vendor/a.js", "public/app.min.js"],
  ])("%s", (role, ...names) => {
    for (const name of names) expect(fileRoleOf(file(name)), name).toBe(role);
  });

  it.each(["src/app.js", "src/latest/app.js", "src/contest.js", "src/testimony-form.js", "src/latest-news.js", "src/routes/test-drive.js", "src/protest/run.ts", "src/messages.ts", "src/seedling.js", "src/seedlings-shop.js", "src/seedPhrase.ts", "src/seed-words.js", "src/seedRouter.ts", "src/SeedFunding.tsx", "src/benchmark/funds.ts", "src/reseed.js", "src/benchmark.js", "src/initDb.js", "src/db.js", "src/mockingbird.js", "src/attest.ts", "src/config.js", "src/login.example.js", "app/api/test/menu/route.ts", "src/pages/api/mocks/login.ts"])("%s has none", (name) => expect(fileRoleOf(file(name))).toBeUndefined());

  it("takes more path parts from the settings", () => {
    expect(fileRoleOf(file("checks/login.js"))).toBeUndefined();
    expect(fileRoleOf(file("checks/login.js", { test: ["checks/"] }))).toBe("test");
    expect(isTestLike(file("checks/login.js", { test: ["checks/"] }))).toBe(true);
    expect(isTestLike(file("db/users.js", { seed: ["db/"] }))).toBe(false);
  });
});

describe("isTestLike", () => {
  const isTest = (filename: string, text: string, fileRoles = {}): boolean => isTestLike(parse(text, { filename, settings: { fileRoles } }));

  it.each(["test.js", "routes/places-test.js", "src/commands/test.ts", "login_test.ts"])("asks what a file tests that is a test by its name alone: %s", (name) => {
    expect(isTest(name, "fetch(url);")).toBe(false);
    expect(fileRoleOf(parse("fetch(url);", { filename: name }))).toBe("test");
    for (const text of ['test("a", () => {});', 'Deno.test("a", () => {});', 'import test from "tape";', "assert.equal(a, b);", 'it.each([])("a", () => {});'])
      expect(isTest(name, text), text).toBe(true);
    expect(isTest(name, "fetch(url);", { test: ["test."] })).toBe(true);
  });

  it.each(["src/login.test.js", "tests/login.js", "tests/login-test.js", "src/__tests__/test.ts", "src/test-helpers.js"])("believes other paths: %s", (name) => expect(isTest(name, "fetch(url);")).toBe(true));
});

describe("configRoleOf", () => {
  it.each([
    ["generated", "package-lock.json", "composer.lock.json"],
    ["fixture", "config.example.json", "docs/config.yaml", "tests/fixtures/config.json"],
    ["test", ".github/workflows/ci.yml", "config/test.json", "docker-compose.dev.yml"],
    ["i18n", "src/de.json", "lang/en-US.yaml"],
  ])("%s", (role, ...names) => {
    for (const name of names) expect(configRoleOf({ ...file("a.js"), filename: name }), name).toBe(role);
  });

  it("is none of the code's", () => expect(["docs/config.js", "src/dev-compose.js"].map((name) => fileRoleOf(file(name)))).toEqual([undefined, undefined]));
});

describe("rules in files of a role", () => {
  const live = ["sk", "live", "4eC39HqLyjWDarjtT1zdp7dc"].join("_");
  const test = ["sk", "test", "4eC39HqLyjWDarjtT1zdp7dc"].join("_");
  const CODE = {
    "no-fast-hash-password": 'import md5 from "md5"; user.password = md5(password);',
    "no-math-random-for-tokens": "const resetToken = Math.random().toString(36);",
    "no-plain-equals-secret": "if (req.headers['x-api-key'] !== process.env.API_KEY) throw new Error('no');",
    "no-secret-in-log": 'console.log("password", password);',
    "no-secret-in-url-query": "fetch(`https://api.example.com/v1?api_key=${apiKey}`);",
  };
  const reports = (rule: string, code: string, filename: string, fileRoles = {}): number =>
    new Linter().verify(code, [{ plugins: { "secret-handling": plugin }, rules: { [`secret-handling/${rule}`]: "error" }, settings: { "secret-handling": { fileRoles } } }], { filename }).length;

  it.each(Object.entries(CODE))("%s keeps silent in tests, fixtures, mocks and stories", (rule, code) => {
    expect(reports(rule, code, "src/login.js")).toBe(1);
    for (const filename of ["src/login.test.js", "fixtures/login.js", "mocks/login.js", "src/stories/login.js"]) expect(reports(rule, code, filename), filename).toBe(0);
    expect(reports(rule, code, "checks/login.js", { test: ["checks/"] })).toBe(0);
  });

  it.each(["src/login.test.js", "fixtures/login.js", "mocks/login.js", "src/stories/login.js"])("no-hardcoded-credential reports live keys of a known format alone in %s", (filename) => {
    const rule = "no-hardcoded-credential";
    expect(reports(rule, `const key = "${live}";`, filename)).toBe(1);
    expect(reports(rule, `const key = "${test}";`, filename)).toBe(0);
    expect(reports(rule, 'const adminPassword = "fishbowl7";', filename)).toBe(0);
    expect(reports(rule, 'const apiKey = "a8f5f167f44f4964e6c998dee827110c";', filename)).toBe(0);
    expect(reports(rule, 'const url = "postgres://shop:fishbowl7@localhost:5432/shop";', filename)).toBe(0);
    const basic = `Basic ${Buffer.from("svc-billing:Kq8vTz31mPw").toString("base64")}`;
    expect(reports(rule, `const headers = { Authorization: "${basic}" };`, "src/billing.js")).toBe(1);
    expect(reports(rule, `const headers = { Authorization: "${basic}" };`, filename)).toBe(0);
  });
});

import { describe, expect, it } from "vitest";
import { fileRoleOf, isTestLike } from "../../src/secrets/file-role.js";
import { parse } from "../support/parse.js";

const file = (filename: string, fileRoles = {}): ReturnType<typeof parse> => parse("1", { filename, settings: { fileRoles } });

describe("fileRoleOf", () => {
  it.each([
    ["test", "src/auth.test.js", "src/auth.spec.ts", "src/auth_test.js", "tests/login.js", "src/__tests__/a.js", "cypress/login.js", "e2e/a.ts", "src/test-utils.js", "jest.config.js"],
    ["story", "src/Login.stories.tsx", ".storybook/main.js"],
    ["fixture", "src/__fixtures__/users.js", "fixtures/users.ts", "testdata/a.js"],
    ["mock", "src/__mocks__/api.js", "mocks/handlers.ts", "src/user.mock.ts"],
    ["i18n", "src/locales/login.js", "src/lang/de.js", "src/i18n.ts", "messages/en.ts"],
    ["seed", "prisma/seed.ts", "db/seeds/users.js", "src/user.seed.ts", "database/seeders/a.js"],
    ["generated", "dist/app.js", "src/api.generated.ts", "vendor/a.js", "public/app.min.js"],
  ])("%s", (role, ...names) => {
    for (const name of names) expect(fileRoleOf(file(name)), name).toBe(role);
  });

  it.each(["src/app.js", "src/latest/app.js", "src/contest.js", "src/protest/run.ts", "src/messages.ts", "src/seedling.js", "src/mockingbird.js", "src/attest.ts"])("%s has none", (name) => expect(fileRoleOf(file(name))).toBeUndefined());

  it("takes more path parts from the settings", () => {
    expect(fileRoleOf(file("checks/login.js"))).toBeUndefined();
    expect(fileRoleOf(file("checks/login.js", { test: ["checks/"] }))).toBe("test");
    expect(isTestLike(file("checks/login.js", { test: ["checks/"] }))).toBe(true);
    expect(isTestLike(file("db/users.js", { seed: ["db/"] }))).toBe(false);
  });
});

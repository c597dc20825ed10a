import { buildSync } from "esbuild";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");

/**
 * Lays a user's project into `folder`: ESLint, this package as npm would install it (the formatter only), and a
 * configuration with a rule `s/x` of ours that reports every number.
 */
export function layProject(folder: string): void {
  const installed = path.join(folder, "node_modules/eslint-plugin-secret-handling");
  mkdirSync(path.join(installed, "dist/formatters"), { recursive: true });
  cpSync(path.join(ROOT, "package.json"), path.join(installed, "package.json"));
  buildSync({ entryPoints: [path.join(ROOT, "src/formatters/sarif.ts")], outfile: path.join(installed, "dist/formatters/sarif.js"), bundle: true, platform: "node", format: "esm", packages: "external" });

  symlinkSync(path.join(ROOT, "node_modules/eslint"), path.join(folder, "node_modules/eslint"));
  mkdirSync(path.join(folder, "node_modules/.bin"));
  symlinkSync("../eslint/bin/eslint.js", path.join(folder, "node_modules/.bin/eslint"));

  const { homepage } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as { homepage: string };
  const docs = { description: "Disallow numbers", recommended: "error", cwe: 338, securitySeverity: 7.5, fixes: "nothing", url: `${homepage.replace(/#.*/, "")}/x.md` };
  writeFileSync(
    path.join(folder, "eslint.config.mjs"),
    `const x = {
      meta: { docs: ${JSON.stringify(docs)}, messages: { found: "A number." } },
      create: (context) => ({ Literal: (node) => typeof node.value === "number" && context.report({ node, messageId: "found" }) }),
    };
    export default [{ files: ["**/*.js"], plugins: { s: { rules: { x } } }, rules: { "s/x": "error" } }];`,
  );
}

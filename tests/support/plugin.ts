import { createPlugin } from "../../src/create-plugin.js";
import { createRules } from "../../src/rules/index.js";
import { visit } from "../../src/visit.js";

/** The rules from their sources, as @typescript-eslint's tester takes them. */
export const rules = createRules(() => visit);

/** The plugin from its sources; the published one loads `dist/visit.cjs` when a file wakes a rule up. */
export default createPlugin(() => visit);

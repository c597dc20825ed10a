import { createPlugin } from "../../src/create-plugin.js";
import { createRules } from "../../src/rules/index.js";
import { listenersFor } from "../../src/listeners.js";

/** The rules from their sources, as @typescript-eslint's tester takes them. */
export const rules = createRules(() => listenersFor);

/** The plugin from its sources; the published one loads `dist/listeners.cjs` when a file wakes a rule up. */
export default createPlugin(() => listenersFor);

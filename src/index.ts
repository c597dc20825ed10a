import { createRequire } from "node:module";
import { createPlugin } from "./create-plugin.js";
import type { visit } from "./visit.js";

export type { FileRole, HostCredential, ModuleReference, SecretHandlingSettings } from "./settings.js";
export type { SecretHandlingPlugin } from "./plugin.js";

const require = createRequire(import.meta.url);

// CommonJS, since rules have to be loaded within a synchronous call.
const plugin = createPlugin(() => (require("./visit.cjs") as { visit: typeof visit }).visit);

export default plugin;
// What `require("eslint-plugin-secret-handling")` gives: the plugin itself.
export { plugin as "module.exports" };

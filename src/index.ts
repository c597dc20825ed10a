import plugin from "./plugin.js";

export type { FileRole, HostCredential, ModuleReference, SecretHandlingSettings } from "./settings.js";
export type { SecretHandlingPlugin } from "./plugin.js";

export default plugin;
// What `require("eslint-plugin-secret-handling")` gives: the plugin itself.
export { plugin as "module.exports" };

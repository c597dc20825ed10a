import { createRequire } from "node:module";
import { createPlugin } from "./create-plugin.js";
import type { listenersFor } from "./listeners.js";

export type { FileRole, HostCredential, ModuleReference, SecretHandlingSettings } from "./settings.js";
export type { SecretHandlingPlugin } from "./plugin.js";

const require = createRequire(import.meta.url);

/** CommonJS, since rules have to be loaded within a synchronous call. */
function loadListeners(): typeof listenersFor {
  try {
    return (require("./listeners.cjs") as { listenersFor: typeof listenersFor }).listenersFor;
  } catch (cause) {
    throw new Error(
      "eslint-plugin-secret-handling has lost its file listeners.cjs. Keep the package external where a configuration is bundled.",
      {
        cause,
      },
    );
  }
}

const plugin = createPlugin(loadListeners);

export default plugin;
// What `require("eslint-plugin-secret-handling")` gives: the plugin itself.
export { plugin as "module.exports" };

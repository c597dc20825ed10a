import { defineRule } from "../create-rule.js";
import type { ConfigFinding } from "./no-hardcoded-credential/config-findings.js";
import type { EditMessage } from "./no-hardcoded-credential/edits.js";

export type MessageIds =
  | "credentialInCode"
  | "credentialFallback"
  | "credentialForOthers"
  | "credentialInBrowser"
  | "credentialInComment"
  | "restrictableKey"
  | ConfigFinding["messageId"]
  | EditMessage;

export interface Options {
  ignoreNames: string[];
  checkComments: boolean;
}

export const noHardcodedCredential = defineRule<MessageIds, Options>({
  name: "no-hardcoded-credential",
  docs: {
    description: "Disallow credentials in source code",
    recommended: "error",
    cwe: 798,
    securitySeverity: 8.1,
    category: "storage",
    fixes: "a read from the environment that fails when the variable is missing",
  },
  messages: {
    credentialInCode:
      "A credential stands in the code: {{reason}}. Read it from the environment variable `{{env}}` and rotate it: it stays in git history.",
    credentialFallback:
      "Without `{{env}}` the program runs with a credential that stands in the code: {{reason}}. Drop the fallback and rotate it: it stays in git history.",
    credentialForOthers:
      "A credential stands in the code: {{reason}}. Set the variable where the program is started instead, and rotate it: it stays in git history.",
    credentialInBrowser:
      "A credential stands in code that is sent out of your control: {{reason}}. Move its use to a server and rotate it: it stays in git history.",
    credentialInComment: "A comment holds a credential: {{reason}}. Remove it and rotate it: it stays in git history.",
    restrictableKey:
      "A key stands in the code: {{reason}}, which is fine in public only where its owner restricted what it may do. Restrict it, or read it from `{{env}}` and rotate it: it stays in git history.",
    credentialInConfig:
      "A credential stands in a configuration file: {{reason}}. Hand it over when the program runs, from the environment or a secret manager, and rotate it: it stays in git history.",
    restrictableKeyInConfig:
      "A key stands in a configuration file: {{reason}}, which is fine in public only where its owner restricted what it may do. Restrict it, or keep it out of the repository and rotate it: it stays in git history.",
    readFromEnvironment: "Read it from the environment variable `{{env}}`, and fail when that is missing.",
    dropFallback: "Drop the fallback, and fail when `{{env}}` is missing.",
  },
  options: {
    ignoreNames: {
      type: "array",
      items: { type: "string", minLength: 1 },
      uniqueItems: true,
      description: "Names of variables and properties whose literals are never reported.",
    },
    checkComments: { type: "boolean", description: "Whether comments are read, too." },
  },
  defaultOptions: { ignoreNames: [], checkComments: true },
  ownParts: ["envReader"],
  trigger: [["secret", "client", "format"]],
});

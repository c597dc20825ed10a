import { defineRule } from "../create-rule.js";
import type { RedactionMessage } from "./no-secret-in-log/redactions.js";

type MessageIds = "secretInLog" | "secretsInLog" | RedactionMessage;

export const noSecretInLog = defineRule<MessageIds, object>({
  name: "no-secret-in-log",
  docs: {
    description: "Disallow secrets in log output",
    recommended: "warn",
    cwe: 532,
    securitySeverity: 6.5,
    category: "exposure",
    fixes: "`[REDACTED]` in place of the secret",
  },
  messages: {
    secretInLog:
      "{{reason}}, and {{logger}} writes it to a log, where it outlives its use. Log `[REDACTED]`, an id or whether it is set instead.",
    secretsInLog: "{{reason}}, and {{logger}} writes all of it to a log. Log only the fields that you need.",
    redact: "Log `[REDACTED]` instead.",
    redactWith: "Log the result of {{redactor}} instead.",
    logPresence: "Log whether it is set instead.",
    logKeys: "Log only the names of its properties instead.",
  },
  options: {},
  defaultOptions: {},
  ownParts: ["redactors"],
  trigger: [["logger"], ["secret", "holder", "passwordHash"]],
});

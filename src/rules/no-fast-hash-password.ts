import { defineRule } from "../create-rule.js";
import type { CostLimits } from "../sinks/hashes/password-kdfs.js";
import type { RepairMessage } from "./no-fast-hash-password/repairs.js";

export type MessageIds = "fastHash" | "fastHashLookup" | "lowCost" | "weakVariant" | "raiseCost" | RepairMessage;

export const noFastHashPassword = defineRule<MessageIds, CostLimits>({
  name: "no-fast-hash-password",
  docs: {
    description: "Disallow fast hash functions and weak cost parameters for passwords",
    recommended: "warn",
    cwe: 916,
    securitySeverity: 7.5,
    category: "storage",
    fixes: "scrypt with verification of legacy hashes; higher bcrypt and argon2 costs",
  },
  messages: {
    fastHash:
      "A password is hashed with {{algorithm}} ({{reason}}), which a graphics card tries billions of times a second. Use scrypt, argon2 or bcrypt, and accept old digests until their owners log in.",
    fastHashLookup:
      "A password is hashed with {{algorithm}} ({{reason}}) to look up a record. Look the record up by its name and verify the password against it: a salted hash differs each time.",
    lowCost:
      "The {{family}} {{parameter}} of {{actual}} is low for passwords. Use {{recommended}} or more (OWASP Password Storage Cheat Sheet).",
    weakVariant: "The argon2 {{parameter}} is {{actual}}, {{reason}}. Use argon2id (RFC 9106, OWASP Password Storage Cheat Sheet).",
    hashWithScrypt: "Hash with a salted, slow function; stored digests have to be migrated",
    rehashAtLogin: "Verify with a salted, slow function, and store a new hash after a log-in with an old one",
    raiseCost: "Set {{parameter}} to {{recommended}}; hashes stored before no longer match",
  },
  options: {
    bcryptCost: { type: "integer", minimum: 4, maximum: 31, description: "The lowest bcrypt cost that is not reported." },
    pbkdf2: {
      type: "string",
      enum: ["few", "owasp"],
      description: "`few` reports up to 10,000 iterations, `owasp` all below OWASP's numbers.",
    },
  },
  defaultOptions: { bcryptCost: 10, pbkdf2: "few" },
  ownParts: ["passwordHasher"],
  // No word for passwords is asked for: they are called so in every language.
  trigger: [["fastHash", "passwordHash"]],
});

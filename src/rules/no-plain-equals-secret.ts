import { defineRule } from "../create-rule.js";

export const noPlainEqualsSecret = defineRule({
  name: "no-plain-equals-secret",
  docs: {
    description: "Disallow comparing secrets with operators that stop at the first difference",
    recommended: "warn",
    cwe: 208,
    securitySeverity: 5.9,
    category: "cryptography",
    fixes: "a constant-time comparison that is false when a side is missing",
  },
  messages: {
    timingUnsafeComparison:
      "{{reason}} and is compared with {{other}} by {{by}}, which stops at the first difference. Compare in constant time.",
    plainPasswordComparison:
      "{{reason}} and is compared with {{other}} by {{by}}: a password that can be compared so is stored in plain text. Store a password hash (scrypt, argon2, bcrypt) and check with its verify function.",
    passwordHashComparison:
      "{{reason}} and is compared with {{other}} by {{by}}, which stops at the first difference. Compare in constant time, best with the verify function of a password hash.",
    compareInConstantTime: "Compare with `{{name}}`, which takes the same time whatever differs and is false when a side is missing.",
    compareBytes: "Compare the lengths, then the bytes with `timingSafeEqual`.",
  },
  options: {},
  defaultOptions: {},
  ownParts: ["comparators"],
  trigger: [["secret", "proof"]],
});

// Each of these must be a type error: `@ts-expect-error` without an error below it is one itself.
import secretHandling, { type SecretHandlingSettings } from "eslint-plugin-secret-handling";

export const settings: SecretHandlingSettings[] = [
  // @ts-expect-error misspelled
  { logers: ["audit.write"] },
  // @ts-expect-error one path, not a list
  { loggers: "audit.write" },
  // @ts-expect-error no runtime of ours
  { runtime: "deno" },
  // @ts-expect-error a text for a flag
  { migratingFixes: "no" },
  // @ts-expect-error the name is missing
  { comparators: [{ module: "#lib/crypto" }] },
  // @ts-expect-error comparators are imported by edits, so a bare name is not enough
  { comparators: ["safeEqual"] },
  // @ts-expect-error `verify` is missing
  { passwordHasher: { module: "#lib/passwords", hash: "hash" } },
  // @ts-expect-error the header is missing
  { hosts: { "api.example.com": { param: "api_key" } } },
  // @ts-expect-error no role of ours
  { fileRoles: { demo: ["demos/"] } },
];

// @ts-expect-error no such config
export const config = secretHandling.configs.strict;
// @ts-expect-error no such rule
export const rule = secretHandling.rules["no-secrets"];

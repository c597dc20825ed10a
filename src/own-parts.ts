import type { JSONSchema4 } from "@typescript-eslint/utils/json-schema";

/** The settings that name the project's own parts. They are options of the rule that uses them, too. */
export type OwnPart = "comparators" | "envReader" | "passwordHasher" | "redactors";

const TEXT: JSONSchema4 = { type: "string", minLength: 1 };
const EXPORT: JSONSchema4 = { type: "string", pattern: "^(?!default$)[A-Za-z_$\\u0080-\\uFFFF][\\w$\\u0080-\\uFFFF]*$" };
const object = (properties: Record<string, JSONSchema4>): JSONSchema4 => ({
  type: "object",
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const REFERENCE = object({ module: TEXT, name: EXPORT });

/** What `settings.ts` checks of the own parts, as ESLint checks options. Apart from there, since users have no types of JSON schemas. */
export const OWN_PARTS: Readonly<Record<OwnPart, JSONSchema4>> = {
  comparators: { type: "array", items: REFERENCE, description: "Constant-time comparisons of the project; edits import the first." },
  envReader: {
    ...REFERENCE,
    description: "The project's reader of environment variables, which throws when one is missing; edits import it.",
  },
  passwordHasher: {
    ...object({ module: TEXT, hash: EXPORT, verify: EXPORT }),
    description: "The project's password hash functions; edits import them.",
  },
  redactors: {
    type: "array",
    items: { anyOf: [TEXT, REFERENCE] },
    description: "Functions whose result may be logged; edits import the first that names a module.",
  },
};

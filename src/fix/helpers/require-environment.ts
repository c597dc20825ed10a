import type { HelperSource, HelperText } from "./helper-source.js";

/**
 * `requireEnvironment(name)`: the variable's value; throws an error that names the variable when it is missing or empty.
 *
 * No abbreviation in the name: `unicorn/prevent-abbreviations` would rename it in the pass in which other reports write calls of it.
 */
export const requireEnvironment: HelperSource = {
  names: ["requireEnvironment", "readRequiredEnvironment"],
  globals: ["Error", "process"],
  summary: "Reads an environment variable; throws when it is missing or empty.",
  types: ["@param {string} name", "@returns {string}"],
  javascript: text(""),
  typescript: text(": string"),
};

function text(string: string): HelperText {
  return (name, _bound, prelude) => `function ${name}(name${string})${string} {
${prelude}  const value = process.env[name];
  if (!value) throw new Error(\`Environment variable \${name} is not set\`);
  return value;
}`;
}

import type { HelperSource, HelperText } from "./helper-source.js";

/** `requireEnv(name)`: the variable's value; throws an error that names the variable when it is missing or empty. */
export const requireEnv: HelperSource = {
  names: ["requireEnv", "readRequiredEnv"],
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

/** A script of seven lines that the six rules report, in the syntax of both JavaScript and, with `types`, TypeScript. */
export function sixFindings({ types = false } = {}): string {
  const typed = (name: string, type: string): string => (types ? `${name}: ${type}` : name);
  return [
    'import { createHash } from "node:crypto";',
    "// made for one person",
    "const resetToken = Math.random().toString(36).slice(2);",
    `const jwtSecret = ${JSON.stringify(["9f8Jk2lQpZx7", "Rt5vBn3mWc6y"].join(""))};`,
    `function login(${typed("password", "string")}) { console.log("password", password); return password.length; }`,
    `const check = (${typed("req", "any")}) => req.headers["x-api-key"] === jwtSecret;`,
    `const list = (${typed("apiKey", "string")}) => fetch(\`https://api.example.com/v1?api_key=\${apiKey}\`);`,
    `const register = (${typed("db", "any")}, ${typed("password", "string")}) => db.insert({ passwordHash: createHash("md5").update(password).digest("hex") });`,
    "",
  ].join("\n");
}

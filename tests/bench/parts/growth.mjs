import { ms, table } from "../clock.mjs";
import { ruleTimesOf } from "../rule-times.mjs";

const KILOBYTE = 1024;
const SIZES = [1, 10, 100, 1000, 5000].map((size) => size * KILOBYTE);

/** Every shape repeats until the file is full. `n` makes names differ. */
const SHAPES = {
  "plain code": (n) => `export function sum${n}(items) {\n  let total = 0;\n  for (const item of items) if (item.kind === "paid") total += item.amount;\n  console.log("sum", total);\n  return total;\n}\n`,
  "code full of findings": (n) => `export function check${n}(req, user, apiKey) {\n  console.log("token", user.accessToken);\n  if (req.headers["x-api-key"] === apiKey) return fetch(\`https://example.com/v1?api_key=\${apiKey}\`);\n  return Math.random().toString(36).slice(2);\n}\n`,
  "one minified line": (n) => `function a${n}(t,e){return t.token===e?console.log(t.key):t.b(e.password||"x${n}")}`,
  "one long text": undefined,
};

/** Time in rules by number of files and by size of one file, and how it grows from step to step; 1.0 is linear. */
export function report({ files }) {
  const fewer = files.filter((_, index) => index % 8 === 0);
  const steps = [1, 2, 4, 8].map((times) => ({ label: `${times}x files`, size: times, time: inRules(Array.from({ length: times }, () => fewer).flat()) }));
  console.log(table(["", "time in rules", "growth / growth of the input"], rows(steps)));
  for (const [shape, make] of Object.entries(SHAPES)) {
    const sized = SIZES.map((size) => ({ label: `${size / KILOBYTE} KB`, size, time: inRules([{ name: "src/file.js", text: make ? fill(make, size) : `export const data = "${"QUJDREVGR0hJSktMTU5PUA+/".repeat(size / 24)}";\n` }]) }));
    console.log(`\n${table([shape, "time in rules", "growth / growth of the input"], rows(sized))}`);
  }
}

const rows = (steps) => steps.map(({ label, size, time }, index) => {
  const before = steps[index - 1];
  return [label, ms(time), before ? (time / before.time / (size / before.size)).toFixed(2) : ""];
});

function fill(make, size) {
  const parts = [];
  for (let length = 0, n = 0; length < size; n++) length += parts[parts.push(make(n)) - 1].length;
  return parts.join("");
}

/** The time that ESLint's `stats` count for our rules, the least of three: parsing, many times as much, would drown it in a difference. */
function inRules(files) {
  return Math.min(...[1, 2, 3].map(() => files.reduce((sum, { name, text }) => sum + Object.values(ruleTimesOf(text, name)).reduce((all, time) => all + time, 0), 0)));
}

// Lints all files with one contestant and prints the memory in MB: node --expose-gc memory.mjs <contestant>
import { Linter } from "eslint";
import { contestants } from "../contestants.mjs";
import { readSources } from "../sources.mjs";

const linter = new Linter({ configType: "flat" });
for (const { name, text } of readSources()) linter.verify(text, contestants[process.argv[2]], { filename: name });
globalThis.gc();
console.log(JSON.stringify({ heap: process.memoryUsage().heapUsed / 1e6, peak: process.resourceUsage().maxRSS / 1e3 }));

// Prints what loading a plugin costs when ESLint is loaded already: node load.mjs <specifier>
import { createRequire, register } from "node:module";
import { MessageChannel } from "node:worker_threads";
import "eslint";

const [, , specifier, counts] = process.argv;
if (counts) console.log(JSON.stringify(await modules()));
else {
  const { execFileSync } = await import("node:child_process");
  const before = process.cpuUsage();
  await import(specifier);
  const { user, system } = process.cpuUsage(before);
  console.log(JSON.stringify({ time: (user + system) / 1000, modules: JSON.parse(execFileSync(process.execPath, [import.meta.filename, specifier, "count"], { encoding: "utf8" })) }));
}

/** ES modules as the loader sees them, CommonJS modules by the cache of require. */
async function modules() {
  const { cache } = createRequire(import.meta.url);
  const known = new Set(Object.keys(cache));
  const { port1, port2 } = new MessageChannel();
  const loaded = new Set();
  port1.on("message", (url) => loaded.add(url));
  register(`data:text/javascript,${encodeURIComponent("let port; export const initialize = (data) => { port = data; }; export const load = (url, context, next) => { if (url.startsWith('file:')) port.postMessage(url); return next(url, context); };")}`, { data: port2, transferList: [port2] });
  await import(specifier);
  await new Promise((resolve) => setTimeout(resolve, 200));
  port1.close();
  const { fileURLToPath } = await import("node:url");
  return new Set([...Object.keys(cache).filter((file) => !known.has(file)), ...[...loaded].map((url) => fileURLToPath(url))]).size;
}

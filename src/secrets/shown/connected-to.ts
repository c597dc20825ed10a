import { dottedPath, type Node } from "../../ast/nodes.js";
import { writtenTexts } from "../../ast/origins.js";
import { perFile, type SourceFile } from "../../source-file.js";

const IS_MONGO = /["']mongo(?:ose|db)["']/;
const MEMBERS = /\{([^{}]{0,400})\}\s{0,9}(?:from\s{0,9}|=\s{0,9}require\(\s{0,9})["']mongoose["']/;

/** What `mongoose.connect`, `mongoose.createConnection` and `new MongoClient` take in a file, as it is written: an address with user and password. */
const addresses = perFile(({ sourceCode: { text } }) => {
  if (!IS_MONGO.test(text)) return new Set<string>();
  const calls = [
    ...text.matchAll(
      /\b(mongoose\.connect|mongoose\.createConnection|MongoClient|MongoClient\.connect|connect)\(\s{0,20}([\w$.]{1,100})(?=\s{0,9}(?:!|as string)?\s{0,9}[,)])/g,
    ),
  ];
  const importsConnect = /\bconnect\b/.test(MEMBERS.exec(text)?.[1] ?? "");
  return new Set(calls.filter(([, callee]) => callee !== "connect" || importsConnect).map(([, , given]) => given!));
});

/** Whether a value is what the file connects to, unless the text is written there and everybody can read it. */
export function isConnectedTo(file: SourceFile, node: Node): boolean {
  const path = dottedPath(node);
  return path !== undefined && addresses(file).has(path.join(".")) && writtenTexts(file.sourceCode, node).length === 0;
}

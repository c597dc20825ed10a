import { perFile, type SourceFile } from "../../source-file.js";

const mentionsIndexNow = perFile(({ sourceCode: { text } }) => /indexnow|keyLocation/i.test(text));

/**
 * Whether a name is that of an IndexNow key: the site itself publishes it as `<key>.txt`, <https://www.indexnow.org/documentation>.
 * The name says so, or the file, which sends `key: name` to IndexNow or puts it into the address of that text file.
 */
export function isPublishedKey(file: SourceFile, name: string | undefined): boolean {
  if (name === undefined || !/key$/i.test(name) || !mentionsIndexNow(file)) return false;
  const { text } = file.sourceCode;
  return (
    /^key$|index_?now/i.test(name) || text.includes(`\${${name}}.txt`) || text.includes(`${name} + ".txt"`) || text.includes(`key: ${name}`)
  );
}

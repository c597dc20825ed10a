import { perFile } from "../source-file.js";

/**
 * Whether a file asks for leaked passwords, as Have I Been Pwned lists them: by the beginning of a SHA-1, to which it answers with the rest of many,
 * or by an MD5. Such a digest is no stored hash.
 */
export const asksForLeakedPasswords = perFile(({ sourceCode: { text } }) => /pwned|hibp/i.test(text));

/** The words of a text that lists them with white space between. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

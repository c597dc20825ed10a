/**
 * Share of the letter pairs of English text that one of these forty covers: 0.51. Random letters: 40 / 676 = 0.06.
 * Source: P. Norvig, "English Letter Frequency Counts: Mayzner Revisited" (743 billion words), https://norvig.com/mayzner.html
 */
const FREQUENT_PAIRS = new Set(
  ("th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic ne ea " +
    "ra ce li ch ll be ma si om ur").split(" "),
);

/** English, camelCase and file names measured on the sources of 60 repositories: above 0.33 nearly always; random letters: below 0.2. */
const WORD_LIKE = 0.3;

/** Shortest text that is judged: fewer characters can't be told from an abbreviation. */
const MIN_LENGTH = 16;
/** A hexadecimal text below 20 digits is an id, a color or a counter; keys start at 80 bits (NIST SP 800-131A). */
const MIN_HEX_LENGTH = 20;
const MAX_LENGTH = 512;

/** Empirical entropy against what a random text of that length and alphabet has. Random: 0.93 to 1.07 (three deviations at 20 characters). */
const MIN_RATIO = 0.88;

/** Shannon entropy of the characters of `text` in bits per character; 0 for the empty text. */
export function shannonBits(text: string): number {
  const counts = new Map<string, number>();
  let length = 0;
  for (const char of text) {
    counts.set(char, (counts.get(char) ?? 0) + 1);
    length++;
  }
  let bits = 0;
  for (const count of counts.values()) bits -= (count / length) * Math.log2(count / length);
  return bits;
}

const expectations = new Map<string, number>();

/** Mean empirical entropy of `length` characters drawn evenly from `size` characters: exact, by the binomial distribution. */
function expectedBits(length: number, size: number): number {
  const key = `${length}/${size}`;
  const known = expectations.get(key);
  if (known !== undefined) return known;
  const p = 1 / size;
  let probability = (1 - p) ** length;
  let sum = 0;
  for (let count = 1; count <= length; count++) {
    probability *= ((length - count + 1) / count) * (p / (1 - p));
    sum += probability * count * Math.log2(count);
  }
  const bits = Math.log2(length) - (size / length) * sum;
  expectations.set(key, bits);
  return bits;
}

interface CharacterClass {
  readonly name: "digits" | "hex" | "letters" | "base36" | "mixedLetters" | "base62" | "base64" | "printable";
  readonly pattern: RegExp;
  readonly size: number;
  /** Lowest share of neighbours of different sort (lower, upper, digit, other): half of what random text has. */
  readonly changes: number;
}

/** From narrow to wide. */
const CLASSES: readonly CharacterClass[] = [
  { name: "digits", pattern: /^\d+$/, size: 10, changes: 0 },
  { name: "hex", pattern: /^(?:[\da-f]+|[\dA-F]+)$/, size: 16, changes: 0.24 },
  { name: "letters", pattern: /^(?:[a-z]+|[A-Z]+)$/, size: 26, changes: 0 },
  { name: "base36", pattern: /^(?:[\da-z]+|[\dA-Z]+)$/, size: 36, changes: 0.2 },
  { name: "mixedLetters", pattern: /^[A-Za-z]+$/, size: 52, changes: 0.34 },
  { name: "base62", pattern: /^[\dA-Za-z]+$/, size: 62, changes: 0.34 },
  { name: "base64", pattern: /^(?:[\w-]+|[\dA-Za-z+/]+)={0,2}$/, size: 64, changes: 0.36 },
  { name: "printable", pattern: /^[!-~]+$/, size: 94, changes: 0.4 },
];

function sort(code: number): number {
  if (code >= 97 && code <= 122) return 0;
  if (code >= 65 && code <= 90) return 1;
  if (code >= 48 && code <= 57) return 2;
  return 3;
}

function neighbours(text: string): { changes: number; steps: number; wordLike: number } {
  let changes = 0;
  let steps = 0;
  let pairs = 0;
  let frequent = 0;
  const lower = text.toLowerCase();
  for (let index = 1; index < text.length; index++) {
    const before = text.charCodeAt(index - 1);
    const code = text.charCodeAt(index);
    if (sort(before) !== sort(code)) changes++;
    if (Math.abs(code - before) <= 1) steps++;
    if (/^[a-z]{2}$/.test(lower.slice(index - 1, index + 1))) {
      pairs++;
      if (FREQUENT_PAIRS.has(lower.slice(index - 1, index + 1))) frequent++;
    }
  }
  const count = text.length - 1;
  return { changes: changes / count, steps: steps / count, wordLike: pairs >= 6 ? frequent / pairs : 0 };
}

/** Shapes with many characters of one sort and no secret: UUID, integrity hash, date, address, path with an extension, version. */
const KNOWN_SHAPES =
  /^(?:[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|sha(?:1|256|384|512)[-:].*|\d{4}-\d\d-\d\d.*|[a-z][a-z\d+.-]*:\/\/.*|data:.*|\.{0,2}\/.*|.*\.[a-z]{2,4}\d?|v?\d+\.\d+\.\d+.*|0x[\da-f]*|#.*)$/i;

/** A base64 text that is only words, dots and dashes put together: `my-very-long-name_v2`. */
const isWordList = (text: string): boolean => text.split(/[-_.:/@]/).every((part) => part.length < 9 && /^(?:[A-Z]?[a-z]*|[A-Z]*|\d{1,4}|[a-z]+\d)$/.test(part));

/**
 * Whether `text` looks like the output of a random generator: hex, base36, base62, base64 or printable characters, evenly used, and neither
 * words, an identifier, an alphabet, a date nor a UUID. Gives up (false) below 16 characters, on digits only, and on anything with a space.
 *
 * Entropy is compared with the expectation for the alphabet and length, because 20 random hex digits hold 3.4 bits per character and
 * `getUserAuthenticationToken` holds 3.9. What tells them apart is how often the sort of character changes and how English its pairs are.
 */
export function looksRandom(text: string): boolean {
  const sample = text.slice(0, MAX_LENGTH);
  if (sample.length < MIN_LENGTH || KNOWN_SHAPES.test(sample)) return false;
  const found = CLASSES.find((each) => each.pattern.test(sample));
  if (!found || found.name === "digits") return false;
  if (found.name === "hex" && (sample.length < MIN_HEX_LENGTH || !/\d/.test(sample))) return false;
  if (found.size >= 64 && isWordList(sample)) return false;
  const body = sample.replace(/=+$/, "");
  const { changes, steps, wordLike } = neighbours(body);
  // Random neighbours are equal or adjacent in 3 / size of all pairs: 0.19 in hex, 0.05 in base62.
  if (steps > 0.3 + 2 / found.size || wordLike > WORD_LIKE || changes < found.changes) return false;
  return shannonBits(body) / expectedBits(body.length, found.size) >= MIN_RATIO;
}

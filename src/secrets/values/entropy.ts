/**
 * Share of the letter pairs of English text that one of these forty covers: 0.51. Random letters: 40 / 676 = 0.06.
 * Source: P. Norvig, "English Letter Frequency Counts: Mayzner Revisited" (743 billion words), https://norvig.com/mayzner.html
 */
const FREQUENT_PAIRS = new Set(
  (
    "th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic ne ea " +
    "ra ce li ch ll be ma si om ur"
  ).split(" "),
);

/** Mixed text: English and file names are above 0.33 nearly always, random letters below 0.2. Measured on the sources of 94 repositories. */
const WORD_LIKE = 0.3;
/** Letters of one case have no other sign of words than their pairs; 32 random ones reach this once in 300. */
const WORD_LIKE_LETTERS = 0.2;
/** Share of characters in runs of three and more small letters: `getChildFieldAtPath` 0.74; random base62 0.16, mixed letters 0.25. */
const IDENTIFIER_LIKE = 0.52;

/** Shortest text that is judged: fewer characters can't be told from an abbreviation. */
const MIN_LENGTH = 16;
/** A hexadecimal text below 20 digits is an id, a color or a counter; keys start at 80 bits (NIST SP 800-131A). */
const MIN_HEX_LENGTH = 20;
const MAX_LENGTH = 512;

/**
 * Empirical entropy against what a random text of that length and alphabet has. Random texts of 20 characters are between 0.9 and 1.1
 * (three deviations); with 16 symbols, chance spreads wider.
 */
const MIN_RATIO = 0.88;
const MIN_HEX_RATIO = 0.85;

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
  { name: "base36", pattern: /^(?:[\da-z]+|[\dA-Z]+)$/, size: 36, changes: 0.15 },
  { name: "mixedLetters", pattern: /^[A-Za-z]+$/, size: 52, changes: 0.3 },
  { name: "base62", pattern: /^[\dA-Za-z]+$/, size: 62, changes: 0.32 },
  { name: "base64", pattern: /^(?:[\w-]+|[\dA-Za-z+/]+)={0,2}$/, size: 64, changes: 0.36 },
  { name: "printable", pattern: /^[\x21-\x7e]+$/, size: 94, changes: 0.4 },
];

function sort(code: number): number {
  if (code >= 97 && code <= 122) return 0;
  if (code >= 65 && code <= 90) return 1;
  if (code >= 48 && code <= 57) return 2;
  return 3;
}

interface Habits {
  /** Share of neighbours of different sort. */
  readonly changes: number;
  /** Share of neighbours that are equal or follow each other. */
  readonly steps: number;
  /** Share of letter pairs that are frequent in English. */
  readonly wordLike: number;
  /** Share of characters in runs of three and more small letters. */
  readonly identifierLike: number;
}

function habitsOf(text: string): Habits {
  let changes = 0;
  let steps = 0;
  let pairs = 0;
  let frequent = 0;
  let run = 1;
  let inRuns = 0;
  const lower = text.toLowerCase();
  for (let index = 1; index < text.length; index++) {
    const before = text.charCodeAt(index - 1);
    const code = text.charCodeAt(index);
    run = sort(before) === sort(code) ? run + 1 : 1;
    if (run === 1) changes++;
    if (sort(code) === 0 && run >= 3) inRuns += run === 3 ? 3 : 1;
    if (Math.abs(code - before) <= 1) steps++;
    const pair = lower.slice(index - 1, index + 1);
    if (/^[a-z]{2}$/.test(pair)) {
      pairs++;
      if (FREQUENT_PAIRS.has(pair)) frequent++;
    }
  }
  const count = text.length - 1;
  return {
    changes: changes / count,
    steps: steps / count,
    wordLike: pairs >= 6 ? frequent / pairs : 0,
    identifierLike: inRuns / text.length,
  };
}

/** Shapes with many characters of one sort and no secret: integrity hash, date, address, data URL, version, markup, drawing, hex number, address of TRON in hexadecimal digits. */
const KNOWN_SHAPES =
  /^(?:sha(?:1|256|384|512)[-:].*|\d{4}-\d\d-\d\d.*|[a-z][a-z\d+.-]*:\/\/.*|data:.*|\.{1,2}\/.*|.*\.[a-z]{2,4}\d?|v?\d+\.\d+\.\d.*|0x[\da-f]*|41[\da-f]{40}|[#<{([&].*|M[\d.-][\d.a-z-]*)$/i;

/** Generated, and public all the same: UUID, MongoDB ObjectId, CUID, ULID, constants, public keys (SPKI), and ids of objects (`price_…`). */
const IDS =
  /^(?:.{0,12}[\dA-Fa-f]{8}-(?:[\dA-Fa-f]{4}-){3}[\dA-Fa-f]{12}|[4-7][\da-f]{23}|c[j-m][\da-z]{23}|(?:[a-z_]{2,20}_)?[01][\dA-HJKMNP-TV-Z]{23,25}|[A-Z][A-Z\d]*(?:_[A-Z\d]+)+|(?:MFkwEwYHKoZIzj0C|MIIBIjANBgkq|MCowBQYDK2Vw).*|(?:price|prod|cus|sub|pi|pm|in|ch|evt|acct|cs|si|txn|seti|card|ca|plan|promo|re|tr|po|pn|tag|usr|user|org|team|proj|ws|env|run)_[\dA-Za-z]{12,40})$/;

const PATH = /^\/[a-z][a-z_-]{2,}(?:[/.?].*)?$/;

/** Brackets around something: source text of some language, not a password. One in twelve random printable texts of 20 is lost by it. */
const BRACKETS = /\([^()]*\)|\[[^[\]]*\]|<[^<>]*>|\{[^{}]*\}/;

/** Only words, short numbers and separators: `my-very-long-name_v2`. */
const isWordList = (text: string): boolean =>
  text.split(/[-_.:/@=]/).every((part) => part.length < 12 && /^(?:[A-Z]?[a-z]*|[A-Z]*|\d{1,4}|[a-z]+\d)$/.test(part));

/**
 * Whether `text` looks like the output of a random generator: hex, base36, base62, base64 or printable characters, evenly used, and neither
 * words, an identifier, an alphabet, a date nor a UUID. Gives up (false) below 16 characters, on digits only, and on anything with a space.
 *
 * Entropy is compared with the expectation for the alphabet and length, because 20 random hex digits hold 3.4 bits per character and
 * `getUserAuthenticationToken` holds 3.9. What tells them apart is how often the sort of character changes and how English its pairs are.
 */
export function looksRandom(text: string): boolean {
  const sample = text.slice(0, MAX_LENGTH);
  if (sample.length < MIN_LENGTH || [KNOWN_SHAPES, IDS, PATH].some((shape) => shape.test(sample))) return false;
  // A key behind a label: `SECRET_TOKEN_f8ed…`.
  const label = /^[\w-]{1,40}[_:](?=[^_:]{20,}$)/.exec(sample)?.[0];
  if (label !== undefined && looksRandom(sample.slice(label.length))) return true;
  const found = CLASSES.find((each) => each.pattern.test(sample));
  if (!found || found.name === "digits") return false;
  if (found.name === "hex" && (sample.length < MIN_HEX_LENGTH || !/\d/.test(sample))) return false;
  if (found.size >= 64 && (isWordList(sample) || BRACKETS.test(sample))) return false;
  const body = sample.replace(/={1,4}$/, "");
  const { changes, steps, wordLike, identifierLike } = habitsOf(body);
  // Random neighbours are equal or adjacent in 3 / size of all pairs: 0.19 in hex, 0.05 in base62.
  if (steps > 0.3 + 2 / found.size || changes < found.changes) return false;
  // The few letters of hex form no words, and letters of one case are one long run.
  if (found.name !== "hex" && wordLike > (found.size <= 36 ? WORD_LIKE_LETTERS : WORD_LIKE)) return false;
  if (found.size > 36 && identifierLike > IDENTIFIER_LIKE) return false;
  return shannonBits(body) / expectedBits(body.length, found.size) >= (found.name === "hex" ? MIN_HEX_RATIO : MIN_RATIO);
}

/** Words that authors of examples write into a key so that nobody takes it for a real one. */
const WORDS =
  /example|sample|dummy|fake|place-?holder|redacted|change-?me|not-?(?:a-)?real|invalid|mock|foo-?bar|dead-?beef|lorem|insert|replace|secret|token|password|apikey|api_key|your|xxxx|test|demo/i;

/** From this length on a run is no accident: six equal hex digits in a row stand in 1 of 17,000 random 64-digit values. */
const RUN = 6;
/** Base64 of binary formats holds long runs of zero bytes, which read as `A`. */
const ZERO_RUN = 20;

function hasRun(text: string): boolean {
  let same = 1;
  let up = 1;
  let down = 1;
  for (let index = 1; index < text.length; index++) {
    const step = text.charCodeAt(index) - text.charCodeAt(index - 1);
    same = step === 0 ? same + 1 : 1;
    up = step === 1 ? up + 1 : 1;
    down = step === -1 ? down + 1 : 1;
    if (up >= RUN || down >= RUN || same >= (text[index] === "A" ? ZERO_RUN : RUN)) return true;
  }
  return false;
}

function isPeriodic(text: string): boolean {
  for (let period = 1; period <= text.length / 2 && period <= 20; period++) {
    if (text.slice(period) === text.slice(0, -period)) return true;
  }
  return false;
}

/**
 * Whether a key-shaped text was made up for documentation or a test: `AKIA…EXAMPLE`, `1234567890…`, `abcdef…`, `aaaa…`, a repeated block.
 * Give it the part behind the prefix: `sk_test_` says "test" itself.
 */
export function isSpecimen(body: string): boolean {
  if (WORDS.test(body) || hasRun(body) || isPeriodic(body)) return true;
  return body.length >= 16 && new Set(body).size <= 5;
}

/**
 * Phrases of wallets that everybody has: the defaults of Truffle, Ganache and other test chains, and the vectors of BIP 39,
 * <https://github.com/trezor/python-mnemonic/blob/master/vectors.json>. What they open holds nothing.
 */
const PUBLISHED_PHRASES: ReadonlySet<string> = new Set([
  "candy maple cake sugar pudding cream honey rich smooth crumble sweet treat",
  "legal winner thank year wave sausage worth useful legal winner thank yellow",
  "letter advice cage absurd amount doctor acoustic avoid letter advice cage above",
  "myth like bonus scare over problem client lizard pioneer submit female collect",
]);

/** Whether the words of a wallet stand in manuals: `candy maple cake …`. */
export const isPublishedPhrase = (words: string): boolean => PUBLISHED_PHRASES.has(words);

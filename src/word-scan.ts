/** What stands for every character that is neither a letter nor a digit of ASCII: the edge of a word. */
export const EDGE = "|";

const CLASSES = 37;
const LETTERS = 1;
const DIGITS = 27;

/** 0 for an edge, 1 to 26 for letters of either case, 27 to 36 for digits. */
const classOf = new Uint8Array(128);
for (let letter = 0; letter < 26; letter++) classOf[65 + letter] = classOf[97 + letter] = LETTERS + letter;
for (let digit = 0; digit < 10; digit++) classOf[48 + digit] = DIGITS + digit;

/**
 * Builds a scan that finds in one pass which lists have a word in a text, in either case and also inside other words.
 *
 * An automaton (Aho and Corasick 1975) takes one step for each character, however many words there are: a regular expression of as many
 * alternatives tries them one after the other.
 *
 * @param lists at most 31 lists of words of letters, digits and `EDGE`, of at most 1,700 characters together
 * @returns a function from a text to a bit set: bit n for the list at index n
 */
export function wordScan(lists: readonly (readonly string[])[]): (text: string) => number {
  let automaton: Automaton | undefined;
  const all = 2 ** lists.length - 1;
  return (text) => {
    const { steps, found } = (automaton ??= build(lists));
    // A word may begin or end at either end of the text, as at any other edge.
    let state = steps[0]!;
    let bits = 0;
    for (let at = 0; at < text.length && bits !== all; at++) {
      const code = text.charCodeAt(at);
      state = steps[state + (code < 128 ? classOf[code]! : 0)]!;
      bits |= found[state]!;
    }
    return bits | found[steps[state]!]!;
  };
}

/** A state is the offset of its row of `CLASSES` steps; the lists that have a word ending in it are at the same offset of `found`. */
interface Automaton {
  readonly steps: Uint16Array;
  readonly found: Int32Array;
}

function build(lists: readonly (readonly string[])[]): Automaton {
  const size = CLASSES * (1 + lists.flat().reduce((sum, { length }) => sum + length, 0));
  const steps = new Uint16Array(size);
  const found = new Int32Array(size);
  let next = CLASSES;
  for (const [list, words] of lists.entries()) {
    for (const word of words) {
      let state = 0;
      for (let at = 0; at < word.length; at++) {
        const step = state + classOf[word.charCodeAt(at)]!;
        if (steps[step] === 0) {
          steps[step] = next;
          next += CLASSES;
        }
        state = steps[step]!;
      }
      found[state]! |= 1 << list;
    }
  }
  complete(steps, found);
  return { steps, found };
}

/** Gives every step that no word takes the one of the longest ending that begins a word. No word leads back to state 0, so 0 is "none" until then. */
function complete(steps: Uint16Array, found: Int32Array): void {
  const endings = new Uint16Array(steps.length);
  const states = [0];
  for (let at = 0; at < states.length; at++) {
    const state = states[at]!;
    const ending = endings[state]!;
    found[state]! |= found[ending]!;
    for (let symbol = 0; symbol < CLASSES; symbol++) {
      const next = steps[state + symbol]!;
      const other = state === 0 ? 0 : steps[ending + symbol]!;
      if (next === 0) steps[state + symbol] = other;
      else {
        endings[next] = other;
        states.push(next);
      }
    }
  }
}

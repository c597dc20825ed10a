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
 * @param lists at most 31 lists of words of letters, digits and `EDGE`
 * @returns a function from a text to a bit set: bit n for the list at index n
 */
export function wordScan(lists: readonly (readonly string[])[]): (text: string) => number {
  const steps: number[][] = [];
  const found: number[] = [];
  const addState = (): number => {
    found.push(0);
    return steps.push(new Array<number>(CLASSES).fill(-1)) - 1;
  };
  addState();
  for (const [list, words] of lists.entries()) {
    for (const word of words) {
      let state = 0;
      for (let at = 0; at < word.length; at++) {
        const row = steps[state]!;
        const symbol = classOf[word.charCodeAt(at)]!;
        state = row[symbol] === -1 ? (row[symbol] = addState()) : row[symbol]!;
      }
      found[state]! |= 1 << list;
    }
  }
  const table = complete(steps, found);
  // By the offset of a state's row, like the table: the loop below runs for every character of every file.
  const bitsOf = new Int32Array(table.length);
  for (const [state, bits] of found.entries()) bitsOf[state * CLASSES] = bits;
  const all = 2 ** lists.length - 1;
  return (text) => {
    // A word may begin or end at either end of the text, as at any other edge.
    let state = table[0]!;
    let bits = 0;
    for (let at = 0; at < text.length && bits !== all; at++) {
      const code = text.charCodeAt(at);
      state = table[state + (code < 128 ? classOf[code]! : 0)]!;
      bits |= bitsOf[state]!;
    }
    return bits | bitsOf[table[state]!]!;
  };
}

/** Fills the steps that no word takes with those of the longest ending that begins a word. A state is the offset of its row. */
function complete(steps: readonly number[][], found: number[]): Int32Array {
  const endings = new Array<number>(steps.length).fill(0);
  const pending = [0];
  for (let state = pending.shift(); state !== undefined; state = pending.shift()) {
    const row = steps[state]!;
    const ending = endings[state]!;
    found[state]! |= found[ending]!;
    for (let symbol = 0; symbol < CLASSES; symbol++) {
      const next = row[symbol]!;
      const other = state === 0 ? 0 : steps[ending]![symbol]!;
      if (next === -1) row[symbol] = other;
      else {
        endings[next] = other;
        pending.push(next);
      }
    }
  }
  return Int32Array.from(steps.flatMap((row) => row.map((state) => state * CLASSES)));
}

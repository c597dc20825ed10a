import type { HelperSource, HelperText } from "./helper-source.js";

const shared = {
  names: ["secureShuffle", "shuffleSecurely"],
  summary: "Shuffles a list in place (Fisher-Yates) with a secure generator.",
  types: ["@template T", "@param {T[]} list", "@returns {T[]}"],
} as const;

/** `secureShuffle(list)`, with `randomInt` of `node:crypto`: every order is as likely as any other. */
export const nodeShuffle: HelperSource = {
  ...shared,
  ...texts((bound) => `${bound("randomInt")}(i + 1)`),
  needs: { module: "crypto", members: ["randomInt"] },
  globals: [],
};

/** The same with the global Web Crypto; see `webInteger` for the bias. */
export const webShuffle: HelperSource = {
  ...shared,
  ...texts(() => "crypto.getRandomValues(new Uint32Array(1)).reduce((_, n) => n % (i + 1), 0)"),
  globals: ["Uint32Array", "crypto"],
};

type Bound = (member: string) => string;

function texts(index: (bound: Bound) => string): Record<"javascript" | "typescript" | "checked", HelperText> {
  const text =
    (signature: string, element: (at: string) => string): HelperText =>
    (name, bound, prelude) => `function ${name}${signature} {
${prelude}  for (let i = list.length - 1; i > 0; i--) {
    const j = ${index(bound)};
    [list[i], list[j]] = [${element("j")}, ${element("i")}];
  }
  return list;
}`;
  return {
    javascript: text("(list)", (at) => `list[${at}]`),
    typescript: text("<T>(list: T[]): T[]", (at) => `list[${at}] as T`),
    checked: text("(list)", (at) => `/** @type {T} */ (list[${at}])`),
  };
}

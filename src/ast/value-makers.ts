// Functions and methods by what their result has of what they are given.

/** Functions whose result is made of their argument, number or text; `const { floor } = Math` is one of them. */
export const MAKING =
  /^(?:(?:globalThis|self|window)\.)?(?:(?:Math\.)?(?:floor|ceil|round|trunc|abs)|parseInt|parseFloat|Number|String|BigInt|(?:Array|Buffer|Uint(?:8|16|32)Array)\.from|btoa|String\.fromCharCode|String\.fromCodePoint|Number\.parseInt)$/;
/** Methods that put their argument into the receiver. */
export const COLLECTING = new Set(["add", "append", "concat", "push", "unshift"]);
/** Methods whose callback results make up the result. */
export const MAPPING = new Set(["flatMap", "from", "map", "reduce", "replace", "replaceAll", "then", "times"]);
/** Methods that pick from the receiver by position. */
export const PICKING = new Set(["at", "charAt", "charCodeAt", "slice", "splice", "substr", "substring"]);
/** Properties that hold the maker of a value: schema defaults. */
export const DEFAULTS = new Set(["default", "defaultValue"]);
/** Methods that give parts of the value, which a pattern may take: `const [, digits] = String(value).split(".")`. */
export const PARTING = /^(?:exec|from|map|match|split)$/;
/** Methods whose result is a part or another form of the receiver. */
export const DERIVING = new Set([
  "charAt",
  "charCodeAt",
  "fill",
  "filter",
  "flat",
  "match",
  "repeat",
  "reverse",
  "slice",
  "sort",
  "substr",
  "substring",
  "toFixed",
  "toPrecision",
]);

/** A function that an edit puts into the user's file. Its text uses two spaces, double quotes, semicolons and `\n`; the inserter adapts them. */
export interface HelperSource {
  /** Names to give it, best first. A number is added when all are taken. */
  readonly names: readonly [string, ...string[]];
  /** The builtin that it needs, and the members. */
  readonly needs?: { readonly module: string; readonly members: readonly string[] };
  /** Globals that it reads; it is not inserted where the file hides one. */
  readonly globals: readonly string[];
  /** One line, without the comment marks. */
  readonly summary: string;
  /** JSDoc types for a JavaScript file that TypeScript checks, e.g. `["@param {unknown} a"]`. */
  readonly types: readonly string[];
  /**
   * The function declaration, without comment.
   *
   * @param name its local name
   * @param bound text of each needed member; a member may be missing when `prelude` declares it
   * @param prelude a first statement of the body, or nothing
   */
  readonly javascript: HelperText;
  readonly typescript: HelperText;
  /** For JavaScript that TypeScript checks, where `javascript` with `types` above it is not enough. Differs in comments alone. */
  readonly checked?: HelperText;
}

export type HelperText = (name: string, bound: (member: string) => string, prelude: string) => string;

import { fileCache } from "../file-cache.js";
import { dottedPath, literalText, referenceName, type Node } from "./nodes.js";
import type { SourceCode } from "./scope.js";
import { staticString } from "./static-value.js";
import { ANY, Trace, type Origin } from "./trace.js";

export { ANY, type Origin } from "./trace.js";

const traced = fileCache<object, readonly Origin[]>();

/**
 * Follows a value backwards through the file: constants and variables, destructuring, aliases, members of local objects,
 * class fields, templates, `+`, `?:`, `??`, `||`, await, casts, calls that keep the value, parameters (from the calls in the file)
 * and results of local functions, whose parameters are then the arguments of the call that the trace came by.
 *
 * @returns each place on the way, the traced expression first; at most 48 places
 */
export function originsOf(sourceCode: SourceCode, node: Node): readonly Origin[] {
  const known = traced.get(node);
  if (known) return known;
  const trace = new Trace(sourceCode);
  trace.visit(node, [], true, 0);
  traced.set(node, trace.origins);
  return trace.origins;
}

/** `originsOf` for a part of an expression: `originsAt(sourceCode, options, ["auth", "pass"])`; `*` is every element or property. */
export function originsAt(sourceCode: SourceCode, node: Node, path: readonly string[]): readonly Origin[] {
  if (path.length === 0) return originsOf(sourceCode, node);
  const trace = new Trace(sourceCode);
  trace.visit(node, path, true, 0);
  return trace.origins;
}

/** The texts that a value may be, where the file writes all of them: `url` of `url = "mongodb://localhost"`. Empty where it may be anything else. */
export function writtenTexts(sourceCode: SourceCode, node: Node): string[] {
  const always = staticString(sourceCode, node);
  if (always !== undefined) return [always];
  const origins = originsOf(sourceCode, node);
  const isKnown = origins.every(({ node: origin, path }) => path.length === 0 && /^(?:Identifier|Literal)$/.test(origin.type));
  return isKnown ? origins.flatMap(({ node: origin }) => literalText(origin) ?? []) : [];
}

/** Whether a place is read whole or by its elements, not by one of its properties. */
export const isReadWhole = ({ path }: Origin): boolean => path.every((part) => part === ANY);

/** The name that a place on the way gives the value: `password` in all of `password`, `x.password`, `const { password: pw } = x`. */
export const originName = (origin: Origin): string | undefined =>
  origin.path.findLast((part) => part !== ANY) ?? referenceName(origin.node);

/** `["req", "body", "password"]` for an origin whose owner is a plain chain of names. */
export function originPath(origin: Origin): string[] | undefined {
  const own = dottedPath(origin.node);
  return own && [...own, ...origin.path];
}

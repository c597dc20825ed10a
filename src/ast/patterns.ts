import { staticName, type Node } from "./nodes.js";

/**
 * Where a destructuring pattern takes a name from: `["a", "b"]` for `x` in `{ a: { b: x = 1 } }`.
 * Undefined for rest elements; array positions are written as their index, a computed key as `*`, which is any.
 */
export function patternPath(pattern: Node, name: Node): string[] | undefined {
  switch (pattern.type) {
    case "AssignmentPattern":
      return patternPath(pattern.left, name);
    case "ObjectPattern":
      for (const property of pattern.properties) {
        if (property.type !== "Property") continue;
        const rest = patternPath(property.value, name);
        const key = staticName(property);
        if (rest) return [key ?? "*", ...rest];
      }
      return undefined;
    case "ArrayPattern":
      for (const [index, element] of pattern.elements.entries()) {
        const rest = element && patternPath(element, name);
        if (rest) return [String(index), ...rest];
      }
      return undefined;
    default:
      return pattern === name ? [] : undefined;
  }
}

/** The pattern that a written identifier belongs to: `a` itself in `a = 1`, the whole of `{ a }` in `({ a } = x)`. */
export function assignmentTarget(identifier: Node): Node | undefined {
  let current: Node | undefined = identifier;
  while (current && current.parent?.type !== "AssignmentExpression") current = current.parent;
  return current;
}

/** The pattern of a parameter; `constructor(private readonly secret: string)` wraps it. */
export const parameterPattern = (node: Node): Node => (node.type === "TSParameterProperty" ? node.parameter : node);

/** The default that a pattern gives a name: `1` for `a` in `{ a = 1 }`. */
export function defaultValue(pattern: Node, name: Node): Node | undefined {
  const parent = name.parent;
  return parent?.type === "AssignmentPattern" && parent.left === name && (pattern === parent || pattern !== name)
    ? parent.right
    : undefined;
}

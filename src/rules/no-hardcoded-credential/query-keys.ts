import { literalText, outward, type Node } from "../../ast/nodes.js";

const MAX_PATH = 8;

/** `secret: ["project", "secret"]`: the key of a query, the path of a translation. */
export function isPathOf(text: Node, name: string | undefined): boolean {
  const list = outward(text)?.parent;
  return (
    name !== undefined &&
    list?.type === "ArrayExpression" &&
    list.elements.slice(0, MAX_PATH).some((each) => each && literalText(each) === name)
  );
}

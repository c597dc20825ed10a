import { staticName, type Node } from "../../ast/nodes.js";

const MAX_PARENTS = 24;

/** Whether the settings around a text are switched off as they stand, `{ enabled: false, bind: { password: "1234" } }`: what they hold is an example. */
export function isSwitchedOff(text: Node): boolean {
  for (let node = text.parent, hops = 0; node && hops < MAX_PARENTS; node = node.parent, hops++) {
    if (
      node.type === "ObjectExpression" &&
      node.properties.some((each) => each.type === "Property" && saysOff(staticName(each), each.value))
    )
      return true;
    if (!/^(?:ArrayExpression|ObjectExpression|Property|TSAsExpression|TSSatisfiesExpression)$/.test(node.type)) return false;
  }
  return false;
}

function saysOff(name: string | undefined, value: Node): boolean {
  if (value.type !== "Literal" || typeof value.value !== "boolean") return false;
  return value.value ? name === "disabled" : /^(?:active|enabled?)$/.test(name ?? "");
}

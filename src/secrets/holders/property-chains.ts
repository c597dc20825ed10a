import type { TSESTree } from "@typescript-eslint/utils";
import { dottedPath, isElement, literalText, outward, referenceName, staticName, type Node } from "../../ast/nodes.js";
import { pathRead } from "./path-reads.js";
import { isHarmlessValue } from "../shown/redaction.js";

// What the code does with the properties of an object.

export type Use = "read" | "set" | "removed" | "called";

interface Taken {
  name: string;
  /** The variable that it is taken into. */
  local?: TSESTree.Identifier;
}

interface Chain {
  names: string[];
  /** Keys that a pattern takes from the end of the chain. */
  taken: Taken[];
  use: Use;
  end: Node;
}

const KEEPS = /^(?:replace|replaceAll|split|toString|trim)$/;

/** All columns of a record of Sequelize and Mongoose: what is done with theirs is done with the record's. */
export const RAW = /^(?:_doc|dataValues)$/;

/** The member names that follow an identifier, and what is done with the end of the chain. */
export function chainOf(identifier: Node): Chain {
  const names: string[] = [];
  const taken: Taken[] = [];
  let end = identifier;
  for (let place = outward(end); place; place = outward(end)) {
    const { parent, child } = place;
    const left = parent.type === "CallExpression" && parent.arguments[0] === child ? leftOut(parent) : [];
    if (left.length > 0) return { names, taken: left.map((name) => ({ name })), use: "read", end };
    const path = parent.type === "CallExpression" && parent.arguments[0] === child ? pathRead(parent) : undefined;
    if (path) return { names: [...names, ...path], taken, use: "read", end: parent };
    if (isParsed(parent, child)) {
      end = parent;
      continue;
    }
    if (parent.type !== "MemberExpression" || parent.object !== child) {
      const use = useOf(parent, child);
      // `settings.privateKey.replace(…)` reads the key.
      if (use === "called" && names.length > 1 && KEEPS.test(names.at(-1)!)) return { names: names.slice(0, -1), taken, use: "read", end };
      return { names, taken: takenBy(parent, child), use, end };
    }
    const name = staticName(parent);
    end = parent;
    // `rows[0].password`: what one element holds, the list does. Each argument is another thing.
    if (name === undefined && (!isElement(parent) || /^arg(?:s|uments|v)$/.test(referenceName(identifier)!))) break;
    if (name !== undefined && !RAW.test(name)) names.push(name);
  }
  return { names, taken, use: "read", end };
}

/** `JSON.parse(event.body)`: what the text says. */
const isParsed = (parent: Node, child: Node): parent is TSESTree.CallExpression =>
  parent.type === "CallExpression" && parent.arguments[0] === child && dottedPath(parent.callee)?.join(".") === "JSON.parse";

/** `password` of `_.omit(user, ["password"])`: what has to be left out is there. */
function leftOut({ callee, arguments: [, ...keys] }: TSESTree.CallExpression): string[] {
  if (referenceName(callee) !== "omit") return [];
  return keys.flatMap((key) => (key.type === "ArrayExpression" ? key.elements : [key])).flatMap((key) => literalText(key) ?? []);
}

const isEmptyObject = (node: Node): boolean => node.type === "ObjectExpression" && node.properties.length === 0;

function useOf(parent: Node, child: Node): Use {
  if (parent.type === "CallExpression" && parent.callee === child) return "called";
  if (parent.type === "UnaryExpression" && parent.operator === "delete") return "removed";
  if (parent.type !== "AssignmentExpression" || parent.left !== child) return "read";
  return isHarmlessValue(parent.right) ? "removed" : "set";
}

function takenBy(parent: Node, child: Node): Taken[] {
  // const { password } = req.body || {}
  const place = parent.type === "LogicalExpression" && parent.left === child && isEmptyObject(parent.right) ? outward(parent) : undefined;
  if (place) return takenBy(place.parent, place.child);
  const pattern = parent.type === "VariableDeclarator" && parent.init === child ? parent.id : undefined;
  const awaited = parent.type === "AwaitExpression" ? outward(parent) : undefined;
  const target = pattern ?? (awaited?.parent.type === "VariableDeclarator" ? awaited.parent.id : undefined);
  return target?.type === "ObjectPattern"
    ? target.properties.flatMap((property) =>
        property.type === "Property"
          ? { name: staticName(property) ?? "", ...(property.value.type === "Identifier" && { local: property.value }) }
          : [],
      )
    : [];
}

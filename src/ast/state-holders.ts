import type { TSESTree } from "@typescript-eslint/utils";
import { referenceName, unwrap, isFunction, type Node } from "./nodes.js";

/** How the value is taken out of what holds it: `[value, set]`, `holder.current`, `holder.value`, or the variable itself. */
type Access = "0" | "current" | "value" | "itself";

/** Functions of React, Vue, Svelte, Solid, Preact, Angular and Jotai that hold the value they take. Sources: their own documentation. */
const HOLDERS: Readonly<Record<string, Access>> = {
  $state: "itself",
  atom: "itself",
  createSignal: "0",
  ref: "value",
  shallowRef: "value",
  signal: "value",
  useRef: "current",
  useSignal: "value",
  useState: "0",
  writable: "itself",
};
/** They take a function that makes the value, too. */
const LAZY = new Set(["useState"]);

export interface HeldState {
  /** The value, or what the function that makes it returns. */
  value: Node;
  access: Access;
}

/** What a call holds: `x` of `useState(x)`, `useState(() => x)`, `ref(x)`, `$state(x)`; undefined for every other call. */
export function heldState(call: TSESTree.CallExpression): HeldState | undefined {
  const name = referenceName(call.callee);
  const access = name !== undefined && Object.hasOwn(HOLDERS, name) ? HOLDERS[name] : undefined;
  const callee = unwrap(call.callee);
  const [first] = call.arguments;
  if (access === undefined || call.arguments.length !== 1 || !first || first.type === "SpreadElement") return undefined;
  // React.useState; not storage.ref("users/1")
  if (callee.type === "MemberExpression" && !(callee.object.type === "Identifier" && callee.object.name === "React")) return undefined;
  if (!isFunction(first)) return { value: first, access };
  return LAZY.has(name!) && first.body && first.body.type !== "BlockStatement" ? { value: first.body, access } : undefined;
}

/** The variable that takes the value out of what a call holds: `token` of `const [token, setToken] = useState(x)`. */
export function stateVariable(call: Node): TSESTree.Identifier | undefined {
  const declarator = call.parent;
  if (declarator?.type !== "VariableDeclarator" || declarator.init !== call) return undefined;
  const target = declarator.id.type === "ArrayPattern" ? declarator.id.elements[0] : declarator.id;
  return target?.type === "Identifier" ? target : undefined;
}

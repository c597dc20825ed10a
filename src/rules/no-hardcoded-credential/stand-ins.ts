import { outward, referenceName, staticName, type Node } from "../../ast/nodes.js";

const ENVIRONMENT = /^(?:ci|dev|development|live|local|preview|prod|production|qa|sandbox|stage|staging|test|testing|uat)$/i;

/** What reads a setting, and takes a second argument where there is none: `getConfig("db.password", "…")`. */
const READER = /^(?:config|env|get|optional|read)/i;
/** Also `env.string("PASSWORD", "…")`. */
const readsSetting = (callee: Node): boolean =>
  READER.test(referenceName(callee) ?? "") || (callee.type === "MemberExpression" && referenceName(callee.object) === "env");

/**
 * Whether a literal is in use only here or there: that of one environment beside others (`{ development: { password: "…" }, production: … }`)
 * and the default of a schema, whose value may come from a file (`z.string().default("…")`, `{ env: "SECRET", default: "…" }`, `str({ default: "…" })`). A read that
 * fails when the variable is missing would stop a program that never uses it.
 */
export function isStandIn(literal: Node): boolean {
  const { parent, child } = outward(literal) ?? {};
  if (
    parent?.type === "CallExpression" &&
    parent.arguments[0] === child &&
    parent.callee.type === "MemberExpression" &&
    staticName(parent.callee) === "default"
  )
    return true;
  if (parent?.type === "CallExpression" && parent.arguments[1] === child && readsSetting(parent.callee)) return true;
  for (let node: Node | undefined = literal; node; node = node.parent) {
    if (node.type !== "Property" || node.parent.type !== "ObjectExpression") continue;
    const others = node.parent.properties.flatMap((each) => (each === node ? [] : (staticName(each) ?? [])));
    const name = staticName(node) ?? "";
    if (
      /^default(?:Value)?$/.test(name) &&
      (others.some((each) => /^(?:env|format|type)$/.test(each)) || node.parent.parent?.type === "CallExpression")
    )
      return true;
    if (ENVIRONMENT.test(name) && others.some((each) => ENVIRONMENT.test(each))) return true;
  }
  return false;
}

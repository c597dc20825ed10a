import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, propertyValue, referenceName, unwrap, type Node } from "../../ast/nodes.js";
import type { Variable } from "../../ast/scope.js";

const CHECKING =
  /^(?:is|has)?_?(?:authenticate|check|compare|correct|match|valid|validate|verify)(?:User)?_?Passwords?(?:Sync|Correct|Valid|Match)?$/i;
const FINDING = /^find(?:One|ById|ByPk|Unique|First)(?!.*(?:Create|Update|Delete|Remove))/;
/** What changes or deletes a record also brings it, <https://mongoosejs.com/docs/api/model.html#Model.findByIdAndUpdate()>. */
const CHANGING = /^find(?:ById|One)And(?:Delete|Remove|Replace|Update)$/;
const MAX_CHAIN = 12;

/** `user.comparePassword(given)`: a method of a stored record that holds the password's hash. */
export const isPasswordCheck = (variable: Variable, method: string): boolean =>
  CHECKING.test(method) && (isLoadedRecord(variable) || isGivenRecord(variable));

/** `const user = await User.findOne(…)` with all of its fields: the code chooses none. */
export const isLoadedRecord = (variable: Variable): boolean => loadedBy(variable) !== undefined;

/** The query that loads the whole record which a variable stands for. */
export function loadedBy(variable: Variable): TSESTree.CallExpression | undefined {
  const declarator = variable.defs[0]?.node as Node | undefined;
  if (declarator?.type !== "VariableDeclarator" || declarator.id.type !== "Identifier" || !declarator.init) return undefined;
  let made = unwrap(declarator.init);
  if (made.type === "AwaitExpression") made = unwrap(made.argument);
  for (let hops = 0; hops < MAX_CHAIN && made.type === "CallExpression"; hops++) {
    const name = referenceName(made.callee) ?? "";
    if (name === "select") return undefined;
    if (FINDING.test(name)) return takesAllFields(made) ? made : undefined;
    if (CHANGING.test(name)) return made.arguments.slice(1).some(choosesFields) ? undefined : made;
    if (made.callee.type !== "MemberExpression") return undefined;
    made = unwrap(made.callee.object);
  }
  return undefined;
}

const FINDING_MANY = /^find(?:All|Many|By|OneBy)?$/;
/** What a query goes through and still brings whole records. */
const KEEPING = /^(?:cache|exec|hint|lean|limit|maxTimeMS|orFail|populate|session|skip|sort|where)$/;

/** The query of a model, of one record or many, that an expression is, if it brings whole records: `User.find().sort("name").lean()`. */
export function wholeQuery(made: Node | undefined): TSESTree.CallExpression | undefined {
  let current = made && unwrap(made);
  for (let hops = 0; hops < MAX_CHAIN && current?.type === "CallExpression" && current.callee.type === "MemberExpression"; hops++) {
    const name = referenceName(current.callee) ?? "";
    if (FINDING.test(name) || FINDING_MANY.test(name)) return isFunction(current.arguments[0]) || !isWhole(current) ? undefined : current;
    if (!KEEPING.test(name)) return undefined;
    current = unwrap(current.callee.object);
  }
  return undefined;
}

/** A callback after the query chooses no fields. */
const isWhole = ({ arguments: given, ...call }: TSESTree.CallExpression): boolean =>
  takesAllFields({ ...call, arguments: given.filter((each) => !isFunction(each)) } as TSESTree.CallExpression);

const takesAllFields = ({ arguments: [query, ...more] }: TSESTree.CallExpression): boolean => more.length === 0 && !choosesFields(query);

/** `{ where: { email }, select: { name: true } }` */
const choosesFields = (options: Node | undefined): boolean =>
  ["attributes", "fields", "omit", "projection", "select"].some((key) => propertyValue(options, key));

/** `(error, user) => …`: what a callback is given. */
function isGivenRecord(variable: Variable): boolean {
  const definition = variable.defs[0];
  const fn = definition?.node as Node | undefined;
  return isFunction(fn) && fn.params[1] === (definition?.name as Node) && /^(?:e|err|error)$/.test(referenceName(fn.params[0]!) ?? "");
}

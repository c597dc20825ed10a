import { isFunction, outward, referenceName, staticName, type Node } from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { variableOf } from "../../ast/scope.js";
import { perFile, type SourceFile } from "../../source-file.js";
import type { Holder } from "./holder.js";

/** Hooks and components of React that sign people in with an account that they have elsewhere. */
const PROVIDER = /^(?:use)?(?:Apple|Facebook|Github|Google|LinkedIn|Microsoft)(?:OAuth)?(?:Log_?in|Sign_?in)(?:Button)?$/i;
const GIVEN = /^(?:callback|onResolve|onSuccess|success)$/;
const usesProvider = perFile(({ sourceCode: { text } }) =>
  /(?:apple|facebook|github|google|linkedin|microsoft)(?:oauth)?_?(?:log|sign)_?in/i.test(text),
);

/** What `useGoogleLogin({ onSuccess: (response) => … })` and `<GoogleLogin onSuccess={…} />` bring: an object with the tokens of an account. */
export function providerAnswer(file: SourceFile, node: Node, shown: string): Holder | undefined {
  if (node.type !== "Identifier" || !usesProvider(file)) return undefined;
  const isGiven = originsOf(file.sourceCode, node).some(
    ({ path, parameter }) =>
      parameter?.index === 0 && path.length === 0 && (isHandler(file, parameter.of) || usesOf(file, parameter.of).some(isTakenByProvider)),
  );
  return isGiven ? { reason: `${shown} is the answer to a sign-in with another account, with its tokens in it`, names: [] } : undefined;
}

/** The methods that a class gives to components, where one of these signs people in. */
const handlers = perFile(
  ({ sourceCode: { text } }) =>
    new Set(
      /<(?:Apple|Facebook|Github|Google|LinkedIn|Microsoft)(?:OAuth)?(?:Log_?in|Sign_?in)/i.test(text)
        ? Array.from(text.matchAll(/\s(?:callback|onResolve|onSuccess|success)=\{\s{0,9}this\.([\w$]{1,60})/g), ([, name]) => name)
        : [],
    ),
);

/** `responseGoogle` of a class, which renders `<GoogleLogin onSuccess={this.responseGoogle} />`. */
const isHandler = (file: SourceFile, { parent }: Node): boolean =>
  (parent?.type === "PropertyDefinition" || parent?.type === "MethodDefinition") && handlers(file).has(staticName(parent));

/** A function itself, or the reads of the name that it has. */
function usesOf(file: SourceFile, fn: Node): Node[] {
  const name =
    isFunction(fn) && fn.type === "FunctionDeclaration" ? fn.id : fn.parent?.type === "VariableDeclarator" ? fn.parent.id : undefined;
  const variable = name?.type === "Identifier" ? variableOf(file.sourceCode, name) : undefined;
  return variable ? variable.references.map(({ identifier }) => identifier as Node) : [fn];
}

function isTakenByProvider(use: Node): boolean {
  const { parent, child } = outward(use) ?? {};
  if (parent?.type === "Property") {
    const call = parent.value === child && GIVEN.test(staticName(parent) ?? "") ? parent.parent.parent : undefined;
    return call?.type === "CallExpression" && PROVIDER.test(referenceName(call.callee) ?? "");
  }
  const attribute = parent?.type === "JSXExpressionContainer" ? parent.parent : undefined;
  if (attribute?.type !== "JSXAttribute" || attribute.name.type !== "JSXIdentifier" || !GIVEN.test(attribute.name.name)) return false;
  const { name } = attribute.parent;
  return name.type === "JSXIdentifier" && PROVIDER.test(name.name);
}

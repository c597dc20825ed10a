import type { TSESTree } from "@typescript-eslint/utils";
import {
  dottedPath,
  functionName,
  isFunction,
  literalText,
  outward,
  referenceName,
  staticName,
  unwrap,
  type FunctionNode,
  type Node,
} from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { definitionOf, readsOf, variableOf } from "../../ast/scope.js";
import { perFile, type SourceFile } from "../../source-file.js";
import type { Holder } from "./holder.js";
import { isGivenToSignIn } from "./sign-in-calls.js";

/** What a function that gets the values of a form calls them. An event is none. */
const VALUES =
  /^(?:body|credentials|data|fields|form|(?:form|login|registration|register|sign_?in|sign_?up)_?(?:data|info|input|values)|info|inputs?|payload|user|user_?(?:credentials|data|info)|val|values)$/i;
const SIGNS_IN = /log_?in|sign_?in/i;
const SUBMITS = /^on(?:Finish|Submit)/;

/** A field for a password: an input, a registered field of react-hook-form, an initial value, a rule of a schema. */
const hasPasswordField = perFile(({ sourceCode: { text } }) =>
  /\btype[=:]\s?\{?["']password["']|\bname[=:]\s?\{?["']\w{0,30}[pP]assword["']|\bregister\(\s{0,20}["'](?:\w{0,30}[pP]assword|pwd?)["']|<Input\.Password\b|\bsecureTextEntry\b|\binitialValues[=:][^;]{1,200}?[pP]assword["']?: ?(?:""|'')/.test(
    text,
  ),
);

/** `values` of `const submit = (values) => …` for `<form onSubmit={handleSubmit(submit)}>`, where the form asks for a password. */
export function formValues(file: SourceFile, node: Node, shown: string): Holder | undefined {
  if (node.type !== "Identifier") return undefined;
  const variable = variableOf(file.sourceCode, node);
  const definition = variable && definitionOf(variable);
  const fn = definition?.node as Node | undefined;
  const holder: Holder = { reason: `${shown} is the content of a form that asks for a password`, names: [] };
  if (fn?.type === "VariableDeclarator")
    return (VALUES.test(node.name) && isValidation(fn.init) && hasPasswordField(file)) || (fn.init && isWholeForm(file, fn.init))
      ? holder
      : undefined;
  if (!VALUES.test(node.name) || !isFunction(fn)) return undefined;
  if (takesValidated(fn, definition!.name as Node) && hasPasswordField(file)) return holder;
  if (!isAnswerCallback(fn) && isGivenToSignIn(file, variable!)) return { reason: `${shown} is what people sign in or up with`, names: [] };
  if (fn.params[0] !== definition?.name || !isSubmitHandler(file, fn)) return undefined;
  if (!hasPasswordField(file) && !SIGNS_IN.test(functionName(fn) ?? "")) return undefined;
  return holder;
}

/** `Object.fromEntries(new FormData(form))`, `Object.fromEntries(formData.entries())`: all that a form with a password holds. */
export function isWholeForm(file: SourceFile, value: Node): boolean {
  const inner = unwrap(value);
  if (isSerialized(inner)) {
    const selector = selectorOf(inner.callee);
    return selector === undefined ? readsPasswordField(file) : OF_SIGN_IN.test(selector);
  }
  const form = formOfEntries(inner);
  const isForm =
    form &&
    originsOf(file.sourceCode, form).some(
      ({ node, path }) =>
        path.length === 0 &&
        ((node.type === "NewExpression" && referenceName(node.callee) === "FormData") ||
          (node.type === "CallExpression" && referenceName(node.callee) === "formData")),
    );
  return isForm === true && (hasPasswordField(file) || readsPassword(file));
}

/** `$(form).serialize()` of jQuery. */
const isSerialized = (value: Node): value is TSESTree.CallExpression =>
  value.type === "CallExpression" &&
  value.arguments.length === 0 &&
  /^serialize(?:Array)?$/.test(referenceName(value.callee) ?? "") &&
  value.callee.type === "MemberExpression" &&
  /^(?:\$|jQuery)$/.test(referenceName(rootOfCall(value.callee.object)) ?? "");

/** `#login` of `$("#login").serialize()`; `$(this)` and `$("form")` say nothing of which form it is. */
function selectorOf(callee: Node): string | undefined {
  const found = callee.type === "MemberExpression" ? unwrap(callee.object) : undefined;
  const selector = found?.type === "CallExpression" ? literalText(found.arguments[0] as Node | undefined) : undefined;
  return selector === "form" ? undefined : selector;
}

const rootOfCall = (node: Node): Node => (node.type === "CallExpression" ? node.callee : node);

/** `$("#password")`, `$("#loginForm")`: a form of the page asks for a password. */
const readsPasswordField = perFile(({ sourceCode: { text } }) =>
  [...text.matchAll(/\$\(["'`]([#.\w-]{1,60})["'`]\)/g)].some(([, selector]) => OF_SIGN_IN.test(selector!)),
);
const OF_SIGN_IN = /^(?!.*(?:error|help|hint|link|msg|strength|toggle)).*(?:passw|pwd|senha|clave|log_?in|sign_?in|sign_?up|regist)/i;

/** `form` of `Object.fromEntries(form)` and `Object.fromEntries(form.entries())`. */
export function formOfEntries(call: Node): Node | undefined {
  if (call.type !== "CallExpression" || dottedPath(call.callee)?.join(".") !== "Object.fromEntries" || !call.arguments[0]) return undefined;
  const given = unwrap(call.arguments[0] as Node);
  const callee = given.type === "CallExpression" ? unwrap(given.callee) : undefined;
  return callee?.type === "MemberExpression" && staticName(callee) === "entries" ? unwrap(callee.object) : given;
}

/** `formData.get("password")` */
const readsPassword = perFile(({ sourceCode: { text } }) => /\.get\(["'](?:\w{0,30}[pP]assword|pwd?)["']\)/.test(text));

/** `await form.validateFields()` of Ant Design: the values, when all of them are right. */
function isValidation(value: Node | null | undefined): boolean {
  const call = value?.type === "AwaitExpression" ? value.argument : value;
  return (
    call?.type === "CallExpression" &&
    call.arguments[0]?.type !== "ArrayExpression" &&
    /^(?:getFieldsValue|validateFields(?:AndScroll)?)$/.test(referenceName(call.callee) ?? "")
  );
}

/** `validateFields((errors, values) => …)`, `validateFields().then((values) => …)`. */
function takesValidated(fn: FunctionNode, parameter: Node): boolean {
  const { parent, child } = outward(fn) ?? {};
  if (parent?.type !== "CallExpression" || parent.arguments[0] !== child || parameter !== fn.params.at(-1)) return false;
  if (isValidation(parent)) return fn.params.length === 2;
  return parent.callee.type === "MemberExpression" && referenceName(parent.callee) === "then" && isValidation(parent.callee.object);
}

/** `.then((data) => login(data))`, `onSuccess: (data) => …`: what was answered. */
function isAnswerCallback(fn: Node): boolean {
  const { parent, child } = outward(fn) ?? {};
  if (parent?.type === "CallExpression")
    return parent.callee !== child && /^(?:then|subscribe|next|addListener|on(?:[A-Z]\w{0,40})?)$/.test(referenceName(parent.callee) ?? "");
  return parent?.type === "Property" && /^(?:on)?(?:complete|data|settled|success)$/i.test(staticName(parent) ?? "");
}

function isSubmitHandler(file: SourceFile, fn: Node): boolean {
  if (submits(fn)) return true;
  const holder = fn.type === "FunctionDeclaration" ? fn.id : fn.parent?.type === "VariableDeclarator" ? fn.parent.id : undefined;
  const variable = holder?.type === "Identifier" ? variableOf(file.sourceCode, holder) : undefined;
  return variable !== undefined && readsOf(variable).some(({ identifier }) => submits(identifier as Node));
}

/** `handleSubmit(fn)`, `onSubmit={fn}`, `{ onSubmit: fn }`. */
function submits(value: Node): boolean {
  const { parent, child } = outward(value) ?? {};
  switch (parent?.type) {
    case "CallExpression":
      return parent.arguments[0] === child && /^handleSubmit$/.test(referenceName(parent.callee) ?? "");
    case "JSXExpressionContainer":
      return (
        parent.parent.type === "JSXAttribute" &&
        parent.parent.name.type === "JSXIdentifier" &&
        SUBMITS.test((parent.parent.name as TSESTree.JSXIdentifier).name)
      );
    case "Property":
      return parent.value === child && SUBMITS.test(staticName(parent) ?? "");
    default:
      return false;
  }
}

import { heldState } from "../../ast/state-holders.js";
import { literalText, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { definitionOf, variableOf } from "../../ast/scope.js";
import { perFile, type SourceFile } from "../../source-file.js";
import { isHeld } from "../names/held-names.js";
import type { Holder } from "./holder.js";
import { shownName } from "../masking.js";
import { nameEvidence } from "../names/words.js";

/** State about the fields of a form, and not what people type there. */
const ABOUT_FIELDS =
  /(?:errors?|errs?|feedback|focus(?:ed)?|help(?:er)?(?:_?texts?)?|hints?|labels?|messages?|placeholders?|results?|rules?|show(?:ing|n)?|touched|types?|valid(?:ation|ations|ators?|ity)?|visible|visibility)$/i;

/**
 * What people type into a form that begins with an empty password: `const [form, setForm] = useState({ email: "", password: "" })`,
 * `reactive({ password: "" })`, `data: () => ({ form: { password: "" } })` of Vue, `this.loginForm.value` of an Angular form with a control for one.
 */
export function formState(file: SourceFile, path: readonly string[], node: Node, shown: string): Holder | undefined {
  const control = path.at(-1) === "value" && path.length > 1 ? formGroups(file).get(path.at(-2)!) : undefined;
  const secret =
    control ?? (path[0] === "this" && path.length === 2 ? dataForms(file).get(path[1]!) : undefined) ?? stateSecret(file, node);
  return secret === undefined
    ? undefined
    : { reason: `${shown} is what people type into a form, and holds ${shownName(secret, "a password")}`, names: [] };
}

function stateSecret(file: SourceFile, node: Node): string | undefined {
  const isValue = node.type === "MemberExpression" && staticName(node) === "value";
  const holder = isValue ? unwrap(node.object) : node;
  if (holder.type !== "Identifier" || ABOUT_FIELDS.test(holder.name)) return undefined;
  const variable = variableOf(file.sourceCode, holder);
  const declarator = variable && (definitionOf(variable)?.node as Node | undefined);
  const init = declarator?.type === "VariableDeclarator" ? declarator.init && unwrap(declarator.init) : undefined;
  if (declarator?.type !== "VariableDeclarator" || init?.type !== "CallExpression") return undefined;
  const isReactive = /^(?:shallowR|r)eactive$/.test(referenceName(init.callee) ?? "");
  const state = isReactive && init.arguments[0] ? { value: init.arguments[0] as Node, access: "itself" } : heldState(init);
  if (!state || isValue !== (state.access === "value")) return undefined;
  const isTaken =
    state.access === "0"
      ? declarator.id.type === "ArrayPattern" && declarator.id.elements[0] === variable!.defs[0]!.name
      : declarator.id.type === "Identifier";
  const value = unwrap(state.value);
  if (!isTaken || value.type !== "ObjectExpression") return undefined;
  const field = value.properties.find(
    (each) => each.type === "Property" && isEmpty(each.value) && isHeld(file, staticName(each) ?? "", each),
  );
  return field && staticName(field);
}

const isEmpty = (value: Node): boolean =>
  literalText(value) === "" ||
  (value.type === "Literal" && value.value === null) ||
  (value.type === "Identifier" && value.name === "undefined");

const GROUP = /\b(?:FormGroup|group)(?:<\w{1,60}>)?\(\s{0,40}\{([^{}]{0,900})/g;
const CONTROL = /(?:^|[,\n])\s{0,40}["']?(\w{1,60})["']?\s?:/g;
const MAX_BEFORE = 160;

/** The forms of Angular that have a control for a password, and its name. */
const formGroups = perFile(({ sourceCode: { text }, settings }) => {
  const groups = new Map<string, string>();
  for (const match of text.matchAll(GROUP)) {
    const form = assignedForm(text.slice(Math.max(0, match.index - MAX_BEFORE), match.index));
    const control =
      form && [...match[1]!.matchAll(CONTROL)].map(([, name]) => name!).find((name) => nameEvidence(name, settings)?.kind === "password");
    if (form !== undefined && control !== undefined) groups.set(form, control);
  }
  return groups;
});

/** `loginForm` of the text `this.loginForm: FormGroup = this.builder.`. */
function assignedForm(before: string): string | undefined {
  const at = before.lastIndexOf("=");
  const line =
    at < 0
      ? ""
      : before
          .slice(0, at)
          .split(/[\n;{]/)
          .at(-1)!;
  return line.match(/\w{1,60}/g)?.find((word) => /form/i.test(word) && word !== "FormGroup");
}

const HAS_DATA = /\bdata(?:\(\)\s?\{|:\s?(?:function\b|\(\)\s?=>))/;
const FORM_OBJECT = /(?<![\w$])([A-Za-z_$]\w{0,40}):\s{0,9}\{/g;
const EMPTY_FIELD = /(?<![\w$])["']?(\w{1,40})["']?:\s?(?:""|''|null)/g;
/** What a form that asks for a password is called, where nobody's name or address is asked for beside it. */
const OF_FORM = /account|credential|form|log_?in|regist|sign_?(?:in|up)|user/i;
const WHOSE = /^(?:account|e?mail|login|phone|user_?(?:name)?)$/i;

/** The objects in a component's data that begin with an empty password, and its name. */
const dataForms = perFile(({ sourceCode: { text }, settings }) => {
  const forms = new Map<string, string>();
  if (!HAS_DATA.test(text)) return forms;
  for (const { index, 1: form } of text.matchAll(FORM_OBJECT)) {
    const fields = /^[^{}]{0,600}/.exec(text.slice(text.indexOf("{", index) + 1))![0];
    const names = [...fields.matchAll(EMPTY_FIELD)].map(([, name]) => name!);
    const field = names.find((name) => nameEvidence(name, settings)?.kind === "password");
    if (field !== undefined && !ABOUT_FIELDS.test(form!) && (OF_FORM.test(form!) || names.some((name) => WHOSE.test(name))))
      forms.set(form!, field);
  }
  return forms;
});

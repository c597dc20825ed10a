import type { TSESTree } from "@typescript-eslint/utils";
import { declarationOf } from "../../ast/declared-types.js";
import { referenceName, staticName, unwrap, type FunctionNode, type Node } from "../../ast/nodes.js";
import { originsOf, type Origin } from "../../ast/origins.js";
import { parameterPattern } from "../../ast/patterns.js";
import { perFile, type SourceFile } from "../../source-file.js";
import { isOnFailure } from "./failures.js";
import { isHeld } from "../names/held-names.js";
import type { Holder } from "./holder.js";
import { shownName } from "../masking.js";
import { wordsOf } from "../names/words.js";

/**
 * What a declaration says that people send to sign in or up: a parameter of the type `LoginDto`, and what a schema with a password lets through
 * (`schema.parse(body)`, the `input` of a tRPC procedure).
 */
export function declaredInput(file: SourceFile, node: Node, shown: string): Holder | undefined {
  if (!mayDeclare(file)) return undefined;
  for (const origin of originsOf(file.sourceCode, node)) {
    const written = writtenSecret(file, origin);
    if (written !== undefined) return { reason: `${shown} holds ${shownName(written, "a password")} by its type`, names: [written] };
    const type = typeOf(origin);
    if (type && isCredentialsType(file, type))
      return {
        reason: `${shown} is of the type ${shownName(referenceName(type.typeName as Node), "of a sign-in")}, what people sign in or up with`,
        names: [],
      };
    const name = passedSchema(file, origin);
    if (name !== undefined && !isOnFailure(node))
      return { reason: `${shown} is what a schema with ${shownName(name, "a password")} lets through`, names: [name] };
  }
  return undefined;
}

const mayDeclare = perFile(({ sourceCode: { text } }) =>
  /[:<]\s?I?(?:Auth|Change|Create|Credentials?|Log|Register|Reg|Reset|Sign|Update|User)\w{0,40}|\.(?:object|shape)\(|[sS]chema\b|: ?\{[^{}]{0,200}\bstring\b/.test(
    text,
  ),
);

// --- types -----------------------------------------------------------------------------------------------------------

/** Words at the end of a type's name that say what sort of message it is. */
const MESSAGE = new Set([
  "args",
  "arguments",
  "body",
  "command",
  "credential",
  "credentials",
  "data",
  "dto",
  "form",
  "info",
  "input",
  "model",
  "params",
  "payload",
  "props",
  "req",
  "request",
  "schema",
  "type",
  "values",
]);
const SIGN_IN =
  /^(?:(?:user )?(?:auth|authenticate|credentials?|log ?in|register|registration|sign ?in|sign ?up)(?: (?:account|user|with email))?|(?:change|reset|set|update) (?:user )?password|create (?:account|admin|user))?$/;
/** Who creates an account need not set a password: that the file mentions one must say so. */
const NEEDS_MENTION = /^(?:user )?auth$|^create/;

const mentionsPassword = perFile(({ sourceCode: { text } }) => /passw|pwd|bcrypt|argon2/i.test(text));

/** `password` of a parameter `input: { email: string; password: string }` that is read whole. */
function writtenSecret(file: SourceFile, { path, parameter }: Origin): string | undefined {
  const declared = path.length === 0 && parameter ? parameterPattern(parameter.of.params[parameter.index] as Node) : undefined;
  const type = declared?.type === "Identifier" ? declared.typeAnnotation?.typeAnnotation : undefined;
  const secret =
    type?.type === "TSTypeLiteral" && isSent(declared as TSESTree.Identifier, type)
      ? type.members.find((each) => isRequiredSecret(file, each))
      : undefined;
  return secret && staticName(secret);
}

/** `password: string` of a type or class. */
const isRequiredSecret = (file: SourceFile, member: Node): boolean =>
  (member.type === "PropertyDefinition" || member.type === "TSPropertySignature") &&
  !member.optional &&
  member.typeAnnotation?.typeAnnotation.type === "TSStringKeyword" &&
  isHeld(file, staticName(member) ?? "", member);

/** `data: { password: string }`, `given: { mail: string; password: string }`: what people send, no texts about it. */
function isSent({ name }: TSESTree.Identifier, { members }: TSESTree.TSTypeLiteral): boolean {
  const last = wordsOf(name).at(-1) ?? "";
  if (MESSAGE.has(last)) return true;
  return (
    !/^(?:copy|e|err|texts?|translations?)$/.test(last) &&
    members.some((each) => each.type === "TSPropertySignature" && /mail|user|login|name|phone|account/i.test(staticName(each) ?? ""))
  );
}

/** `LoginDto` of a parameter `dto: LoginDto` that is read whole. */
function typeOf({ path, parameter }: Origin): TSESTree.TSTypeReference | undefined {
  const declared = path.length === 0 && parameter ? parameterPattern(parameter.of.params[parameter.index] as Node) : undefined;
  const type =
    declared?.type === "Identifier" && !/^req(?:uest)?$/.test(declared.name) ? declared.typeAnnotation?.typeAnnotation : undefined;
  return type?.type === "TSTypeReference" ? type : undefined;
}

function isCredentialsType(file: SourceFile, type: TSESTree.TSTypeReference): boolean {
  const name = referenceName(type.typeName as Node) ?? "";
  const words = [...wordsOf(name)];
  if (words[0] === "i") words.shift();
  const all = words.length;
  while (words.length > 0 && MESSAGE.has(words.at(-1)!) && !/^credentials?$/.test(words.join(" "))) words.pop();
  const rest = words.join(" ");
  const declaration = declarationOf(file.sourceCode, type);
  if (words.length < all && declaresPassword(file, declaration)) return true;
  if (rest === "" || (words.length === all && !/credentials?$/.test(rest)) || !SIGN_IN.test(rest)) return false;
  if (
    declaration &&
    declaration.type !== "ImportSpecifier" &&
    !/passw|pwd|senha|contras/i.test(file.sourceCode.getText(declaration as never))
  )
    return false;
  return !NEEDS_MENTION.test(rest) || mentionsPassword(file);
}

/** `class ResetDto { code!: string; newPassword!: string }` of this file. */
function declaresPassword(file: SourceFile, declaration: Node | undefined): boolean {
  const body =
    declaration?.type === "ClassDeclaration" || declaration?.type === "TSInterfaceDeclaration"
      ? declaration.body.body
      : declaration?.type === "TSTypeAliasDeclaration" && declaration.typeAnnotation.type === "TSTypeLiteral"
        ? declaration.typeAnnotation.members
        : [];
  return body.some((each) => isRequiredSecret(file, each));
}

// --- schemas ---------------------------------------------------------------------------------------------------------

/** How zod, yup, Joi, valibot and superstruct take something through a schema, and where its result stands. */
const PASSING: Readonly<Record<string, RegExp>> = {
  cast: /^$/,
  parse: /^$/,
  parseAsync: /^$/,
  safeParse: /^(?:data)?$/,
  safeParseAsync: /^(?:data)?$/,
  validate: /^(?:value)?$/,
  validateAsync: /^$/,
  validateSync: /^$/,
};

function passedSchema(file: SourceFile, { node, path, parameter }: Origin): string | undefined {
  if (parameter)
    return /^(?:parsedInput|input)$/.test(path.join(".")) && parameter.index === 0 ? procedureInput(file, parameter.of) : undefined;
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return undefined;
  const method = staticName(node.callee) ?? "";
  const result = Object.hasOwn(PASSING, method) ? PASSING[method] : undefined;
  return result?.test(path.join(".")) ? secretOfSchema(file, node.callee.object) : undefined;
}

const MAX_CHAIN = 8;

/** `procedure.input(schema).mutation(async ({ input }) => …)` */
function procedureInput(file: SourceFile, fn: FunctionNode): string | undefined {
  let current: Node | undefined =
    fn.parent?.type === "CallExpression" && fn.parent.callee.type === "MemberExpression" ? unwrap(fn.parent.callee.object) : undefined;
  for (let hops = 0; hops < MAX_CHAIN && current?.type === "CallExpression" && current.callee.type === "MemberExpression"; hops++) {
    if (/^(?:input|inputSchema|schema)$/.test(staticName(current.callee) ?? "") && current.arguments[0])
      return secretOfSchema(file, current.arguments[0]);
    current = unwrap(current.callee.object);
  }
  return undefined;
}

/** `password` of `z.object({ email, password })`, of `yup.object().shape({ … })`, of a variable that holds one. */
function secretOfSchema(file: SourceFile, schema: Node): string | undefined {
  for (const { node, path } of originsOf(file.sourceCode, schema)) {
    let current: Node = node;
    for (let hops = 0; hops < MAX_CHAIN && path.length === 0 && current.type === "CallExpression"; hops++) {
      const [fields] = current.arguments;
      const isFields =
        fields?.type === "ObjectExpression" &&
        /^(?:object|shape|strictObject|looseObject|extend)$/.test(referenceName(current.callee) ?? "");
      const secret = isFields
        ? fields.properties.find((each) => each.type === "Property" && isHeld(file, staticName(each) ?? "", each))
        : undefined;
      if (secret) return staticName(secret);
      if (current.callee.type !== "MemberExpression") break;
      current = unwrap(current.callee.object);
    }
  }
  return undefined;
}

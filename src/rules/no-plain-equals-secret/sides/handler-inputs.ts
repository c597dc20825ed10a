import type { TSESTree } from "@typescript-eslint/utils";
import {
  dottedPath,
  isFunction,
  literalText,
  outward,
  referenceName,
  staticName,
  unwrap,
  type FunctionNode,
  type Node,
} from "../../../ast/nodes.js";
import type { Origin } from "../../../ast/origins.js";
import type { SourceFile } from "../../../source-file.js";

// Parameters that a framework fills with what a caller sends, where no object is called a request.

/** What an origin is given by, when it is such a parameter: "a mutation", "a message". */
export function handlerInput(file: SourceFile, { parameter, path }: Origin): string | undefined {
  if (!parameter) return undefined;
  const { of: handler, index } = parameter;
  if (isArgument(handler.params[index])) return "the arguments of a query";
  if (isTransferred(handler.params[index])) return "what a caller sends";
  return (
    procedureInput(handler, index, path) ??
    methodInput(handler, index) ??
    socketInput(handler) ??
    messageInput(handler, index, path) ??
    (isServerAction(file, handler) ? "a server action" : undefined)
  );
}

/** `@Arg("code") code`, `@Args() input` of TypeGraphQL and Nest. */
const isArgument = (declared: Node | undefined): boolean =>
  (declared as { decorators?: TSESTree.Decorator[] } | undefined)?.decorators?.some(
    ({ expression }) => expression.type === "CallExpression" && /^Args?$/.test(referenceName(expression.callee) ?? ""),
  ) ?? false;

/** `dto`, `input: LoginDto`: a data transfer object, which services are handed by the controllers of Nest and their like. `UpdateUserDto` holds new values. */
function isTransferred(declared: Node | undefined): boolean {
  if (declared?.type !== "Identifier") return false;
  const names = [declared.name, referenceName(typeOf(declared) ?? declared) ?? ""];
  return names.some((name) => /^dto$|D(?:to|TO)$/.test(name)) && !names.some((name) => NEW_VALUES.test(name));
}

const NEW_VALUES = /^(?:change|create|edit|patch|replace|rotate|set|sync|update|upsert)/i;

/** The name of a declared type: `LoginDto` of `input: LoginDto`. */
function typeOf({ typeAnnotation }: TSESTree.Identifier): Node | undefined {
  const type = typeAnnotation?.typeAnnotation;
  return type?.type === "TSTypeReference" ? type.typeName : undefined;
}

/** `.mutation(async ({ input }) => …)` of tRPC, `.action(async ({ parsedInput }) => …)` of next-safe-action, `onCall((data) => …)` of Firebase. */
function procedureInput(handler: FunctionNode, index: number, path: readonly string[]): string | undefined {
  const { parent, child } = outward(handler) ?? {};
  if (index !== 0 || parent?.type !== "CallExpression" || parent.callee === child) return undefined;
  const name = referenceName(parent.callee) ?? "";
  if (/^(?:mutation|query|subscription)$/.test(name) && path[0] === "input") return "the input of a procedure";
  if (/^(?:action|schemaAction)$/.test(name) && path[0] === "parsedInput") return "the input of an action";
  return name === "onCall" ? "the caller of a function" : undefined;
}

/** `Meteor.methods({ accept(id, token) {} })`, `Mutation: { login: (parent, { password }) => … }` of GraphQL. */
function methodInput(handler: FunctionNode, index: number): string | undefined {
  const property = outward(handler)?.parent;
  const owner = property?.type === "Property" && property.parent.type === "ObjectExpression" ? outward(property.parent)?.parent : undefined;
  if (owner?.type === "CallExpression")
    return dottedPath(owner.callee)?.join(".") === "Meteor.methods" ? "the caller of a method" : undefined;
  return owner?.type === "Property" && index === 1 && /^(?:Mutation|Query)$/.test(staticName(owner) ?? "")
    ? "the arguments of a query"
    : undefined;
}

/** `io.on("connection", (socket) => socket.on("join", ({ password }) => …))`: what a client emits. */
function socketInput(handler: FunctionNode): string | undefined {
  const socket = listensTo(handler);
  if (socket?.type !== "Identifier") return undefined;
  for (let node: Node | undefined = handler.parent; node; node = node.parent) {
    if (!isFunction(node) || !node.params.some((each) => referenceName(each) === socket.name)) continue;
    return eventOf(node) === "connection" ? "a message of a client" : undefined;
  }
  return undefined;
}

/** `bot.on("message", ({ text }) => …)`, `bot.hears(/…/, (ctx) => ctx.message.text)`, `bot.onText(/…/, (message, match) => match[1])`: what somebody writes to a bot. */
function messageInput(handler: FunctionNode, index: number, path: readonly string[]): string | undefined {
  const { parent, child } = outward(handler) ?? {};
  if (parent?.type !== "CallExpression" || parent.callee === child) return undefined;
  const method = referenceName(parent.callee) ?? "";
  if (method === "onText" && index === 1) return "a message";
  if (index !== 0 || !/^(?:content|match|text)$/.test(path.at(-1) ?? "")) return undefined;
  const isMessage =
    method === "on"
      ? /^(?:messageCreate|message(?::text)?|text)$/.test(literalText(parent.arguments[0]) ?? "")
      : /^(?:command|hears|onText)$/.test(method);
  return isMessage ? "a message" : undefined;
}

const callOf = (handler: FunctionNode): TSESTree.CallExpression | undefined => {
  const { parent, child } = outward(handler) ?? {};
  return parent?.type === "CallExpression" && parent.callee !== child && /^(?:on|once)$/.test(referenceName(parent.callee) ?? "")
    ? parent
    : undefined;
};

/** `socket` of `socket.on("event", handler)`. */
function listensTo(handler: FunctionNode): Node | undefined {
  const callee = callOf(handler)?.callee;
  const member = callee && unwrap(callee);
  return member?.type === "MemberExpression" ? unwrap(member.object) : undefined;
}

function eventOf(handler: FunctionNode): string | undefined {
  const event = callOf(handler)?.arguments[0];
  return event?.type === "Literal" && typeof event.value === "string" ? event.value : undefined;
}

/** An exported function of a file that begins with `"use server"`: whoever knows its id may call it. */
function isServerAction({ sourceCode: { ast } }: SourceFile, handler: FunctionNode): boolean {
  const [first] = ast.body;
  if (first?.type !== "ExpressionStatement" || first.expression.type !== "Literal" || first.expression.value !== "use server") return false;
  const holder = handler.parent?.type === "VariableDeclarator" ? handler.parent.parent : handler;
  return holder.parent?.type === "ExportNamedDeclaration";
}

import type { TSESTree } from "@typescript-eslint/utils";
import {
  awaitedBy,
  enclosingFunction,
  isFunction,
  lineOf,
  literalText,
  otherOperand,
  outward,
  propertyValue,
  referenceName,
  rootOf,
  staticName,
  unwrap,
  type FunctionNode,
  type Node,
} from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { readsOf, variableOf, type Variable } from "../../ast/scope.js";
import { pathEnd, perFile, type SourceFile } from "../../source-file.js";
import { isOnFailure } from "./failures.js";
import { isHeld } from "../names/held-names.js";
import { heldAt, isRedactedBefore } from "./held-properties.js";
import type { Holder } from "./holder.js";
import { shownName } from "../masking.js";
import { namesPeople } from "../names/people.js";
import { loadedBy, wholeQuery } from "./records.js";
import { nameEvidence, wordsOf } from "../names/words.js";
import { writtenPasswords } from "./written-records.js";

/**
 * A whole record that a query brings: what it is found by it holds (`User.findOne({ apiKey })`), and what the code reads of another record of the
 * same model (`user.password`) all records hold.
 */
export function foundBySecret(file: SourceFile, node: Node, shown: string): Holder | undefined {
  const variable = node.type === "Identifier" ? variableOf(file.sourceCode, node) : undefined;
  const told = variable && askedOfElements(file, node);
  if (told !== undefined) return { reason: `${shown} is a record that is found by its ${shownName(told, "password")}`, names: [told] };
  const query = variable && (loadedBy(variable) ?? broughtBy(file, node));
  if (!variable || !query) return undefined;
  const alike = storeOf(file, query);
  const key = searchedBy(file, query, alike);
  if (key)
    return {
      reason: `${shown} is the whole record that is found by its ${shownName(staticName(key), "secret")} (line ${lineOf(key)})`,
      names: [],
    };
  if (alike === "Meteor.users" && runsOnServer(file))
    return { reason: `${shown} is a whole user of Meteor, with the hash of the password and the login tokens`, names: [] };
  const token = alike !== undefined && opensWithTokens(file, alike) && !isOnFailure(node) ? tokenReadOf(variable) : undefined;
  if (token && !tokensOf(variable).some((member) => isTakenAway(member) && member.range[0] < node.range[0]))
    return { reason: `${shown} is a whole record that opens something with its \`token\` (line ${lineOf(token)})`, names: ["token"] };
  const read = alike === undefined ? undefined : passwordsOf(file).get(alike);
  if (read && isRedactedBefore(file, variable, [], node, read.name)) return undefined;
  const written = alike === undefined || read ? undefined : writtenPasswords(file).get(alike.replace(/^this\./, ""));
  if (written !== undefined && !isOnFailure(node))
    return { reason: `${shown} is a whole record of those that are stored with their ${shownName(written, "password")}`, names: [] };
  const sent = read ? undefined : sentWithName(file, query, alike);
  if (sent !== undefined && !isOnFailure(node))
    return { reason: `${shown} is the whole record of one who sends ${shownName(sent, "a password")}`, names: [] };
  return read
    ? {
        reason: `${shown} is the whole record of one who signs in, and holds ${shownName(read.name, "a password")} (line ${read.line})`,
        names: [],
      }
    : undefined;
}

/** `password` of `users.find((user) => user.name === name && user.password === password)`. */
function askedOfElements(file: SourceFile, node: Node): string | undefined {
  for (const { node: call, path } of originsOf(file.sourceCode, node)) {
    if (call.type !== "CallExpression" || path.length > 0 || !/^(?:filter|find)$/.test(referenceName(call.callee) ?? "")) continue;
    const [callback] = call.arguments as [Node | undefined];
    const element =
      isFunction(callback) && callback.params[0]?.type === "Identifier" ? variableOf(file.sourceCode, callback.params[0]) : undefined;
    const held = element && isComparedSecret(file, element) ? heldAt(file, element, [], callback!) : undefined;
    if (held) return held.name;
  }
  return undefined;
}

/** `user.password === given`, `compareSync(given, user.password)`: no question whether there is one. */
const isComparedSecret = (file: SourceFile, element: Variable): boolean =>
  readsOf(element).some(({ identifier }) => {
    const member = identifier.parent as Node | undefined;
    if (member?.type !== "MemberExpression" || member.object !== identifier || !isHeld(file, staticName(member) ?? "", member))
      return false;
    const { parent, child } = outward(member) ?? {};
    if (parent?.type === "CallExpression")
      return parent.callee !== child && /compare|equal|verify/i.test(referenceName(parent.callee) ?? "");
    if (parent?.type !== "BinaryExpression" || !/^===?$/.test(parent.operator)) return false;
    const other = unwrap(otherOperand(parent, child));
    return other.type === "MemberExpression" || (other.type === "Identifier" && other.name !== "undefined");
  });

/** A page's copy of the users holds what is published alone. */
const runsOnServer = ({ filename, sourceCode: { text } }: SourceFile): boolean =>
  /server/i.test(pathEnd({ filename }, 3)) || /\bMeteor\.isServer\b/.test(text);

const NAMES_SOMEBODY = /^(?:e_?mail|login|mobile|phone(?:_?number)?|user_?name)$/i;

/** `password` of `login({ email, password })`, where the query finds somebody by the name that is sent with it: records hold what it is checked against. */
function sentWithName(file: SourceFile, call: TSESTree.CallExpression, store: string | undefined): string | undefined {
  const [given] = call.arguments;
  const query = given && (propertyValue(given as Node, "where") ?? given);
  if (query?.type !== "ObjectExpression" || !namesPeople(store)) return undefined;
  if (!query.properties.some((each) => each.type === "Property" && NAMES_SOMEBODY.test(staticName(each) ?? ""))) return undefined;
  const fn = enclosingFunction(call);
  return fn && sentPasswords(file).get(fn);
}

/** Passwords that functions are given, or take out of what is sent, by the function. */
const sentPasswords = perFile((file) => {
  const found = new Map<Node, string>();
  for (const { variables, variableScope } of file.sourceCode.scopeManager?.scopes ?? [])
    for (const variable of variables) if (isSentPassword(file, variable as Variable)) found.set(variableScope.block as Node, variable.name);
  return found;
});

function isSentPassword(file: SourceFile, { name, defs: [definition] }: Variable): boolean {
  if (!definition || !/^(?:user_?)?(?:password|passwd|pwd|senha|contrasena)$/i.test(name)) return false;
  if (definition.type === ("Parameter" as string)) return true;
  const { node } = definition as { node: Node };
  if (node.type !== "VariableDeclarator" || !node.init) return false;
  return /^(?:await )?(?!.{0,40}(?:config|env))[\w.]{0,40}\b(?:body|data|input)\b/.test(
    file.sourceCode.getText(node.init as never).slice(0, 60),
  );
}

/** In a query it is a column, and no function that verifies: `User.findOne({ verifyToken })`. */
const VERIFIES = /^verify(?=[A-Z])/;

/** The property of a query that is a secret: `{ email, password }`, `{ where: { apiKey } }`, `User.findOne({ token })`. */
function searchedBy(
  file: SourceFile,
  { callee, arguments: [given] }: TSESTree.CallExpression,
  store: string | undefined,
): TSESTree.Property | undefined {
  // What it was found by may be gone then.
  if (/And(?:Replace|Update)$/.test(referenceName(callee) ?? "")) return undefined;
  const asked = given ?? conditionOf(callee);
  const query = asked && (propertyValue(asked as Node, "where") ?? asked);
  if (query?.type !== "ObjectExpression") return undefined;
  return query.properties.find(
    (each): each is TSESTree.Property =>
      each.type === "Property" &&
      !propertyValue(each.value, "$exists") &&
      (isHeld(file, (staticName(each) ?? "").replace(VERIFIES, "verification"), each) ||
        (staticName(each) === "token" && opensWithTokens(file, store))),
  );
}

/** `{ name, password }` of `users.where({ name, password }).find()`. */
function conditionOf(callee: Node): Node | undefined {
  const made = callee.type === "MemberExpression" ? unwrap(callee.object) : undefined;
  return made?.type === "CallExpression" && referenceName(made.callee) === "where" ? made.arguments[0] : undefined;
}

/** `User`, `prisma.session`, `this.invitesRepository`: their tokens open something. Those of devices only get messages. */
function opensWithTokens(file: SourceFile, store: string | undefined): boolean {
  const owner = wordsOf(store ?? "")
    .filter((word) => !/^(?:collection|db|entity|model|prisma|repo|repository|schema|service|tokens?)$/.test(word))
    .at(-1);
  const one = owner?.replace(/s$/, "");
  return one !== undefined && one !== "device" && nameEvidence(`${one}_token`, file.settings)?.strength === "strong";
}

/** `session.token` wherever it stands. */
const tokensOf = (variable: Variable): Node[] =>
  variable.references
    .map(({ identifier }) => identifier.parent as Node)
    .filter((member) => member.type === "MemberExpression" && staticName(member) === "token");

/** `delete session.token`, `session.token = undefined` */
const isTakenAway = (member: Node): boolean =>
  (member.parent?.type === "UnaryExpression" && member.parent.operator === "delete") ||
  (member.parent?.type === "AssignmentExpression" && member.parent.left === member);

/** `session.token` beside `session` of `db.collection("session").findOne(…)` */
const tokenReadOf = (variable: Variable): Node | undefined => tokensOf(variable).find((member) => !isTakenAway(member));

/** What a query asks: `User`, `this.usersRepository`, `prisma.user`, as it is written; `users` of `db.collection("users")`. */
function storeOf(file: SourceFile, { callee }: TSESTree.CallExpression): string | undefined {
  const inner = unwrap(callee);
  const named = inner.type === "MemberExpression" ? unwrap(inner.object) : undefined;
  if (named?.type === "CallExpression" && referenceName(named.callee) === "collection") return literalText(named.arguments[0]);
  return inner.type === "MemberExpression" && /^(?:Identifier|ThisExpression)$/.test(rootOf(inner).type)
    ? file.sourceCode.getText(unwrap(inner.object) as never)
    : undefined;
}

/** The query whose records a value is: `rows` of `User.find().then((rows) => …)`, `User.findAll()`, `user` of `User.findOne(query, (error, user) => …)`. */
function broughtBy(file: SourceFile, node: Node): TSESTree.CallExpression | undefined {
  for (const { node: origin, path, parameter } of originsOf(file.sourceCode, node)) {
    if (path.length > 0) continue;
    const query = wholeQuery(parameter ? givingTo(parameter.of, parameter.index) : origin);
    if (query) return query;
  }
  return undefined;
}

/** The call whose answer a callback gets: as the first parameter of a promise's, as the second after an error. */
function givingTo(callback: FunctionNode, index: number): Node | undefined {
  const { parent: call } = callback;
  if (call?.type !== "CallExpression") return undefined;
  const promise = awaitedBy(callback);
  if (promise) return index === 0 && call.arguments[0] === callback ? promise : undefined;
  return index === 1 && call.arguments.at(-1) === callback && /^_?(?:e|err|error)$/.test(referenceName(callback.params[0]!) ?? "")
    ? call
    : undefined;
}

/** The password that the code reads or sets in the records of a store. None where queries choose more than what comes by itself. */
const passwordsOf = perFile((file) => {
  const found = new Map<string, { name: string; line: number }>();
  if (/select\(\s{0,9}["'`]\+|addSelect\(/.test(file.sourceCode.text)) return found;
  for (const variable of (file.sourceCode.scopeManager?.scopes ?? []).flatMap(({ variables }) => variables)) {
    const query = loadedBy(variable as Variable);
    const store = query && storeOf(file, query);
    if (store === undefined || found.has(store)) continue;
    const held = heldAt(file, variable as Variable, [], file.sourceCode.ast);
    if (held && /^password/.test(nameEvidence(held.name, file.settings)?.kind ?? "")) found.set(store, held);
  }
  return found;
});

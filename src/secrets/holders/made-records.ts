import type { TSESTree } from "@typescript-eslint/utils";
import { awaitedBy, dottedPath, isFunction, lineOf, propertyValue, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { originsOf, type Origin } from "../../ast/origins.js";
import type { SourceFile } from "../../source-file.js";
import { displayName } from "../evidence.js";
import { isHeld } from "../names/held-names.js";
import type { Holder } from "./holder.js";
import { shownName } from "../masking.js";
import { membersRead } from "../names/members-read.js";
import { pickedIn } from "../shown/parts-of-values.js";
import { namesPeople } from "../names/people.js";
import { signInBody } from "./sign-in-bodies.js";

/**
 * A record that the code makes with a password and stores: `await new User({ email, password }).save()`, `await User.create({ … })`, and what
 * their callbacks and `then` are given. What is stored is given back whole, also where a hash took the password's place.
 */
export function madeWithSecret(file: SourceFile, node: Node, shown: string): Holder | undefined {
  if (node.type !== "Identifier") return undefined;
  for (const origin of originsOf(file.sourceCode, node)) {
    const sent = origin.path.length === 0 ? sentToStore(file, node, origin.node, shown) : undefined;
    if (sent) return sent;
    const content =
      origin.path.length === 0 ? (contentToStore(file, node, origin.node) ?? storedContent(file, storing(origin), node.name)) : undefined;
    const secret = content?.properties.find(
      (each): each is TSESTree.Property => each.type === "Property" && isHeld(file, staticName(each) ?? "", each),
    );
    if (secret)
      return {
        reason: `${shown} is the whole record that is stored with its ${shownName(staticName(secret), "secret")} (line ${lineOf(secret)})`,
        names: [],
      };
  }
  return undefined;
}

/** The literal of `const user = new User({ … })`, where `user.save()` follows. */
const contentToStore = (file: SourceFile, holder: TSESTree.Identifier, made: Node): TSESTree.ObjectExpression | undefined =>
  isSaved(file, holder, made) ? literalOf(file, made.arguments[0]) : undefined;

const isSaved = (file: SourceFile, { name }: TSESTree.Identifier, made: Node): made is TSESTree.NewExpression =>
  made.type === "NewExpression" && membersRead(file).get(name)?.has("save") === true;

/** What is stored as it was sent: `new User(req.body)` where people sign up, `new User(_.pick(req.body, ["name", "password"]))`. */
function sentToStore(file: SourceFile, holder: TSESTree.Identifier, made: Node, shown: string): Holder | undefined {
  if (!isSaved(file, holder, made) || !namesPeople(referenceName(made.callee))) return undefined;
  const given = made.arguments[0] as Node | undefined;
  if (!given || /^(?:Literal|ObjectExpression|SpreadElement)$/.test(given.type)) return undefined;
  const holds = pickedIn(file, given) ?? signInBody(file, given, dottedPath(given) ?? [], displayName(given));
  return holds && { reason: `${shown} is the whole record that is stored as it was sent: ${holds.reason}`, names: [] };
}

/** The call that gives a record back: itself, of `call.then((record) => …)`, of `call(…, (error, record) => …)`. */
function storing({ node, parameter }: Origin): Node {
  const call = parameter?.of.parent;
  if (!parameter || call?.type !== "CallExpression") return node;
  const promise = awaitedBy(parameter.of);
  if (promise) return parameter.index === 0 && call.arguments[0] === parameter.of ? promise : node;
  const takesError = isFunction(parameter.of) && /^_?(?:e|err|error)$/.test(referenceName(parameter.of.params[0] as Node) ?? "");
  return parameter.index === 1 && takesError && call.arguments.at(-1) === parameter.of ? call : node;
}

/** The literal that `Model.create` or the `save` of a `new Model` stores. */
function storedContent(file: SourceFile, call: Node, holder: string): TSESTree.ObjectExpression | undefined {
  const callee = call.type === "CallExpression" ? unwrap(call.callee) : undefined;
  if (call.type !== "CallExpression" || callee?.type !== "MemberExpression") return undefined;
  const given = call.arguments[0] as Node | undefined;
  switch (staticName(callee)) {
    case "create":
      return isModel(callee.object) && !["omit", "select"].some((key) => propertyValue(given, key))
        ? literalOf(file, propertyValue(given, "data") ?? given)
        : undefined;
    case "save":
      // users.save({ email, password }) of a service
      if (given && !isFunction(given) && namesPeople(referenceName(callee.object)))
        return OTHER_ANSWER.test(holder) ? undefined : literalOf(file, given);
      return originsOf(file.sourceCode, callee.object)
        .map(({ node, path }) => (path.length === 0 && node.type === "NewExpression" ? literalOf(file, node.arguments[0]) : undefined))
        .find((each) => each !== undefined);
    default:
      return undefined;
  }
}

/** What a service may give instead of the record. */
const OTHER_ANSWER = /(?:^|_)(?:affected|count|id|ok|res|resp|response|result|status|success)$|I[dD]$/;

/** `User`, `db.User`, `prisma.user`, `this.userModel`: no service, whose `create` may give back less. */
function isModel(owner: Node): boolean {
  const inner = unwrap(owner);
  const name = referenceName(inner) ?? "";
  if (inner.type === "MemberExpression" && /^(?:db|prisma)$/i.test(referenceName(inner.object) ?? "")) return true;
  return /^[A-Z](?!.*(?:Service|Api|Client|Controller)$)/.test(name) || /(?:Model|Repository)$/.test(name);
}

const literalOf = (file: SourceFile, node: Node | undefined): TSESTree.ObjectExpression | undefined =>
  node &&
  originsOf(file.sourceCode, node).flatMap(({ node: literal, path }) =>
    path.length === 0 && literal.type === "ObjectExpression" ? [literal] : [],
  )[0];

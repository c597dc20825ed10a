import type { TSESTree } from "@typescript-eslint/utils";
import { moduleMember } from "../../ast/modules.js";
import { dottedPath, literalText, outward, propertyValue, referenceName, rootOf, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { originsAt } from "../../ast/origins.js";
import { isGlobal, reassignments, variableOf } from "../../ast/scope.js";
import { constantInitializer } from "../../ast/static-value.js";
import { perFile, type SourceFile } from "../../source-file.js";
import { credentialConsumers, KOA_KEYS, type CredentialConsumer } from "./credential-consumers.js";
import { catchesMail } from "./local-servers.js";
import { makesRandom } from "./random-hmacs.js";

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

const isCallee = (callee: string): RegExp => new RegExp(`^(?:${callee})$`);
// Built when a file names one of the libraries.
let patterns: { any: RegExp; each: readonly { consumer: CredentialConsumer; pattern: RegExp }[] } | undefined;
const known = new Map<string, readonly CredentialConsumer[]>();

/** Files call the same few functions again and again. */
function consumersOf(id: string): readonly CredentialConsumer[] {
  patterns ??= {
    any: isCallee(credentialConsumers.map(({ callee }) => callee).join("|")),
    each: credentialConsumers.map((consumer) => ({ consumer, pattern: isCallee(consumer.callee) })),
  };
  let consumers = known.get(id);
  if (!consumers)
    known.set(
      id,
      (consumers = patterns.any.test(id) ? patterns.each.filter(({ pattern }) => pattern.test(id)).map(({ consumer }) => consumer) : []),
    );
  return consumers;
}

/** A literal that a library takes as a credential. */
export interface ConsumedLiteral {
  consumer: CredentialConsumer;
  /** What takes it: a function that is called, a property that is set. */
  taker: Node;
  /** A string literal, template or concatenation without holes in it. */
  literal: Node;
}

/** The literals of this file that `call` hands to a library as a credential; empty for every other call. */
export function consumedLiterals(file: SourceFile, call: Call): ConsumedLiteral[] {
  const { sourceCode } = file;
  if (!namesAConsumer(file)) return [];
  const { id, shift } = calleeOf(file, call);
  if (id === undefined || (id === "crypto:createHmac" && makesRandom(file, call))) return [];
  const found: ConsumedLiteral[] = [];
  for (const consumer of consumersOf(id)) {
    const [index, ...path] = consumer.at;
    const argument = call.arguments[index + shift];
    if (
      !argument ||
      argument.type === "SpreadElement" ||
      (consumer.kind === "password" && call.arguments.some(isSqlite)) ||
      (consumer.env === "SMTP_PASSWORD" && catchesMail(file, argument))
    )
      continue;
    const texts = consumer.env === "HMAC_SECRET" ? digestedTexts(file, call) : [];
    for (const origin of originsAt(sourceCode, argument, path))
      if (origin.path.length === 0 && origin.whole && !texts.includes(origin.node))
        found.push({ consumer, taker: call.callee, literal: origin.node });
  }
  return found;
}

/** The options of a database that is a file, and asks for no password. */
const isSqlite = (options: Node): boolean =>
  options.type === "ObjectExpression" &&
  /sqlite/.test(literalText(propertyValue(options, "dialect") ?? propertyValue(options, "type")) ?? "");

/** What an HMAC is made of: a text that is its own key, as in `sha256(text, key = text)`, is hashed and nobody's secret. */
function digestedTexts({ sourceCode }: SourceFile, call: Call): Node[] {
  const member = outward(call)?.parent;
  const update = member?.type === "MemberExpression" && staticName(member) === "update" ? outward(member)?.parent : undefined;
  const text =
    update?.type === "CallExpression"
      ? update.arguments[0]
      : call.arguments.length > 1 && /^Hmac/.test(referenceName(call.callee) ?? "")
        ? call.arguments[0]
        : undefined;
  return text && text.type !== "SpreadElement" ? originsAt(sourceCode, text, []).map(({ node }) => node) : [];
}

/** `module:path` of what is called; a plugin handed to `register` or `use` counts as called with the options after it. */
function calleeOf(file: SourceFile, call: Call): { id: string | undefined; shift: number } {
  const { sourceCode } = file;
  const callee = unwrap(call.callee);
  const own = moduleMember(sourceCode, callee);
  if (own) return { id: `${own.module}:${own.path.join(".")}`, shift: 0 };
  const plain = globalId(file, callee);
  if (plain !== undefined || callee.type !== "MemberExpression") return { id: plain, shift: 0 };
  const method = staticName(callee);
  const [plugin] = call.arguments;
  if (method === "register" && plugin && call.arguments.length > 1) {
    const member = moduleMember(sourceCode, plugin);
    return { id: member && `${member.module}:${member.path.join(".")}`, shift: 1 };
  }
  const maker = makerOf(file, callee.object);
  const made = maker && moduleMember(sourceCode, maker.callee);
  return { id: made && `${made.module}:${made.path.join(".")}().${method}`, shift: 0 };
}

/** What a name of a plain snippet means, or of a script tag: nothing in the file defines it. */
const GLOBALS: Readonly<Record<string, string>> = {
  CryptoJS: "crypto-js",
  bcrypt: "bcrypt",
  crypto: "crypto",
  jsonwebtoken: "jsonwebtoken",
  jwt: "jsonwebtoken",
  nodemailer: "nodemailer",
};
const CRYPTO_FUNCTION = /^create(?:Hmac|Cipheriv|Decipheriv)$/;

/** The modules of the table, as regular expression sources. */
const MODULES = credentialConsumers.flatMap(({ callee }) =>
  [...callee.matchAll(/(?:^|\|)((?:\(\?[:!][^()]*\)|[^:|()])+):/g)].map(([, module]) => module),
);
const CONSUMER = new RegExp(
  `["'\`](?:node:)?(?:${[...new Set(MODULES)].join("|")})["'\`]|\\b(?:create(?:Hmac|Cipheriv|Decipheriv)|${Object.keys(GLOBALS).join("|")})\\b`,
);

/** Most files name none of the libraries, so their calls need not be resolved. */
const namesAConsumer = perFile(({ sourceCode }) => CONSUMER.test(sourceCode.text));

function globalId(file: SourceFile, callee: Node): string | undefined {
  const [root, ...rest] = dottedPath(callee) ?? [];
  const isParameter = rest.length === 1 && isGivenLibrary(file, rootOf(callee));
  if (root === undefined || !(isParameter || isGlobal(file.sourceCode, rootOf(callee)))) return undefined;
  if (rest.length === 0) return CRYPTO_FUNCTION.test(root) ? `crypto:${root}` : undefined;
  return Object.hasOwn(GLOBALS, root) ? `${GLOBALS[root]}:${rest.join(".")}` : undefined;
}

/** `jwt` of `module.exports = (app, passport, jwt) => …`: the library, when it is asked to sign. */
function isGivenLibrary({ sourceCode }: SourceFile, root: Node): boolean {
  const variable = root.type === "Identifier" ? variableOf(sourceCode, root) : undefined;
  return variable?.defs[0]?.type === ("Parameter" as string) && reassignments(variable).length === 0;
}

/** The literals of `app.keys = ["…"]`: Koa signs its cookies with them, <https://koajs.com/#app-keys->. */
export function consumedByAssignment(file: SourceFile, { left, right, operator }: TSESTree.AssignmentExpression): ConsumedLiteral[] {
  if (operator !== "=" || left.type !== "MemberExpression" || staticName(left) !== "keys") return [];
  const maker = makerOf(file, left.object);
  const isKoa = maker ? moduleMember(file.sourceCode, maker.callee)?.module === "koa" || referenceName(maker.callee) === "Koa" : false;
  if (!isKoa) return [];
  return originsAt(file.sourceCode, right, ["*"]).flatMap((origin) =>
    origin.path.length === 0 && origin.whole ? [{ consumer: KOA_KEYS, taker: left, literal: origin.node }] : [],
  );
}

/** The call at the root of a chain: `new SignJWT(claims)` of `new SignJWT(claims).setSubject(id).sign`. */
function makerOf(file: SourceFile, node: Node): Call | undefined {
  let current = unwrap(node);
  for (let hops = 0; hops < 12; hops++) {
    if (current.type === "NewExpression") return current;
    if (current.type === "Identifier") {
      const init = constantInitializer(file.sourceCode, current);
      if (!init) return undefined;
      current = unwrap(init);
    } else if (current.type === "CallExpression") {
      const callee = unwrap(current.callee);
      if (callee.type !== "MemberExpression" || moduleMember(file.sourceCode, callee)) return current;
      current = unwrap(callee.object);
    } else return undefined;
  }
  return undefined;
}

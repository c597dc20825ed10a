import type { TSESTree } from "@typescript-eslint/utils";
import { localFunction } from "../../ast/functions.js";
import { staticName, unwrap, type Node } from "../../ast/nodes.js";
import { constantInitializer, staticString } from "../../ast/static-value.js";
import { deliver } from "../../fix/delivery.js";
import { evidenceOf } from "../../secrets/evidence.js";
import { isTestLike } from "../../secrets/file-role.js";
import { shownName } from "../../secrets/masking.js";
import { hashSinkOf, stringForm, type HashSink } from "../../sinks/hashes/hash-functions.js";
import { hashWrapperOf, namedHashOf } from "../../sinks/hashes/named-hashes.js";
import { weakParametersOf, type CostLimits, type WeakParameter } from "../../sinks/hashes/password-kdfs.js";
import type { SourceFile } from "../../source-file.js";
import type { RuleContext, VisitorOf } from "../../visitor.js";
import type { MessageIds, noFastHashPassword } from "../no-fast-hash-password.js";
import { hashesInSql, passwordHashesInSql } from "./hashes-in-sql.js";
import { parameterProposals } from "./cost-repairs.js";
import { isGivenProjectSecret, onlyDecrypts, servesOtherPurpose } from "./other-purposes.js";
import { placesOf } from "./digest-places.js";
import { mayBePassword, passwordInput, type PasswordInput } from "./password-input.js";
import { answersProtocol } from "./protocols.js";
import { repairOf } from "./repairs.js";
import { usesOf, type Use } from "./uses.js";

interface Finding {
  sink: HashSink;
  input: PasswordInput;
  uses: readonly Use[];
}

/** A call that may hash: by what it means, or by what it is called. */
interface Call {
  node: TSESTree.CallExpression | TSESTree.NewExpression;
  sink: HashSink | undefined;
  named: HashSink | undefined;
}

type Context = RuleContext<MessageIds, CostLimits>;

export const visitor: VisitorOf<typeof noFastHashPassword> = {
  create(context, file, options) {
    if (isTestLike(file)) return {};
    const calls: Call[] = [];
    const check = (node: TSESTree.CallExpression | TSESTree.NewExpression): void => {
      const sink = hashSinkOf(file, node);
      calls.push({ node, sink, named: sink || node.type === "NewExpression" ? undefined : namedHashOf(file, node) });
    };
    return {
      CallExpression: check,
      NewExpression: check,
      ...(hashesInSql(file)
        ? {
            Literal: (node: TSESTree.Literal) => reportSql(context, file, node),
            TemplateLiteral: (node: TSESTree.TemplateLiteral) => reportSql(context, file, node),
          }
        : {}),
      // The edit of one digest depends on what becomes of the others.
      "Program:exit"() {
        const findings: Finding[] = [];
        const others: HashSink[] = [];
        // No function hashes what it is given in a file that hashes nothing.
        const mayWrap = calls.some(({ sink, named }) => sink ?? named);
        for (const { node, sink: known, named } of calls) {
          const sink = known ?? (mayWrap && node.type === "CallExpression" ? wrapperCall(file, node) : undefined) ?? named;
          const input = sink && passwordInput(file, sink);
          if (sink && !input) others.push(sink);
          else if (sink && input && isOfPassword(file, sink)) findings.push(findingOf(file, sink, input));
          else if (!sink && node.type === "CallExpression")
            for (const weak of weakParametersOf(file, node, options)) reportParameter(context, file, weak);
        }
        findings.push(...besidePasswords(file, findings, others));
        const compared = new Set(findings.filter(({ uses }) => uses.some(({ role }) => /^(?:compare|lookup|match)$/.test(role))));
        for (const finding of findings) reportHash(context, file, finding, compared.size > (compared.has(finding) ? 1 : 0));
      },
    };
  },
};

const isOfPassword = (file: SourceFile, sink: HashSink): boolean => !isNested(file, sink) && !servesOtherPurpose(file, sink);

const findingOf = (file: SourceFile, sink: HashSink, input: PasswordInput): Finding => ({
  sink,
  input,
  uses: sink.result ? usesOf(file, sink.result) : [],
});

/** Digests that are kept, or compared, where those of passwords are: `where({ mdp: sha1(typed) })` beside `insert({ mdp: sha1(password) })`. */
function besidePasswords(file: SourceFile, findings: readonly Finding[], others: readonly HashSink[]): Finding[] {
  const places = new Set(others.length > 0 ? findings.flatMap(({ sink }) => placesOf(file, sink)) : []);
  if (places.size === 0) return [];
  return others.flatMap((sink) => {
    const place = placesOf(file, sink).find((name) => places.has(name));
    return place !== undefined && mayBePassword(file, sink) && isOfPassword(file, sink)
      ? [findingOf(file, sink, { reason: `digests of passwords are kept as ${shownName(place)}`, part: undefined })]
      : [];
  });
}

/** A call of a local function that hashes its parameter without knowing what it is: `md5(password)` of `function md5(text)`. */
function wrapperCall(file: SourceFile, call: TSESTree.CallExpression): HashSink | undefined {
  const fn = localFunction(file.sourceCode, call.callee);
  const wrapper = fn && hashWrapperOf(file, fn);
  if (!wrapper || passwordInput(file, wrapper.sink)) return undefined;
  const data = wrapper.parameters.flatMap((index) => call.arguments[index] ?? []).filter((each) => each.type !== "SpreadElement");
  const inner = wrapper.sink;
  return data.length === 0
    ? undefined
    : { algorithm: inner.algorithm, call, data, key: undefined, result: call, resultType: inner.resultType, inOnePiece: true };
}

function reportHash(context: Context, file: SourceFile, { sink, input }: Finding, othersAreCompared: boolean): void {
  const { proposals, lookup } = repairOf(file, sink, input.part, othersAreCompared);
  context.report({
    loc: placeOf(sink, input.part),
    messageId: lookup ? "fastHashLookup" : "fastHash",
    data: { algorithm: sink.algorithm, reason: input.reason },
    ...deliver<MessageIds>(file, proposals, { inTest: false }),
  });
}

/** `"… SET password = MD5('" + password + "')"`: the sum is read as a whole, from its first literal. */
function reportSql(context: Context, file: SourceFile, node: TSESTree.Literal | TSESTree.TemplateLiteral): void {
  if (node.type === "Literal" && typeof node.value !== "string") return;
  let whole: Node = node;
  while (whole.parent?.type === "BinaryExpression" && whole.parent.left === whole) whole = whole.parent;
  if (whole.parent?.type === "BinaryExpression") return;
  for (const { algorithm, name, loc } of passwordHashesInSql(file, whole))
    context.report({ loc, messageId: "fastHash", data: { algorithm, reason: `SQL calls it ${shownName(name)}` } });
}

/** In how many lines a computation over several statements is shown as a whole. */
const MAX_LINES = 6;

/** The whole computation; where it is spread over the file, the call that takes the password. */
function placeOf({ call, data, result, inOnePiece }: HashSink, part: Node | undefined): TSESTree.SourceLocation {
  if (inOnePiece) return (result ?? call).loc;
  const fed = part && data.find(({ range }) => range[0] <= part.range[0] && part.range[1] <= range[1]);
  const feeding = (fed ?? data[0])?.parent ?? call;
  const lines = feeding.loc.end.line - call.loc.start.line;
  return lines >= 0 && lines <= MAX_LINES ? { start: call.loc.start, end: feeding.loc.end } : feeding.loc;
}

/** `md5(md5(password) + salt)`: the outer call is reported. */
function isNested(file: SourceFile, sink: HashSink): boolean {
  for (let node: Node | undefined = sink.call.parent; node && !/Statement$|Declarat|^Arrow|^Function/.test(node.type); node = node.parent) {
    if (node.type !== "CallExpression" || node.range[1] === sink.result?.range[1]) continue;
    const outer = hashSinkOf(file, node) ?? wrapperCall(file, node) ?? namedHashOf(file, node);
    if (outer?.data.some((data) => data.range[0] <= sink.call.range[0] && sink.call.range[1] <= data.range[1]))
      return passwordInput(file, outer) !== undefined || answersProtocol(file, outer);
    if (feedsHash(file, node))
      return node.arguments.some((each) => each.range[0] <= sink.call.range[0] && sink.call.range[1] <= each.range[1]);
  }
  return false;
}

/** `createHash("md5").update(…)`, `hash.update(…)` of a hash object; `db.user.update(…)` stores. */
function feedsHash(file: SourceFile, call: TSESTree.CallExpression): boolean {
  if (call.callee.type !== "MemberExpression" || staticName(call.callee) !== "update") return false;
  let owner = unwrap(call.callee.object);
  while (owner.type === "CallExpression" && owner.callee.type === "MemberExpression" && staticName(owner.callee) === "update")
    owner = unwrap(owner.callee.object);
  if (owner.type === "Identifier") owner = constantInitializer(file.sourceCode, owner) ?? owner;
  return (owner.type === "CallExpression" || owner.type === "NewExpression") && hashSinkOf(file, owner) !== undefined;
}

/** A slow hash, seen as the rule sees fast ones. */
const slowSink = (file: SourceFile, { call, family }: WeakParameter, password: Node): HashSink => ({
  algorithm: family,
  call,
  data: [password],
  key: undefined,
  result: stringForm(file, call) ?? call,
  resultType: "other",
  inOnePiece: false,
});

function reportParameter(context: Context, file: SourceFile, weak: WeakParameter): void {
  const { password, family, parameter, actual, recommended } = weak;
  // The hash of a literal is sample data unless it is stored; PBKDF2 and scrypt also make keys.
  const makesKeys = /^(?:PBKDF2|scrypt)/.test(family);
  if (makesKeys && (onlyDecrypts(file, weak.call) || (password && isGivenProjectSecret(file, password)))) return;
  // bcrypt.hash(refreshToken, 5): nobody guesses what a generator made.
  if (password && /^(?:apiKey|token)$/.test(evidenceOf(file, password)?.kind ?? "")) return;
  const isAsked = makesKeys || (password && staticString(file.sourceCode, password) !== undefined);
  if (isAsked && !(password && passwordInput(file, slowSink(file, weak, password)))) return;
  const reason =
    actual === "argon2d"
      ? "whose memory accesses depend on the password and can be observed"
      : "which graphics cards attack with less memory";
  const data = { family, parameter, actual, recommended, reason };
  context.report({
    node: weak.node,
    messageId: recommended === "argon2id" ? "weakVariant" : "lowCost",
    data,
    ...deliver<MessageIds>(file, parameterProposals(file, weak, data), { inTest: false }),
  });
}

import type { TSESTree } from "@typescript-eslint/utils";
import { literalText } from "../../ast/nodes.js";
import { staticNumber, staticString } from "../../ast/static-value.js";
import type { RandomSource } from "../../secrets/sources/random-sources.js";
import type { SourceFile } from "../../source-file.js";
import { bindMember } from "../bindings.js";
import type { EditClass } from "../delivery.js";
import { replace } from "../edit.js";
import { argumentText } from "../hazards.js";
import { runtimeOf } from "../runtime.js";
import { globalReads } from "../scopes.js";
import { choice, recommended, type Repairs } from "./repair-choices.js";
import { isNode, pick, shuffled, withMember, type Replacement } from "./replacements.js";
import { ofShape } from "./shape-repairs.js";

// Repairs of calls of packages: lodash, nanoid, uuid.

export function ofLibrary(file: SourceFile, call: TSESTree.CallExpression, { from, member }: RandomSource): Repairs | undefined {
  const repairs = (editClass: EditClass, made: Replacement | undefined, use: string): Repairs => ({
    node: call,
    use,
    same: choice(editClass, made),
    token: [],
  });
  if (from === "crypto" && member === "pseudoRandomBytes")
    return repairs(
      "equivalent",
      withMember(file, call.callee, "randomBytes", (_, bytes) => bytes),
      "randomBytes() of node:crypto",
    );
  if (from === "nanoid/non-secure")
    return repairs(isNode(file) ? "equivalent" : "manual", secureModule(file, "nanoid/non-secure", "nanoid"), "nanoid");
  if (from === "uuid" || from === "uuid/v1") return repairs("manual", randomUuid(file, call, from), "a random UUID");
  return /^(?:lodash|underscore)/.test(from) ? ofLodash(file, call, member) : undefined;
}

function ofLodash(file: SourceFile, call: TSESTree.CallExpression, member: string): Repairs | undefined {
  const [first, second] = call.arguments;
  if (call.arguments.some((each) => each.type === "SpreadElement")) return undefined;
  if (member === "random") return ofLodashNumber(file, call);
  const list = first && argumentText(file.sourceCode, first);
  if (list === undefined || call.arguments.length > 2) return undefined;
  const shuffle = (after: string): Repairs => ({
    node: call,
    use: "a Fisher-Yates shuffle with a secure generator",
    same: choice("manual", shuffled(file, call, `[...${list}]`, after), "useShuffle"),
    token: [],
  });
  if (member === "shuffle") return shuffle("");
  if (member === "sampleSize") return shuffle(`.slice(0, ${second ? argumentText(file.sourceCode, second) : "1"})`);
  const text = staticString(file.sourceCode, first!);
  const isNamed = /^(?:Identifier|Literal)$/.test(first!.type);
  const editClass: EditClass = text !== undefined && text !== "" && ["node", "unknown"].includes(runtimeOf(file)) ? "equivalent" : "manual";
  return { node: call, use: recommended(file, "int"), same: isNamed ? choice(editClass, pick(file, call, list)) : [], token: [] };
}

/** `_.random(1, 6)`, both ends included. */
function ofLodashNumber(file: SourceFile, call: TSESTree.CallExpression): Repairs | undefined {
  const numbers = call.arguments.map((argument) => staticNumber(file.sourceCode, argument));
  const [low, high] = numbers.length === 2 ? numbers : [0, numbers.length === 1 ? numbers[0] : 1];
  if (
    numbers.length > 2 ||
    low === undefined ||
    high === undefined ||
    !Number.isSafeInteger(low) ||
    !Number.isSafeInteger(high) ||
    low > high
  )
    return undefined;
  const size = high - low + 1;
  return ofShape(file, { kind: "integer", node: call, low: String(low), high: String(high + 1), span: String(size), size, proven: true });
}

/** Another module in the place of one: `nanoid/non-secure` → `nanoid`, the same alphabet and length. */
function secureModule(file: SourceFile, from: string, to: string): Replacement | undefined {
  const imported = file.sourceCode.ast.body.flatMap((each) => (each.type === "ImportDeclaration" ? [each.source] : []));
  const required = globalReads(file, "require").flatMap(({ parent }) =>
    parent?.type === "CallExpression" ? (parent.arguments[0] ?? []) : [],
  );
  const edits = [...imported, ...required]
    .filter((each) => literalText(each) === from && each.type === "Literal")
    .map((each) => replace(each, file.sourceCode.getText(each).replace(from, to)));
  return edits.length > 0 ? { edits, use: to } : undefined;
}

/** `v1()` → `v4()`. Options and the order in time are lost. */
function randomUuid(file: SourceFile, call: TSESTree.CallExpression, from: string): Replacement | undefined {
  if (call.arguments.length > 0) return undefined;
  if (from === "uuid/v1") return secureModule(file, from, "uuid/v4");
  const bound = bindMember(file, call, "uuid", "v4");
  return bound && { edits: [...bound.edits, replace(call.callee, bound.text)], use: "v4() of uuid" };
}

import type { TSESTree } from "@typescript-eslint/utils";
import { staticName } from "../../ast/nodes.js";
import type { RandomSource } from "../../secrets/sources/random-sources.js";
import type { SourceFile } from "../../source-file.js";
import { argumentText } from "../hazards.js";
import { ofDigest } from "./digest-repairs.js";
import { integerShape } from "./integer-shapes.js";
import { ofLibrary } from "./library-repairs.js";
import { choice, recommended, tokenFor, type Repairs } from "./repair-choices.js";
import { fraction, shuffled, uuid } from "./replacements.js";
import { ofShape } from "./shape-repairs.js";
import { textShape, uuidShape } from "./text-shapes.js";
import { partOfText, wholeValue } from "./value-places.js";

/**
 * The expression around a random source that makes the value, and its replacements: safest first.
 *
 * @param sort the sort whose comparator the source is
 */
export function repairsOf(file: SourceFile, call: TSESTree.CallExpression, source: RandomSource, sort?: TSESTree.CallExpression): Repairs {
  if (sort) return ofSort(file, sort);
  const digest = ofDigest(file, call);
  if (digest?.pure) return digest.repairs;
  const shape = source.from === "math" ? (uuidShape(file, call) ?? integerShape(file, call) ?? textShape(file, call)) : undefined;
  if (shape) return ofShape(file, shape);
  return ofLibrary(file, call, source) ?? digest?.repairs ?? ofValue(file, call, source);
}

/** A fraction, a time or the text of a package: a new value in its place, or as its part of a text. */
function ofValue(file: SourceFile, call: TSESTree.CallExpression, source: RandomSource): Repairs {
  const whole = wholeValue(file, call);
  const place = whole ?? partOfText(call);
  const token = place
    ? [...choice("manual", tokenFor(file, place), "useToken"), ...(whole ? choice("manual", uuid(file, whole), "useUuid") : [])]
    : [];
  const same = source.from === "math" ? choice("manual", fraction(file, call)) : [];
  return { node: call, use: recommended(file, source.shape === "integer" ? "int" : "bytes"), same: [], token: [...token, ...same] };
}

function ofSort(file: SourceFile, sort: TSESTree.CallExpression): Repairs {
  const { callee } = sort;
  const list = callee.type === "MemberExpression" && !callee.optional ? argumentText(file.sourceCode, callee.object) : undefined;
  const made = list === undefined ? undefined : shuffled(file, sort, staticName(callee) === "sort" ? list : `[...${list}]`);
  return { node: sort, use: "a Fisher-Yates shuffle with a secure generator", same: choice("manual", made, "useShuffle"), token: [] };
}

import { referenceName, unwrap, type Node } from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { staticString } from "../../ast/static-value.js";
import { endText, isSum } from "../../ast/texts.js";
import { perFile, type SourceFile } from "../../source-file.js";
import type { Holder } from "./holder.js";
import { shownName } from "../masking.js";
import { isHarmless } from "../shown/redaction.js";
import { isAboutOtherTokens } from "../surroundings.js";

/** Parameters of addresses that open what the address is of. */
const PARAMETER =
  /[?&]((?:access|auth|bearer|id|invitation|invite|login|magic|refresh|reset|session|verification|verify)?[_-]?(?:jwt|token)|api[_-]?key|client[_-]?secret|otp|password)=$/i;
/** What such a value is called that has no name of its own: `?token=${encoded}`. One that has is told by it. */
const UNNAMED = /^(?:encoded|encrypted|generated|hash|hashed|hex|issued|random|raw|sealed|signed)(?:Bytes|Hex|Str|String|Value)?$|^value$/i;
const MAX_PARTS = 40;

/** The parameter that a text before a value ends with, where the value is a secret by it, whatever its own name: `` `${host}/reset?token=${encoded}` ``. */
export function parameterBefore(file: SourceFile, text: string | null | undefined, value: Node): string | undefined {
  const name = PARAMETER.exec(text ?? "")?.[1];
  if (name === undefined) return undefined;
  const inner = unwrap(value);
  const called = referenceName(inner.type === "CallExpression" ? inner.callee : inner) ?? "";
  const isOther = !UNNAMED.test(called) || isAboutOtherTokens(file, value);
  return isOther || staticString(file.sourceCode, inner) !== undefined || isHarmless(file, inner) ? undefined : name;
}

const writesParameters = perFile(({ sourceCode: { text } }) => /[?&][\w-]{2,30}=(?:\$\{|["'`]\s{0,9}\+)/.test(text));

/** `link` of `` const link = `${host}/reset?token=${encoded}` ``. */
export function writtenParameter(file: SourceFile, node: Node, shown: string): Holder | undefined {
  if (!writesParameters(file)) return undefined;
  for (const { node: text, path } of originsOf(file.sourceCode, node)) {
    const name = path.length === 0 ? parameterIn(file, text) : undefined;
    if (name !== undefined) return { reason: `${shown} holds the parameter ${shownName(name, "of a secret")}`, names: [name] };
  }
  return undefined;
}

function parameterIn(file: SourceFile, text: Node, depth = 0): string | undefined {
  if (text.type === "TemplateLiteral") {
    for (const [index, hole] of text.expressions.slice(0, MAX_PARTS).entries()) {
      const name = parameterBefore(file, text.quasis[index]?.value.cooked, hole);
      if (name !== undefined) return name;
    }
  } else if (isSum(text) && depth < MAX_PARTS)
    return parameterBefore(file, endText(text.left as Node), text.right) ?? parameterIn(file, text.left as Node, depth + 1);
  return undefined;
}

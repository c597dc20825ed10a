import type { Destination } from "../../ast/destinations.js";
import { literalText, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { constantInitializer } from "../../ast/static-value.js";
import type { SourceFile } from "../../source-file.js";

const FINDING = /^(?:\$|getElementById|getElementsByName|jQuery|querySelector|querySelectorAll)$/;
/** `#new_password`, `[name="otp"]`, `input.password`; the bare `password` of getElementById. */
const NAME = /(?:^|#|^input\.|name=["']?)([A-Za-z][\w-]{1,60})["'\]]{0,2}$/;

/** The name of the field of a form that takes a value: `$("#user_password").val(value)`, `document.getElementById("otp").value = value`. */
export function fieldName(file: SourceFile, place: Destination): string | undefined {
  const member = memberOf(place);
  const found = member && elementOf(file, member);
  if (found?.type !== "CallExpression" || !FINDING.test(referenceName(found.callee) ?? "")) return undefined;
  const [first = ""] = (literalText(found.arguments[0]) ?? "").split(",", 1);
  return NAME.exec(first.trim())?.[1];
}

/** What is written to: the owner of `.value = …` or `.val(…)`. */
function memberOf(place: Destination): Node | undefined {
  if (place.kind === "property" && place.name === "value" && place.node.type === "MemberExpression") return place.node.object;
  const callee = place.kind === "argument" && place.call.arguments.length === 1 ? unwrap(place.call.callee) : undefined;
  return callee?.type === "MemberExpression" && staticName(callee) === "val" ? callee.object : undefined;
}

function elementOf({ sourceCode }: SourceFile, owner: Node): Node | undefined {
  const inner = unwrap(owner);
  const init = inner.type === "Identifier" ? constantInitializer(sourceCode, inner) : inner;
  return init && unwrap(init);
}

import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunctions, isFunction, literalText, outward, referenceName, staticName, unwrap, type Node } from "../../../ast/nodes.js";
import { originsOf } from "../../../ast/origins.js";
import { namesPeople } from "../../../secrets/names/people.js";
import type { Comparison } from "../../../sinks/comparers.js";
import type { SourceFile } from "../../../source-file.js";
import { isEntered } from "../kept-for-somebody.js";
import { textOf } from "./excerpts.js";
import type { Side } from "../sides/sides.js";

/** Words of what a form asks twice, in several languages. `confirmationToken` is a token, `confirmPassword` a copy. */
export const TYPED_TWICE = new Set([
  "bekreft",
  "bevestig",
  "bis",
  "cf",
  "check",
  "conf",
  "conferma",
  "confirm",
  "confirma",
  "confirmacao",
  "confirmacion",
  "confirmar",
  "confirmation",
  "confirmação",
  "confirmación",
  "confirmed",
  "cpassword",
  "gentag",
  "herhaal",
  "konfirmasi",
  "match",
  "nochmal",
  "novamente",
  "opakovat",
  "potvrda",
  "powtorz",
  "re",
  "reentered",
  "repeti",
  "repetida",
  "repetido",
  "repetir",
  "repita",
  "repite",
  "ripeti",
  "second",
  "takror",
  "tekrar",
  "toista",
  "ujra",
  "ulangi",
  "verify",
  "wiederholen",
  "wiederholung",
]);

/** `sha1(passwordToMatch) === this.hashedPassword`: what is typed, and the hash that is kept of it. */
export const isHashed = (digest: Side, hash: Side): boolean =>
  (digest.digest === "password" || digest.digest === "hmac") && hash.digest === undefined && hash.kind === "passwordHash";

export const isPin = (node: Node): boolean => /pin|passcode/i.test(referenceName(node) ?? "");

/** `password` and `password2`, `password1` and `password2`. */
export function isNumberedCopy(left: Node, right: Node): boolean {
  const [a, b] = [referenceName(left), referenceName(right)];
  return a !== undefined && b !== undefined && a !== b && a.replace(/\d{1,9}$/, "") === b.replace(/\d{1,9}$/, "");
}

const VALIDATORS = /^(?:custom|oneOf|refine|superRefine|test|validate|validator|when)$/;

/** A rule of a form or schema compares two passwords: `validator: function (el) { return el === this.password; }`. */
export function isFormCheck(file: SourceFile, { node }: Comparison, sides: readonly [Side, Side]): boolean {
  if (!sides.some((side) => side.kind === "password" || isPin(side.node))) return false;
  if (sides.some((side) => side.standing === "kept" || side.digest === "password")) return false;
  for (const fn of enclosingFunctions(node)) {
    const place = outward(fn);
    if (place?.parent.type === "Property" && VALIDATORS.test(staticName(place.parent) ?? "")) return true;
    const callee = place?.parent.type === "CallExpression" && isFunction(place.child) ? unwrap(place.parent.callee) : undefined;
    if (callee?.type === "MemberExpression" && VALIDATORS.test(staticName(callee) ?? "")) return true;
  }
  if (sides.some((side) => isAskedAgain(file, side.node))) return true;
  const text = failureText(file, node);
  return DO_NOT_MATCH.test(text) || (DOES_NOT_MATCH.test(text) && !/\b40[13]\b/.test(text) && !sides.some(isOfSomebody));
}

/** `await readPassword("Please confirm your password")`, on the command line. */
const isAskedAgain = ({ sourceCode }: SourceFile, value: Node): boolean =>
  originsOf(sourceCode, value).some(
    ({ node, path }) =>
      path.length === 0 &&
      node.type === "CallExpression" &&
      node.arguments.some((each) => /\b(?:again|confirm|re-?enter|re-?type|repeat)\b/i.test(literalText(each) ?? "")),
  );

/** `this._password`, `member.password`, `room.password`: of an account or of what only some may enter, not of another field, step or component. */
function isOfSomebody({ node }: Side): boolean {
  const inner = unwrap(node);
  if (inner.type !== "MemberExpression") return false;
  const owner = referenceName(inner.object);
  return (
    namesPeople(owner) ||
    (owner !== undefined && isEntered(owner)) ||
    (inner.object.type === "ThisExpression" && /^_|^#/.test(referenceName(inner) ?? ""))
  );
}

const DO_NOT_MATCH =
  /passwords\s?(?:s\s)?(?:do|does|must|should|are|is|fields?)?\s?(?:n[o']?t\s)?(?:match|equal|the same|identical|different)|must match|not the same/i;
/** Said of one password it may be a login that fails. */
const DOES_NOT_MATCH = /password\s?(?:do|does|must|should|are|is|fields?)?\s?(?:n[o']?t\s)?(?:match|equal|the same|identical|different)/i;

/** What a check does when it fails. */
function failureText(file: SourceFile, node: Node): string {
  let statement: Node | undefined = node;
  while (statement && statement.type !== "IfStatement") statement = isFunction(statement) ? undefined : statement.parent;
  const branch = statement as TSESTree.IfStatement | undefined;
  return branch ? textOf(file, branch.consequent, 600) : "";
}

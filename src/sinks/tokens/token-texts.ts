import type { Destination } from "../../ast/destinations.js";
import { isSum, isSumOrTemplate, textParts } from "../../ast/texts.js";
import { enclosingFunctions, functionName, outward, referenceName, unwrap, type Node } from "../../ast/nodes.js";
import { mintedName, type Minted } from "../../secrets/names/minted-names.js";
import type { SourceFile } from "../../source-file.js";

// What the texts around a random part of a text say about the whole.

/** How providers' secret keys begin, which own keys are modelled on. Sources: the providers' documentation, as in `secrets/providers`. */
const SECRET_START = /^(?:[rs]k_(?:live|prod|test)_|sk-(?:ant|live|proj)-|whsec_|gh[opsu]_|github_pat_|glpat-|xox[abp]-)$/;
/** `api_key_`, `resetToken-`; not `mock-token-`. */
const NAMED_START = /^[a-z][a-z_-]{2,40}[_:-]$/i;
const SAMPLE = /demo|dummy|example|fake|mock|sample|test/i;

/** What a text is that begins so before its random part: `"sk_live_" + …`, `` `api_key_${…}` ``. */
export function begunSecret(file: SourceFile, random: Node): Extract<Minted, { is: "strong" }> | undefined {
  const start = startOfText(random);
  if (start === undefined) return undefined;
  if (SECRET_START.test(start)) return { is: "strong", noun: "a secret key", head: "key" };
  const minted = NAMED_START.test(start) && !SAMPLE.test(start) ? mintedName(start.slice(0, -1), file.settings) : undefined;
  return minted?.is === "strong" && /^(?:an API key|a secret key)$/.test(minted.noun) ? minted : undefined;
}

const THING = /^(?:agent|booking|chat|conv|conversation|dialog|dialogue|game|job|order|quiz|task|trip)[_-]/i;

/** Whether a text begins with what it is an id of: `` sessionId = `booking_${…}` `` is the number of a booking under way. */
export const startsAsThing = (random: Node): boolean => THING.test(startOfText(random) ?? "");

/** Whether a text begins with a word that is not its own name: `pin-` of a pin on a map. */
export const startsAsName = (random: Node): boolean => /^(?!.*(?:code|otp|pin\W))[^a-z]{0,3}[a-z]{2,}/i.test(startOfText(random) ?? "");

/** The literal that a template or sum begins with, in which the expression stands as it is or as text. */
function startOfText(random: Node): string | undefined {
  for (let place = outward(random); place; place = outward(place.parent)) {
    const { parent, child } = place;
    if (parent.type === "TemplateLiteral") return parent.quasis[0]?.value.cooked ?? "";
    if (isSum(parent) && parent.right === child) {
      const first = firstOf(parent);
      if (first !== undefined) return first;
    }
    if (
      parent.type === "CallExpression"
        ? parent.callee !== child && !/^(?:String|btoa|floor|ceil|round)$/.test(referenceName(parent.callee) ?? "")
        : !/^(?:BinaryExpression|MemberExpression)$/.test(parent.type)
    )
      return undefined;
  }
  return undefined;
}

function firstOf(sum: Node): string | undefined {
  let left = sum;
  while (isSum(left)) left = unwrap(left.left as Node);
  return left.type === "Literal" && typeof left.value === "string" ? left.value : undefined;
}

const ANY_TEXT = /^(?:create|gen|generate|get|make)?_?(?:rand|random|rdm)_?(?:chars?|str|string|text|word)s?$/i;

/** `pwd` of `function randomString(length) { let pwd = ""; … return pwd; }`, copied by many: the function says that it makes any text; its callers say what for. */
export function isTextOfHelper({ kind, node }: Destination): boolean {
  const [fn] = enclosingFunctions(node);
  return kind === "variable" && ANY_TEXT.test((fn && functionName(fn)) ?? "");
}

/** Whether a text also holds a value that is already what the name says: `sessionId: `${prefix}-${answer.sessionId}``. Then that one counts. */
export function holdsAnother(file: SourceFile, place: Destination, noun: string): boolean {
  const value = valueOf(place);
  return (
    value !== undefined &&
    isSumOrTemplate(unwrap(value)) &&
    textParts(value).some((part) => {
      const minted = part.type === "MemberExpression" ? mintedName(referenceName(part), file.settings) : undefined;
      return minted?.is === "strong" && minted.noun === noun;
    })
  );
}

/** `key = id + "-" + fileName`: under which a file is stored. */
export function namesFile(place: Destination): boolean {
  const value = valueOf(place);
  return (
    value !== undefined &&
    isSumOrTemplate(unwrap(value)) &&
    textParts(value).some((part) => /(?:^ext|file_?name|original_?name|extension|extname)$/i.test(referenceName(part) ?? ""))
  );
}

function valueOf({ kind, node }: Destination): Node | undefined {
  if (kind !== "property" && kind !== "variable") return undefined;
  if (node.type === "Property") return node.value;
  const { parent } = node;
  if (parent?.type === "VariableDeclarator") return parent.init ?? undefined;
  return parent?.type === "AssignmentExpression" && parent.left === node ? parent.right : undefined;
}

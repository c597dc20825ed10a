import type { Destination } from "../../ast/destinations.js";
import { argumentAt, isFunction, literalText, outward, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { heldState } from "../../ast/state-holders.js";
import { wordsOf } from "../../secrets/names/words.js";
import type { SourceFile } from "../../source-file.js";

/** Attributes by which an element is found or styled. */
const MARKING = /^(?:aria-[\w-]{1,40}|class(?:Name)?|data-[\w-]{1,60}|for|htmlFor|id|key|slot)$/i;
/** Methods that look for an element, or for a text in a text, by their first argument. */
const SEARCHING = /^(?:closest|getElementById|getElementsByClassName|matches|querySelector|querySelectorAll|replaceAll|replace|split)$/;
const ELEMENT_MAKERS = /^(?:createElement|createElementNS|querySelector|getElementById|closest|cloneNode)$/;
/** Functions that take a value out of the program. */
const SENDING = /^(?:append|cookie|end|fetch|header|json|redirect|save|send\w*|set(?:Cookie|Header|Item)|sign|write)$/;

/**
 * Whether a random text only tells things of one page or process apart: an id or class of an element, a placeholder that is replaced again, the
 * id of a message or of a waiting call.
 */
export function isMarker(file: SourceFile, places: readonly Destination[]): boolean {
  let marks = false;
  for (const place of places) {
    if (place.kind === "argument" && SENDING.test(referenceName(place.call.callee) ?? "")) return false;
    marks ||= isMark(file, place);
  }
  return marks || isStateAlone(places);
}

/** Whether a value goes into a view's state and nowhere else. */
const isStateAlone = (places: readonly Destination[]): boolean =>
  places.some(({ kind }) => kind === "property") &&
  places.every((place) => place.kind === "variable" || (place.kind === "property" && isPartOfState(place.node)));

function isMark(file: SourceFile, place: Destination): boolean {
  switch (place.kind) {
    case "attribute":
      return MARKING.test(place.name);
    // const stagingDir = `${target}.${token}.partial`, const placeholderUrl = `uploading-${token}`
    case "variable":
      return (
        wordsOf(place.name).includes("placeholder") ||
        /^(?:dir|directory|file|filename|folder|path)$/.test(wordsOf(place.name).at(-1) ?? "")
      );
    case "property": {
      const member = place.node.type === "MemberExpression" ? place.node : undefined;
      if (!member) return false;
      if (referenceName(member.object) === "dataset") return true;
      return MARKING.test(place.name) && (place.name === "className" || isElement(file, member.object));
    }
    case "argument":
      return marksByCall(place.call, place.index);
    default:
      return false;
  }
}

/** `token` of `setPendingOrder({ token, order })`: what a view waits for; not of `setAuth({ token })`, `setSession({ token })`. */
function isPartOfState(property: Node): boolean {
  const call = property.parent?.type === "ObjectExpression" ? outward(property.parent)?.parent : undefined;
  if (call?.type !== "CallExpression" || call.callee.type !== "Identifier" || call.arguments.length !== 1) return false;
  const [verb, ...rest] = wordsOf(call.callee.name);
  return verb === "set" && rest.length > 0 && call.parent.type !== "AwaitExpression" && !rest.some((word) => STATE_OF_SIGN_IN.test(word));
}
const STATE_OF_SIGN_IN =
  /^(?:account|api|auth|authentication|authorization|cache|cookie|credential|data|doc|header|invitation|invite|item|jwt|key|link|login|option|password|record|reset|room|secret|session|share|token|user|value)s?$/;

const isElement = (file: SourceFile, node: Node): boolean =>
  originsOf(file.sourceCode, node).some(
    ({ node: origin, path }) =>
      path.length === 0 && origin.type === "CallExpression" && ELEMENT_MAKERS.test(referenceName(origin.callee) ?? ""),
  );

function marksByCall(call: Extract<Destination, { kind: "argument" }>["call"], index: number): boolean {
  const callee = unwrap(call.callee);
  const method = referenceName(callee);
  if (method === "postMessage" && index === 0) return true;
  if (callee.type !== "MemberExpression" || method === undefined) return false;
  if (SEARCHING.test(method)) return index === 0;
  if (method === "setAttribute") return index === 1 && MARKING.test(literalText(call.arguments[0]) ?? "");
  if (/^(?:add|contains|remove|toggle)$/.test(method)) return referenceName(callee.object) === "classList";
  return method === "set" && index === 0 && isWaiting(argumentAt(call, 1));
}

/** `resolve`, `{ resolve, reject }`, `callback`: what is called when an answer with that id comes. */
function isWaiting(value: Node | undefined): boolean {
  const inner = value && unwrap(value);
  if (inner?.type === "ObjectExpression")
    return inner.properties.some((property) => /^(?:resolve|reject|callback)$/.test(staticName(property) ?? ""));
  return (
    inner !== undefined &&
    (isFunction(inner) || /^(?:resolve|reject|callback|cb|handler|listener|deferred)$/.test(referenceName(inner) ?? ""))
  );
}

/** `useState(Math.random())`, `setRefreshToken(Math.random())`: a bare fraction in a view's state makes it render again. */
export function rendersAgain(node: Node): boolean {
  const call = outward(node)?.parent;
  if (call?.type === "ArrowFunctionExpression")
    return call.body === node && call.parent.type === "CallExpression" && heldState(call.parent)?.value === node;
  return (
    call?.type === "CallExpression" &&
    call.arguments[0] === node &&
    (heldState(call)?.value === node || (call.arguments.length === 1 && /^set[A-Z]/.test(referenceName(call.callee) ?? "")))
  );
}

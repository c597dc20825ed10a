import type { TSESTree } from "@typescript-eslint/utils";
import { destinationsOf, type Destination, type Guide } from "../../ast/destinations.js";
import { literalText, outward, referenceName, type Node } from "../../ast/nodes.js";
import { fileCache } from "../../file-cache.js";
import type { SourceFile } from "../../source-file.js";
import { followsQuestionMark } from "./query-texts.js";

/** A call, a property, an assignment or a text that takes an object, or what is made of it. */
export interface Place {
  parent: Node;
  child: Node;
}

/** Functions whose result has the members of an argument: `omitBy(query, isNil)`, `Object.assign({}, defaults, query)`, `_.extend(query, more)`. */
const MERGING =
  /^(?:assign|clean\w{0,20}|compact|defaults?|extend|merge|mixin|omit(?:By)?|pick(?:By)?|removeEmpty\w{0,20}|removeUndefined\w{0,20})$/i;
/** Functions whose result writes the members, or lists them: `new URLSearchParams(query)`, `qs.stringify(query)`, `Object.entries(query)`. */
const WRITING = /^(?:URLSearchParams|entries|keys|qs|param)$|quer(?:y|ies)|params?(?![a-z])|search|stringify|seriali[sz]e|encode/i;

const BODY = /^(?:body|data|form|formData|json|payload)$/;
const places = fileCache<object, readonly Place[]>();

/**
 * Where an object goes, also through variables, spreads, functions that merge or write objects, and local functions that take it or give it back.
 * A local function that may put it into a body as well is only followed where it is told to ask with GET.
 */
export function placesOf(file: SourceFile, node: Node): readonly Place[] {
  const known = places.get(node);
  if (known) return known;
  const found: Place[] = [];
  const texts: Place[] = [];
  const guide: Guide = {
    beyond: ({ kind }) => kind !== "property" && kind !== "attribute",
    makes: (call) => (MERGING.test(referenceName(call.callee) ?? "") || WRITING.test(referenceName(call.callee) ?? "") ? call : undefined),
    writes: (parent, child) => (followsQuestionMark(file, child) ? texts.push({ parent, child }) : undefined),
  };
  const reached = withinReach(destinationsOf(file.sourceCode, node, guide));
  for (const to of reached.seen) {
    if (to.kind === "argument") found.push({ parent: to.call, child: to.node });
    else if (to.kind === "property" && to.node.type === "Property") found.push({ parent: to.node, child: to.node.value });
    else if (to.kind === "property") found.push(...placeOfTarget(to.node));
  }
  if (reached.all) found.push(...texts);
  places.set(node, found);
  return found;
}

/** `config.params = query` */
function placeOfTarget(target: Node): Place[] {
  const parent = outward(target)?.parent;
  return parent?.type === "AssignmentExpression" ? [{ parent, child: parent.right }] : [];
}

function withinReach(seen: readonly Destination[]): { seen: readonly Destination[]; all: boolean } {
  const inner = seen.findIndex(({ kind }) => kind === "parameter");
  const call = inner > 0 ? seen[inner - 1] : undefined;
  const mayBeBody = seen
    .slice(Math.max(inner, 0))
    .some(
      (each) =>
        (each.kind === "property" && BODY.test(each.name)) ||
        (each.kind === "argument" && referenceName(each.call.callee) === "stringify" && /JSON/.test(ownerName(each.call))) ||
        (each.kind === "argument" && each.index === 1 && /^(?:patch|post|put)$/.test(referenceName(each.call.callee) ?? "")),
    );
  const isCut = inner >= 0 && mayBeBody && !(call?.kind === "argument" && asksWithGet(call.call));
  return isCut ? { seen: seen.slice(0, inner), all: false } : { seen, all: true };
}

const ownerName = ({ callee }: TSESTree.CallExpression | TSESTree.NewExpression): string =>
  (callee.type === "MemberExpression" && referenceName(callee.object)) || "";

/** `request("GET", path, …)` */
export const asksWithGet = (call: TSESTree.CallExpression | TSESTree.NewExpression): boolean =>
  call.arguments.some((each) => /^(?:get|head)$/i.test(literalText(each) ?? ""));

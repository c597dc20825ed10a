import type { TSESTree } from "@typescript-eslint/utils";
import { isKnownFalsy, mayRunBefore } from "../../ast/branches.js";
import { enclosingFunction, outward, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { splitReceiver } from "../../ast/pass-through.js";
import { endText, isSumOrTemplate } from "../../ast/texts.js";
import type { SourceFile } from "../../source-file.js";
import { displayName, evidenceOf, KIND_NAMES, type Evidence } from "../evidence.js";
import { isWholeForm } from "../holders/form-values.js";
import { isRedacted } from "../holders/held-properties.js";
import { heldByThis } from "../holders/held-by-this.js";
import { isConnectedTo } from "./connected-to.js";
import { heldSecrets } from "../holders/holders.js";
import { readsEnvironmentFile } from "../holders/whole-configurations.js";
import { keptByCall, keptToken, kindOfRead, readByName } from "./kept-by-calls.js";
import { addressOfDatabase, codeNumber, codeOfRecord, isDecrypted, passwordAgain, signInLink, storeOfCodes } from "./log-evidence.js";
import { isAnswerTo, labelEvidence } from "./log-labels.js";
import { shownName } from "../masking.js";
import { coversSecret, isAnswer, isHarmless, isRedactingCall } from "./redaction.js";
import { isNamesake } from "../names/namesakes.js";
import { saidBefore } from "./links.js";
import { isPageTicket } from "./page-tickets.js";
import { isJson, isWithoutCredentials, keptUnderSecret, longStart, pickedIn, pickedSecret, sentAuthorization } from "./parts-of-values.js";
import { givenToParameters, isAround, isResultOf } from "./seen-literals.js";
import { isNamedSafely, isShown, NEUTRAL } from "./shown-evidence.js";
import { hashOfPassword, isPasswordHash } from "../sources/password-hashes.js";
import { toldBySource } from "../sources/told-by-source.js";
import { toldByUse } from "../sources/told-by-use.js";
import { isAboutSignIn } from "../surroundings.js";
import { nameEvidence } from "../names/words.js";

/** A secret that a written expression shows. */
export interface Exposure {
  /** The expression that shows it. */
  readonly node: Node;
  /** `value`: the secret itself. `object`: something that holds secrets among other things. */
  readonly shape: "value" | "object";
  /** A clause for a message. */
  readonly reason: string;
  /** Set for values that evidence names. */
  readonly evidence: Evidence | undefined;
  /** True where the expression is the secret and nothing else. */
  readonly whole: boolean;
}

/** Where an object holds another one, only the innermost reason says something. */
const NESTED = /^[^:]{1,200} holds a secret \(line \d{1,9}\): /;
const MAX_FOUND = 12;
const MAX_DEPTH = 10;

/**
 * The secrets that an expression shows when it is written: through templates, `+`, properties, elements, spreads, branches and calls
 * that keep their argument.
 *
 * @param label the text right before the value
 */
export function exposuresIn(file: SourceFile, node: Node, label?: string): Exposure[] {
  const found: Exposure[] = [];
  new Search(file, found).visit(node, label, 0);
  return found;
}

class Search {
  readonly #file: SourceFile;
  readonly #found: Exposure[];
  /** Object literals that were entered: they may hold themselves. */
  readonly #entered: Set<Node>;

  constructor(file: SourceFile, found: Exposure[], entered = new Set<Node>()) {
    this.#file = file;
    this.#found = found;
    this.#entered = entered;
  }

  visit(node: Node, label: string | undefined, depth: number): void {
    if (depth > MAX_DEPTH || this.#found.length >= MAX_FOUND) return;
    const inner = unwrap(node);
    const next = depth + 1;
    switch (inner.type) {
      case "TemplateLiteral":
        return inner.expressions.forEach((hole, index) => this.visit(hole, inner.quasis[index]?.value.cooked ?? undefined, next));
      case "BinaryExpression":
        if (inner.operator !== "+") return;
        this.visit(inner.left as Node, undefined, next);
        return this.visit(inner.right, endText(inner.left), next);
      case "ConditionalExpression":
        this.visit(inner.consequent, label, next);
        return this.visit(inner.alternate, label, next);
      case "LogicalExpression":
        // `sessionKeys || 0`: a number.
        if (inner.right.type === "Literal" && typeof inner.right.value === "number") return;
        if (inner.operator !== "&&") this.visit(inner.left, label, next);
        return isWithoutCredentials(this.#file, inner) ? undefined : this.visit(inner.right, label, next);
      case "ArrayExpression":
        return inner.elements.forEach((element) => element && this.visit(element, undefined, next));
      case "ObjectExpression":
        return inner.properties.forEach((property, index) => {
          if (property.type === "Property") return this.#property(property, next);
          if (!inner.properties.slice(index + 1).some((later) => coversSecret(this.#file, later)))
            this.visit(property.argument, undefined, next);
        });
      case "SpreadElement":
        return this.visit(inner.argument, undefined, next);
      case "AssignmentExpression":
        return this.visit(inner.right, label, next);
      case "AwaitExpression":
        return unwrap(inner.argument).type === "CallExpression"
          ? this.#call(unwrap(inner.argument) as TSESTree.CallExpression, label, next)
          : this.visit(inner.argument, label, next);
      case "CallExpression":
        return this.#call(inner, label, next);
      case "ThisExpression": {
        // `"" + this` is "[object Object]", or what its `toString` says.
        const holder = isSumOrTemplate(outward(inner)?.parent) ? undefined : heldByThis(this.#file, inner);
        return holder && this.#add(inner, "object", holder.reason, undefined, true);
      }
      case "Identifier":
      case "MemberExpression":
        return this.#reference(inner, label);
      default:
        return;
    }
  }

  #property(property: TSESTree.Property, depth: number): void {
    const before = this.#found.length;
    this.visit(property.value, `${staticName(property) ?? ""}:`, depth);
    const header = this.#found.length === before ? sentAuthorization(this.#file, property) : undefined;
    if (header) this.#add(header, "value", `${displayName(property)} is the header that a request is authorized by`, undefined, true);
    const kept = header || this.#found.length > before ? undefined : keptUnderSecret(this.#file, property);
    if (kept)
      this.#add(
        kept,
        "value",
        `what is kept under ${displayName(property)} is ${KIND_NAMES[nameEvidence(staticName(property), this.#file.settings)?.kind ?? "secretKey"]} by that name`,
        undefined,
        true,
      );
  }

  #call(call: TSESTree.CallExpression, label: string | undefined, depth: number): void {
    const cut = longStart(call);
    if (cut && (isJson(cut) || evidenceOf(this.#file, cut)?.kind === "connectionString")) return this.visit(cut, label, depth);
    const picked = pickedSecret(this.#file, call);
    if (picked !== undefined)
      return this.#add(call, "object", `${displayName(call)} holds ${shownName(picked, "a secret")}`, undefined, true);
    if (isWholeForm(this.#file, call))
      return this.#add(call, "object", `${displayName(call)} is the content of a form that asks for a password`, undefined, true);
    if (isPasswordHash(this.#file, call))
      return this.#add(call, "value", `${displayName(call)} is ${KIND_NAMES.passwordHash}`, undefined, true);
    if (isRedactingCall(this.#file, call)) return;
    if (readsEnvironmentFile(this.#file, call))
      return this.#add(call, "object", `${displayName(call)} is the whole content of \`.env\``, undefined, true);
    const kept = keptByCall(this.#file, call);
    if (kept.length > 0) return kept.forEach((each) => this.visit(each, label, depth));
    const evidence = evidenceOf(this.#file, call) ?? signInLink(this.#file, call);
    const held = evidence ? undefined : this.#literal(call);
    if (held) return this.#add(call, "object", held.reason, undefined, true);
    const made = evidence && isShown(this.#file, call, evidence, label) ? evidence : undefined;
    if (made) return this.#add(call, "value", made.reason, made, made.whole);
    const read = readByName(call) ?? keptToken(this.#file, call);
    if (read === undefined) return;
    const kind = kindOfRead(this.#file, read);
    if (kind)
      return this.#add(call, "value", `${displayName(call)} is ${KIND_NAMES[kind]} by the name that it is read by`, undefined, true);
    this.#labelled(call, label);
  }

  #reference(node: TSESTree.Identifier | TSESTree.MemberExpression, label: string | undefined): void {
    const split = splitReceiver(node);
    if (split) return this.visit(split, label, MAX_DEPTH - 2);
    const evidence =
      codeOfRecord(this.#file, node) ??
      evidenceOf(this.#file, node) ??
      addressOfDatabase(node) ??
      codeNumber(this.#file, node) ??
      storeOfCodes(this.#file, node) ??
      passwordAgain(this.#file, node) ??
      signInLink(this.#file, node);
    const hash = hashOfPassword(this.#file, node);
    if (hash !== undefined) return this.#add(node, "value", hash, undefined, true);
    if (evidence && isNamedSafely(this.#file, node, evidence)) return;
    if (evidence && isShown(this.#file, node, evidence, label)) {
      const shape = evidence.kind === "environment" || evidence.kind === "credentialsObject" ? "object" : "value";
      return this.#add(node, shape, evidence.reason, evidence, evidence.whole);
    }
    const told = toldBySource(this.#file, node);
    if (told !== undefined) return this.#add(node, "value", told, undefined, true);
    if (isHarmless(this.#file, node) && !pickedIn(this.#file, node)) return this.#answer(node);
    const used = toldByUse(this.#file, node);
    if (used !== undefined) return this.#add(node, "value", used, undefined, true);
    const holder = heldSecrets(this.#file, node) ?? pickedIn(this.#file, node) ?? this.#literal(node);
    if (holder) return this.#add(node, "object", holder.reason, undefined, true);
    if (isConnectedTo(this.#file, node))
      return this.#add(node, "value", `${displayName(node)} is the address of the database that is connected to`, undefined, true);
    if (isPageTicket(this.#file, node))
      return this.#add(node, "value", `${displayName(node)} is the ticket that signs for pages of WeChat`, undefined, true);
    this.#labelled(node, label);
  }

  /** `const sent = checkForm(body)`, of which the code takes a secret: more than yes or no. */
  #answer(node: Node): void {
    const holder = isAnswer(this.#file, node) ? heldSecrets(this.#file, node) : undefined;
    if (holder && holder.names.length > 0) this.#add(node, "object", holder.reason, undefined, true);
  }

  /** An object literal of this file with secrets in it. */
  #literal(node: Node): { reason: string } | undefined {
    for (const { node: from, path, parameter } of originsOf(this.#file.sourceCode, node)) {
      const origin = givenToParameters(this.#file, from) ?? from;
      if (
        origin.type !== "ObjectExpression" ||
        path.length > 0 ||
        parameter ||
        !(isAround(enclosingFunction(origin), node) || isResultOf(this.#file, origin, node)) ||
        this.#entered.has(origin) ||
        !mayRunBefore(origin, node)
      )
        continue;
      const inside: Exposure[] = [];
      this.#entered.add(origin);
      new Search(this.#file, inside, this.#entered).visit(origin, undefined, MAX_DEPTH - 4);
      const [first] = inside;
      if (first && !isRedacted(this.#file, node))
        return { reason: `${displayName(node)} holds a secret (line ${first.node.loc.start.line}): ${first.reason.replace(NESTED, "")}` };
    }
    return undefined;
  }

  /** A value without a name of its own, after a text that names it. */
  #labelled(node: Node, label: string | undefined): void {
    const said = saidBefore(this.#file, node, label);
    if (said !== undefined) return this.#add(node, "value", said, undefined, true);
    const name = node.type === "CallExpression" ? "" : (referenceName(node) ?? "");
    if (
      node.type !== "CallExpression" &&
      !NEUTRAL.test(name) &&
      !isDecrypted(this.#file, node) &&
      !(name === "verification" && /^\W*verification[_ ]code\W*$/i.test(label ?? ""))
    )
      return;
    const named = labelEvidence(label, this.#file.settings);
    if (!named || isAnswerTo(label, name, named) || named.kind === "signature" || isNamesake(this.#file, { node, path: [] }, name, named))
      return;
    if (named.kind === "sessionId" && !/set-cookie/i.test(label ?? "") && !isAboutSignIn(this.#file, node)) return;
    if (/^key$/i.test(name) && (named.kind !== "apiKey" || /keys\W*$/i.test(label ?? ""))) return;
    if (isHarmless(this.#file, node) || /^(?:hash|digest)$/i.test(name)) return;
    this.#add(node, "value", `the text before ${displayName(node)} calls it ${KIND_NAMES[named.kind]}`, undefined, true);
  }

  #add(node: Node, shape: Exposure["shape"], reason: string, evidence: Evidence | undefined, whole: boolean): void {
    if (!isKnownFalsy(this.#file.sourceCode, node)) this.#found.push({ node, shape, reason, evidence, whole });
  }
}

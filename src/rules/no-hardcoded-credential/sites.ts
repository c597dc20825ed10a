import type { TSESTree } from "@typescript-eslint/utils";
import {
  dottedPath,
  functionName,
  isFunction,
  literalText,
  outward,
  referenceName,
  staticName,
  unwrap,
  type FunctionNode,
  type Node,
} from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { heldState, stateVariable } from "../../ast/state-holders.js";
import { fileCache } from "../../file-cache.js";
import { environmentRead } from "../../secrets/sources/environment-read.js";
import { nameEvidence } from "../../secrets/names/words.js";
import type { SourceFile } from "../../source-file.js";
import { isReader, isSearchedFor, keepsNames, makesError, makesHash, nameSetBy, SETTER, VARIABLE } from "./calls-around.js";
import { optionWithDefault } from "./option-defaults.js";
import { saysWhether } from "./says-whether.js";

/** What leads to a text: names, the object around it, and the variable that it stands in for. */
export interface Surroundings {
  names: string[];
  /** The nearest object around it. */
  object?: Node;
  /** `process.env.X || "…"`, `process.env.X ? process.env.X : "…"`, `{ X = "…" } = process.env` and `x = "…"` behind `let x = process.env.X`: the read, and the variable's name. */
  fallback?: { name: string; read: Node; whole: Node };
  /** The variables that are read before it, at most 9, nearest first: `B`, `A` of `process.env.A || process.env.B || "…"`. */
  variables?: readonly string[];
  /** `secret` in `secret || "…"`. */
  instead?: string | undefined;
  /** It is given to a reader of variables for this one: `getEnv("JWT_SECRET", "…")`. */
  variable?: string;
  /** It is written into the environment: `process.env.PGPASSWORD = "…"`. */
  setsVariable?: true;
  /** It is made in any case, and used where nobody gives another one: a read that fails would stop a program that has no use for it. */
  isDefault?: true;
  /** Enum members, types and the like: names of things, not values. */
  isName: boolean;
  /** The names are those of a hash that is made of the text: `password: hashPassword("…")`. */
  hashed?: true;
}

/** Walks outwards from a text and collects the names that it is given, owners first. */
export function surroundingsOf(file: SourceFile, site: Node): Surroundings {
  const found: Surroundings = { names: [], isName: false };
  let place = outward(site);
  for (let hops = 0; place && hops < 24; hops++) {
    const { parent, child } = place;
    let next: Node | undefined = parent;
    switch (parent.type as string) {
      case "Property": {
        const property = parent as TSESTree.Property;
        const name = property.value === child ? (staticName(property) ?? computedName(file, property)) : undefined;
        if (name === undefined) return found;
        found.names.unshift(name);
        const object = property.parent;
        found.object ??= object;
        next = object;
        break;
      }
      case "PropertyDefinition":
      case "AccessorProperty": {
        const name = staticName(parent);
        if (name !== undefined) found.names.unshift(name);
        return found;
      }
      case "VariableDeclarator": {
        const name = stateVariable(child) ?? (parent as TSESTree.VariableDeclarator).id;
        if (name.type === "Identifier") found.names.unshift(name.name);
        return found;
      }
      case "AssignmentPattern": {
        const pattern = parent as TSESTree.AssignmentPattern;
        if (pattern.right !== child || pattern.left.type !== "Identifier") return found;
        found.names.unshift(pattern.left.name);
        // `{ secret = process.env.X || "…" } = options`: what the caller gives comes first, and the literal stands in for the variable alone.
        const name = parent.parent?.type === "Property" && hops === 0 ? environmentRead(file, pattern.left) : undefined;
        if (name !== undefined) found.fallback = { name, read: pattern.left, whole: pattern };
        return found;
      }
      case "AssignmentExpression": {
        const { left, right, operator } = parent as TSESTree.AssignmentExpression;
        if (right !== child) return found;
        // `let secret = process.env.X; if (!secret) secret = "…";`, `process.env.X ||= "…"`
        const name =
          hops === 0 && (left.type === "Identifier" || /^(?:\|\||\?\?)=$/.test(operator)) ? environmentRead(file, left) : undefined;
        if (name !== undefined) found.fallback = { name, read: left, whole: parent };
        const path = dottedPath(left) ?? [referenceName(left) ?? ""];
        // What a script sets for its own run; what runs when the variable is missing is another matter.
        const isVariable = path[0] === "process" && path[1] === "env";
        if (isVariable && !found.fallback) {
          if (isSetForRun(file, path[2], literalText(child))) found.isName = true;
          else found.setsVariable = true;
        }
        found.names.unshift(
          ...(isVariable ? path.slice(2) : path).filter(
            (each) => each !== "this" && each !== "module" && each !== "exports" && each !== "",
          ),
        );
        return found;
      }
      case "LogicalExpression": {
        const logical = parent as TSESTree.LogicalExpression;
        if (logical.operator === "&&") return found;
        if (logical.right === child && !found.fallback && hops === 0) {
          const read =
            logical.left.type === "LogicalExpression" && logical.left.operator === logical.operator ? logical.left.right : logical.left;
          const name = environmentRead(file, read);
          if (name !== undefined) found.fallback = { name, read, whole: logical };
          else found.instead = askedFor(logical.left);
          found.variables = variablesIn(file, logical.left);
        }
        break;
      }
      case "ConditionalExpression": {
        const conditional = parent as TSESTree.ConditionalExpression;
        if (conditional.test === child) return found;
        if (saysWhether(file, conditional, found.names.at(-1) ?? nameAround(parent))) found.isName = true;
        const name = hops === 0 && conditional.alternate === child ? environmentRead(file, conditional.consequent) : undefined;
        const asks = name !== undefined && file.sourceCode.getText(conditional.test) === file.sourceCode.getText(conditional.consequent);
        if (asks) found.fallback = { name, read: conditional.consequent, whole: conditional };
        break;
      }
      case "JSXAttribute": {
        const { name } = parent as TSESTree.JSXAttribute;
        if (name.type === "JSXIdentifier") found.names.unshift(name.name);
        return found;
      }
      case "CallExpression":
      case "NewExpression": {
        if (makesError(parent as TSESTree.CallExpression) || isSearchedFor(parent as TSESTree.CallExpression, child)) found.isName = true;
        const option = found.names.length === 0 ? optionWithDefault(file, parent as TSESTree.CallExpression, child) : undefined;
        if (option !== undefined) found.isDefault = true;
        const name = option ?? (found.names.length === 0 ? nameSetBy(file, parent as TSESTree.CallExpression, child) : undefined);
        if (name !== undefined && VARIABLE.test(name) && isReader(parent as TSESTree.CallExpression)) found.variable = name;
        if (name !== undefined) found.names.unshift(name);
        if (found.names.length === 0 && makesHash(parent as TSESTree.CallExpression, child)) found.hashed = true;
        else if (!keepsNames(parent as TSESTree.CallExpression)) return found;
        break;
      }
      case "ReturnStatement":
      case "ArrowFunctionExpression": {
        const fn = parent.type === "ArrowFunctionExpression" ? (parent.body === child ? parent : undefined) : functionAround(parent);
        if (fn?.parent?.type === "CallExpression" && heldState(fn.parent)?.value === child) break; // useState(() => "…")
        const name = fn && functionName(fn);
        // `getPassword: () => "…"`
        if (name !== undefined)
          found.names.unshift(found.names.length > 0 ? name : name.replace(/^(?:get|load|read|fetch|resolve)_?(?=[A-Z])/, ""));
        return found;
      }
      case "TSEnumMember":
      case "TSLiteralType":
        found.isName = true;
        return found;
      case "ObjectExpression":
      case "ArrayExpression":
      case "JSXExpressionContainer":
      case "AwaitExpression":
        break;
      default:
        return found;
    }
    place = outward(next);
  }
  return found;
}

/** `X-Api-Key` of `{ [HEADERS.key]: "…" }`, where that is a constant of this file. What stands under the name of a field is a message about it as well. */
function computedName({ sourceCode }: SourceFile, { key, computed }: TSESTree.Property): string | undefined {
  if (!computed) return undefined;
  for (const { node, path } of originsOf(sourceCode, key)) {
    const text = path.length === 0 ? literalText(node) : undefined;
    if (text !== undefined) return nameEvidence(text)?.kind === "password" ? undefined : text;
  }
  return undefined;
}

/** What a script sets for its own run, and what a program sets that is no password of its own: `process.env.DB_PASSWORD = "localdev"`. */
const isSetForRun = ({ filename }: SourceFile, name = "", text = ""): boolean =>
  nameEvidence(name)?.kind !== "password" ||
  /^[a-z]+(?:[-_][a-z]+)*$/i.test(text) ||
  (/(?:^|\/)(?:bin|dev|scripts?|tools)\//.test(filename) && !(text.length >= MIN_OWN && /\d/.test(text) && !FOR_RUN.test(text)));
/** In scripts only what a person or a generator thought up, and no `local-dev-1`. */
const MIN_OWN = 10;
const FOR_RUN = /demo|dev|dummy|example|local|mock|pass|secret|test/i;

const nameAround = (value: Node): string | undefined => {
  const property = outward(value)?.parent;
  return property?.type === "Property" ? staticName(property) : undefined;
};

/** `secret` of `secret`, and of `config.get("secret")`. */
function askedFor(value: Node): string | undefined {
  const inner = unwrap(value);
  const key =
    inner.type === "CallExpression" && SETTER.test(referenceName(inner.callee) ?? "") ? literalText(inner.arguments[0]) : undefined;
  return key === undefined ? referenceName(value) : key.split(".").at(-1);
}

const MAX_VARIABLES = 8;

/** The environment variables of the last members of a chain of `||` and `??`, last first. */
function variablesIn(file: SourceFile, chain: Node): string[] {
  const names: (string | undefined)[] = [];
  let node = unwrap(chain);
  while (node.type === "LogicalExpression" && node.operator !== "&&" && names.length < MAX_VARIABLES) {
    names.push(environmentRead(file, node.right));
    node = unwrap(node.left);
  }
  return [...names, environmentRead(file, node)].filter((name) => name !== undefined);
}

function functionAround(node: Node): FunctionNode | undefined {
  let current = node.parent;
  while (current && !isFunction(current)) current = current.parent;
  return current ?? undefined;
}

const knownSiblings = fileCache<Node, ReadonlyMap<string, string | undefined>>();

/** The properties of an object literal by name, with their texts where they are literals. */
export function siblingsOf(object: Node): ReadonlyMap<string, string | undefined> {
  const known = knownSiblings.get(object);
  if (known) return known;
  const siblings = new Map<string, string | undefined>();
  knownSiblings.set(object, siblings);
  if (object.type !== "ObjectExpression") return siblings;
  for (const property of object.properties.slice(0, 200)) {
    const name = property.type === "Property" ? staticName(property) : undefined;
    if (property.type === "Property" && name !== undefined) siblings.set(name, literalText(property.value));
  }
  return siblings;
}

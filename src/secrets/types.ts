import type { ParserServicesWithTypeInformation } from "@typescript-eslint/utils";
import { staticName, unwrap, type Node } from "../ast/nodes.js";
import { variableOf } from "../ast/scope.js";
import { perFile, type SourceFile } from "../source-file.js";

/** What is read of a TypeScript type. Not its flags: their numbers differ between TypeScript 5 and 6. */
interface Type {
  /** `string`, `number`, `true`, `undefined` …: of the types that the language itself has. */
  intrinsicName?: string;
  /** Of a literal type. */
  value?: unknown;
  /** A literal type with a symbol is a member of an enum. */
  symbol?: unknown;
  /** Of a template literal type. */
  texts?: readonly string[];
  types?: Type[];
  isUnion?(): boolean;
}

const NO_SECRET = new Set(["bigint", "boolean", "false", "null", "number", "true", "undefined", "void"]);

function typeOf(file: SourceFile, node: Node): Type | undefined {
  const services = file.sourceCode.parserServices as Partial<ParserServicesWithTypeInformation> | undefined;
  if (!services?.program || !services.getTypeAtLocation) return undefined;
  try {
    return services.getTypeAtLocation(node as never) as unknown as Type;
  } catch {
    return undefined;
  }
}

const parts = (type: Type): Type[] => (type.isUnion?.() && type.types ? type.types : [type]);

const isNoSecret = ({ intrinsicName, value, symbol }: Type): boolean =>
  intrinsicName === undefined ? value !== undefined && (typeof value !== "string" || symbol !== undefined) : NO_SECRET.has(intrinsicName);

const isString = ({ intrinsicName, value, texts }: Type): boolean =>
  intrinsicName === "string" || typeof value === "string" || texts !== undefined;

/**
 * Whether the type, checked or written beside the declaration, says that a value is a number, boolean, bigint, enum or nothing: no secret.
 * False when no type is known.
 */
export function isKnownNonString(file: SourceFile, node: Node): boolean {
  const type = typeOf(file, node);
  if (type) return parts(type).every(isNoSecret);
  if (isDeclaredFlag(file, node)) return true;
  return /^TS(?:Number|Boolean|BigInt)Keyword$/.test(annotationOf(file, node)?.type ?? "");
}

/** Whether the type, checked or written beside the declaration, says that a value is always a string. False when no type is known. */
export function isKnownString(file: SourceFile, node: Node): boolean {
  const type = typeOf(file, node);
  if (type) return parts(type).every(isString);
  return annotationOf(file, node)?.type === "TSStringKeyword";
}

/** `header.secret` in a file whose types say `secret: boolean`, and nowhere `secret: string`. */
function isDeclaredFlag(file: SourceFile, node: Node): boolean {
  const inner = unwrap(node);
  const name = inner.type === "MemberExpression" && !inner.computed ? staticName(inner) : undefined;
  return name !== undefined && flagsOf(file).has(name);
}

const DECLARED = /(?<![\w$.])([A-Za-z_$][\w$]{0,60})\?? ?: ?(boolean|(?:[a-z]{1,3}\.)?[sS]tring)\b/g;

const flagsOf = perFile(({ sourceCode: { text } }) => {
  const declared = text.includes("boolean") ? [...text.matchAll(DECLARED)] : [];
  const texts = new Set(declared.filter(([, , type]) => type !== "boolean").map(([, name]) => name));
  return new Set(declared.filter(([, name, type]) => type === "boolean" && !texts.has(name)).map(([, name]) => name));
});

/** The type annotation of the variable or parameter that an identifier means; not of optional parameters. */
function annotationOf(file: SourceFile, node: Node): Node | undefined {
  const inner = unwrap(node);
  if (inner.type !== "Identifier") return undefined;
  const definition = variableOf(file.sourceCode, inner)?.defs[0];
  const declared = definition?.name as (Node & { optional?: boolean }) | undefined;
  if (declared?.type !== "Identifier" || declared.optional === true) return undefined;
  return declared.typeAnnotation?.typeAnnotation;
}

import type { ParserServicesWithTypeInformation } from "@typescript-eslint/utils";
import { unwrap, type Node } from "../ast/nodes.js";
import { variableOf } from "../ast/scope.js";
import type { SourceFile } from "../source-file.js";

/** The part of TypeScript's `TypeFlags` that is needed here; the numbers are those of TypeScript 5 and 6. */
const FLAGS = { string: 4, number: 8, boolean: 16, enum: 32, bigint: 64, stringLiteral: 128, numberLiteral: 256, booleanLiteral: 512, enumLiteral: 1024, bigintLiteral: 2048, undefined: 32_768, null: 65_536, templateLiteral: 134_217_728, stringMapping: 268_435_456 } as const;

const NO_SECRET = FLAGS.number | FLAGS.boolean | FLAGS.enum | FLAGS.bigint | FLAGS.numberLiteral | FLAGS.booleanLiteral | FLAGS.enumLiteral | FLAGS.bigintLiteral | FLAGS.undefined | FLAGS.null;
const STRING = FLAGS.string | FLAGS.stringLiteral | FLAGS.templateLiteral | FLAGS.stringMapping;

interface Type {
  flags: number;
  types?: Type[];
}

function typeOf(file: SourceFile, node: Node): Type | undefined {
  const services = file.sourceCode.parserServices as Partial<ParserServicesWithTypeInformation> | undefined;
  if (!services?.program || !services.getTypeAtLocation) return undefined;
  try {
    return services.getTypeAtLocation(node as never) as unknown as Type;
  } catch {
    return undefined;
  }
}

const parts = (type: Type): Type[] => (type.types && (type.flags & 1_048_576) !== 0 ? type.types : [type]);

/**
 * Whether the type, checked or written beside the declaration, says that a value is a number, boolean, bigint, enum or nothing: no secret.
 * False when no type is known.
 */
export function isKnownNonString(file: SourceFile, node: Node): boolean {
  const type = typeOf(file, node);
  if (type) return parts(type).every((each) => (each.flags & NO_SECRET) !== 0);
  return /^TS(?:Number|Boolean|BigInt)Keyword$/.test(annotationOf(file, node)?.type ?? "");
}

/** Whether the type, checked or written beside the declaration, says that a value is always a string. False when no type is known. */
export function isKnownString(file: SourceFile, node: Node): boolean {
  const type = typeOf(file, node);
  if (type) return parts(type).every((each) => (each.flags & STRING) !== 0);
  return annotationOf(file, node)?.type === "TSStringKeyword";
}

/** The type annotation of the variable or parameter that an identifier means; not of optional parameters. */
function annotationOf(file: SourceFile, node: Node): Node | undefined {
  const inner = unwrap(node);
  if (inner.type !== "Identifier") return undefined;
  const definition = variableOf(file.sourceCode, inner)?.defs[0];
  const declared = definition?.name as (Node & { optional?: boolean }) | undefined;
  if (declared?.type !== "Identifier" || declared.optional === true) return undefined;
  return declared.typeAnnotation?.typeAnnotation;
}

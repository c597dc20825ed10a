import type { TSESTree } from "@typescript-eslint/utils";
import { declarationOf } from "../../ast/declared-types.js";
import { staticName, unwrap, type Node } from "../../ast/nodes.js";
import { definitionOf, variableOf } from "../../ast/scope.js";
import type { SourceFile } from "../../source-file.js";
import type { Parameter } from "./parameters.js";
import { clientCall, QUERY_OPTION } from "./query-options.js";

/** The members of the type of `data`, in `{ params: data }` for an HTTP client: each is a parameter of the query. */
export function parametersOfType(file: SourceFile, object: TSESTree.ObjectExpression): Parameter[] {
  const query = object.properties.find(
    (property): property is TSESTree.Property => property.type === "Property" && QUERY_OPTION.test(staticName(property) ?? ""),
  );
  const value = query && unwrap(query.value);
  if (value?.type !== "Identifier") return [];
  const names = membersOf(file, value);
  if (names.length === 0 || !clientCall(file, query!)) return [];
  return names.map((name) => ({ name, value, start: query!.range[0], before: "" }));
}

/** The names in the type that is written for a variable or parameter, there or elsewhere in the file. */
function membersOf({ sourceCode }: SourceFile, identifier: TSESTree.Identifier): string[] {
  const variable = variableOf(sourceCode, identifier);
  const declared = variable && (definitionOf(variable)?.name as Node | undefined);
  const type = declared?.type === "Identifier" ? declared.typeAnnotation?.typeAnnotation : undefined;
  const declaration = type && declarationOf(sourceCode, type);
  const body =
    declaration?.type === "TSInterfaceDeclaration"
      ? declaration.body.body
      : declaration?.type === "TSTypeAliasDeclaration"
        ? literalMembers(declaration.typeAnnotation)
        : literalMembers(type);
  return body.flatMap((member) => (member.type === "TSPropertySignature" ? (staticName(member) ?? []) : []));
}

const literalMembers = (type: Node | undefined): readonly TSESTree.TypeElement[] => (type?.type === "TSTypeLiteral" ? type.members : []);

import type { TSESLint } from "@typescript-eslint/utils";
import type { RuleDefinition } from "./create-rule.js";
import { isConfig } from "./hosts/config-texts.js";
import { inComponentTemplates } from "./hosts/template-visitor.js";
import type { OwnPart } from "./own-parts.js";
import type { RuleId } from "./plugin.js";
import { visitor as noFastHashPassword } from "./rules/no-fast-hash-password/visitor.js";
import { visitor as noHardcodedCredential } from "./rules/no-hardcoded-credential/visitor.js";
import { visitor as noMathRandomForTokens } from "./rules/no-math-random-for-tokens/visitor.js";
import { visitor as noPlainEqualsSecret } from "./rules/no-plain-equals-secret/visitor.js";
import { visitor as noSecretInLog } from "./rules/no-secret-in-log/visitor.js";
import { visitor as noSecretInUrlQuery } from "./rules/no-secret-in-url-query/visitor.js";
import { sourceFileOf, type SourceFile } from "./source-file.js";
import type { RuleContext, Visitor } from "./visitor.js";

/** The visitors of all rules by id. */
const visitors = {
  "no-fast-hash-password": noFastHashPassword,
  "no-hardcoded-credential": noHardcodedCredential,
  "no-math-random-for-tokens": noMathRandomForTokens,
  "no-plain-equals-secret": noPlainEqualsSecret,
  "no-secret-in-log": noSecretInLog,
  "no-secret-in-url-query": noSecretInUrlQuery,
} satisfies Record<RuleId, unknown>;

/** What a rule listens to in the file that `context` lints, whichever language that is in. */
export function listenersFor<MessageIds extends string, Options extends object>(
  { name, defaultOptions, ownParts = [] }: RuleDefinition<MessageIds, Options>,
  context: RuleContext<MessageIds, Options>,
  given: Partial<Options> | undefined,
): TSESLint.RuleListener {
  const { create, createInConfig } = visitors[name as RuleId] as unknown as Visitor<MessageIds, Options>;
  const options = { ...defaultOptions, ...given };
  if (isConfig(context.sourceCode)) return createInConfig?.(context, sourceFileOf(context), options) ?? {};
  if (!isScript(context.sourceCode)) return {};
  return inComponentTemplates(context.sourceCode, create(context, withOptions(sourceFileOf(context), given, ownParts), options));
}

/** The file as a rule sees it that was given settings as options. */
function withOptions(file: SourceFile, options: object | undefined, parts: readonly OwnPart[]): SourceFile {
  const given = Object.entries(options ?? {}).filter(([name]) => parts.includes(name as OwnPart));
  return given.length === 0 ? file : { ...file, settings: { ...file.settings, ...Object.fromEntries(given) } };
}

/** False for CSS and Markdown trees, which reach us under a config without `files`. */
function isScript(sourceCode: Readonly<TSESLint.SourceCode>): boolean {
  return sourceCode.ast.type === ("Program" as string);
}

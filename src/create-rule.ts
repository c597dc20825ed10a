import type { TSESLint } from "@typescript-eslint/utils";
import type { JSONSchema4 } from "@typescript-eslint/utils/json-schema";
import { isConfig } from "./hosts/config-texts.js";
import { inComponentTemplates } from "./hosts/template-visitor.js";
import { OWN_PARTS, type OwnPart } from "./own-parts.js";
import { readSettings } from "./settings.js";
import { sourceFileOf, type SourceFile } from "./source-file.js";
import { wakes, type Trigger } from "./topics.js";

const DOCS = "https://github.com/eslint-plugin-secret-handling/eslint-plugin-secret-handling/blob/main/rules-docs";

export interface RuleDocs {
  /** One line, without a full stop. */
  description: string;
  /** Severity in the `recommended` config. */
  recommended: "error" | "warn";
  /** Common Weakness Enumeration number, <https://cwe.mitre.org>. */
  cwe: number;
  /** 0.0 to 10.0, as GitHub code scanning reads `security-severity`. */
  securitySeverity: number;
  category: "cryptography" | "exposure" | "storage";
  /** What `--fix` writes, in a few words. */
  fixes: string;
  /** Filled in by `createRule`. */
  url?: string;
}

export type RuleContext<MessageIds extends string, Options> = Readonly<TSESLint.RuleContext<MessageIds, readonly [Partial<Options>?]>>;

interface RuleDefinition<MessageIds extends string, Options extends object> {
  name: string;
  docs: RuleDocs;
  messages: Record<MessageIds, string>;
  /** JSON schema properties of the one options object. */
  options: Record<keyof Options & string, JSONSchema4>;
  defaultOptions: Options;
  /** The settings that are options of this rule as well; the option comes first. */
  ownParts?: readonly OwnPart[];
  /** What the file's text must mention for the rule to look at its tree at all. */
  trigger: Trigger;
  create(context: RuleContext<MessageIds, Options>, file: SourceFile, options: Options): TSESLint.RuleListener;
  /** The visitor for JSON and YAML trees, where the rule has one. */
  createInConfig?(context: RuleContext<MessageIds, Options>, file: SourceFile, options: Options): TSESLint.RuleListener;
}

export type SecretRule<MessageIds extends string = string, Options extends object = object> = TSESLint.RuleModule<
  MessageIds,
  readonly [Partial<Options>?],
  RuleDocs
> & { name: string };

/**
 * Builds an ESLint rule whose visitor exists only in files that `trigger` wakes it up for.
 *
 * All rules report code problems, are fixable, have suggestions and take one options object.
 */
export function createRule<MessageIds extends string, Options extends object>(
  definition: RuleDefinition<MessageIds, Options>,
): SecretRule<MessageIds, Options> {
  const { name, docs, messages, options, defaultOptions, trigger, create, createInConfig, ownParts = [] } = definition;
  return {
    name,
    meta: {
      type: "problem",
      docs: { ...docs, url: `${DOCS}/${name}.md` },
      fixable: "code",
      hasSuggestions: true,
      messages,
      schema: [
        {
          type: "object",
          properties: { ...options, ...Object.fromEntries(ownParts.map((part) => [part, OWN_PARTS[part]])) },
          additionalProperties: false,
        },
      ],
      defaultOptions: [defaultOptions],
    },
    defaultOptions: [defaultOptions],
    create(context) {
      // Before anything touches the tree: oxlint builds it for us when we ask.
      if (!wakes(trigger, context.sourceCode.text, { ...readSettings(context.settings), ...context.options[0] })) return {};
      if (isConfig(context.sourceCode))
        return createInConfig?.(context, sourceFileOf(context), { ...defaultOptions, ...context.options[0] }) ?? {};
      if (!isScript(context.sourceCode)) return {};
      const listener = create(context, withOptions(sourceFileOf(context), context.options[0], ownParts), {
        ...defaultOptions,
        ...context.options[0],
      });
      return inComponentTemplates(context.sourceCode, listener);
    },
  };
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

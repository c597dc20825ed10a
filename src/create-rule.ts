import type { TSESLint } from "@typescript-eslint/utils";
import type { JSONSchema4 } from "@typescript-eslint/utils/json-schema";
import { OWN_PARTS, type OwnPart } from "./own-parts.js";
import { readSettings } from "./settings.js";
import { wakes, type Trigger } from "./topics.js";
import type { listenersFor } from "./listeners.js";

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

export interface RuleDefinition<MessageIds extends string, Options extends object> {
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
}

/** All of a rule but its visitor: what ESLint, editors and documentation ask for before the first file. */
export function defineRule<MessageIds extends string, Options extends object>(
  definition: RuleDefinition<MessageIds, Options>,
): RuleDefinition<MessageIds, Options> {
  return definition;
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
 *
 * @param loadListeners gives the function that makes the visitors. Called when a file wakes the rule up, since that code is seven times as long as all that is needed before
 */
export function createRule<MessageIds extends string, Options extends object>(
  definition: RuleDefinition<MessageIds, Options>,
  loadListeners: () => typeof listenersFor,
): SecretRule<MessageIds, Options> {
  const { name, docs, messages, options, defaultOptions, trigger, ownParts = [] } = definition;
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
      const given = context.options[0];
      // Before anything touches the tree: oxlint builds it for us when we ask.
      if (!wakes(trigger, context.sourceCode.text, { ...readSettings(context.settings), ...given })) return {};
      return loadListeners()(definition, context, given);
    },
  };
}

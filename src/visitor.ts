import type { TSESLint } from "@typescript-eslint/utils";
import type { RuleDefinition } from "./create-rule.js";
import type { SourceFile } from "./source-file.js";

export type RuleContext<MessageIds extends string, Options> = Readonly<TSESLint.RuleContext<MessageIds, readonly [Partial<Options>?]>>;

/** What a rule does in a file that woke it up. */
export interface Visitor<MessageIds extends string, Options extends object> {
  create(context: RuleContext<MessageIds, Options>, file: SourceFile, options: Options): TSESLint.RuleListener;
  /** For JSON and YAML trees, where the rule reads them. */
  createInConfig?(context: RuleContext<MessageIds, Options>, file: SourceFile, options: Options): TSESLint.RuleListener;
}

/** The visitor that a definition asks for: its message ids, its options. */
export type VisitorOf<Definition> =
  Definition extends RuleDefinition<infer MessageIds, infer Options> ? Visitor<MessageIds, Options> : never;

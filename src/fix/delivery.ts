import type { TSESLint } from "@typescript-eslint/utils";
import { fitTemplate } from "../hosts/template-edits.js";
import type { SourceFile } from "../source-file.js";
import { mergeEdits, type Edit } from "./edit.js";
import { commentsInside } from "./hazards.js";
import { withoutUnused } from "./unused.js";

/**
 * What applying an edit asks of its user.
 *
 * - `equivalent`: nothing; the program keeps its contract, or changes only in what the rule is about.
 * - `migrating`: something outside the file has to follow (a variable, a header, stored hashes).
 * - `manual`: a person must look.
 */
export type EditClass = "equivalent" | "migrating" | "manual";

/** One complete, self-contained way to repair a finding. */
export interface Proposal<MessageIds extends string = string> {
  readonly editClass: EditClass;
  /** Of the suggestion that it becomes when it is not the fix. */
  readonly messageId: MessageIds;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly edits: readonly Edit[];
}

/** The two properties of a report that carry edits. */
export interface Delivery<MessageIds extends string> {
  readonly fix: TSESLint.ReportFixFunction | null;
  readonly suggest: TSESLint.SuggestionReportDescriptor<MessageIds>[];
}

const MAX_SUGGESTIONS = 3;

/**
 * Decides which proposal is the fix and which are suggestions: `context.report({ node, messageId, ...deliver(file, proposals, { inTest }) })`.
 *
 * The first proposal that may be applied unseen is the fix: an equivalent one, or a migrating one outside tests unless
 * `settings.migratingFixes` is false. The others, in their order, are at most three suggestions with distinct texts.
 * Imports and aliases that an edit leaves unread go with it. Dropped: proposals that would lose a comment, end
 * an attribute of a template, overlap themselves or change nothing. Safest first is the caller's order.
 */
export function deliver<MessageIds extends string>(
  file: SourceFile,
  proposals: readonly (Proposal<MessageIds> | undefined)[],
  { inTest }: { inTest: boolean },
): Delivery<MessageIds> {
  const migrates = !inTest && file.settings.migratingFixes !== false;
  const suggest = new Map<string, TSESLint.SuggestionReportDescriptor<MessageIds>>();
  const seen = new Set<string>();
  let fix: TSESLint.ReportFixFunction | null = null;
  for (const proposal of proposals) {
    const merged = proposal && mergeEdits(withoutUnused(file, proposal.edits));
    const edits = merged && fitTemplate(file, merged);
    if (!proposal || !edits || !keepsComments(file, edits)) continue;
    const change = JSON.stringify(edits);
    if (seen.has(change)) continue;
    seen.add(change);
    const apply: TSESLint.ReportFixFunction = () => edits;
    if (!fix && (proposal.editClass === "equivalent" || (proposal.editClass === "migrating" && migrates))) {
      fix = apply;
      continue;
    }
    const { messageId, data } = proposal;
    const title = JSON.stringify([messageId, data ?? {}]);
    if (!suggest.has(title)) suggest.set(title, { messageId, ...(data ? { data } : {}), fix: apply });
  }
  return { fix, suggest: [...suggest.values()].slice(0, MAX_SUGGESTIONS) };
}

function keepsComments({ sourceCode }: SourceFile, edits: readonly Edit[]): boolean {
  return edits.every(({ range, text }) =>
    commentsInside(sourceCode, range).every((comment) => text.includes(sourceCode.text.slice(comment.range[0], comment.range[1]))),
  );
}

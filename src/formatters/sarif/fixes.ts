import { leakGuard } from "./leak-guard.js";
import type { Edit, LintMessage, LintResult } from "./lint-result.js";
import type { ArtifactLocation, Fix, Replacement } from "./log.js";
import { minimalReplacements } from "./replacements.js";

/**
 * Turns the fix and the suggestions of one file's messages into SARIF fixes, the automatic one first.
 *
 * Offsets count UTF-16 code units of the text without its byte order mark, as in ESLint. A fix is left out when its text
 * would repeat literal text of the file (see `leakGuard`), and all are when ESLint does not pass the file's text on.
 */
export function fixWriter(result: LintResult, artifact: ArtifactLocation): (message: LintMessage, fixDescription: string) => Fix[] {
  const text = (result.output ?? result.source)?.replace(/^\uFEFF/, "");
  if (text === undefined) return () => [];
  let publishable: ReturnType<typeof leakGuard> | undefined;

  const fixOf = (description: string, edit: Edit): Fix[] => {
    const [start, end] = edit.range;
    // A range from -1 deletes the byte order mark, which SARIF cannot say.
    if (start < 0 || start > end || end > text.length) return [];
    publishable ??= leakGuard(text, result.filePath);
    const replacements = publishable(minimalReplacements(text, edit));
    if (replacements === undefined || replacements.length === 0) return [];
    return [
      { description: { text: description }, artifactChanges: [{ artifactLocation: artifact, replacements: replacements.map(toSarif) }] },
    ];
  };

  return (message, fixDescription) => [
    ...(message.fix === undefined ? [] : fixOf(fixDescription, message.fix)),
    ...(message.suggestions ?? []).flatMap(({ desc, fix }) => fixOf(desc, fix)),
  ];
}

function toSarif({ offset, length, text }: { offset: number; length: number; text: string }): Replacement {
  return { deletedRegion: { charOffset: offset, charLength: length }, ...(text === "" ? {} : { insertedContent: { text } }) };
}

import { existsSync } from "node:fs";
import path from "node:path";
import type { LintMessage } from "./lint-result.js";
import type { ArtifactLocation, Location, Region } from "./log.js";

/**
 * The folder that all paths in the log are relative to: the repository that holds `cwd`, else `cwd` itself.
 *
 * GitHub resolves `%SRCROOT%` to the root of the repository, while a monorepo lints from the folder of a package.
 */
export function sourceRoot(cwd: string): string {
  for (let folder = path.resolve(cwd); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, ".git"))) return folder;
    if (path.dirname(folder) === folder) return cwd;
  }
}

/**
 * Where a file is, as a relative URI reference without a machine's folders: `src/%5Bid%5D/page.ts`.
 *
 * A file on another Windows drive has no relative path: only its name is given.
 */
export function artifactLocation(root: string, filePath: string): ArtifactLocation {
  const absolute = path.resolve(root, filePath);
  const relative = path.relative(root, absolute);
  const shown = path.isAbsolute(relative) ? path.basename(absolute) : relative;
  return { uri: shown.split(path.sep).map(encodeSegment).join("/"), uriBaseId: "%SRCROOT%" };
}

/** `encodeURI` leaves what may stand in a path, and `?`, `#` and `:`, which would end the path or begin a scheme. */
function encodeSegment(segment: string): string {
  // A lone surrogate, which `encodeURI` throws on, turns into U+FFFD on its way through UTF-8.
  return encodeURI(Buffer.from(segment).toString()).replace(/[?#:]/g, encodeURIComponent);
}

/** ESLint and SARIF count alike: from 1, in UTF-16 code units (`columnKind`), the end excluded, a byte order mark not counted. */
export function locationOf(artifact: ArtifactLocation, message: LintMessage): Location {
  const region: Region = { startLine: Math.max(message.line ?? 1, 1) };
  if (isPositive(message.column)) region.startColumn = message.column;
  if (isPositive(message.endLine) && isPositive(message.endColumn)) {
    region.endLine = message.endLine;
    region.endColumn = message.endColumn;
  }
  return { physicalLocation: { artifactLocation: artifact, region } };
}

function isPositive(value: number | undefined): value is number {
  return value !== undefined && value > 0;
}

import type { FileRole } from "../settings.js";
import { perFile } from "../source-file.js";

/** How paths tell a role. One entry a line; the first that matches decides. */
const ROLES: readonly (readonly [FileRole, RegExp])[] = [
  ["generated", /(?:^|\/)(?:dist|build|out|coverage|generated|__generated__|\.next|vendor|third[-_]party)\/|\.min\.[cm]?js$|\.generated\.[cm]?[jt]sx?$/i],
  ["fixture", /(?:^|\/)(?:__fixtures__|fixtures?|testdata|test-data)\//i],
  ["mock", /(?:^|\/)(?:__mocks__|mocks?|msw)\/|\.mock\.[cm]?[jt]sx?$/i],
  ["test", /(?:^|\/)(?:__tests__|tests?|specs?|testing|e2e|cypress|playwright|integration-tests?|test-helpers?|test-utils?)\/|[.\-_](?:test|spec|e2e|cy|bench)\.[cm]?[jt]sx?$|(?:^|\/)test[-_]?(?:accounts?|config|constants?|credentials?|data|fixtures?|helpers?|setup|users?|utils?)\.[cm]?[jt]sx?$|(?:^|\/)(?:jest|vitest|cypress|playwright|karma|wdio)\.(?:config|setup)\b/i],
  ["story", /\.stor(?:y|ies)\.[cm]?[jt]sx?$|(?:^|\/)(?:stories|\.storybook)\//i],
  ["i18n", /(?:^|\/)(?:i18n|l10n|locales?|langs?|languages?|translations?|messages)\/|(?:^|\/)(?:i18n|locale|translations?)\.[cm]?[jt]sx?$|(?:^|\/)(?:en|de|fr|es|it|pt|ja|ko|zh)(?:[-_][A-Z]{2,4})?\.[cm]?[jt]s$/i],
  ["seed", /(?:^|\/)(?:seeds?|seeders?)\/|(?:^|[/.\-_])seed(?:er|s)?\.[cm]?[jt]s$/i],
];

/**
 * What a file is besides production code, from its path: test, story, fixture, i18n, mock, seed or generated; undefined for the rest.
 * `settings["secret-handling"].fileRoles` adds path parts.
 */
export const fileRoleOf = perFile((file): FileRole | undefined => {
  for (const [role, parts] of Object.entries(file.settings.fileRoles ?? {})) if (parts.some((part) => file.filename.includes(part))) return role as FileRole;
  return ROLES.find(([, pattern]) => pattern.test(relevantPath(file.filename)))?.[0];
});

/** The last six parts of a path: where the project itself lies (`/home/test/…`) says nothing. */
const relevantPath = (filename: string): string => filename.split("/").slice(-6).join("/");

/** Whether code of this file never runs in production: test, fixture, mock or story. */
export const isTestLike = perFile((file): boolean => ["test", "fixture", "mock", "story"].includes(fileRoleOf(file) ?? ""));

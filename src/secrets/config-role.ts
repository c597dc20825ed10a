import type { FileRole } from "../settings.js";
import { fileRoleOf } from "./file-role.js";
import type { SourceFile } from "../source-file.js";

/** How the paths of configuration files tell a role. One entry a line; the first that matches decides. */
const ROLES: readonly (readonly [FileRole, RegExp])[] = [
  ["generated", /(?:^|\/)(?:package-lock|npm-shrinkwrap|pnpm-lock|composer|installed)\.(?:json|ya?ml)$|[.-]lock\.(?:json|ya?ml)$/i],
  ["fixture", /(?:^|[/._-])(?:examples?|samples?|template|tpl|stub|demo|dummy|schema)[._-]|(?:^|\/)(?:examples?|samples?|docs?|demos?|schemas?)\//i],
  ["test", /(?:^|[/._-])(?:tests?|testing|ci|e2e)(?:\.[\w.]{1,40}$|\/)|(?:^|\/)test-[\w-]+\//i],
  ["test", /(?:^|\/)\.(?:github|circleci|buildkite|woodpecker)\/|(?:^|\/)(?:\.(?:travis|gitlab-ci|drone|appveyor)|appveyor|azure-pipelines|bitbucket-pipelines)\.ya?ml$/i],
  ["test", /(?:^|\/)\.devcontainer\/|(?:^|\/)\.gitpod\.ya?ml$|(?:^|[/._-])(?:dev|local|development|integration)[._-][^/]{0,40}compose|compose[._-](?:dev|local|development|integration)\b/i],
  ["i18n", /(?:^|\/)(?:ar|bg|ca|cs|da|de|el|en|es|et|fa|fi|fr|he|hi|hr|hu|id|it|ja|ko|lt|lv|nb|nl|no|pl|pt|ro|ru|sk|sl|sr|sv|th|tr|uk|vi|zh)(?:[-_][a-z]{2,4}){0,2}\.(?:json[5c]?|ya?ml)$/i],
  ["i18n", /(?:^|\/)(?:[a-z]{2,3}[-_][A-Z]{2}|messages|strings)\.(?:json[5c]?|ya?ml)$/],
];

/**
 * What a JSON or YAML file is besides the configuration of a program that runs: a lock file, a sample, the environment of a test,
 * translations; else what `fileRoleOf` says.
 */
export function configRoleOf(file: SourceFile): FileRole | undefined {
  return fileRoleOf(file) ?? ROLES.find(([, pattern]) => pattern.test(file.filename.split("/").slice(-6).join("/")))?.[0];
}

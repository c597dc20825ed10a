import type { TSESTree } from "@typescript-eslint/utils";
import { dottedPath, isFunction, type Node } from "../ast/nodes.js";
import type { FileRole } from "../settings.js";
import { pathEnd, perFile, type SourceFile } from "../source-file.js";

/** How paths tell a role. One entry a line; the first that matches decides. `config`: of JSON and YAML alone. */
const ROLES: readonly (readonly [role: FileRole, path: RegExp, only?: "config"])[] = [
  // build/webpack.base.conf.js, build/utils.js: scripts that build, as Vue's command line wrote them.
  [
    "generated",
    /(?:^|\/)(?:dist|build(?!\/(?:build|check-versions|deploy|dev-(?:client|server)|upload|utils|vue-loader\.conf|webpack[\w.-]{0,40})\.[cm]?[jt]s$)|out|coverage|generated|__generated__|\.(?:next|nuxt|output|svelte-kit|vite|yarn)|vendor|third[-_]party)\/|\.min\.[cm]?js$|\.generated\.[cm]?[jt]sx?$/i,
  ],
  ["fixture", /(?:^|\/)(?:__fixtures__|fixtures?|testdata|test-data)\//i],
  ["mock", /(?:^|\/)(?:__mocks__|mocks?|msw)\/|\.mock\.[cm]?[jt]sx?$|(?:^|\/)mock[-_]?(?:data|objects?|responses?)\.[cm]?[jt]sx?$/i],
  [
    "test",
    /^(?:packages\/[\w.-]{1,60}\/)?benchmarks?\/|(?:^|\/)(?:__tests__|_?tests?|specs?|testing|e2e|cypress|playwright|integration-tests?|load[-_]tests?|test-helpers?|test-utils?)\/|[.\-_](?:tests?|specs?|e2e|cy|bench)\.[cm]?[jt]sx?$|(?:^|\/)[\w.-]{1,60}[-_]tests\/|(?:^|\/)test[-_]?(?:accounts?|config|constants?|credentials?|data|fixtures?|helpers?|setup|users?|utils?)\.[cm]?[jt]sx?$|(?:^|\/)(?:tests?|specs?)\.[cm]?[jt]sx?$|(?:^|\/)(?:jest|vitest|cypress|playwright|karma|wdio)\.(?:config|setup)\b/i,
  ],
  [
    "fixture",
    /(?:^|\/)(?:(?:[\w-]{0,40}[._-])?(?:config(?:uration)?|credentials?|env|secrets?|settings)|\w{1,40}(?:config|credentials|secrets|settings))[._-](?:example|sample|dist)\.[cm]?[jt]s$|(?:^|\/)(?:example|sample)[._-](?:config(?:uration)?|credentials?|env|secrets?|settings)\.[cm]?[jt]s$|\/constants?\/examples?\.[cm]?[jt]s$/i,
  ],
  ["story", /\.stor(?:y|ies)\.[cm]?[jt]sx?$|(?:^|\/)(?:stories|\.storybook)\//i],
  [
    "i18n",
    /(?:^|\/)(?:i18n|l10n|locales?|langs?|languages?|translations?|messages)\/|(?:^|\/)(?:i18n|locale|translations?)\.[cm]?[jt]sx?$|(?:^|\/)(?:en|de|fr|es|it|pt|ja|ko|zh)(?:[-_][A-Z]{2,4})?\.[cm]?[jt]s$/i,
  ],
  [
    "seed",
    /(?:^|\/)(?:seeds?|seeders?|seed[-_][\w-]{1,30})\/|(?:^|[/.\-_])seed(?:er|s)?\.[cm]?[jt]s$|(?:^|\/)(?:fill|populate)[-_]?(?:database|db)\.[cm]?[jt]s$/i,
  ],
  // seed-database.js, seedUsers.ts; not seedRouter.js, and not the seed of a wallet or of random numbers.
  [
    "seed",
    /(?:^|\/)seed(?:er|s)?[-_]?(?:accounts?|admins?|all|auth|categories|data(?:base)?|db|demo|dev(?:elopment)?|initial|managers?|members?|orders?|permissions?|products?|roles?|staff|super[-_]?admins?|teachers?|tenants?|test|users?)(?:[-_]?\w{1,20})?\.[cm]?[jt]sx?$/i,
  ],
  [
    "generated",
    /(?:^|\/)(?:package-lock|npm-shrinkwrap|pnpm-lock|composer|installed)\.(?:json|ya?ml)$|[.-]lock\.(?:json|ya?ml)$/i,
    "config",
  ],
  [
    "fixture",
    /(?:^|[/._-])(?:examples?|samples?|template|tpl|stub|demo|dummy|schema)[._-]|(?:^|\/)(?:examples?|samples?|docs?|demos?|schemas?)\//i,
    "config",
  ],
  ["test", /(?:^|[/._-])(?:tests?|testing|ci|e2e)(?:\.[\w.]{1,40}$|\/)|(?:^|\/)test-[\w-]+\//i, "config"],
  [
    "test",
    /(?:^|\/)\.(?:github|circleci|buildkite|woodpecker)\/|(?:^|\/)(?:\.(?:travis|gitlab-ci|drone|appveyor)|appveyor|azure-pipelines|bitbucket-pipelines)\.ya?ml$/i,
    "config",
  ],
  [
    "test",
    /(?:^|\/)\.devcontainer\/|(?:^|\/)\.gitpod\.ya?ml$|(?:^|[/._-])(?:dev|local|development|integration)[._-][^/]{0,40}compose|compose[._-](?:dev|local|development|integration)\b/i,
    "config",
  ],
  [
    "i18n",
    /(?:^|\/)(?:ar|bg|ca|cs|da|de|el|en|es|et|fa|fi|fr|he|hi|hr|hu|id|it|ja|ko|lt|lv|nb|nl|no|pl|pt|ro|ru|sk|sl|sr|sv|th|tr|uk|vi|zh)(?:[-_][a-z]{2,4}){0,2}\.(?:json[5c]?|ya?ml)$/i,
    "config",
  ],
  ["i18n", /(?:^|\/)(?:[a-z]{2,3}[-_][A-Z]{2}|messages|strings)\.(?:json[5c]?|ya?ml)$/, "config"],
];

/**
 * What a file is besides production code, from its path: test, story, fixture, i18n, mock, seed or generated; undefined for the rest. Scripts of k6,
 * which put load on a server, and files of knex that fill tables say so in their code. `settings["secret-handling"].fileRoles` adds path parts.
 */
export const fileRoleOf = perFile(
  (file): FileRole | undefined => roleOf(file, false) ?? (seedsTables(file) ? "seed" : importsK6(file) ? "test" : undefined),
);

/** <https://grafana.com/docs/k6/latest/javascript-api/> */
const importsK6 = ({ sourceCode: { text, ast } }: SourceFile): boolean =>
  text.includes("k6") && ast.body.some((each) => each.type === "ImportDeclaration" && /^k6(?:\/|$)/.test(each.source.value));

/** What knex asks of a file that fills tables: `exports.seed = async (knex) => …`, `export async function seed(knex) {…}`. */
const seedsTables = ({ sourceCode: { text, ast } }: SourceFile): boolean =>
  /\bseed\b/.test(text) && /\bknex\b/i.test(text) && ast.body.some((each) => takesKnex(exportedSeed(each)));

function exportedSeed(statement: TSESTree.ProgramStatement): Node | null | undefined {
  if (statement.type === "ExportNamedDeclaration") {
    const { declaration } = statement;
    if (declaration?.type === "FunctionDeclaration") return declaration.id?.name === "seed" ? declaration : undefined;
    const [declarator] = declaration?.type === "VariableDeclaration" ? declaration.declarations : [];
    return declarator?.id.type === "Identifier" && declarator.id.name === "seed" ? declarator.init : undefined;
  }
  const assignment = statement.type === "ExpressionStatement" ? statement.expression : undefined;
  return assignment?.type === "AssignmentExpression" && /^(?:module\.)?exports\.seed$/.test(dottedPath(assignment.left)?.join(".") ?? "")
    ? assignment.right
    : undefined;
}

/** Also `db: Knex`. */
function takesKnex(fn: Node | null | undefined): boolean {
  const [first] = isFunction(fn) ? fn.params : [];
  const type = first?.type === "Identifier" ? first.typeAnnotation?.typeAnnotation : undefined;
  return (
    first?.type === "Identifier" &&
    (first.name === "knex" || (type?.type === "TSTypeReference" && type.typeName.type === "Identifier" && type.typeName.name === "Knex"))
  );
}

/**
 * The same for JSON and YAML, which may also be a lock file, a sample, the environment of a test or translations: anything but the configuration of a
 * program that runs.
 */
export const configRoleOf = (file: SourceFile): FileRole | undefined => roleOf(file, true);

function roleOf({ filename, settings }: Pick<SourceFile, "filename" | "settings">, isConfig: boolean): FileRole | undefined {
  for (const [role, parts] of Object.entries(settings.fileRoles ?? {}))
    if (parts.some((part) => filename.includes(part))) return role as FileRole;
  // Where the project itself lies (`/home/test/…`) says nothing.
  const path = pathEnd({ filename: withoutAddress(filename) }, 6);
  return ROLES.find(([, pattern, only]) => (isConfig || only === undefined) && pattern.test(path))?.[0];
}

/** Below the routes of Next.js, folders are parts of an address: of `app/api/test/menu/route.ts`, the file alone says something. */
function withoutAddress(filename: string): string {
  const routes = /(?:^|\/)(?:app|pages)\/api\//.exec(filename);
  return routes ? filename.slice(0, routes.index + routes[0].length) + filename.split("/").at(-1)! : filename;
}

const TEST_ROLES: ReadonlySet<FileRole | undefined> = new Set<FileRole>(["test", "fixture", "mock", "story"]);

/** Whether the path of a file says that its code never runs in production: test, fixture, mock or story. */
export const hasTestPath = perFile((file): boolean => TEST_ROLES.has(fileRoleOf(file)));

/** `routes/places-test.js`, `commands/test.ts`: a name of tests, and of what people try out and call so. */
const TEST_NAME = /[^/]{0,200}(?<![A-Z\d])tests?\.[cm]?[jt]sx?$/i;
const TEST_WORDS =
  /\b(?:afterEach|beforeEach|describe|it|suite|test)(?:\.\w{1,20})?\s{0,3}\(|\b(?:assert|expect\s{0,3}\(|ava\b|chai\b|jest|mocha|QUnit|should\b|supertest|tape\b|vitest|@hapi\/lab|nightwatch|puppeteer|selenium|webdriver)|\b(?:Scenario\(|cy\.\w|lab\.|tap\.)|\bt\.(?:equal|is|ok|plan|same)\(/;

/** Whether code of a file never runs in production. Where its name alone calls it a test, it must test something. */
export const isTestLike = perFile((file): boolean => hasTestPath(file) && !(isTestByName(file) && !TEST_WORDS.test(file.sourceCode.text)));

function isTestByName({ filename, settings }: SourceFile): boolean {
  if (!TEST_NAME.test(filename) || /\.tests?\.\w{2,3}$/i.test(filename)) return false;
  if (Object.values(settings.fileRoles ?? {}).some((parts) => parts.some((part) => filename.includes(part)))) return false;
  return roleOf({ filename: filename.replace(TEST_NAME, "code.js"), settings }, false) === undefined;
}

import type { TSESTree } from "@typescript-eslint/utils";
import { moduleMember } from "../../ast/modules.js";
import { dottedPath, referenceName, unwrap, type Node } from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { variableOf } from "../../ast/scope.js";
import { pathEnd, perFile, type SourceFile } from "../../source-file.js";
import { isRedactedBefore } from "./held-properties.js";
import type { Holder } from "./holder.js";
import { wordsOf } from "../names/words.js";
import { wordSet } from "../../word-set.js";

// The whole configuration of a program, and the file of its environment.

const CONFIGS = wordSet("cfg conf config configs configuration env environment settings");

/** What `dotenv.config()` gives back: all that `.env` sets, in `parsed`. */
export function environmentFile(file: SourceFile, node: Node, shown: string): Holder | undefined {
  const isRead = originsOf(file.sourceCode, node).some(
    (origin) =>
      origin.node.type === "CallExpression" && readsEnvironmentFile(file, origin.node) && /^(?:parsed)?$/.test(origin.path.join(".")),
  );
  return isRead ? { reason: `${shown} is the whole content of \`.env\``, names: [] } : undefined;
}

/** `dotenv.config()`, `require("dotenv").config()`, `parse(readFileSync(".env"))` of dotenv. */
export function readsEnvironmentFile(file: SourceFile, call: TSESTree.CallExpression): boolean {
  const member = moduleMember(file.sourceCode, call.callee);
  return (
    member !== undefined &&
    /^dotenv(?:-(?:extended|flow|safe))?$/.test(member.module) &&
    /^(?:config|load|parse)$/.test(member.path.at(-1) ?? "")
  );
}

/** Functions that check the variables of an environment and give them back. */
const CHECKS = /^(?:cast|cleanEnv|createEnv|envsafe|parse|parseEnv|safeParse|validate|validateEnv|validateSync)$/;
/** What a variable with a secret is called, where a check names it: `JWT_SECRET: str()`. */
const SECRET_VARIABLE =
  /(?:^|[\n{,])\s{0,40}["']?(?!(?:NEXT_PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|NUXT_PUBLIC|GATSBY|PUBLIC)_)[A-Z][A-Z\d_]{0,40}(?:SECRET|PASSWORD|PASSWD|PASS|TOKEN|API_?KEY|PRIVATE_KEY)(?:_KEY)?["']?\s?:/;
/** What a check says that it found, and does not give back. */
const ANSWERS =
  /^(?:errors?|is[A-Z]\w*|ok|report|success|valid|(?:invalid|missing)\w*|(?:\w{0,20}[a-z])?(?:Issues|Problems|Report|Result|Warnings))$/;

const checksSecrets = perFile(({ sourceCode: { text } }) => SECRET_VARIABLE.test(text));

/** `env` of `cleanEnv(process.env, { JWT_SECRET: str() })` and `schema.parse(process.env)`: all variables that are named there. */
function checkedEnvironment(file: SourceFile, node: Node, shown: string): Holder | undefined {
  if (ANSWERS.test(referenceName(node) ?? "") || !checksSecrets(file)) return undefined;
  const isChecked = originsOf(file.sourceCode, node).some(
    ({ node: origin, path }) =>
      origin.type === "CallExpression" &&
      /^(?:data|value)?$/.test(path.join(".")) &&
      CHECKS.test(referenceName(origin.callee) ?? "") &&
      origin.arguments.some((each) => dottedPath(each as Node)?.join(".") === "process.env"),
  );
  return isChecked ? { reason: `${shown} holds the variables of the environment, secrets among them`, names: [] } : undefined;
}

/** A whole configuration that is loaded at run time on a server. */
export function configuration(file: SourceFile, node: Node, path: readonly string[], shown: string): Holder | undefined {
  // Where Egg and Sails keep the configuration of a program.
  if (/^(?:(?:this|ctx|this\.ctx)\.app|sails)\.config$/.test(path.join(".")))
    return { reason: `${shown} is the whole configuration, with the secrets in it`, names: [] };
  const checked = checkedEnvironment(file, node, shown);
  if (checked) return checked;
  const head = wordsOf(path.at(-1)!).at(-1) ?? "";
  if (!CONFIGS.has(head) || node.type !== "Identifier" || wordsOf(path[0]!).length > 2 || /\.[jt]sx$/.test(file.filename)) return undefined;
  if (/(?:^|\/)(?:scripts?|build|tools?|webpack|vite|rollup|babel|eslint)\b/i.test(pathEnd(file, 3))) return undefined;
  const loads = originsOf(file.sourceCode, node).some(({ node: origin, path: rest, parameter }) => {
    if (rest.length > 0 || parameter || origin.type === "Identifier") return false;
    const text = file.sourceCode.getText(origin as never).slice(0, 200);
    if (origin.type === "CallExpression")
      return readsConfiguration(text) && !/webpack|vite|eslint|babel|tsconfig|axios|package/i.test(text);
    return (
      origin.type === "ObjectExpression" &&
      origin.properties.some((each) => each.type === "SpreadElement" && isConfiguration(file, each.argument))
    );
  });
  const variable = variableOf(file.sourceCode, node);
  if (variable && isRedactedBefore(file, variable, path.slice(1), node)) return undefined;
  return loads ? { reason: `${shown} is the whole configuration, with the secrets in it`, names: [] } : undefined;
}

/** What another configuration spreads: `process.env`, `baseConfig`, `require("./config")`, not `normalize(configRow)`. */
function isConfiguration(file: SourceFile, node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === "CallExpression") return readsConfiguration(file.sourceCode.getText(inner as never).slice(0, 200));
  const path = dottedPath(inner);
  return path !== undefined && (CONFIGS.has(wordsOf(path.at(-1)!).at(-1) ?? "") || path.join(".") === "process.env");
}

/** What a configuration with the secrets of a program is called by. One of roles, permissions, themes or prices is called by them. */
const WHOLE = wordSet(`
  all api app application auth aws backend base bot client cloud connection core current data database datasource db default defaults dev effective env environment
  file final full global initial json local mail mailer main merged mongo my new node oauth plugin prod production project raw redis runtime s server service
  settings smtp source storage system user validated whole yaml yml
`);

/** `loadAppConfig(…)`, `require("./config")`, not `loadRoleConfig(…)` and `require("./roles.config")`. */
function readsConfiguration(call: string): boolean {
  const reader = /^(?:get|load|read|resolve)(\w*)\(/.exec(call)?.[1];
  if (reader !== undefined && /Config|Settings/.test(reader)) return isWhole(reader);
  const required = /require\(([^)]{0,200})/.exec(call)?.[1];
  const name = required === undefined ? undefined : /([^/"'`]{1,80}?)(?:\.(?:[cm]?[jt]s|json))?["'`]?$/.exec(required)?.[1];
  if (required === undefined || !/config|settings|secrets|\benv\b/.test(required)) return false;
  // require("wild-config"): a package that reads them
  return isWhole(name ?? "") || /^["'`][a-z][\w-]{0,60}["'`]$/.test(required);
}

const isWhole = (name: string): boolean =>
  wordsOf(name).every((word) => CONFIGS.has(word) || WHOLE.has(word) || word === "secrets" || word === "index");

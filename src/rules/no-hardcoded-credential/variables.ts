import { envName } from "../../fix/env-name.js";
import { requireEnvironment } from "../../fix/helpers/require-environment.js";
import { isShowable } from "../../secrets/masking.js";
import type { ValueEvidence } from "../../secrets/values/values.js";
import { nameEvidence } from "../../secrets/names/words.js";
import type { SourceFile } from "../../source-file.js";
import type { Finding } from "./finding.js";

// The environment variables that credentials are read from instead.

/** Of the variables that are all missing when the text is used, the nearest that is named as a secret. */
export const missingName = ({ settings }: SourceFile, nearest: string, all: readonly string[] = []): string =>
  [nearest, ...all].find((name) => nameEvidence(name, settings)?.strength === "strong") ?? nearest;

const URL_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^dsn-(?:redis|rediss)$/, "REDIS_URL"],
  [/^dsn-amqps?$/, "AMQP_URL"],
  [/^dsn-smtps?$/, "SMTP_URL"],
  [/^dsn-cloudinary$/, "CLOUDINARY_URL"],
  [/^dsn-https?$/, "SERVICE_URL"],
  [/^dsn-/, "DATABASE_URL"],
];

/** From the names in the code where they say what it is, else from the format or the library. */
export function chosenName(file: SourceFile, names: readonly string[], value: ValueEvidence | undefined, env: string | undefined): string {
  const own = nameEvidence(names.at(-1), file.settings);
  if (value?.kind === "connectionString")
    return own?.kind === "connectionString" && /ur[il]$|dsn$/i.test(names.at(-1)!)
      ? envName(names)
      : (URL_NAMES.find(([id]) => id.test(value.id))?.[1] ?? envName([value.id]));
  const isGeneric =
    env !== undefined && names.length === 1 && /^(?:secret(?:OrKey)?|password|pass|api_?key|client_?secret)$/i.test(names[0]!);
  if (own?.strength === "strong" && !isGeneric && !/^secretOrKey$/i.test(names.at(-1)!) && !(value && own.kind === "authorization"))
    return envName(names);
  if (value) return envName([value.id.replace(/^url-/, "")]);
  return env ?? envName(names);
}

/**
 * Gives different texts different variables, also beside those that the file reads already: what such a variable holds is not known. A
 * text that the file itself calls the fallback of a variable is that variable everywhere.
 */
export function distinguish(file: SourceFile, findings: readonly Finding[]): void {
  const secretOf = (each: Finding): string => (each.proven ? (each.part ?? each.text) : `${each.env} ${each.text}`);
  const inCode = findings.filter((each) => !each.comment);
  if (inCode.length === 0) return;
  const known = new Map(inCode.filter((each) => each.fallback).map((each) => [secretOf(each), each.env]));
  const taken = variablesRead(file);
  for (const each of inCode) {
    // A text in a type is never read from a variable; a number of its own would count on with each edit of others.
    if (each.fallback || /^TS(?:EnumMember|LiteralType)$/.test(each.node.parent?.type ?? "")) continue;
    const earlier = known.get(secretOf(each));
    let name = earlier ?? each.env;
    if (earlier === undefined) for (let number = 2; taken.has(name); number++) name = `${each.env}_${number}`;
    known.set(secretOf(each), name);
    each.env = name;
    taken.add(name);
  }
}

/** The names in `process.env.X` and `requireEnvironment("X")`, or the project's own reader. */
function variablesRead({ sourceCode: { text }, settings }: SourceFile): Set<string> {
  const readers = ["requireEnv", ...requireEnvironment.names, ...(settings.envReader ? [settings.envReader.name] : [])].map((name) =>
    name.toLowerCase(),
  );
  // An import that had to be renamed ends in the name of the export, or a digit: `envRequire`, `requireEnvironment2`.
  const isReader = (callee: string): boolean => readers.some((name) => callee.toLowerCase().replace(/\d$/, "").endsWith(name));
  const calls = [...text.matchAll(/\(\s{0,9}["'`]([A-Za-z_]\w*)["'`]/g)].filter(({ index }) =>
    isReader(text.slice(Math.max(0, index - MAX_CALLEE), index)),
  );
  const reads = [...text.matchAll(/\bprocess\.env(?:\.|\[["'`])([A-Za-z_]\w*)/g)].map((match) => match[1]!);
  return new Set([...reads, ...calls.map((match) => match[1]!)]);
}

const MAX_CALLEE = 60;

/** The variable's name as a message may show it: somebody may have pasted a key where its name belongs. */
export const shownVariable = ({ env }: Finding): string => (isShowable(env) || env === "" ? env : "the variable");

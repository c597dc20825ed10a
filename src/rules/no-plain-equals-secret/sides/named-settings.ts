import { referenceName, staticName, unwrap, type Node } from "../../../ast/nodes.js";
import { originName, originsOf } from "../../../ast/origins.js";
import { DISARMING, VERBS } from "../../../secrets/names/lexicon.js";
import { sourceOfType } from "../../../secrets/sources/sources.js";
import { wordsOf } from "../../../secrets/names/words.js";
import type { SourceFile } from "../../../source-file.js";
import { CONFIG_WORD, ownersOf } from "./kept-values.js";
import type { Side } from "./sides.js";

// Settings whose names end as those of secrets do, though what stands before says nothing: `env.CRON_KEY`, `process.env.PUSH_SERVICE_KEY`.

/** Keys that find or sort things, are shown to everybody or name the key of something. */
const OTHER_KEYS =
  /^(?:cache|column|config|cookie|document|event|feature|field|flag|foreign|header|index|language|map|maps|next|object|order|partition|prev|previous|primary|prefix|project|query|queue|redis|routing|row|s3|search|site|sort|storage|store|tenant|test|topic)$/;

/** The name of a setting that ends in "key", of the environment or a configuration; undefined for all others. */
export function namedSetting(file: SourceFile, node: Node): string | undefined {
  const inner = unwrap(node);
  if (inner.type !== "Identifier" && inner.type !== "MemberExpression") return undefined;
  const name = sourceOfType(file, node, "environment")?.name ?? (endsInKey(referenceName(inner)) ? settingName(file, inner) : undefined);
  return endsInKey(name) ? name : undefined;
}

/** `cronKey`, `FEED_KEY`: the key for something, which is shown to nobody. */
function endsInKey(name: string | undefined): boolean {
  const words = wordsOf(name ?? "");
  return words.length > 1 && words.at(-1) === "key" && !VERBS.has(words[0]!) && !words.some((word) => DISARMING.has(word));
}

/** `SORT_KEY`, `DETA_PROJECT_KEY`: most keys of that name find things. */
export const isOfOtherKey = (setting: string): boolean => wordsOf(setting).some((word) => OTHER_KEYS.test(word));

/** `x-project-key` of a header, which is held against `DETA_PROJECT_KEY`: a key that is sent so is none that finds things. */
export function isHeaderAlike(file: SourceFile, setting: string, { node, sent }: Pick<Side, "node" | "sent">): boolean {
  const name = wordsOf((sent ?? "").replace(/^x-/i, "")).join(" ");
  return (
    name.endsWith(" key") && wordsOf(setting).join(" ").endsWith(name) && /header/.test(sourceOfType(file, node, "request")?.says ?? "")
  );
}

/** `CRON_KEY` of `env.CRON_KEY`, `cronKey` of `const { cronKey } = config`. */
function settingName(file: SourceFile, node: Node): string | undefined {
  const origin = originsOf(file.sourceCode, node).find((each) => ownersOf(each).some((owner) => CONFIG_WORD.test(owner)));
  return origin && originName(origin);
}

/** Whether the sender, too, calls it a key, a token or a secret: `req.headers["x-cron-key"]`, `body.push_token`. */
export function isNamedAsProof({ kind, sent }: Pick<Side, "kind" | "sent">): boolean {
  if (kind === "apiKey" || kind === "authorization" || kind === "secretKey" || kind === "token") return true;
  // A header whose name is itself a setting.
  return sent === "*" || (sent !== undefined && /^(?:key|secret|token)$/.test(wordsOf(sent).at(-1) ?? ""));
}

/** `context.internalKey`, which is held against `INTERNAL_KEY`. */
export const isCalledAlike = (setting: string, node: Node): boolean =>
  wordsOf(setting).join(" ") === wordsOf(referenceName(node) ?? "").join(" ");

/** `secrets.reader`, and what the environment keeps under a name that is looked up, or that is held against the header for credentials. */
export function isUnnamedSecret(file: SourceFile, node: Node, { kind }: Pick<Side, "kind">): boolean {
  const variable = sourceOfType(file, node, "environment");
  if (variable) return variable.whole && (variable.name === "" || (kind === "authorization" && variable.name !== "*"));
  return node.type === "MemberExpression" && referenceName(node.object) === "secrets" && staticName(node) !== "length";
}

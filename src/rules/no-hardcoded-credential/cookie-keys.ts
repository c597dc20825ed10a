import { outward, type Node } from "../../ast/nodes.js";
import { pathEnd, type SourceFile } from "../../source-file.js";
import type { Surroundings } from "./sites.js";
import type { TextSite } from "./text-sites.js";

/** Egg's file for an environment, <https://www.eggjs.org/basics/config>, whose form many Koa applications took over. */
const CONFIG_FILE = /(?:^|\/)config\/config\.(?!unittest|test)\w+\.[cm]?[jt]s$/;

/**
 * Whether a text is a key that cookies are signed with: `keys` of the whole configuration, `cookies: { keys: ["…"] }`. What Egg's generator
 * writes, `appInfo.name + "_1628930203907_8475"`, counts: the name is no secret, and the rest stands there.
 */
export function signsCookies(file: SourceFile, { node, text, fixed }: TextSite, { names }: Surroundings): boolean {
  // Strapi's: `keys: env.array("APP_KEYS", ["…"])`, <https://docs.strapi.io/cms/configurations/server>
  if (names.at(-1) === "APP_KEYS") return fixed && isInList(node);
  if (names.at(-1) !== "keys" || /^(?:(.)\1*|<.*>)$/.test(text)) return false;
  const owner = names.at(-2);
  if (owner !== undefined && /^cookies?$/i.test(owner)) return fixed;
  if (!CONFIG_FILE.test(pathEnd(file, 2)) || (owner !== undefined && !/^(?:\w+C|c)onfig$/.test(owner))) return false;
  return fixed || /\bappInfo\.name\b/.test(file.sourceCode.getText(node as never));
}

/** Whether a text is one of several that a variable holds together: no variable of its own takes its place. */
export const isOfKeyList = ({ node }: TextSite, { names }: Surroundings): boolean => names.at(-1) === "APP_KEYS" && isInList(node);

const isInList = (node: Node): boolean => outward(node)?.parent.type === "ArrayExpression";

import type { TSESTree } from "@typescript-eslint/utils";
import { calledName, literalText, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { nameEvidence, wordsOf } from "../../secrets/names/words.js";
import { isGenericPassword, isWeakPassword } from "../../secrets/values/weak-passwords.js";

/** What a page is called where a program drives it: Playwright, Puppeteer, Selenium, WebdriverIO, Cypress. */
const PAGE = /^(?:browser|cy|driver|frame|iframe|locator|page|popup|tab)$/;
/** Calls that find a field of a page. */
const FINDS = /^(?:\$|findElement|getBy(?:Label|Placeholder|TestId)|locator)$/;
/** A field that a selector finds: `password` alone would be the name of an element. */
const SELECTS = /[#.[]|^input/;
/** What is typed in to see that nobody gets in. */
const REFUSED = /bad|incorrect|invalid|short|weak|wrong/i;
const MAX_CHAIN = 8;

/** `password` of `page.type("#password", "…")`, `page.locator("input[name=password]").fill("…")`: what a program types into a page. */
export function fieldTypedInto({ callee, arguments: given }: TSESTree.CallExpression, argument: Node): string | undefined {
  if (callee.type !== "MemberExpression" || !/^(?:fill|sendKeys|setValue|type)$/.test(staticName(callee) ?? "")) return undefined;
  const isFound = given[0] === argument;
  const selector = (isFound ? selectorOf(callee.object) : literalText(given[0])) ?? "";
  if (!(isFound || SELECTS.test(selector)) || !isOfPage(callee.object)) return undefined;
  const text = literalText(argument) ?? "";
  if (REFUSED.test(text) || isGenericPassword(text) || isWeakPassword(text)) return undefined;
  const name = /\b(?:id|name|type)[~|^$*]?=\s{0,3}["']?([\w-]{1,60})/.exec(selector)?.[1] ?? /([\w-]{1,60})$/.exec(selector)?.[1];
  return nameEvidence(name)?.kind === "password" ? name : undefined;
}

/** `#password` of `page.locator("#password")`, `password` of `await driver.findElement(By.name("password"))`. */
function selectorOf(found: Node): string | undefined {
  const inner = unwrap(found.type === "AwaitExpression" ? found.argument : found);
  const [first] = inner.type === "CallExpression" ? inner.arguments : [];
  return first?.type === "CallExpression" ? literalText(first.arguments[0]) : literalText(first);
}

/** `this.page`, `page.locator("…").first()`, `await driver.findElement(…)`. */
function isOfPage(receiver: Node): boolean {
  let current = unwrap(receiver);
  for (let hops = 0; hops < MAX_CHAIN; hops++) {
    const name = calledName(current);
    if (current.type === "CallExpression" ? FINDS.test(name) : PAGE.test(wordsOf(name).at(-1) ?? "")) return true;
    if (current.type === "AwaitExpression") current = unwrap(current.argument);
    else if (current.type === "CallExpression") current = unwrap(current.callee);
    else if (current.type === "MemberExpression") current = unwrap(current.object);
    else return false;
  }
  return false;
}

import { textOfCode } from "../../ast/comments.js";
import { literalText, outward, referenceName, staticName, type Node } from "../../ast/nodes.js";
import { originsOf, type Origin } from "../../ast/origins.js";
import { wholeText } from "../../ast/texts.js";
import { nameEvidence } from "../../secrets/names/words.js";
import { isCodeLike } from "../../secrets/values/generated-texts.js";
import { perFile, type SourceFile } from "../../source-file.js";
import type { Parameter } from "./parameters.js";

// Tokens that are traded.

/**
 * `price(token)`, that asks for `/candles?token=${token}` or stands in a file about coins: one that is traded; `"eth"` of a list that stands there.
 * What `login()` gives, or who keeps a session, is none.
 */
export function isCoin(file: SourceFile, parameter: Parameter, value: Node): boolean {
  if (value.type !== "Identifier" || value.name !== "token") return false;
  const origins = originsOf(file.sourceCode, value);
  if (origins.some(isShortName)) return true;
  return (asksForCoins(file, parameter) || isAboutCoins(file)) && !origins.some(isOfSignIn);
}

/** `"eth"` of `for (const token of ["eth", "btc"])` */
function isShortName({ node, path }: Origin): boolean {
  const text = path.length === 0 && node.parent?.type === "ArrayExpression" ? literalText(node) : undefined;
  return text !== undefined && /^[\w-]{1,20}$/.test(text) && !isCodeLike(text);
}

/** `login()`, `useContext(Session)`, `authToken`; `token` and `tokens` themselves say nothing. */
function isOfSignIn({ node }: Origin): boolean {
  if (node.type === "Identifier" && /^tokens?$/.test(node.name)) return false;
  return (
    (node.type === "CallExpression" && /auth|login|session|sign|token|use(?:Context|Selector)/i.test(referenceName(node.callee) ?? "")) ||
    nameEvidence(referenceName(node)) !== undefined
  );
}

const OF_MARKET = /\b(?:allowance|candles?|coins?|dex|gas|holders?|liquidity|ohlcv?|swap)\b/i;
/** Beside what is asked for of a token that is traded. People have a balance and a wallet, too. */
const OF_TRADE = /^(?:chain(?:_?id)?|wallet)$/i;
/** The same in the program's own addresses. Where others give quotes, the token is the key: `https://finnhub.io/api/v1/quote?symbol=AAPL&token=…`. */
const OF_OWN_MARKET = /\b(?:pools?|prices?)\b/i;
const OF_OWN_TRADE = /^(?:currency|owner|symbol)$/i;
const ELSEWHERE = /^["'`]?https?:\/\//i;
const MAX_TEXT = 600;

/** Whether an address is one of a market, or asks for a chain or a wallet as well: `/balance?token=${token}&chain=${chain}`. */
function asksForCoins({ sourceCode }: SourceFile, { before, value }: Parameter): boolean {
  const isOwn = !ELSEWHERE.test(before);
  if (OF_MARKET.test(before) || (isOwn && OF_OWN_MARKET.test(before))) return true;
  const text = wholeText(value);
  const parent = text === value ? outward(value)?.parent : undefined;
  const object = parent?.type === "Property" ? parent.parent : undefined;
  const beside =
    object?.type === "ObjectExpression"
      ? object.properties.map((each) => staticName(each) ?? "")
      : Array.from(
          sourceCode
            .getText(text as never)
            .slice(0, MAX_TEXT)
            .matchAll(/[?&]([a-z_]{1,20})=/gi),
          ([, name]) => name!,
        );
  return beside.some((name) => OF_TRADE.test(name) || (isOwn && OF_OWN_TRADE.test(name)));
}

const COINS =
  /\b(?:contract|token)_?address|\b(?:block_?chains?|candles?|chain_?id|coins?|cryptocurrenc\w{1,4}|dex|erc-?20|ethers|holders|liquidity|ohlcv|solana|swaps?|uniswap|usdt|wallets?|web3)\b/gi;

/** Whether a file speaks of coins with two words, at least, outside of its comments: games have coins, and values are swapped. */
const isAboutCoins = perFile(
  ({ sourceCode }) =>
    new Set(
      textOfCode(sourceCode)
        .match(COINS)
        ?.map((word) => word.toLowerCase()),
    ).size > 1,
);

/** What a token that is traded is known by. */
export const OF_COIN = /(?:address|id|index|mint|name|pair|symbol|type)$/i;

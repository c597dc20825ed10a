import { referenceName, type Node } from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { nameEvidence } from "../../secrets/names/words.js";
import { perFile, type SourceFile } from "../../source-file.js";
import type { Parameter } from "./parameters.js";

// Tokens that are traded.

/** `price(token)`, that asks for `/candles?token=${token}` or stands in a file about coins: one that is traded. What `login()` gives is none. */
export const isCoin = (file: SourceFile, { before }: Parameter, value: Node): boolean =>
  value.type === "Identifier" &&
  value.name === "token" &&
  (/\b(?:allowance|candles?|coins?|dex|gas|holders?|liquidity|ohlcv?|swap)\b|[?&]wallet=/i.test(before) || isAboutCoins(file)) &&
  originsOf(file.sourceCode, value).every(
    ({ node }) =>
      (node.type === "Identifier" && node.name === "token") ||
      (!(node.type === "CallExpression" && /auth|login|session|sign|token/i.test(referenceName(node.callee) ?? "")) &&
        !nameEvidence(referenceName(node))),
  );

const isAboutCoins = perFile(({ sourceCode: { text } }) =>
  /\b(?:contract|token)_?address|\b(?:candles?|coins?|cryptocurrenc\w{1,4}|dex|erc-?20|ethers|liquidity|ohlcv|solana|swap|usdt|web3)\b/i.test(
    text,
  ),
);

/** What a token that is traded is known by. */
export const OF_COIN = /(?:address|id|index|mint|name|pair|symbol|type)$/i;

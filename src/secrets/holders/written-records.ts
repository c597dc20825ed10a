import { perFile } from "../../source-file.js";
import { nameEvidence } from "../names/words.js";

/** Schemas that leave a password out, and queries that ask for it: it does not come by itself. */
const LEAVES_OUT = /select:\s{0,9}(?:false|0)\b|select\(\s{0,9}["'`]\+|\.scope\(|addSelect\(/;
const WRITING =
  /(?:\bnew\s{1,9}([A-Z]\w{0,60})|(?<![\w$.])(?:this\.)?((?:(?:db|models?|prisma)\.)?\w{1,60})\.(?:build|create|insertMany|insertOne))\(\s{0,40}(?:\{\s{0,40}data:\s{0,9})?[[{]{1,2}([^{}]{0,600})/g;
/** `body.password = …`, and `new Pilot(body)`, `this.models.Pilot.create(body)`. */
const SETTING = /\b(\w{1,40})\.(password|passwd|pwd)\s{0,9}=(?!=|\s{0,9}(?:undefined|null|["'`]{2}))/g;
const GIVING =
  /(?:\bnew\s{1,9}(?:this\.)?((?:\w{1,40}\.){0,4}[A-Z]\w{0,60})|(?<![\w$.])(?:this\.)?((?:\w{1,40}\.){0,4}[A-Z]\w{0,60})\.(?:build|create|insert|insertOne))\((\w{1,40})\)/g;
/** A key of an object literal: `password:`, or `password` by itself. */
const KEY = /(?:^|[,\n])\s{0,40}["']?(\w{1,60})["']?\s{0,9}(?=[:,\n]|$)/g;
const MODEL =
  /^(?:[A-Z](?!.*(?:Api|Client|Controller|Dto|Error|Event|Request|Response|Schema|Service)$)|\w{1,60}(?:Model|Repository)$|(?:db|models?|prisma)\.)/;

/**
 * Models into which a file writes a password, and how it calls it: `User` of `new User({ email, password })`, `prisma.user` of
 * `prisma.user.create({ data: { password } })`. Whole records of them hold it. None where the file has a way to leave it out.
 */
export const writtenPasswords = perFile(({ sourceCode: { text }, settings }) => {
  const models = new Map<string, string>();
  if (!/passw|pwd/i.test(text) || LEAVES_OUT.test(text)) return models;
  for (const [, made, owner, content] of text.matchAll(WRITING)) {
    const model = made ?? owner!;
    if (!MODEL.test(model) || models.has(model)) continue;
    for (const [, key] of content!.matchAll(KEY)) {
      if (!/^password/.test(nameEvidence(key, settings)?.kind ?? "")) continue;
      models.set(model, key!);
      break;
    }
  }
  const set = new Map(Array.from(text.matchAll(SETTING), ([, owner, key]) => [owner!, key!]));
  for (const [, made, owner, given] of set.size > 0 ? text.matchAll(GIVING) : []) {
    const model = made ?? owner!;
    const key = set.get(given!);
    if (key !== undefined && !models.has(model) && MODEL.test(model.split(".").at(-1)!)) models.set(model, key);
  }
  return models;
});

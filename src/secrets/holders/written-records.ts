import { perFile } from "../../source-file.js";
import { nameEvidence, type NameEvidence } from "../names/words.js";

/** Schemas that leave a password out, and queries that ask for it: it does not come by itself. */
const LEAVES_OUT = /select:\s{0,9}(?:false|0)\b|select\(\s{0,9}["'`]\+|\.scope\(|addSelect\(/;
const WRITING =
  /(?:\bnew\s{1,9}([A-Z]\w{0,60})|(?<![\w$.])(?:this\.)?((?:(?:db|models?|prisma)\.)?\w{1,60})\.(?:build|create|insertMany|insertOne))\(\s{0,40}(?:\{\s{0,40}data:\s{0,9})?[[{]{1,2}([^{}]{0,600})/g;
/** `body.password = …`, and `new Pilot(body)`, `this.models.Pilot.create(body)`. */
const SETTING = /\b(\w{1,40})\.(password|passwd|pwd)\s{0,9}=(?!=|\s{0,9}(?:undefined|null|["'`]{2}))/g;
const GIVING =
  /(?:\bnew\s{1,9}(?:this\.)?((?:\w{1,40}\.){0,4}[A-Z]\w{0,60})|(?<![\w$.])(?:this\.)?((?:\w{1,40}\.){0,4}[A-Z]\w{0,60})\.(?:build|create|insert|insertOne))\((\w{1,40})\)/g;
/** `User.findByIdAndUpdate(id, body)`, `User.findOneAndUpdate({ email }, { $set: { password } })`. */
const CHANGING = /\.find(?:ById|One)AndUpdate\(/g;
/** `User.findById(id).select("-password")`: the whole record holds it. */
const LEAVING_OUT = /\.select\(\s{0,9}["'`]([^"'`]{1,120})["'`]/g;
const LEFT_OUT = /(?:^|\s)-(password|passwd|pwd)\b/;
/** `password: undefined` */
const TAKEN_AWAY = /\b\w{1,40}:\s{0,9}(?:null|undefined|["'`]{2})/g;
const MAX_CALL = 400;
const MAX_OWNER = 80;
/** A key of an object literal: `password:`, or `password` by itself. */
const KEY = /(?:^|[,\n])\s{0,40}["']?(\w{1,60})["']?\s{0,9}(?=[:,\n]|$)/g;
const MODEL =
  /^(?:[A-Z](?!.*(?:Api|Client|Controller|Dto|Error|Event|Request|Response|Schema|Service)$)|\w{1,60}(?:Model|Repository)$|(?:db|models?|prisma)\.)/;

/** A password or the hash of one, and a one-time code until it is used. */
const isKept = (named: NameEvidence | undefined): boolean =>
  named !== undefined && (/^password/.test(named.kind) || (named.kind === "otp" && named.strength === "strong"));

/**
 * Models into which a file writes a password, or whose password it leaves out elsewhere, and how it calls it: `User` of
 * `new User({ email, password })`, `prisma.user` of `prisma.user.create({ data: { password } })`. Whole records of them hold it. None where the file has a way to leave it out.
 */
export const writtenPasswords = perFile(({ sourceCode: { text }, settings }) => {
  const models = new Map<string, string>();
  if (!/passw|pwd|otp/i.test(text) || LEAVES_OUT.test(text)) return models;
  const add = (model: string, content: string): void => {
    if (!MODEL.test(model) || models.has(model)) return;
    const key = Array.from(content.matchAll(KEY), ([, name]) => name!).find((name) => isKept(nameEvidence(name, settings)));
    if (key !== undefined) models.set(model, key);
  };
  for (const [, made, owner, content] of text.matchAll(WRITING)) add(made ?? owner!, content!);
  const changed: [string, string][] = [];
  for (const { index, 0: call } of text.matchAll(CHANGING)) {
    const model = ownerBefore(text, index);
    const content = secondArgument(text.slice(index + call.length, index + call.length + MAX_CALL));
    if (model === undefined || content === undefined) continue;
    if (content.startsWith("{"))
      add(
        model,
        content
          .replaceAll(TAKEN_AWAY, "")
          .replace(/^\{\s{0,40}(?:\$set:\s{0,9}\{)?/, "")
          .split(/[{}]/, 1)[0]!,
      );
    else changed.push([model, /^\w{1,40}/.exec(content)?.[0] ?? ""]);
  }
  for (const { index, 1: fields } of text.matchAll(LEAVING_OUT)) {
    const key = LEFT_OUT.exec(fields!)?.[1];
    const before = text.slice(Math.max(index - MAX_CALL, 0), index);
    const at = before.lastIndexOf(".find");
    const model = key === undefined || at < 0 || before.includes(";", at) ? undefined : ownerBefore(before, at);
    if (model !== undefined && MODEL.test(model)) models.set(model, key!);
  }
  const set = new Map(Array.from(text.matchAll(SETTING), ([, owner, key]) => [owner!, key!]));
  const given = set.size > 0 ? [...text.matchAll(GIVING)].map(([, made, owner, record]) => [made ?? owner, record]) : [];
  for (const [model, record] of [...given, ...changed]) {
    const key = set.get(record ?? "");
    if (key !== undefined && !models.has(model!) && MODEL.test(model!.split(".").at(-1)!)) models.set(model!, key);
  }
  return models;
});

/** `User` before `.findById(…)`, `prisma.user`, `models.User` of `this.models.User`. */
const ownerBefore = (text: string, at: number): string | undefined =>
  /[\w$.]{1,80}$/.exec(text.slice(Math.max(at - MAX_OWNER, 0), at).trimEnd())?.[0].replace(/^this\./, "");

/** The second of the arguments that a text begins with. */
function secondArgument(text: string): string | undefined {
  let depth = 0;
  for (let at = 0; at < text.length && depth >= 0; at++) {
    if ("({[".includes(text[at]!)) depth++;
    else if (")}]".includes(text[at]!)) depth--;
    else if (text[at] === "," && depth === 0) return text.slice(at + 1).trimStart();
  }
  return undefined;
}

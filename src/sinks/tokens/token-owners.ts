import type { TSESTree } from "@typescript-eslint/utils";
import { moduleMember } from "../../ast/modules.js";
import { literalText, outward, propertyValue, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { constantInitializer } from "../../ast/static-value.js";
import { mintedName, type Minted } from "../../secrets/names/minted-names.js";
import { wordsOf } from "../../secrets/names/words.js";
import { perFile, type SourceFile } from "../../source-file.js";

// `key` and `code` alone are names of too many things. What they belong to tells.

/** Words that say nothing about what a record is for. */
const RECORD =
  /^(?:data|details|dto|doc|document|entity|entry|entries|fields?|info|infos|input|item|items|list|model|new|obj|object|options|payload|props|record|records|request|row|rows|schema|state|store|value|values)$/;
/** What opens something by its own `key` or `code`. The `key` of an account or of a session may be one of a list that a page shows. */
const OPENING: Readonly<Record<string, RegExp>> = {
  code: /^(?:activation|confirm|confirmation|giftcard|invitation|invite|mfa|otp|recovery|reset|sms|tfa|totp|verification|verify)$/,
  value: /^(?:otp|passcode|totp)$/,
  key: /^(?:activation|api|confirmation|encryption|invitation|invite|licen[cs]e|recover|recovery|reset|secret|signing|verification)$/,
};
const KEEPING = /^(?:add|build|bulkCreate|create\w{0,20}|insert\w{0,20}|push|save|unshift|upsert)$/;
const MAX_HOPS = 6;

/** What a value under the vague name `key`, `code` or `default` is, by what it is a property of: `resetInfo.key`, `ApiKey.create({ key })`, `setApiKeys([{ key }])`. */
export function ownedValue(
  file: SourceFile,
  place: { name: string; node: Node },
): { minted: Extract<Minted, { is: "strong" }>; owner: string } | undefined {
  const asked = isAnswer(place) ? literalText(propertyValue(place.node.parent as Node, "name")) : undefined;
  const answer = mintedName(asked, file.settings);
  if (asked !== undefined && answer.is === "strong") return { owner: asked, minted: answer };
  const opening = Object.hasOwn(OPENING, place.name) ? OPENING[place.name] : undefined;
  if (!opening) return undefined;
  const record = place.name === "value" ? classOf(file, place.node) : undefined;
  const kept = mintedName(record, file.settings);
  if (record !== undefined && kept.is === "strong") return { owner: record, minted: kept };
  const owner = ownerName(place.node) ?? "";
  const [role, last] = roleOf(owner, place.name);
  if (role === undefined || !opening.test(role)) return ofList(file, place, opening);
  const minted = mintedName(`${role}_${last}`, file.settings);
  return {
    owner,
    minted: minted.is === "strong" ? minted : { is: "strong", noun: `a ${place.name} that opens something`, head: place.name },
  };
}

/** `reset`, `key` of `resetInfo`, and of `resetKeys`. */
function roleOf(owner: string, name: string): readonly [role: string | undefined, last: string] {
  const words = wordsOf(owner.replace(/gift_?cards?/i, "giftcard")).filter((word) => !RECORD.test(word));
  return /^(?:code|key|token)s?$/.test(words.at(-1) ?? "") ? [words.at(-2), words.at(-1)!] : [words.at(-1), name];
}

/** `verificationCodes: { pickup: { code } }`: one of several, each under its own name. */
function ofList(file: SourceFile, { name, node }: { name: string; node: Node }, opening: RegExp): ReturnType<typeof ownedValue> {
  const entry = name === "code" && node.parent?.type === "ObjectExpression" ? node.parent.parent : undefined;
  const owner = entry?.type === "Property" ? ownerName(entry) : undefined;
  if (owner === undefined || !/[cC]odes$/.test(owner)) return undefined;
  const [role] = roleOf(owner, name);
  const minted = mintedName(owner, file.settings);
  return role !== undefined && opening.test(role) && minted.is === "strong" ? { owner, minted } : undefined;
}

/** `AuthToken` of `const row = new AuthToken({ … }); row.value = …`. */
function classOf({ sourceCode }: SourceFile, node: Node): string | undefined {
  const row = node.type === "MemberExpression" ? unwrap(node.object) : undefined;
  const made = row?.type === "Identifier" ? constantInitializer(sourceCode, row) : undefined;
  return made?.type === "NewExpression" ? referenceName(made.callee) : undefined;
}

/** `{ type: "password", name: "webhookSecret", default: () => … }`: what a prompt takes where nothing is typed in. */
const isAnswer = ({ name, node }: { name: string; node: Node }): boolean =>
  /^(?:default|initial)(?:Value)?$/.test(name) && node.parent?.type === "ObjectExpression";

/** The name of what a property belongs to: of an object, or of what takes or keeps the literal that it stands in. */
function ownerName(node: Node): string | undefined {
  if (node.type === "MemberExpression") return referenceName(node.object);
  let place = node.parent ? outward(node.parent) : undefined;
  for (let hops = 0; place && hops < MAX_HOPS; hops++) {
    const { parent, child } = place;
    switch (parent.type) {
      case "ArrayExpression":
      case "LogicalExpression":
      case "ConditionalExpression":
      case "AwaitExpression":
        place = outward(parent);
        continue;
      case "VariableDeclarator":
        return parent.id.type === "Identifier" ? parent.id.name : undefined;
      case "AssignmentExpression":
        return referenceName(parent.left);
      case "Property": {
        const name = staticName(parent);
        if (name === undefined || !RECORD.test(name)) return name;
        place = outward(parent.parent);
        continue;
      }
      case "NewExpression":
        return parent.callee === child ? undefined : referenceName(parent.callee);
      case "CallExpression":
        return parent.callee === child ? undefined : ownerOfCall(parent);
      default:
        return undefined;
    }
  }
  return undefined;
}

/** `ApiKey` of `ApiKey.create(…)`, `prisma.apiKey.create(…)` and `createApiKey(…)`, `ApiKeys` of `setApiKeys(…)`. */
function ownerOfCall(call: TSESTree.CallExpression): string | undefined {
  const callee = unwrap(call.callee);
  const method = referenceName(callee) ?? "";
  if (callee.type === "MemberExpression" && KEEPING.test(method) && wordsOf(method).length <= 2) return referenceName(callee.object);
  return /^(?:add|create|insert|save|set|store|update)(?=[A-Z])(\w{1,60})$/.exec(method)?.[1];
}

/** A file that sends people to another site to sign in. */
export const asksOtherSites = perFile(({ sourceCode: { text } }) =>
  /oauth|redirect_?uri|authoriz(?:e|ation)_?(?:url|endpoint)|auth_?url/i.test(text),
);

/** A file that lets people in by what they signed with the key of their wallet: the nonce of the text must not be known before. */
export const provesWallets = perFile(({ sourceCode: { text } }) =>
  /\b(?:ecrecover|hashPersonalMessage|personal_ecRecover|recoverPersonalSignature|verifyMessage|verifyPersonalMessage)\s{0,2}\(/.test(text),
);

const usesPkce = perFile(({ sourceCode: { text } }) => /code_?challenge|pkce/i.test(text));

/** The verifier of PKCE (RFC 7636, section 4.1: unguessable), where the code speaks of its challenge. */
export const isVerifier = (file: SourceFile, name: string): boolean => /^_?verifier$/i.test(name) && usesPkce(file);

/** `state` or `nonce` beside `client_id`, `redirect_uri` or `response_type`, or kept in a session until its answer comes (RFC 6749 section 10.12: unguessable). */
export function isAuthorizationRequest(file: SourceFile, { name, node }: { name: string; node: Node }): boolean {
  if (!/^(?:state|nonce)$/.test(name)) return false;
  if (node.type === "MemberExpression") return referenceName(node.object) === "session" && asksOtherSites(file);
  const object = node.parent;
  return (
    object?.type === "ObjectExpression" &&
    object.properties.some((each) => /^(?:client_?id|redirect_?uri|response_?type)$/i.test(staticName(each) ?? ""))
  );
}

/** Whether a value becomes a key that cookies are signed with: `app.keys` of Koa, `cookieSession({ keys })`. */
export function signsCookies(file: SourceFile, place: { name: string; node: Node }): boolean {
  if (place.name !== "keys") return false;
  const { node } = place;
  if (node.type === "MemberExpression") {
    const app = unwrap(node.object);
    const made = app.type === "Identifier" ? constantInitializer(file.sourceCode, app) : undefined;
    return made?.type === "NewExpression" && moduleMember(file.sourceCode, made.callee)?.module === "koa";
  }
  const call = node.parent?.parent;
  return (
    call?.type === "CallExpression" && /^(?:cookie-session|koa-session)$/.test(moduleMember(file.sourceCode, call.callee)?.module ?? "")
  );
}

/** A file that waits for connections and turns away those whose key is another one: `if (options.key !== this.key) socket.end()`. */
const comparesKeys = perFile(
  ({ sourceCode: { text } }) =>
    /\bcreateServer\(|\bnew (?:WebSocket)?Server\(/.test(text) &&
    /(?<!this)\.key\s{0,3}[!=]==?\s{0,3}this\.key\b|\bthis\.key\s{0,3}[!=]==?\s{0,3}(?!this\b)[\w$]{1,60}\.key\b/.test(text),
);

/** `this.key` of a server that lets in who sends that key. */
export const guardsServer = (file: SourceFile, { name, node }: { name: string; node: Node }): boolean =>
  name === "key" &&
  (node.type === "PropertyDefinition" || (node.type === "MemberExpression" && node.object.type === "ThisExpression")) &&
  comparesKeys(file);

import type { TSESTree } from "@typescript-eslint/utils";
import { moduleMember } from "../../ast/modules.js";
import { calledName, literalText, propertyValue, referenceName, rootOf, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { ANY } from "../../ast/origins.js";
import { isGlobal } from "../../ast/scope.js";
import { constantInitializer } from "../../ast/static-value.js";
import type { SourceFile } from "../../source-file.js";
import { digestOrigin } from "./digest-chains.js";
import type { SecretKind } from "../kinds.js";
import type { Source, SourceType } from "./sources.js";
import { nameEvidence } from "../names/words.js";

type Call = TSESTree.CallExpression | TSESTree.NewExpression;
type Make = (type: SourceType, kind: SecretKind | undefined, says: string, name?: string) => Source;

const CSPRNG =
  /^(?:crypto:(?:randomBytes|randomUUID|randomInt|randomFillSync|webcrypto\.getRandomValues)|nanoid:nanoid|uuid:v[47]|uid-safe:(?:sync)?|ulid:ulid|cuid:|@paralleldrive\/cuid2:createId|crypto-random-string:|cuid2?:createId)$/;
const JWT_MAKERS = /^(?:jsonwebtoken:sign|hono\/jwt:sign|jwt-simple:encode)$/;
/** Codes of RFC 4226 and 6238: an HMAC of the counter or the time. */
const ONE_TIME_MAKERS =
  /^(?:otplib:(?:authenticator|hotp|totp)\.generate|@otplib\/preset-[\w-]+:(?:authenticator|hotp|totp)\.generate|speakeasy:(?:hotp|totp)|notp:(?:hotp|totp)\.gen)$/;
const CONFIG_OWNERS = /^(?:config|configService|configuration|nconf|convict|conf)$/i;

/** What a call makes or reads: a digest, a random value, a signed JWT, what a secret manager or a configuration keeps. */
export function callSource(file: SourceFile, call: Call, path: readonly string[], make: Make): Source | undefined {
  const { sourceCode } = file;
  const callee = unwrap(call.callee);
  const method = callee.type === "MemberExpression" ? staticName(callee) : undefined;
  if (method === "digest" || method === "toString" || method === "hex" || method === "finalize") {
    const digest = digestOrigin(sourceCode, call);
    if (digest === "hmac") return make("hmac", "signature", "is an HMAC digest");
    if (digest === "hash") return make("hash", undefined, "is a hash");
  }
  const member = moduleMember(sourceCode, callee);
  if (member) {
    const id = `${member.module}:${member.path.join(".")}`;
    if (CSPRNG.test(id)) return make("random", "token", "is a fresh random value");
    if (JWT_MAKERS.test(id)) return make("jwt", "token", "is a signed JWT");
    if (ONE_TIME_MAKERS.test(id)) return make("hmac", "otp", "is a one-time code");
    if (member.module === "basic-auth")
      return make("request", nameEvidence(path.at(-1), file.settings)?.kind, "comes from the Authorization header", path.at(-1));
    // jar.sid of `const jar = cookie.parse(req.headers.cookie)`
    if (member.module === "cookie" && /^parse(?:Cookie)?$/.test(member.path.at(-1) ?? "") && path.length > 0 && path[0] !== ANY)
      return make("request", nameEvidence(path[0], file.settings)?.kind, "comes from a request cookie", path[0]);
    if (member.module === "crypto-js" && /^Hmac/.test(member.path[0] ?? "")) return make("hmac", "signature", "is an HMAC digest");
    if (/^crypto-js\/hmac-/.test(member.module)) return make("hmac", "signature", "is an HMAC digest");
  }
  if (callee.type === "Identifier")
    return call.type === "CallExpression" && call.arguments.length === 1 ? configured(file, callee, call, make) : undefined;
  if (callee.type !== "MemberExpression" || method === undefined) return undefined;
  if (/^(?:randomUUID|getRandomValues|randomBytes)$/.test(method) && isGlobal(sourceCode, rootOf(callee), "crypto"))
    return make("random", "token", "is a fresh random value");
  // admin.auth().createCustomToken(uid) of Firebase
  if (
    (method === "createCustomToken" && /admin|auth|firebase/i.test(calledName(callee.object))) ||
    (/^(?:sign|signAsync|encrypt)$/.test(method) && signsJwt(callee.object))
  )
    return make("jwt", "token", "is a signed JWT");
  if (readsSecret(file, call, callee, method, path)) return make("secretManager", "secretKey", "comes from a secret manager");
  if (method !== "get" && method !== "getOrThrow") return undefined;
  return configured(file, callee.object, call, make);
}

/** What `config.get("jwt.secret")` or `config("password")` reads. */
function configured(file: SourceFile, owner: Node, call: Call, make: Make): Source | undefined {
  const name = CONFIG_OWNERS.test(referenceName(owner) ?? "") ? literalText(call.arguments[0]) : undefined;
  return name === undefined ? undefined : make("config", nameEvidence(name, file.settings)?.kind, "is read from the configuration", name);
}

const MAX_CHAIN = 12;

/** `new SignJWT(claims).setExpirationTime("1h")` of jose, `this.jwtService` of Nest, `fastify.jwt`. */
function signsJwt(owner: Node): boolean {
  let current = unwrap(owner);
  if (/^(?:jwt|jwtService)$/.test(referenceName(current) ?? "")) return true;
  for (let hops = 0; hops < MAX_CHAIN && current.type === "CallExpression" && current.callee.type === "MemberExpression"; hops++)
    current = unwrap(current.callee.object);
  return current.type === "NewExpression" && /^(?:Sign|Encrypt)JWT$/.test(referenceName(current.callee) ?? "");
}

/** GCP, Azure, AWS's second SDK, and the usual names of own readers. */
const SECRET_READERS = /^(?:accessSecretVersion|getSecret|getSecretValue|getSecretString|readSecret|resolveSecret)$/;
/** What AWS answers besides the secret says nothing. */
const SECRET_PARTS = /^(?:\*|SecretString|SecretBinary|Parameters?)$/;

function readsSecret(file: SourceFile, call: Call, callee: TSESTree.MemberExpression, method: string, path: readonly string[]): boolean {
  if (SECRET_READERS.test(method)) return true;
  switch (method) {
    case "promise": {
      // client.getSecretValue({ … }).promise()
      const inner = unwrap(callee.object);
      const read = inner.type === "CallExpression" ? referenceName(inner.callee) : undefined;
      return inner.type === "CallExpression" && (read === "getSecretValue" || (/^getParameters?$/.test(read ?? "") && isDecrypted(inner)));
    }
    case "send": {
      const [command] = call.arguments;
      if (command?.type !== "NewExpression" || !SECRET_PARTS.test(path[0] ?? "*")) return false;
      const name = referenceName(command.callee) ?? "";
      return name === "GetSecretValueCommand" || (/^GetParameters?Command$/.test(name) && isDecrypted(command));
    }
    case "read":
      return isVault(file, callee.object);
    case "value":
      return call.arguments.length === 0 && isDefinedSecret(file, callee.object);
    default:
      return false;
  }
}

/** `defineSecret("CRON_SECRET")` of Firebase's functions. */
function isDefinedSecret({ sourceCode }: SourceFile, owner: Node): boolean {
  const made = owner.type === "Identifier" ? constantInitializer(sourceCode, owner) : undefined;
  return made?.type === "CallExpression" && referenceName(made.callee) === "defineSecret";
}

/** `WithDecryption: true`: a parameter that AWS Systems Manager keeps encrypted. */
function isDecrypted({ arguments: [options] }: Call): boolean {
  const value = propertyValue(options as Node | undefined, "WithDecryption");
  return value?.type === "Literal" && value.value === true;
}

/** A client of HashiCorp's Vault: `require("node-vault")(options)`, or called so. */
function isVault(file: SourceFile, owner: Node): boolean {
  const inner = unwrap(owner);
  if (/^(?:vault|vaultClient)$/i.test(referenceName(inner) ?? "")) return true;
  const made = inner.type === "Identifier" ? constantInitializer(file.sourceCode, inner) : inner;
  return made?.type === "CallExpression" && moduleMember(file.sourceCode, made.callee)?.module === "node-vault";
}

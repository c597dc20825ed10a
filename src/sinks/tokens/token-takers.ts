import type { Destination } from "../../ast/destinations.js";
import { moduleMember } from "../../ast/modules.js";
import { dottedPath, referenceName, staticName, type FunctionNode } from "../../ast/nodes.js";
import type { SourceFile } from "../../source-file.js";

type Argument = Extract<Destination, { kind: "argument" }>;

/** Arguments that are secrets by the function that takes them: module:export → index → noun. */
const TAKERS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  "@node-rs/argon2:hash": { 0: "a password" },
  "@node-rs/bcrypt:hash": { 0: "a password" },
  "argon2:hash": { 0: "a password" },
  "bcrypt:hash": { 0: "a password" },
  "bcrypt:hashSync": { 0: "a password" },
  "bcryptjs:hash": { 0: "a password" },
  "bcryptjs:hashSync": { 0: "a password" },
  "crypto:createCipheriv": { 1: "an encryption key", 2: "an initialization vector" },
  "crypto:createHmac": { 1: "a secret key" },
  "crypto:pbkdf2": { 0: "a password", 1: "a salt" },
  "crypto:pbkdf2Sync": { 0: "a password", 1: "a salt" },
  "crypto:scrypt": { 0: "a password", 1: "a salt" },
  "crypto:scryptSync": { 0: "a password", 1: "a salt" },
  "firebase/auth:createUserWithEmailAndPassword": { 2: "a password" },
  "firebase/auth:updatePassword": { 1: "a password" },
  "jsonwebtoken:sign": { 1: "a secret key" },
  "keygrip:": { 0: "keys of signed cookies" },
};

/** What the function of a module takes an argument for, when that is a secret. */
export function takenAs({ sourceCode }: SourceFile, { call, index }: Argument): string | undefined {
  const member = moduleMember(sourceCode, call.callee);
  if (member) return TAKERS[`${member.module}:${member.path.join(".")}`]?.[index];
  if (index === 1 && (dottedPath(call.callee) ?? []).slice(-2).join(".") === "subtle.importKey") return "an encryption key";
  // `firebase.auth().createUserWithEmailAndPassword(email, password)`, `api.createUserWithEmailAndPassword(auth, email, password)`
  const isLast = index > 0 && index === call.arguments.length - 1;
  return isLast && referenceName(call.callee) === "createUserWithEmailAndPassword" ? "a password" : undefined;
}

/** What a function that a module calls for an id makes: `session({ genid: () => … })` of express-session. */
export function madeSessionId({ sourceCode }: SourceFile, { parent }: FunctionNode): string | undefined {
  const call =
    parent?.type === "Property" && /^(?:genid|generateSessionId)$/.test(staticName(parent) ?? "") ? parent.parent.parent : undefined;
  return call?.type === "CallExpression" && /session/.test(moduleMember(sourceCode, call.callee)?.module ?? "")
    ? "a session id"
    : undefined;
}

/** bcrypt takes a cost there, or a salt in its own format: `hash(password, cost)`, `genSalt(cost)`. */
export function isCost({ sourceCode }: SourceFile, { call, index }: Argument): boolean {
  const member = moduleMember(sourceCode, call.callee);
  if (!member || !/^(?:@node-rs\/)?bcrypt(?:js|-nodejs|-ts)?$/.test(member.module)) return false;
  const name = member.path.at(-1) ?? "";
  return (index === 1 && /^hash(?:Sync)?$/.test(name)) || (index === 0 && /^genSalt(?:Sync)?$/.test(name));
}

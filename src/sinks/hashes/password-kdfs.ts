import type { TSESTree } from "@typescript-eslint/utils";
import { moduleMember } from "../../ast/modules.js";
import { argumentAt, propertyValue, unwrap, type Node } from "../../ast/nodes.js";
import { constantInitializer, staticNumber } from "../../ast/static-value.js";
import type { SourceFile } from "../../source-file.js";
import { kdfOf, pbkdf2Parts, type Pbkdf2Parts } from "./kdf-functions.js";
import { statedNumber } from "./stated-numbers.js";

/** A parameter of a password hash that the code states below what is recommended: a number that makes it slow, or the variant of argon2. */
export interface WeakParameter {
  /** `bcrypt`, `argon2`, `PBKDF2-SHA-256`, `scrypt`. */
  family: string;
  /** What it is called there: `cost`, `memoryCost`, `iterations`, `N`, `type`. */
  parameter: string;
  /** `4`, or `argon2d`. */
  actual: string;
  recommended: string;
  /** The call that takes it. */
  call: TSESTree.CallExpression;
  /** The expression that states it. */
  node: Node;
  /** The password, when the call takes it. */
  password: Node | undefined;
  /** True when it is written into the stored hash, so that raising it breaks nothing. */
  selfDescribing: boolean;
}

/** How much is enough. `few`: only numbers far below any recommendation, for PBKDF2 up to 10,000. */
export interface CostLimits {
  bcryptCost: number;
  pbkdf2: "few" | "owasp";
}

/** PBKDF2 iterations of the OWASP Password Storage Cheat Sheet, by digest. */
const PBKDF2_OWASP: Readonly<Record<string, number>> = { sha1: 1_300_000, sha256: 600_000, sha512: 210_000 };
/** What NIST SP 800-63B-3 of 2017 asked for at the least (5.1.1.2); its successor of 2025 names no number any more. Graphics cards did not stand still. */
const PBKDF2_FEW = 10_000;
/** argon2id of the OWASP Password Storage Cheat Sheet: 19 MiB, two passes. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2 };
/** scrypt of the OWASP Password Storage Cheat Sheet; its weaker rows trade memory for lanes: N * r * p stays near 2^20 or above 2^19. */
const SCRYPT_N = 2 ** 17;
const SCRYPT_WORK = 2 ** 19;

/** The weak parameters of a bcrypt, argon2, PBKDF2 or scrypt call; none when they are high enough or not stated in this file. */
export function weakParametersOf(file: SourceFile, call: TSESTree.CallExpression, limits: CostLimits): WeakParameter[] {
  const pbkdf2 = pbkdf2Parts(file, call);
  if (pbkdf2) return pbkdf2Cost(file, call, pbkdf2, limits.pbkdf2);
  const kdf = kdfOf(file.sourceCode, call.callee);
  if (!kdf) return [];
  if (/^(?:argon2|@node-rs\/argon2|argon2-browser)$/.test(kdf.module)) return argonParameters(file, call, kdf.name);
  const cost = /^(?:bcrypt|bcryptjs|bcrypt-nodejs|bcrypt-ts|@node-rs\/bcrypt)$/.test(kdf.module)
    ? bcryptCost(file, call, kdf.name, limits.bcryptCost)
    : kdf.module === "crypto" && /^scrypt(?:Sync)?$/.test(kdf.name)
      ? scryptCost(file, call)
      : undefined;
  return cost ? [cost] : [];
}

function bcryptCost(file: SourceFile, call: TSESTree.CallExpression, name: string, minimum: number): WeakParameter | undefined {
  const salts = /^genSalt(?:Sync)?$/.test(name);
  if (!salts && !/^hash(?:Sync)?$/.test(name)) return undefined;
  const argument = argumentAt(call, salts ? 0 : 1);
  const options = argument && unwrap(argument);
  const cost = options?.type === "ObjectExpression" ? propertyValue(options, "cost") : argument;
  const stated = cost && statedNumber(file.sourceCode, cost);
  if (!stated || stated.value >= minimum || stated.value < 0) return undefined;
  return weak(call, "bcrypt", "cost", stated.value, minimum, stated.node, salts ? undefined : argumentAt(call, 0), true);
}

function argonParameters(file: SourceFile, call: TSESTree.CallExpression, name: string): WeakParameter[] {
  const options = /^hash(?:Sync|Raw)?$/.test(name) ? optionsAt(file, call, 1) : undefined;
  if (!options) return [];
  const raw = propertyValue(options, "raw");
  const isText = name !== "hashRaw" && (!raw || (raw.type === "Literal" && raw.value === false));
  const password = argumentAt(call, 0);
  const costs = Object.entries(ARGON2).flatMap(([parameter, recommended]) => {
    const value = propertyValue(options, parameter);
    const actual = value && staticNumber(file.sourceCode, value);
    return value && actual !== undefined && actual < recommended && !isTradedOff(file, options, parameter)
      ? [weak(call, "argon2", parameter, actual, recommended, value, password, isText)]
      : [];
  });
  const variant = argonVariant(file, options);
  return variant ? [...costs, weak(call, "argon2", variant.parameter, variant.actual, "argon2id", variant.node, password, isText)] : costs;
}

/** `type: argon2.argon2d`, `algorithm: Algorithm.Argon2i`, `type: 1`; undefined for argon2id, which is also what is taken without one. */
function argonVariant(file: SourceFile, options: Node): { parameter: string; actual: string; node: Node } | undefined {
  for (const parameter of ["type", "algorithm"]) {
    const node = propertyValue(options, parameter);
    if (!node) continue;
    const stated =
      moduleMember(file.sourceCode, node)?.path.at(-1)?.toLowerCase() ?? ["argon2d", "argon2i"][staticNumber(file.sourceCode, node) ?? -1];
    if (stated === "argon2d" || stated === "argon2i") return { parameter, actual: stated, node };
  }
  return undefined;
}

/** OWASP's other rows: 46 MiB allow one pass; 12, 9 and 7 MiB ask for 3, 4 and 5 passes. */
function isTradedOff(file: SourceFile, options: Node, parameter: string): boolean {
  const read = (name: string): number | undefined => {
    const value = propertyValue(options, name);
    return value && staticNumber(file.sourceCode, value);
  };
  if (parameter === "timeCost") return (read("memoryCost") ?? 65_536) >= 47_104;
  const [memory, time] = [read("memoryCost") ?? 0, read("timeCost") ?? 3];
  return (memory >= 12_288 && time >= 3) || (memory >= 9216 && time >= 4) || (memory >= 7168 && time >= 5);
}

function pbkdf2Cost(
  file: SourceFile,
  call: TSESTree.CallExpression,
  { iterations, digest, password }: Pbkdf2Parts,
  limit: CostLimits["pbkdf2"],
): WeakParameter[] {
  const stated = iterations && statedNumber(file.sourceCode, iterations);
  if (!stated) return [];
  const recommended = PBKDF2_OWASP[digest] ?? 600_000;
  if (limit === "few" ? stated.value > PBKDF2_FEW : stated.value >= recommended) return [];
  return [
    weak(
      call,
      `PBKDF2-${digest.toUpperCase().replace(/^SHA/, "SHA-")}`,
      "iterations",
      stated.value,
      recommended,
      stated.node,
      password,
      false,
    ),
  ];
}

/** Only what the code states: without options Node's N=2^14 is taken, and nobody wrote that number. */
function scryptCost(file: SourceFile, call: TSESTree.CallExpression): WeakParameter | undefined {
  const options = optionsAt(file, call, 3);
  const value = options && (propertyValue(options, "N") ?? propertyValue(options, "cost"));
  const actual = value && staticNumber(file.sourceCode, value);
  if (!options || !value || actual === undefined) return undefined;
  const read = (long: string, short: string, fallback: number): number => {
    const node = propertyValue(options, short) ?? propertyValue(options, long);
    return (node && staticNumber(file.sourceCode, node)) ?? fallback;
  };
  if (actual * read("blockSize", "r", 8) * read("parallelization", "p", 1) >= SCRYPT_WORK) return undefined;
  return weak(call, "scrypt", "N", actual, SCRYPT_N, value, argumentAt(call, 0), false);
}

function optionsAt(file: SourceFile, call: TSESTree.CallExpression, index: number): Node | undefined {
  const argument = argumentAt(call, index);
  const inner = argument && unwrap(argument);
  const value = inner?.type === "Identifier" ? constantInitializer(file.sourceCode, inner) : inner;
  const object = value && unwrap(value);
  return object?.type === "ObjectExpression" ? object : undefined;
}

function weak(
  call: TSESTree.CallExpression,
  family: string,
  parameter: string,
  actual: number | string,
  recommended: number | string,
  node: Node,
  password: Node | undefined,
  selfDescribing: boolean,
): WeakParameter {
  return { call, family, parameter, actual: String(actual), recommended: String(recommended), node, password, selfDescribing };
}

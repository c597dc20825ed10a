import { isShowable } from "./secrets/masking.js";

/** A function that another module of the project exports. */
export interface ModuleReference {
  /**
   * What stands in the import, e.g. `"@acme/security"` or `"#lib/secrets"`. A relative path counts from the working directory, and is
   * written as each file needs it: `"./src/lib/secrets.js"`.
   */
  module: string;
  /** The exported name. `"default"` is not supported: the name is also what a reader sees at the call. */
  name: string;
}

/** How a host wants its credential, for `no-secret-in-url-query`. */
export interface HostCredential {
  /** Name of the query parameter that carries the secret, e.g. `"api_key"`. */
  param: string;
  /** Name of the request header that carries it instead, e.g. `"X-Api-Key"`. */
  header: string;
  /** Written before the value, e.g. `"Bearer"`. Nothing when missing. */
  scheme?: string;
}

/** Roles that a file can play besides production code. */
export type FileRole = "test" | "story" | "fixture" | "i18n" | "mock" | "seed" | "generated";

/** `settings["secret-handling"]`: one vocabulary for all rules. Every key is optional. */
export interface SecretHandlingSettings {
  /** Names that hold secrets in this code base, e.g. `["licenseCode"]`. Compared by words: `licenseCode` also covers `LICENSE_CODE`. */
  secretNames?: string[];
  /** Names that look like secrets and are none, e.g. `["designToken"]`. Compared like `secretNames`, and stronger. */
  notSecretNames?: string[];
  /** More loggers: callee paths such as `"audit.write"` or `"trace"`. */
  loggers?: string[];
  /** Functions whose result may be logged, by name or by module. The first module reference is also used by edits. */
  redactors?: (string | ModuleReference)[];
  /** Constant-time comparison functions `(a, b) => boolean` of the project. The first one is used by edits. */
  comparators?: ModuleReference[];
  /** Reader `(name) => string` that throws when an environment variable is missing. */
  envReader?: ModuleReference;
  /** The project's password hash functions: `hash(password)` and `verify(password, stored)`. */
  passwordHasher?: { module: string; hash: string; verify: string };
  /** Hosts that take their credential in a header: `{"api.example.com": {param, header, scheme}}`. */
  hosts?: Record<string, HostCredential>;
  /** Where the files run. Without it each file is judged by what it imports and uses. */
  runtime?: "node" | "browser" | "edge";
  /** `false`: edits that need something outside the file (a variable, a header, a migration) are suggestions only. Default `true`. */
  migratingFixes?: boolean;
  /** More glob-like path parts per role, e.g. `{ test: ["e2e-specs/"] }`: a substring of the path with `/` separators. */
  fileRoles?: Partial<Record<FileRole, string[]>>;
}

const KEY = "secret-handling";

type Check = (value: unknown, at: string) => void;

const fail = (at: string, expected: string): never => {
  throw new Error(`${at} must be ${expected} (see the settings in the README of eslint-plugin-secret-handling).`);
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

const text: Check = (value, at) => {
  if (typeof value !== "string" || value === "") fail(at, "a non-empty string");
};

const flag: Check = (value, at) => {
  if (typeof value !== "boolean") fail(at, "true or false");
};

const listOf =
  (item: Check): Check =>
  (value, at) => {
    if (!Array.isArray(value)) return fail(at, "an array");
    value.forEach((entry, index) => item(entry, `${at}[${index}]`));
  };

const oneOf =
  (...allowed: string[]): Check =>
  (value, at) => {
    if (typeof value !== "string" || !allowed.includes(value)) fail(at, `one of ${allowed.map((each) => `"${each}"`).join(", ")}`);
  };

const identifier: Check = (value, at) => {
  if (typeof value !== "string" || !/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(value) || value === "default")
    fail(at, "the name of a named export");
};

const shape =
  (required: Record<string, Check>, optional: Record<string, Check> = {}): Check =>
  (value, at) => {
    if (!isObject(value)) return fail(at, `an object with ${Object.keys(required).join(", ") || "known keys"}`);
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(required, key) && !Object.hasOwn(optional, key))
        throw new Error(
          `${isShowable(key) ? `${at}.${key}` : `A key of ${at}`} is not a setting. Known: ${[...Object.keys(required), ...Object.keys(optional)].join(", ")}.`,
        );
    }
    for (const [key, check] of Object.entries(required)) check(value[key], `${at}.${key}`);
    for (const [key, check] of Object.entries(optional)) if (value[key] !== undefined) check(value[key], `${at}.${key}`);
  };

const mapOf =
  (item: Check): Check =>
  (value, at) => {
    if (!isObject(value)) return fail(at, "an object");
    for (const [key, entry] of Object.entries(value)) item(entry, isShowable(key) ? `${at}["${key}"]` : `An entry of ${at}`);
  };

const moduleReference = shape({ module: text, name: identifier });
const pathParts = listOf(text);

const checkSettings = shape(
  {},
  {
    secretNames: listOf(text),
    notSecretNames: listOf(text),
    loggers: listOf(text),
    redactors: listOf((value, at) => (typeof value === "string" ? text(value, at) : moduleReference(value, at))),
    comparators: listOf(moduleReference),
    envReader: moduleReference,
    passwordHasher: shape({ module: text, hash: identifier, verify: identifier }),
    hosts: mapOf(shape({ param: text, header: text }, { scheme: text })),
    runtime: oneOf("node", "browser", "edge"),
    migratingFixes: flag,
    fileRoles: shape(
      {},
      { test: pathParts, story: pathParts, fixture: pathParts, i18n: pathParts, mock: pathParts, seed: pathParts, generated: pathParts },
    ),
  },
);

const checked = new WeakMap<object, SecretHandlingSettings>();
const NONE: SecretHandlingSettings = Object.freeze({});

/**
 * Reads `settings["secret-handling"]` from ESLint's shared settings.
 *
 * @param shared `context.settings`
 * @returns the checked settings; the same object for the same input
 * @throws Error that names the key, when a key is unknown or a value has the wrong shape
 */
export function readSettings(shared: Readonly<Record<string, unknown>> | undefined): SecretHandlingSettings {
  const raw = shared?.[KEY];
  if (raw === undefined) return NONE;
  if (!isObject(raw)) return fail(`settings["${KEY}"]`, "an object");
  const known = checked.get(raw);
  if (known) return known;
  checkSettings(raw, `settings["${KEY}"]`);
  checked.set(raw, raw as SecretHandlingSettings);
  return raw as SecretHandlingSettings;
}

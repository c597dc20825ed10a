import type { Node } from "../../ast/nodes.js";
import type { Proposal } from "../../fix/delivery.js";
import { argumentText } from "../../fix/hazards.js";
import { runtimeOf } from "../../fix/runtime.js";
import { sourceOfType } from "../../secrets/sources/sources.js";
import type { HashSink } from "../../sinks/hashes/hash-functions.js";
import type { SourceFile } from "../../source-file.js";
import { compareEdits, propose, storeEdits, verifies } from "./digest-edits.js";
import { wrapperAround, wrapperRepair } from "./hash-wrappers.js";
import { legacyClosure } from "./legacy-digest.js";
import { passwordText } from "./password-text.js";
import { usesOf, type Use } from "./uses.js";

export type RepairMessage = "hashWithScrypt" | "rehashAtLogin";

export interface Repair {
  proposals: Proposal<RepairMessage>[];
  /** True when a record is found by its hash, which no salted hash allows. */
  lookup: boolean;
}

/**
 * How a fast hash of a password is replaced.
 *
 * Comparison → `verifyPassword(pw, stored, legacy)`: equivalent, it accepts the old digest. Store → `hashPassword(pw)`: equivalent once the
 * file verifies, migrating otherwise, and held back while a digest is still compared. A local function that only hashes: its calls.
 * Nothing in browser files, for digests that are no text, and where a use is not understood.
 *
 * @param othersAreCompared whether another password digest of the file is compared with a stored one, or looked up
 */
export function repairOf(file: SourceFile, sink: HashSink, input: Node | undefined, othersAreCompared: boolean): Repair {
  const digest = sink.result;
  const password = input && passwordText(file, input);
  if (!digest) return { proposals: [], lookup: false };
  const wrapper = wrapperAround(file, sink);
  const uses = wrapper && wrapper.calls.length > 0 ? wrapper.calls.flatMap((call) => usesOf(file, call)) : usesOf(file, digest);
  const lookup = uses.some((use) => use.role === "lookup");
  const server = runtimeOf(file) === "node" || runtimeOf(file) === "unknown";
  const isMatched = uses.some((use) => use.role === "match");
  if (lookup || isMatched || !server || !sink.inOnePiece || sink.resultType !== "string" || !password) return { proposals: [], lookup };
  if (
    password.range[0] < digest.range[0] ||
    password.range[1] > digest.range[1] ||
    /\b(?:await|yield)\b/.test(file.sourceCode.getText(digest as never))
  )
    return { proposals: [], lookup };
  const proposal = wrapper
    ? wrapperRepair(file, sink, password, wrapper, uses)
    : directRepair(file, digest, password, uses[0], othersAreCompared);
  const rehash =
    wrapper || uses[0]?.role !== "compare"
      ? undefined
      : compareEdits(file, uses[0], argumentText(file.sourceCode, password), legacyClosure(file, digest, password), true);
  return {
    proposals: [
      ...(proposal ? [proposal] : []),
      ...(proposal && rehash ? [{ editClass: "manual" as const, messageId: "rehashAtLogin" as const, edits: rehash }] : []),
    ],
    lookup,
  };
}

function directRepair(
  file: SourceFile,
  digest: Node,
  password: Node,
  use: Use | undefined,
  othersAreCompared: boolean,
): Proposal<"hashWithScrypt"> | undefined {
  if (use?.role === "compare") {
    if (sourceOfType(file, password, "stored")) return undefined;
    return propose(
      compareEdits(file, use, argumentText(file.sourceCode, password), legacyClosure(file, digest, password)),
      file.settings.passwordHasher ? "migrating" : "equivalent",
    );
  }
  if (use?.role !== "store" || othersAreCompared) return undefined;
  return propose(storeEdits(file, digest, argumentText(file.sourceCode, password)), verifies(file) ? "equivalent" : "migrating");
}

import type { Node } from "../../ast/nodes.js";
import type { SourceFile } from "../../source-file.js";
import type { EditClass, Proposal } from "../delivery.js";
import { isNode, nodeToken, webToken, type Replacement } from "./replacements.js";

export type RepairMessage = "useSame" | "useToken" | "useUuid" | "useShuffle";

type Choice = Proposal<RepairMessage>;

/** How a finding can be repaired. */
export interface Repairs {
  /** What is reported and replaced. */
  node: Node;
  /** What the message recommends. */
  use: string;
  /** Edits that keep range, alphabet and length. */
  same: Choice[];
  /** Edits that make a long token. */
  token: Choice[];
  /** Of a base-36 or hex string. */
  bits?: number;
  length?: number;
}

export const choice = (editClass: EditClass, made: Replacement | undefined, messageId: RepairMessage = "useSame"): Choice[] =>
  made ? [{ editClass, messageId, data: { use: made.use }, edits: made.edits }] : [];

export const recommended = (file: SourceFile, what: "int" | "bytes" | "uuid"): string => {
  if (isNode(file))
    return { int: "randomInt() of node:crypto", bytes: "randomBytes() of node:crypto", uuid: "randomUUID() of node:crypto" }[what];
  return what === "uuid" ? "crypto.randomUUID()" : "crypto.getRandomValues()";
};

export const tokenFor = (file: SourceFile, node: Node): Replacement | undefined =>
  isNode(file) ? nodeToken(file, node) : webToken(file, node);

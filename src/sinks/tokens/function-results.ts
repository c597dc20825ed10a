import { enclosingFunctions, staticName, type FunctionNode } from "../../ast/nodes.js";
import { makerName, type Minted } from "../../secrets/names/minted-names.js";
import type { SourceFile } from "../../source-file.js";

/** What a function gives back, by its name; by its object or file when its own name says nothing. */
export function returned(file: SourceFile, fn: FunctionNode, name: string | undefined): Minted {
  const own = makerName(name, file.settings);
  if (own.is !== "neutral") return own;
  const object = fn.parent?.type === "Property" ? fn.parent.parent?.parent : undefined;
  if (object?.type === "VariableDeclarator" && object.id.type === "Identifier") {
    const owner = makerName(object.id.name, file.settings);
    if (owner.is === "strong") return owner;
  }
  return isExposed(fn) && !isDefault(fn) ? fromFile(file) : own;
}

/** The default of a column has the name of the column. */
const isDefault = ({ parent }: FunctionNode): boolean =>
  parent?.type === "Property" && /^default(?:Value)?$/.test(staticName(parent) ?? "");

/** What the file makes, by its name: `generateOTP.js`, `otp/index.js`. */
function fromFile(file: SourceFile): Minted {
  const parts = file.filename.split("/");
  const base = (parts.at(-1) ?? "").replace(/\.[cm]?[jt]sx?$/, "");
  const made = makerName(base === "index" ? parts.at(-2) : base, file.settings);
  return made.is === "strong" || made.is === "weak" ? made : { is: "neutral" };
}

/** A function at the top of the file, or a method of an object there: what the file is for. */
const isExposed = (fn: FunctionNode): boolean => enclosingFunctions(fn).length === 0;

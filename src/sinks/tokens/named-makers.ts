import type { Destination } from "../../ast/destinations.js";
import { enclosingClass } from "../../ast/functions.js";
import { enclosingFunctions, functionName, type Node } from "../../ast/nodes.js";
import { isMeasure, makerName, mintedName } from "../../secrets/names/minted-names.js";
import type { RandomShape } from "../../secrets/sources/random-sources.js";
import type { SourceFile } from "../../source-file.js";
import type { TokenEvidence } from "./token-evidence.js";

// What the function, component or class around a value says that it makes.

/**
 * The maker around a string that is put together, when the flow ends before its result: its name must say it beyond doubt.
 *
 * @param isPicked the value picks the characters of a text
 */
export function around(
  file: SourceFile,
  node: Node,
  places: readonly Destination[],
  shape: RandomShape,
  isPicked: boolean,
): TokenEvidence | undefined {
  if (
    shape === "list" ||
    places.some((place) => "name" in place && place.name !== undefined && place.kind !== "return" && isMeasure(place.name))
  )
    return undefined;
  if (isPicked) return inGenerator(file, node, places);
  if (!places.some((place) => place.derived && place.kind === "property") || places.some((place) => place.kind === "return"))
    return undefined;
  const fn = enclosingFunctions(node).find((each) => functionName(each) !== undefined);
  const name = fn && functionName(fn);
  const minted = makerName(name, file.settings);
  return minted.is === "strong" && /^(?:gen|make|create|rand|new|mint)/i.test(name!)
    ? {
        noun: minted.noun,
        session: minted.head === "id" || minted.noun === "a session id",
        reason: `the function around makes ${minted.noun}`,
      }
    : undefined;
}

const GENERATOR = /(?:Generator|Maker)(?:Component|Page|Service|Tool|View)?$/;

/** The characters of a text without a name of its own in `class OtpGenerator`, `function PasswordGenerator() { const generate = () => … }`. */
function inGenerator(file: SourceFile, node: Node, places: readonly Destination[]): TokenEvidence | undefined {
  const isNamed = places.some(
    (place) =>
      "name" in place &&
      place.kind !== "parameter" &&
      mintedName(place.name, file.settings).is === "other" &&
      !(place.kind === "return" && makerName(place.name, file.settings).is === "neutral"),
  );
  if (isNamed) return undefined;
  const names = [...enclosingFunctions(node).map(functionName), enclosingClass(node)?.id?.name];
  for (const name of names) {
    const minted =
      name !== undefined && GENERATOR.test(name)
        ? makerName(name.replace(/(?:Component|Page|Service|Tool|View)$/, ""), file.settings)
        : undefined;
    if (minted?.is === "strong" && minted.head !== "id")
      return { noun: minted.noun, session: false, reason: `what it stands in makes ${minted.noun}` };
  }
  return undefined;
}

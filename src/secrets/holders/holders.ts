import type { TSESTree } from "@typescript-eslint/utils";
import { dottedPath, isElement, staticName, unwrap, type Node } from "../../ast/nodes.js";
import type { SourceFile } from "../../source-file.js";
import { axiosAnswer } from "./axios-answers.js";
import { formValues } from "./form-values.js";
import { foundBySecret } from "./found-records.js";
import { failedRequest } from "./failed-requests.js";
import { declaredInput } from "./declared-inputs.js";
import { formState } from "./form-state.js";
import { ABOUT_SECRETS } from "./held-properties.js";
import type { Holder } from "./holder.js";
import { madeWithSecret } from "./made-records.js";
import { carriedParameter } from "./carried-parameters.js";
import { providerAnswer } from "./provider-answers.js";
import { RAW } from "./property-chains.js";
import { promptAnswers } from "./prompt-answers.js";
import { queriedPasswords } from "./queried-rows.js";
import { shownName } from "../masking.js";
import { readSecrets } from "./read-secrets.js";
import { signInAnswer } from "./sign-in-answers.js";
import { signInBody } from "./sign-in-bodies.js";
import { supabaseSession } from "./supabase-sessions.js";
import { tokenAnswer } from "./token-answers.js";
import { configuration, environmentFile } from "./whole-configurations.js";
import { requestAddress, requestHeaders, wholeRequest } from "./whole-requests.js";
import { wordsOf } from "../names/words.js";
import { writtenParameter } from "./written-parameters.js";

/** What says that a whole object holds secrets; undefined when nothing does. */
export function heldSecrets(file: SourceFile, node: Node): Holder | undefined {
  const inner = unwrap(node);
  if (inner.type !== "Identifier" && inner.type !== "MemberExpression") return undefined;
  if (inner.type === "MemberExpression" && RAW.test(staticName(inner) ?? "")) return heldSecrets(file, inner.object);
  const path = dottedPath(inner);
  // rows[0], rows[rows.length - 1]
  if (!path)
    return (
      queriedPasswords(file, inner, "this element") ??
      (inner.type === "MemberExpression" && isElement(inner) ? heldByElement(file, inner) : undefined)
    );
  const shown = shownPath(path);
  const address = requestAddress(file, path, shown) ?? carriedParameter(file, inner, shown) ?? writtenParameter(file, inner, shown);
  if (address) return address;
  const typed = formState(file, path, inner, shown);
  if (typed) return typed;
  const words = wordsOf(path.at(-1)!);
  if (ABOUT_SECRETS.has(words.at(-1) ?? "") || words.some((word) => /^(?:safe|without|sanitized|redacted|masked|public)$/.test(word)))
    return undefined;
  return (
    requestHeaders(file, inner, path, shown) ??
    wholeRequest(file, inner, shown) ??
    failedRequest(file, inner, path, shown) ??
    axiosAnswer(file, inner, shown) ??
    readSecrets(file, inner, path, shown) ??
    signInBody(file, inner, path, shown) ??
    formValues(file, inner, shown) ??
    promptAnswers(file, inner, shown) ??
    declaredInput(file, inner, shown) ??
    signInAnswer(file, inner, shown) ??
    supabaseSession(file, inner, shown) ??
    providerAnswer(file, inner, shown) ??
    tokenAnswer(file, inner, path, shown) ??
    foundBySecret(file, inner, shown) ??
    queriedPasswords(file, inner, shown) ??
    madeWithSecret(file, inner, shown) ??
    environmentFile(file, inner, shown) ??
    configuration(file, inner, path, shown)
  );
}

/** `rows[0]`, where the code reads `rows[0].password`. */
function heldByElement(file: SourceFile, { object }: TSESTree.MemberExpression): Holder | undefined {
  const path = dottedPath(object);
  const found = path && foundBySecret(file, unwrap(object), `an element of ${shownPath(path)}`);
  if (found) return found;
  return path && !ABOUT_SECRETS.has(wordsOf(path.at(-1)!).at(-1) ?? "")
    ? readSecrets(file, unwrap(object), path, `an element of ${shownPath(path)}`)
    : undefined;
}

const shownPath = (path: readonly string[]): string => shownName(path.slice(-3).join("."), "this object");

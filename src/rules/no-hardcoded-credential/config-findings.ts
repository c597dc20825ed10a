import type { TSESTree } from "@typescript-eslint/utils";
import { configComments, configDocuments, type ConfigDocument, type ConfigText } from "../../hosts/config-texts.js";
import { configRoleOf } from "../../secrets/file-role.js";
import { credentialIn, type Credential } from "../../secrets/literals/credential.js";
import { isCodeLike } from "../../secrets/values/generated-texts.js";
import { isCiphertext } from "../../secrets/values/placeholders.js";
import { isGenericPassword, isWeakPassword } from "../../secrets/values/weak-passwords.js";
import type { FileRole } from "../../settings.js";
import type { SourceFile } from "../../source-file.js";
import { commentReason, reasonOf } from "./reasons.js";

export interface ConfigFinding {
  loc: TSESTree.SourceLocation;
  messageId: "credentialInConfig" | "restrictableKeyInConfig" | "credentialInComment";
  reason: string;
}

/** The credentials of a JSON or YAML file, those of comments last. */
export function configFindings(file: SourceFile, ignoreNames: readonly string[], checkComments: boolean): ConfigFinding[] {
  const role = configRoleOf(file);
  const found = configDocuments(file.sourceCode).flatMap((document) =>
    document.texts.flatMap((text) => {
      const credential = text.names.some((name) => ignoreNames.includes(name)) ? undefined : credentialOf(file, document, text, role);
      return credential ? [findingOf(text, credential)] : [];
    }),
  );
  return checkComments && role === undefined ? [...found, ...commentFindings(file)] : found;
}

function credentialOf(
  file: SourceFile,
  document: ConfigDocument,
  { names, text, siblings }: ConfigText,
  role: FileRole | undefined,
): Credential | undefined {
  if (isEncrypted(names, text) || isReadOnlyCache(names, text) || names.at(-1) === "secrets") return undefined;
  const plain = isSecretManifest(document) && names[0] === "data" ? Buffer.from(text, "base64").toString("utf8") : text;
  const credential = credentialIn(names, plain, isDescription(document) ? "fixture" : role, {
    settings: file.settings,
    siblings: () => siblings,
  });
  return credential && isThrowAway(document, credential, plain, siblings) ? undefined : credential;
}

const findingOf = ({ loc }: ConfigText, credential: Credential): ConfigFinding => ({
  loc,
  messageId: credential.exposure === "conditional" ? "restrictableKeyInConfig" : "credentialInConfig",
  reason: reasonOf(credential, "text"),
});

const commentFindings = (file: SourceFile): ConfigFinding[] =>
  configComments(file.sourceCode).flatMap(({ text, loc }) => {
    const reason = commentReason(text);
    return reason === undefined ? [] : [{ loc, messageId: "credentialInComment", reason }];
  });

/** A Kubernetes manifest whose `data` is base64. */
const isSecretManifest = ({ root }: ConfigDocument): boolean => root.get("kind") === "Secret" && root.has("apiVersion");

/** Sealed Secrets, SOPS, eyaml: made to be committed. */
const isEncrypted = (names: readonly string[], text: string): boolean => names.includes("encryptedData") || isCiphertext(text);

/** The token of Nx Cloud that only reads its cache, which Nx tells people to commit: base64 of `<uuid>|read`. */
const isReadOnlyCache = (names: readonly string[], text: string): boolean =>
  /accessToken$/i.test(names.at(-1) ?? "") && /\|read(?:-only)?$/.test(Buffer.from(text, "base64").toString("utf8"));

/** OpenAPI and JSON Schema: what stands there is an example. */
const isDescription = ({ root }: ConfigDocument): boolean =>
  (["openapi", "swagger", "asyncapi"].some((key) => root.has(key)) && root.has("info")) ||
  (root.has("$schema") && (root.has("properties") || root.has("definitions")));

/**
 * A password that opens something only for whoever sits in front of it: that of a container beside the program (Compose), or a default
 * that nobody changed, on a host that is this machine or not named. A generated one, a key and a signing secret are none.
 */
function isThrowAway(
  { root }: ConfigDocument,
  { kind, value }: Credential,
  text: string,
  siblings: ReadonlyMap<string, string | undefined>,
): boolean {
  const isCompose = root.has("services");
  if (value) return (isCompose && !value.live) || /\$[{(\w]|\{\{/.test(text.slice(value.start, value.end));
  if (kind !== "password") return false;
  if (isCompose) return !isCodeLike(text);
  const host = [...siblings].find(([name]) => /host|server|address|url/i.test(name))?.[1];
  const isLocal =
    host === undefined || /^(?:\w+:)*(?:\/\/)?(?:localhost|127\.|0\.0\.0\.0|\[?::1|[\w-]+(?::\d+)?(?:\/|$)|\{\{|\$\{)/i.test(host);
  return isLocal && (isWeakPassword(text) || isGenericPassword(text) || (host !== undefined && /^[a-z]+$/.test(text)));
}

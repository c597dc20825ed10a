import { literalText, outward, propertyValue, staticName, type Node } from "../../ast/nodes.js";
import { originsAt } from "../../ast/origins.js";
import type { SourceFile } from "../../source-file.js";

/** Servers beside the program that show mail and send none: MailHog, Mailpit and their like take every password. */
const HOST = /^(?:localhost|127\.0\.0\.1|::1|mail-?(?:catcher|dev|hog|pit)|smtp4dev)$/i;

/** A server that runs on the machine of whoever programs: DynamoDB Local, ElasticMQ, LocalStack. */
const LOCAL_ADDRESS =
  /^https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|host\.docker\.internal|localstack|dynamodb|elasticmq)(?::\d{1,5})?\/?$/i;

/**
 * Whether a text is the secret key of an emulator of Amazon's services, which takes any: an `endpoint` on this machine stands beside it or
 * beside its `credentials`, or the id of the key is the same text.
 */
export function isForEmulator(text: Node): boolean {
  const property = outward(text)?.parent;
  if (property?.type !== "Property" || !/^secret(?:AccessKey|_access_key)$/.test(staticName(property) ?? "")) return false;
  const id = literalText(propertyValue(property.parent, "accessKeyId") ?? propertyValue(property.parent, "access_key_id"));
  if (id !== undefined && id === literalText(text)) return true;
  const owner = outward(property.parent)?.parent;
  return [property.parent, owner?.type === "Property" ? owner.parent : undefined].some(
    (object) => object && LOCAL_ADDRESS.test(literalText(propertyValue(object, "endpoint")) ?? ""),
  );
}

/** Whether the options of a mail client name such a server. */
export const catchesMail = ({ sourceCode }: SourceFile, options: Node): boolean =>
  originsAt(sourceCode, options, ["host"]).some(({ node, path }) => path.length === 0 && HOST.test(literalText(node) ?? ""));

/** No provider of mail lets anybody have a shorter password. */
const MIN_LENGTH = 6;
const PROVIDER = /^smtp\.[\w.-]{1,60}\.(?:com|net|org)$/i;

/** Whether a text stands in the `auth: { user, pass }` of such options, or is too short for the provider that they name. */
export function isForMailCatcher(text: Node): boolean {
  const auth = outward(outward(text)?.parent.parent ?? text)?.parent;
  if (auth?.type !== "Property" || staticName(auth) !== "auth") return false;
  const host = literalText(propertyValue(auth.parent, "host")) ?? "";
  return HOST.test(host) || (PROVIDER.test(host) && (literalText(text) ?? "").length < MIN_LENGTH);
}

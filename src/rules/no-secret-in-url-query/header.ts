import { outward } from "../../ast/nodes.js";
import { wholeText } from "../../ast/texts.js";
import type { EditClass, Proposal } from "../../fix/delivery.js";
import { fileStyleOf } from "../../fix/file-style.js";
import { runtimeOf } from "../../fix/runtime.js";
import type { SecretKind } from "../../secrets/kinds.js";
import { isKnownString } from "../../secrets/types.js";
import type { HostCredential } from "../../settings.js";
import type { SourceFile } from "../../source-file.js";
import { carrierOf } from "./carriers.js";
import { hostOf, knownHeader, takesForm } from "./hosts.js";
import { isPure, isStill } from "./movable.js";
import type { Parameter } from "./parameters.js";
import { addHeader } from "./requests.js";
import { strippedValue } from "./stripped-value.js";

/** The public data of Korea, Firebase's database and whoever asks for the code of OAuth read these of the query alone. */
const IN_QUERY = /^(?:auth|code|service_?key)$/i;
/** Characters of a query that are read. */
const MAX_QUERY = 2000;
const BEARERS: ReadonlySet<SecretKind> = new Set<SecretKind>(["apiKey", "authorization", "token", "secretKey"]);

/**
 * Takes the parameter out of the URL of a request and sends its value in a header. Manual in a browser, where a header asks for a preflight,
 * beside other headers, and where the host is not known. None for hosts that read the query alone.
 */
export function headerEdits(file: SourceFile, parameter: Parameter, kind: SecretKind): Proposal<"sendInHeader"> | undefined {
  const { name, value, before } = parameter;
  const hole = strippedValue(value);
  if (before.includes("#") || hole.type === "Literal" || (value.type === "CallExpression" && hole === value) || !isPure(hole))
    return undefined;
  const carrier = carrierOf(file, parameter);
  if (!carrier || takesForm(carrier.address) || !isStill(file, hole, carrier.request.call)) return undefined;
  const host = hostOf(carrier.address);
  const target = credentialOf(file, host, parameter, kind);
  if (!target) return undefined;
  const text = `${target.scheme === undefined ? "" : `${target.scheme} `}\${${file.sourceCode.getText(hole)}}`;
  const header = `${keyOf(file, target.header)}: \`${text}\``;
  // `params: { key: undefined }` asks without a key, not with the text "undefined".
  const given = carrier.omits && !isKnownString(file, hole) ? `...(${file.sourceCode.getText(hole)} ? { ${header} } : {})` : header;
  const added = addHeader(file, carrier.request, target.header, given, carrier.emptied);
  if (!added) return undefined;
  const replaces = carrier.emptied && added.edit.range[0] === carrier.emptied.range[0] && added.edit.range[1] === carrier.emptied.range[1];
  const editClass: EditClass =
    runtimeOf(file) === "browser" || added.beside || host === undefined || (/^key$/i.test(name) && target.scheme === "Bearer")
      ? "manual"
      : "migrating";
  return {
    editClass,
    messageId: "sendInHeader",
    data: { header: target.header },
    edits: replaces ? [added.edit] : [carrier.cut, added.edit],
  };
}

function keyOf(file: SourceFile, header: string): string {
  const { quote } = fileStyleOf(file);
  return /^[A-Za-z_$][\w$]*$/.test(header) ? header : quote + header + quote;
}

function credentialOf(file: SourceFile, host: string | undefined, parameter: Parameter, kind: SecretKind): HostCredential | undefined {
  const { name } = parameter;
  const own = host !== undefined && file.settings.hosts && Object.hasOwn(file.settings.hosts, host) ? file.settings.hosts[host] : undefined;
  if (own) return own.param === name ? own : undefined;
  const known = host === undefined ? undefined : knownHeader(host, name);
  if (known) return known === "query" ? undefined : known;
  if (IN_QUERY.test(name) || isOfClient(file, parameter)) return undefined;
  return BEARERS.has(kind) ? { param: name, header: "Authorization", scheme: "Bearer" } : undefined;
}

/** The secret of a client or a person, which belongs in a form or in Basic authentication: by its name, or by the id beside it. */
function isOfClient(file: SourceFile, { name, value, template }: Parameter): boolean {
  if (/client|pass|pwd/i.test(name)) return true;
  const { parent } = outward(value) ?? {};
  const query = template ?? (parent?.type === "Property" ? parent.parent : wholeText(value));
  return /secret/i.test(name) && /(?:app|client|corp)_?id\b/i.test(file.sourceCode.getText(query).slice(0, MAX_QUERY));
}

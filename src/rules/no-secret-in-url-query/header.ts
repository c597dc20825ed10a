import { dottedPath, rootOf, type Node } from "../../ast/nodes.js";
import { reassignments, variableOf } from "../../ast/scope.js";
import type { EditClass, Proposal } from "../../fix/delivery.js";
import { fileStyleOf } from "../../fix/file-style.js";
import { runtimeOf } from "../../fix/runtime.js";
import type { SecretKind } from "../../secrets/kinds.js";
import { isKnownString } from "../../secrets/types.js";
import type { HostCredential } from "../../settings.js";
import type { SourceFile } from "../../source-file.js";
import { carrierOf } from "./carriers.js";
import type { Parameter } from "./parameters.js";
import { addHeader } from "./requests.js";
import { strippedValue } from "./stripped-value.js";

/** Hosts whose documentation names the header for a query parameter. */
const HOSTS: Readonly<Record<string, HostCredential>> = {
  "api.github.com": { param: "access_token", header: "Authorization", scheme: "Bearer" },
  "generativelanguage.googleapis.com": { param: "key", header: "X-Goog-Api-Key" },
  "graph.facebook.com": { param: "access_token", header: "Authorization", scheme: "Bearer" },
  "newsapi.org": { param: "apiKey", header: "X-Api-Key" },
  "slack.com": { param: "token", header: "Authorization", scheme: "Bearer" },
  "www.googleapis.com": { param: "access_token", header: "Authorization", scheme: "Bearer" },
};
/** Hosts whose documentation names the query alone for such a key. */
const QUERY_ONLY: ReadonlySet<string> = new Set([
  "api.etherscan.io",
  "api.giphy.com",
  "api.mapbox.com",
  "api.nytimes.com",
  "api.opencagedata.com",
  "api.openweathermap.org",
  "api.steampowered.com",
  "api.themoviedb.org",
  "api.tumblr.com",
  "api.weatherapi.com",
  "maps.googleapis.com",
  "ws.audioscrobbler.com",
  "www.alphavantage.co",
  "www.omdbapi.com",
]);
/** The public data of Korea, Firebase's database and whoever asks for the code of OAuth read these of the query alone. */
const IN_QUERY = /^(?:auth|code|service_?key)$/i;
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
  if (!carrier || !isStill(file, hole, carrier.request.call)) return undefined;
  const host = /^https?:\/\/([\w.-]+)(?::\d+)?(?:[/?#]|$)/.exec(carrier.address ?? "")?.[1]?.toLowerCase();
  const target = credentialOf(file, host, name, kind);
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

function credentialOf(file: SourceFile, host: string | undefined, name: string, kind: SecretKind): HostCredential | undefined {
  const known = [file.settings.hosts ?? {}, HOSTS].find((hosts) => host !== undefined && Object.hasOwn(hosts, host))?.[host ?? ""];
  if (known) return known.param === name ? known : undefined;
  if ((host !== undefined && QUERY_ONLY.has(host)) || IN_QUERY.test(name)) return undefined;
  return BEARERS.has(kind) && !/client|pass|pwd/i.test(name) ? { param: name, header: "Authorization", scheme: "Bearer" } : undefined;
}

const isPure = (node: Node): boolean =>
  node.type === "Identifier" || (node.type === "MemberExpression" && !node.optional && dottedPath(node) !== undefined);

/** Whether the value is the same where the request is sent: there and then, or of a variable that is never written again. */
function isStill(file: SourceFile, value: Node, { range }: Node): boolean {
  if (range[0] <= value.range[0] && value.range[1] <= range[1]) return true;
  const root = rootOf(value);
  const variable = root.type === "Identifier" ? variableOf(file.sourceCode, root) : undefined;
  return !variable || reassignments(variable).length === 0;
}

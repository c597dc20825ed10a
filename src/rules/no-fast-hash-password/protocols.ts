import { destinationsOf } from "../../ast/destinations.js";
import { enclosingClass } from "../../ast/functions.js";
import { enclosingFunctions, functionName, referenceName, rootOf, unwrap, type FunctionNode, type Node } from "../../ast/nodes.js";
import { nameEvidence, wordsOf } from "../../secrets/names/words.js";
import type { HashSink } from "../../sinks/hashes/hash-functions.js";
import { pathEnd, perFile, type SourceFile } from "../../source-file.js";

/** Protocols that fix the hash: HTTP digest, NTLM, CRAM, SCRAM, APOP, WS-Security, RADIUS, KLAP of TP-Link's devices, database log-ins. */
const PROTOCOL =
  /^(?:realm|nonce|cnonce|challenge|ntlm|lanman|sasl|scram|cram|apop|wsse|onvif|radius|ha1|ha2|timestamp|hibp|pwned|pwnd|gravatar|mysql41|handshake|klap|authenticator)$/;
const PLACES =
  /digest[-_.]?auth|ed25519|handshake\/auth|auth[-_./]?digest|ntlm|hibp|pwned|scram\b|wsse|onvif|radius|sasl|cram[-_]?md5|(?:^|[^a-z])klap(?![a-z])/i;
/** What a server sends at the beginning, so that the answer is another one each time. */
const HANDSHAKE = /^(?:authenticator|challenge|nonce|scramble)$/;
/** Databases and network access: MySQL's, PostgreSQL's and RADIUS's own words for what a client answers. */
const WIRE =
  /\bscramble\d\b|\.scramble(?:Buff\w{0,4})?\b(?!\()|mysql_native_password|caching_sha2_password|\bauthPluginData|AuthenticationMD5Password|\bCHAP-Password\b/;

const MAX_FUNCTION = 2000;
const MAX_CALLS = 6;

/** Whether a digest of a password is what a protocol asks for: an answer to a server, not something that is kept. */
export const answersProtocol = (file: SourceFile, sink: HashSink): boolean =>
  namesProtocol(file, sink) || isOnWire(file, sink) || (sink.algorithm === "SHA-224" && isTrojans(file)) || isSubsonics(file);

/** Trojan proxies know their users by the SHA-224 of the password, <https://trojan-gfw.github.io/trojan/protocol>. */
const isTrojans = perFile(({ sourceCode: { text } }) => /trojan/i.test(text));

/** Music servers take a salted MD5 of the password with each request, <https://www.subsonic.org/pages/api.jsp>. */
const isSubsonics = perFile(({ sourceCode: { text } }) => /(?:air|sub)sonic|navidrome/i.test(text));

const speaksToDatabases = perFile(({ sourceCode: { text } }) => WIRE.test(text));

function namesProtocol(file: SourceFile, sink: HashSink): boolean {
  if (PLACES.test(pathEnd(file, 2)) || speaksToDatabases(file)) return true;
  const functions = enclosingFunctions(sink.call).slice(0, 3);
  const names = [
    ...sink.data.flatMap((data) => namesIn(file, data)),
    ...functions.map((fn) => functionName(fn) ?? ""),
    enclosingClass(sink.call)?.id?.name ?? "",
  ];
  if (names.some((name) => wordsOf(name).some((word) => PROTOCOL.test(word)) || /digest_?auth|^ha[12]$/i.test(name))) return true;
  return functions.some((fn) => parametersOf(fn).some((name) => wordsOf(name).some((word) => HANDSHAKE.test(word))));
}

const namesIn = (file: SourceFile, node: Node): string[] =>
  file.sourceCode
    .getTokens(node as never)
    .filter((token) => (token.type as string) === "Identifier")
    .map((token) => token.value);

const parametersOf = ({ params }: FunctionNode): string[] => params.flatMap((each) => (each.type === "Identifier" ? each.name : []));

/** A part of the message that a server sent: `msg.salt`, `body.subarray(4, 8)`. */
const isReceived = (node: Node): boolean => {
  const inner = unwrap(node);
  const place = inner.type === "CallExpression" && /^(?:slice|subarray)$/.test(referenceName(inner.callee) ?? "") ? inner.callee : inner;
  return place.type === "MemberExpression" && /^(?:greeting|handshake|message|msg|packet)$/i.test(referenceName(rootOf(place)) ?? "");
};

const hasSocket = perFile(({ sourceCode: { text } }) => /\bsocket\b|["'](?:node:)?(?:net|tls|dgram)["']/i.test(text));

function isOnWire(file: SourceFile, sink: HashSink): boolean {
  // `packet.password` comes from a client that signs in.
  const isPassword = (part: Node): boolean => nameEvidence(referenceName(unwrap(part)), file.settings)?.kind === "password";
  if (([...sink.data, ...sink.call.arguments] as Node[]).some((each) => isReceived(each) && !isPassword(each))) return true;
  const [fn] = enclosingFunctions(sink.call);
  // PostgreSQL: "md5" and the digest of a digest with the server's salt; XMPP: the handshake of components (XEP-0114); MySQL: a digest XOR another, byte by byte
  if (
    fn &&
    /["'`]md5["'`]\s{0,9}\+|`md5\$\{|["'`]handshake["'`]|\^ \(?\w{1,40}\[|\] \^= \w{1,40}\[/.test(
      file.sourceCode.text.slice(fn.range[0], Math.min(fn.range[1], fn.range[0] + MAX_FUNCTION)),
    )
  )
    return true;
  const result = sink.result;
  if (!result) return false;
  return destinationsOf(file.sourceCode, result).some(
    (each) =>
      each.kind === "argument" && (/^xor/i.test(referenceName(each.call.callee) ?? "") || (hasSocket(file) && isWritten(each.call))),
  );
}

/** `socket.write(message("p", digest))` */
function isWritten(call: Node): boolean {
  let current: Node | undefined = call;
  for (let hops = 0; current && hops < MAX_CALLS && !/Statement$|Declaration$|^Arrow/.test(current.type); current = current.parent) {
    if (current.type !== "CallExpression") continue;
    hops++;
    const callee = unwrap(current.callee);
    if (
      callee.type === "MemberExpression" &&
      /^(?:end|send\w{0,20}|write\w{0,20})$/.test(referenceName(callee) ?? "") &&
      /(?:^|_)(?:conn|connection|packet|sock|socket|stream|transport|wire)$/i.test(referenceName(callee.object) ?? "")
    )
      return true;
  }
  return false;
}

import type { TSESTree } from "@typescript-eslint/utils";
import { moduleMember } from "../../ast/modules.js";
import { outward, referenceName, rootOf, staticName, type Node } from "../../ast/nodes.js";
import { isGlobal, readsOf, variableOf } from "../../ast/scope.js";
import { perFile, type SourceFile } from "../../source-file.js";
import type { Parameter } from "./parameters.js";

const speaksOverSockets = perFile(({ sourceCode: { text } }) => /socket\.?io|web_?socket/i.test(text));

/** Whether an argument goes into a call that connects with socket.io or Phoenix: `io(url, options)`, `new Manager(url, options)`, `new Socket(url, { params })`, a project's own `controller.connect(host, options)`. */
export function opensSocket(file: SourceFile, call: Node, argument: Node): boolean {
  if ((call.type !== "CallExpression" && call.type !== "NewExpression") || call.callee === argument) return false;
  if (
    /^(?:phoenix|socket\.io-client)$/.test(moduleMember(file.sourceCode, call.callee)?.module ?? "") ||
    isGlobal(file.sourceCode, rootOf(call.callee), "io")
  )
    return true;
  if (/^(?:use)?PartySocket$|^useWebSocket$|(?:PartyKit|[wW]eb[sS]ocket)Provider$/.test(referenceName(call.callee) ?? "")) return true;
  return /^connect(?:To)?(?:Web)?(?:Socket)?$/i.test(referenceName(call.callee) ?? "") && speaksOverSockets(file);
}

/** Whether a parameter is sent when a connection opens: in the URL of a WebSocket, in the `query` of socket.io. */
export function isOfSocket(file: SourceFile, { value, before, ofSocket }: Parameter): boolean {
  if (ofSocket === true || /^wss?:/i.test(before) || /(?:^|[/}])(?:web-?socket|ws)\/?\?$/i.test(before)) return true;
  for (let node: Node | undefined = value; node && !/Statement$|Declaration$/.test(node.type); node = node.parent) {
    const { parent } = node;
    if (!parent) return false;
    if (isWebSocket(parent) || opensSocket(file, parent, node)) return true;
    if (parent.type === "VariableDeclarator" && parent.id.type === "Identifier") return isReadBySocket(file, parent.id);
  }
  return false;
}

const isWebSocket = (node: Node): boolean =>
  node.type === "NewExpression" && /^(?:Reconnecting)?WebSocket$/.test(referenceName(node.callee) ?? "");

/** `new WebSocket(url)`, `new WebSocket(url.toString())`, `io(url, options)`. */
function isReadBySocket(file: SourceFile, name: TSESTree.Identifier): boolean {
  const variable = variableOf(file.sourceCode, name);
  return (
    variable !== undefined &&
    readsOf(variable).some(({ identifier }) => {
      let place = outward(identifier as Node);
      if (place?.parent.type === "MemberExpression" && /^(?:href|toString)$/.test(staticName(place.parent) ?? ""))
        place = outward(place.parent.parent.type === "CallExpression" ? place.parent.parent : place.parent);
      return place !== undefined && (isWebSocket(place.parent) || opensSocket(file, place.parent, place.child));
    })
  );
}

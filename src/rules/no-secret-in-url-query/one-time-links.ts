import { isFunction, functionName, outward, referenceName, staticName, type Node } from "../../ast/nodes.js";
import { sourceOfType } from "../../secrets/sources/sources.js";
import { pathEnd, perFile, type SourceFile } from "../../source-file.js";
import type { Parameter } from "./parameters.js";
import { inRedirect } from "./redirects.js";

/** Links that carry a one-time token by design; `confirmed` and `downloads` are lists. */
const LINK =
  /reset|verif|confirm(?!ed)|(?:change|create|new|set)-?password|activat(?!ed)|invit|unsubscri|magic|recover|forgot|preview|accept(?!ed)|approv(?:e(?![drs])|al(?!s))|passwordless|opt-?out|download(?!s)|callback|notification-preferences|e-?mail_?link|complete-?(?:log|sign)-?in|create(?:Login|Sign_?In)(?:Url|Link)|rss/i;
/** What says nothing of links where the program itself sends a browser on, or sends a request: one is in no mail, the other no feed that others read. */
const OF_REDIRECT = /callback/gi;
const OF_FEED = /rss/gi;

/** `approveLink` in a file that sends mails: whoever has the mail may do that one thing. */
const sendsMail = perFile(({ sourceCode: { text } }) =>
  /\b(?:send_?(?:E-?)?mail|nodemailer|mailer|mailgun|postmark|sendgrid|resend)/i.test(text),
);

export function isLink(file: SourceFile, { value, before }: Parameter, own: string): boolean {
  const isOfRequest = outward(value)?.parent.type === "Property";
  // What came with a request and is handed on may be the token of a link.
  const isOfRedirect = inRedirect(file, value) && !sourceOfType(file, value, "request");
  const ignored = isOfRedirect ? OF_REDIRECT : isOfRequest ? OF_FEED : undefined;
  const isOfLink = (text: string): boolean => LINK.test(ignored ? text.replaceAll(ignored, "") : text);
  if ([before, own, pathEnd(file, 3)].some(isOfLink)) return true;
  for (let node: Node | undefined = value; node; node = node.parent) {
    const name =
      node.type === "VariableDeclarator"
        ? referenceName(node.id)
        : node.type === "AssignmentExpression"
          ? referenceName(node.left)
          : node.type === "Property"
            ? staticName(node)
            : isFunction(node)
              ? functionName(node)
              : undefined;
    if (name !== undefined && (isOfLink(name) || (/link$/i.test(name) && sendsMail(file)))) return true;
    if (isFunction(node) && functionName(node) !== undefined) return false;
  }
  return false;
}

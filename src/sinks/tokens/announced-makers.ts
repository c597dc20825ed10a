import { commentAbove, declarationOf, ownerOf } from "../../ast/comments.js";
import type { Destination } from "../../ast/destinations.js";
import { enclosingFunctions, type Node } from "../../ast/nodes.js";
import type { SourceFile } from "../../source-file.js";

// What a comment says that the code below it makes.

const MAKING = /^(?:creates?|generates?|makes?)$/i;
const SIZES =
  /^(?:an?|alphanumeric|characters?|chars?|digits?|eight|four|new|numbers?|numeric|random|secure|simple|six|temp|temporary|the|unique|\d{1,2})$/i;
const MADE =
  /^(?:otp|one[ -]time (?:code|passcode|password|pin)|(?:activation|confirmation|invit(?:ation|e)|recovery|reset|verification) (?:code|pin|token)s?|client secrets?|(?:access|auth|reset|session) tokens?|(?:api|encryption|secret|signing) keys?|passwords?)(?![\w-])(?! (?:field|for test|form|hash|input|model|object|page|record|screen|entry|table))/i;
/** "string for user verification", "code to reset the password": what it is for. */
const SERVES =
  /^(?:(?:codes?|ids?|keys?|strings?|texts?|values?) )?(?:for|to|used (?:for|to|in)) (?:the |an? |our )?(?:(?:account|e-?mail|phone|user)s? )?(?:verif(?:y|ication)|authenticat\w{1,5}|password (?:recovery|reset)|reset(?:ting)? (?:the |an? )?passwords?|sign(?:ing)? (?:the |an? |our )?(?:jwts?|tokens?)|two[- ]factor|2fa)\b(?! (?:\w{1,20} )?(?:element|field|form|input|modal|page|screen|step))/i;
/** How the comment of a function begins before it says what that does. */
const OPENING =
  /^(?:@desc(?:ription)?|(?:(?:this|an?|the) )?(?:function|helper|method|utility)(?: (?:function|method))?(?: (?:for|that|to|which))?)\s/i;
const MAX_SIZES = 6;
/** What is made for show, or told apart from what opens something. */
const SAMPLE = /demo|dummy|fake|mock|sample|simulat|example|\btest|captcha|question|human|chart|button|widget|delay|render|\bwait/i;
/** What promises that nobody guesses it, without a condition. */
const PROMISES = /\bcryptographically[- ](?:secure|strong|random)/i;
const CONDITIONS = /\b(?:not|no|isn't|non|fall(?:s|ing)?|fallback|available|unless|instead|should|todo|fixme|replace)\b/i;

/** Whether a comment right above the statement, or above the function that returns the value, says what is made: `// generate a 6 digit OTP`. */
export function isAnnouncedAbove(file: SourceFile, random: Node, places: readonly Destination[]): boolean {
  const statement = ownerOf(random, /^(?:VariableDeclaration|ExpressionStatement|ReturnStatement)$/);
  return [statement, makerOf(random, places)].some((owner) => {
    const comment = owner ? commentAbove(file.sourceCode, owner) : "";
    return saysWhatIsMade(comment) && !SAMPLE.test(comment);
  });
}

/** The declaration of the function that returns the value. */
function makerOf(random: Node, places: readonly Destination[]): Node | undefined {
  const [fn] = places.some(({ kind }) => kind === "return") ? enclosingFunctions(random) : [];
  return fn && declarationOf(fn);
}

/** A verb, how large or of what kind it is, and what opens something: "generate", "a random 6-digit", "OTP". */
function saysWhatIsMade(comment: string): boolean {
  const [verb = "", ...words] = comment.replace(OPENING, "").split(/\b[ -]/, 14);
  if (!MAKING.test(verb)) return false;
  let sizes = 0;
  while (sizes < MAX_SIZES && SIZES.test(words[sizes] ?? "")) sizes++;
  const what = words.slice(sizes).join(" ");
  return MADE.test(what) || SERVES.test(what);
}

/** Whether the comment of the function that returns a value promises that nobody can predict it: `// cryptographically secure random handle`. */
export function isPromisedSecure(file: SourceFile, random: Node, places: readonly Destination[]): boolean {
  const owner = makerOf(random, places);
  const comment = owner ? commentAbove(file.sourceCode, owner) : "";
  return (
    PROMISES.test(comment) &&
    !CONDITIONS.test(comment) &&
    !/\bcrypto\b|getRandomValues/.test(file.sourceCode.getText(enclosingFunctions(random)[0] as never))
  );
}

import { beside, type CredentialFacts } from "./credential-names.js";
import { hasRandomPart, isCodeLike } from "../values/generated-texts.js";
import { wordsOf } from "../names/words.js";

/** Owners whose members are names, texts and rules, not values. */
const LISTS = new Set(
  (
    "alias aliases blacklist blocked blocklist classes column columns common denylist description descriptions docs dummy enum error errors event events example " +
    "examples fake field fields forbidden help i18n icon icons insecure invalid label labels locale locales map mapping mask masks message messages mock mocks " +
    "names openapi paths pattern patterns permission permissions placeholder placeholders prefix prefixes regex role roles route routes rule rules schema schemas scopes " +
    "selector selectors suffix suffixes swagger table tables text texts title titles topic topics translation translations validation validations validator validators weak"
  ).split(" "),
);

/** What somebody gives out, and nobody is told in an error. */
const GIVEN = /(?:app|client|consumer)_?secret$|api_?key$/i;

/** What a form shows before anybody types. */
const FORM_START = /^(?:initial|default)_?(?:form_?)?(?:values|state|data)$/i;

/** Beside numbers, switches and objects, a text is a setting, too, and no description of one. */
const isSettings = (facts: CredentialFacts): boolean => [...beside(facts).values()].filter((text) => text === undefined).length > 1;

/** Whether an owner holds names, texts and rules. The default of a setting is a value in its schema, too, and so are the headers common to all requests. */
export function isInList(chain: readonly string[], text: string, facts: CredentialFacts): boolean {
  const isDefault = chain.at(-1) === "default";
  // `roles: [{ _id: "…", role: "Operator", password: "tide9349" }]`: an element of a list of records.
  if (/\d/.test(text) && ["_id", "id", "uuid"].some((name) => beside(facts).has(name))) return false;
  return chain
    .slice(chain.lastIndexOf("config") + 1, -1)
    .some(
      (owner, index) =>
        ((isList(owner) && !(/^errors?$/i.test(owner) && GIVEN.test(chain.at(-1) ?? "") && hasRandomPart(text))) ||
          (/^dictionary$/i.test(owner) && !isCodeLike(text))) &&
        !(owner === "common" && (chain[index - 1] === "headers" || isSettings(facts))) &&
        !(isDefault && /^schemas?$/i.test(owner)),
    );
}

/** What is sent to have something validated, mapped or told holds values: `validationParams`. */
const SENT = /^(?:body|params?|payload|query|request)$/;

function isList(owner: string): boolean {
  const words = wordsOf(owner);
  return FORM_START.test(owner) || (words.some((word) => LISTS.has(word)) && !SENT.test(words.at(-1)!));
}

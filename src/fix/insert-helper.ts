import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { variableIn } from "../ast/scope.js";
import type { ModuleReference } from "../settings.js";
import type { SourceFile } from "../source-file.js";
import { bindOwn, builtinModuleCall, newImports, type Bound, type NewImports } from "./bindings.js";
import type { Edit } from "./edit.js";
import { fileStyleOf } from "./file-style.js";
import { asyncPassword, needsRehash, syncPassword } from "./helpers/password-hash.js";
import type { HelperSource } from "./helpers/helper-source.js";
import { requireEnvironment } from "./helpers/require-environment.js";
import { safeEqual } from "./helpers/safe-equal.js";
import { isTypeScript, moduleKindOf } from "./module-kind.js";
import { isDeclared, isFreeName, meansGlobal, topScopeOf } from "./scopes.js";
import { helperPlace, importPlace } from "./statement-place.js";
import { placeOf, throughBinding, visibleBindings, type Place } from "./visible-bindings.js";

type Scope = TSESLint.Scope.Scope;

/**
 * A name for one of our functions at a place in the file: the one that an earlier pass inserted, else a new one right after the imports.
 *
 * @returns undefined in component files and where the function could not work
 */
export function insertHelper(file: SourceFile, at: TSESTree.Node, helper: HelperSource): Bound | undefined {
  const inserted = insertHelpers(file, at, [helper]);
  return inserted && { text: inserted.texts[0]!, edits: inserted.edits };
}

/** `insertHelper` for several functions in one report; `texts` in the order of `helpers`. */
export function insertHelpers(
  file: SourceFile,
  at: TSESTree.Node,
  helpers: readonly HelperSource[],
): { readonly texts: string[]; readonly edits: Edit[] } | undefined {
  const place = helperPlace(file);
  if (!place) return undefined;
  const use = placeOf(file, at);
  const top = topScopeOf(file.sourceCode);
  const body: Place = { scope: top, offset: Math.min(place.offset, use.offset), node: at };
  const imports = newImports(file);
  const texts: string[] = [];
  const added: string[] = [];
  for (const helper of helpers) {
    if (!helper.globals.every((name) => meansGlobal(top, name))) return undefined;
    const known = findHelper(file, use.scope, helper);
    const free = helperNames(helper).filter((each) => !imports.isReserved(each) && isFreeName(top, use.scope, each));
    // A name that means something else in another function would bring a second copy there.
    const name = known ?? free.find((each) => !isDeclared(file, each)) ?? free[0];
    if (name === undefined) return undefined;
    texts.push(name);
    if (known !== undefined) continue;
    imports.reserve(name);
    const text = helperText(file, body, imports, helper, name);
    if (text === undefined) return undefined;
    added.push(text);
  }
  if (added.length === 0) return { texts, edits: [] };
  const before = importPlace(file);
  const statements = before ? imports.statements(before.offset) : [];
  if (before?.offset === place.offset) {
    const lines = statements.length > 0 ? [statements.join(fileStyleOf(file).eol), ...added] : added;
    return { texts, edits: [place.edit(lines), ...imports.appendEdits()] };
  }
  return {
    texts,
    edits: [...(before && statements.length > 0 ? [before.edit(statements)] : []), ...imports.appendEdits(), place.edit(added)],
  };
}

/** The project's own comparison function (`settings.comparators`), else `safeEqual`. Call it as `text(a, b)`. */
export function comparatorFor(file: SourceFile, at: TSESTree.Node): Bound | undefined {
  return ownOr(file, at, file.settings.comparators?.[0], safeEqual);
}

/** The project's own reader (`settings.envReader`), else `requireEnvironment`. Call it as `text("NAME")`. */
export function envReaderFor(file: SourceFile, at: TSESTree.Node): Bound | undefined {
  return ownOr(file, at, file.settings.envReader, requireEnvironment);
}

type PasswordPart = "hash" | "verify" | "needsRehash";

/** Names for the two halves of password storage, and the edits that bring them. */
export interface PasswordHasher {
  readonly hash: string;
  readonly verify: string;
  /** Empty where it was not asked for. */
  readonly needsRehash: string;
  /** True when these are the project's own: `verify` then takes no legacy digest. */
  readonly own: boolean;
  readonly edits: Edit[];
}

/**
 * The project's own pair (`settings.passwordHasher`), else `hashPassword` and `verifyPassword` of scrypt.
 *
 * @param parts which of the two the edit uses: only those are inserted
 * @param async whether the edit awaits them; the project's own pair is always taken to return promises
 */
export function passwordHasherFor(
  file: SourceFile,
  at: TSESTree.Node,
  { async, parts = ["hash", "verify"] }: { async: boolean; parts?: readonly PasswordPart[] },
): PasswordHasher | undefined {
  const own = file.settings.passwordHasher;
  if (own) {
    if (!async || parts.includes("needsRehash")) return undefined;
    const bound = bindOwn(
      file,
      at,
      own.module,
      parts.flatMap((part) => (part === "needsRehash" ? [] : own[part])),
    );
    return (
      bound && { hash: bound.texts[own.hash] ?? "", verify: bound.texts[own.verify] ?? "", needsRehash: "", own: true, edits: bound.edits }
    );
  }
  const pair = { ...(async ? asyncPassword : syncPassword), needsRehash };
  const inserted = insertHelpers(
    file,
    at,
    parts.map((part) => pair[part]),
  );
  if (!inserted) return undefined;
  const name = (part: PasswordPart): string => inserted.texts[parts.indexOf(part)] ?? "";
  return { hash: name("hash"), verify: name("verify"), needsRehash: name("needsRehash"), own: false, edits: inserted.edits };
}

function ownOr(file: SourceFile, at: TSESTree.Node, own: ModuleReference | undefined, helper: HelperSource): Bound | undefined {
  if (!own) return insertHelper(file, at, helper);
  const bound = bindOwn(file, at, own.module, [own.name]);
  return bound && { text: bound.texts[own.name]!, edits: bound.edits };
}

const helperNames = ({ names }: HelperSource): string[] => [...names, ...Array.from({ length: 8 }, (_, index) => names[0] + (index + 2))];

/** The whole text of a new helper, in the file's style. */
function helperText(file: SourceFile, body: Place, imports: NewImports, helper: HelperSource, name: string): string | undefined {
  const { needs } = helper;
  const texts = new Map<string, string>();
  let prelude = "";
  if (needs && moduleKindOf(file) === "unknown") {
    const call = builtinModuleCall(file, body.scope, needs.module);
    if (call === undefined) return undefined;
    prelude = `  const { ${needs.members.join(", ")} } = ${call};\n`;
  } else if (needs) {
    for (const member of needs.members) {
      const text = imports.reach(body, needs.module, member);
      if (text === undefined) return undefined;
      texts.set(member, text);
    }
  }
  const render = isTypeScript(file) ? helper.typescript : isChecked(file) ? (helper.checked ?? helper.javascript) : helper.javascript;
  return inStyle(file, `${comment(file, helper)}\n${render(name, (member) => texts.get(member) ?? member, prelude)}`);
}

function comment(file: SourceFile, { summary, types }: HelperSource): string {
  if (isTypeScript(file) || !isChecked(file)) return `/** ${summary} */`;
  return ["/**", ` * ${summary}`, ...types.map((line) => ` * ${line}`), " */"].join("\n");
}

/** JavaScript that TypeScript checks. */
const isChecked = (file: SourceFile): boolean => /@ts-check\b/.test(file.sourceCode.text.slice(0, 2000));

function inStyle(file: SourceFile, text: string): string {
  const { quote, semicolon, indent, eol } = fileStyleOf(file);
  return text
    .split("\n")
    .map((line) => {
      const [spaces = ""] = /^(?: {2})*/.exec(line) ?? [];
      const code = line.slice(spaces.length).replaceAll('"', quote);
      return indent.repeat(spaces.length / 2) + (semicolon ? code : code.replace(/;$/, ""));
    })
    .join(eol);
}

/** A module-level function that an earlier pass inserted, under whatever name, as long as that name means it in `scope`. */
function findHelper(file: SourceFile, scope: Scope, helper: HelperSource): string | undefined {
  const top = topScopeOf(file.sourceCode);
  const render = isTypeScript(file) ? helper.typescript : helper.javascript;
  const members = helper.needs?.members ?? [];
  const prelude = helper.needs ? `const { ${members.join(", ")} } = process.getBuiltinModule("node:${helper.needs.module}");` : "";
  const expected = new Set(["", prelude].map((first) => essence(render("f", (member) => member, first))));
  return helperNames(helper).find((name) => {
    const variable = top.set.get(name);
    const node = variable?.defs.length === 1 ? (variable.defs[0]!.node as TSESTree.Node) : undefined;
    if (node?.type !== "FunctionDeclaration" || variableIn(scope, name) !== variable) return false;
    return expected.has(essence(canonicalText(file, node, helper)));
  });
}

/** The function's tokens with its own name as `f` and every access to a needed member as the bare member. */
function canonicalText(file: SourceFile, node: TSESTree.FunctionDeclaration, { needs }: HelperSource): string {
  const top = topScopeOf(file.sourceCode);
  const words = file.sourceCode.getTokens(node).map((token) => (token.range[0] === node.id?.range[0] ? "f" : token.value));
  let text = words.join(" ");
  for (const binding of needs ? visibleBindings(file, { scope: top, offset: node.range[0], node }, needs.module) : []) {
    for (const member of needs?.members ?? []) {
      const written = throughBinding(binding, member);
      if (written !== undefined) text = text.replaceAll(` ${written.replace(".", " . ")} `, ` ${member} `);
    }
  }
  return text;
}

/** What formatters leave alone: no white space, semicolons, commas and brackets, one kind of quotes. */
const essence = (text: string): string => text.replaceAll("'", '"').replace(/[\s;,(){}]/g, "");

import { isBuiltin } from "node:module";
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { moduleName } from "../ast/modules.js";
import { literalText } from "../ast/nodes.js";
import { insertionPlace } from "../hosts/insertion-place.js";
import { perFile, specifierOf, type SourceFile } from "../source-file.js";
import { insertAt, type Edit } from "./edit.js";
import { fileStyleOf, specifierText } from "./file-style.js";
import { loadsByRequire, moduleKindOf } from "./module-kind.js";
import { isFreeName, meansGlobal, topScopeOf } from "./scopes.js";
import { importPlace, loadingStatement } from "./statement-place.js";
import { bindingsIn, isInitialised, isValueImport, placeOf, throughBinding, visibleBindings, type Place } from "./visible-bindings.js";

type Scope = TSESLint.Scope.Scope;

/** Text that means what was asked for at the given place, and the edits that make it so. */
export interface Bound {
  readonly text: string;
  readonly edits: Edit[];
}

/**
 * An expression for an export of a module at a place in the file.
 *
 * Order: a name that is imported already, a member of the module when that is imported, the name appended to an import or destructured
 * `require` of the module, a new statement. Names that another declaration or a used global owns are avoided (`randomInt as cryptoRandomInt`).
 * In a JavaScript file that is neither ESM nor CommonJS a builtin is reached by `process.getBuiltinModule`, without any edit.
 *
 * @param at the node that the text will stand in, or be read by
 * @param module as an import writes it; `crypto` and `node:crypto` are one, the file's own prefix style is kept
 * @returns undefined when there is no safe way
 */
export function bindMember(file: SourceFile, at: TSESTree.Node, module: string, member: string): Bound | undefined {
  const bound = bindMembers(file, at, module, [member]);
  return bound && { text: bound.texts[member]!, edits: bound.edits };
}

/** `bindMember` for several exports of one module in one report. */
export function bindMembers<Member extends string>(
  file: SourceFile,
  at: TSESTree.Node,
  module: string,
  members: readonly Member[],
): { readonly texts: Record<Member, string>; readonly edits: Edit[] } | undefined {
  const imports = newImports(file);
  const place = placeOf(file, at);
  const texts: Partial<Record<Member, string>> = {};
  for (const member of members) {
    const text = imports.reach(place, module, member);
    if (text === undefined) return undefined;
    texts[member] = text;
  }
  return { texts: texts as Record<Member, string>, edits: imports.edits() };
}

/**
 * `bindMembers` for a module of the settings, whose relative specifiers count from the working directory.
 *
 * @returns undefined also in the module itself
 */
export function bindOwn<Member extends string>(
  file: SourceFile,
  at: TSESTree.Node,
  module: string,
  members: readonly Member[],
): ReturnType<typeof bindMembers<Member>> {
  const specifier = specifierOf(file, module);
  return specifier === undefined ? undefined : bindMembers(file, at, specifier, members);
}

interface Specifier {
  readonly module: string;
  /** Empty for the module itself: `import crypto = require("crypto")`. */
  readonly member: string;
  readonly local: string;
  readonly scope: Scope;
}

/** The import or destructuring that a name is appended to. */
interface List {
  /** After which node or token the name goes. */
  readonly after: TSESTree.Node;
  readonly separator: " as " | ": ";
  readonly scope: Scope;
  /** The list does not exist yet: `import d from "m"` becomes `import d, { x } from "m"`. */
  readonly missing?: boolean;
}

/** The imports that one report adds. */
export interface NewImports {
  /** Text for a member of a module at a place; plans what is missing. */
  reach(place: Place, module: string, member: string): string | undefined;
  /** Keeps a name from being given to an import. */
  reserve(name: string): void;
  isReserved(name: string): boolean;
  /** New statements, for a place that the caller combines with other text. */
  statements(anchored: number): string[];
  /** Names appended to lists that exist. */
  appendEdits(): Edit[];
  /** Everything, each part where it belongs. */
  edits(): Edit[];
}

export function newImports(file: SourceFile): NewImports {
  const style = fileStyleOf(file);
  const top = topScopeOf(file.sourceCode);
  const appended = new Map<TSESTree.Node, { list: List; specifiers: Specifier[] }>();
  const stated = new Map<string, Specifier[]>();
  const reserved = new Set<string>();

  const planned = (place: Place, module: string, member: string): string | undefined => {
    const found = [...stated.values(), ...[...appended.values()].map((each) => each.specifiers)]
      .flat()
      .find(
        (each) =>
          each.module === module &&
          (each.member === member || each.member === "") &&
          reaches(each.scope, place.scope) &&
          isFreeName(each.scope, place.scope, each.local),
      );
    return found && (found.member === "" ? `${found.local}.${member}` : found.local);
  };

  const nameFor = (target: Scope, place: Place, module: string, member: string): string | undefined => {
    const name = (member === "" ? moduleNames(module) : localNames(module, member)).find(
      (each) => !reserved.has(each) && isFreeName(target, place.scope, each),
    );
    if (name !== undefined) reserved.add(name);
    return name;
  };

  const append = (place: Place, module: string, member: string): string | undefined => {
    const list = importList(file, module, top) ?? requireList(file, place, module);
    if (!list || !reaches(list.scope, place.scope)) return undefined;
    const local = nameFor(list.scope, place, module, member);
    if (local === undefined) return undefined;
    const entry = appended.get(list.after) ?? { list, specifiers: [] };
    entry.specifiers.push({ module, member, local, scope: list.scope });
    appended.set(list.after, entry);
    return local;
  };

  const state = (place: Place, module: string, member: string): string | undefined => {
    if (!importPlace(file) || !reaches(top, place.scope)) return undefined;
    if (moduleKindOf(file) === "commonjs" && !meansGlobal(top, "require")) return undefined;
    const whole = loadsByRequire(file);
    const local = nameFor(top, place, module, whole ? "" : member);
    if (local !== undefined)
      stated.set(module, [...(stated.get(module) ?? []), { module, member: whole ? "" : member, local, scope: top }]);
    return local !== undefined && whole ? `${local}.${member}` : local;
  };

  const statements = (anchored: number): string[] =>
    [...stated].flatMap(([module, specifiers]) => {
      const names = specifiers.map(({ member, local }) => [member, local] as const);
      return loadingStatement(file, specifierText(style, module), names, anchored) ?? [];
    });

  const appendEdits = (): Edit[] => [...appended.values()].map(({ list, specifiers }) => appendEdit(file, list, specifiers));

  return {
    reach(place, written, member) {
      const module = moduleName(written);
      const existing = visibleBindings(file, place, module).map((binding) => throughBinding(binding, member));
      const name = existing.find((text) => text !== undefined && !text.includes(".")) ?? existing.find((text) => text !== undefined);
      if (name !== undefined) return name;
      if (moduleKindOf(file) === "unknown") return builtinText(file, place, module, member);
      return planned(place, module, member) ?? append(place, module, member) ?? state(place, module, member);
    },
    reserve: (name) => void reserved.add(name),
    isReserved: (name) => reserved.has(name),
    statements,
    appendEdits,
    edits() {
      const place = stated.size > 0 ? importPlace(file) : undefined;
      return [...(place ? [place.edit(statements(place.offset))] : []), ...appendEdits()];
    },
  };
}

/** `process.getBuiltinModule("node:crypto").randomInt` (Node 20.16, 22.3), when the module is a builtin and `process` the global. */
function builtinText(file: SourceFile, place: Place, module: string, member: string): string | undefined {
  const call = builtinModuleCall(file, place.scope, module);
  return call && `${call}.${member}`;
}

/** `process.getBuiltinModule("node:crypto")`, undefined when that is not available in `scope`. */
export function builtinModuleCall(file: SourceFile, scope: Scope, module: string): string | undefined {
  const { quote } = fileStyleOf(file);
  const specifier = `node:${moduleName(module)}`;
  return isBuiltin(specifier) && meansGlobal(scope, "process") ? `process.getBuiltinModule(${quote}${specifier}${quote})` : undefined;
}

/** True when names of `outer` can be seen in `inner`. */
function reaches(outer: Scope, inner: Scope): boolean {
  for (let scope: Scope | null = inner; scope; scope = scope.upper) if (scope === outer) return true;
  return false;
}

/** `randomInt`, `cryptoRandomInt`, `cryptoRandomInt2`, … */
function localNames(module: string, member: string): string[] {
  const qualified = ownerName(module) + member[0]!.toUpperCase() + member.slice(1);
  return [member, ...numbered(qualified)];
}

/** `crypto`, `cryptoModule`, `cryptoModule2`, … */
const moduleNames = (module: string): string[] => [ownerName(module), ...numbered(`${ownerName(module)}Module`)];

const numbered = (name: string): string[] => [name, ...Array.from({ length: 8 }, (_, index) => name + (index + 2))];

/** The last part of a module's specifier as a name. */
function ownerName(module: string): string {
  const words = (module.split("/").at(-1) ?? "")
    .replace(/\.[cm]?[jt]s$/, "")
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  const owner = words.map((word, index) => (index === 0 ? word[0]!.toLowerCase() : word[0]!.toUpperCase()) + word.slice(1)).join("");
  return /^[A-Za-z]/.test(owner) ? owner : "imported";
}

const importsOf = perFile((file) => (insertionPlace(file)?.body ?? []).filter((node) => node.type === "ImportDeclaration"));

/** The first value import of the module that can take one more name. */
function importList(file: SourceFile, module: string, top: Scope): List | undefined {
  for (const node of importsOf(file)) {
    if (moduleName(literalText(node.source) ?? "") !== module || !isValueImport(node)) continue;
    if ((node.attributes?.length ?? 0) > 0) continue;
    const last = node.specifiers.at(-1);
    if (last?.type === "ImportSpecifier") return { after: last, separator: " as ", scope: top };
    if (last?.type === "ImportDefaultSpecifier" && file.sourceCode.getTokenAfter(last)?.value === "from")
      return { after: last, separator: " as ", scope: top, missing: true };
  }
  return undefined;
}

/** The nearest `const { x } = require("module")` that is run before the place and can take one more name. */
function requireList(file: SourceFile, place: Place, module: string): List | undefined {
  for (let scope: Scope | null = place.scope; scope; scope = scope.upper) {
    for (const binding of bindingsIn(file, scope, module)) {
      if (binding.declaration.type !== "VariableDeclarator" || binding.path.length !== 1) continue;
      const { id, init } = binding.declaration;
      if (id.type !== "ObjectPattern" || id.typeAnnotation || !init || !isInitialised(binding, place)) continue;
      if (init.type !== "CallExpression" && init.type !== "AwaitExpression") continue;
      const last = id.properties.at(-1);
      if (last?.type === "Property") return { after: last, separator: ": ", scope: binding.variable.scope };
    }
  }
  return undefined;
}

function appendEdit(file: SourceFile, list: List, specifiers: readonly Specifier[]): Edit {
  const { sourceCode } = file;
  const names = specifiers.map(({ member, local }) => (member === local ? member : member + list.separator + local));
  if (list.missing) return insertAt(list.after.range[1], `, { ${names.join(", ")} }`);
  const before = sourceCode.getTokenBefore(list.after);
  const ownLine = before !== null && before.loc.end.line < list.after.loc.start.line;
  const line = sourceCode.lines[list.after.loc.start.line - 1] ?? "";
  const gap = ownLine ? fileStyleOf(file).eol + (/^\s*/.exec(line)?.[0] ?? "") : " ";
  return insertAt(list.after.range[1], names.map((name) => `,${gap}${name}`).join(""));
}

import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceFile } from "../source-file.js";

/** Where the statements of a file stand. */
export interface InsertionPlace {
  /** The statements among which imports stand. */
  readonly body: readonly TSESTree.Node[];
  /** Where a statement goes when there is none yet. */
  readonly start: number;
  /** True in a single-file component: only imports may be added there. */
  readonly component: boolean;
}

interface Element {
  type: string;
  name?: string;
  range: readonly [number, number];
  startTag?: { range: readonly [number, number] };
  body?: TSESTree.Node[];
}

/**
 * The place for a new top-level statement: the program, the `<script>` of a Vue or Svelte component, the frontmatter of an Astro page.
 *
 * @returns undefined when a component has no script to put it in
 */
export function insertionPlace(file: SourceFile): InsertionPlace | undefined {
  const { ast, parserServices } = file.sourceCode;
  switch (/\.(vue|svelte|astro)$/i.exec(file.filename)?.[1]?.toLowerCase()) {
    case "vue":
      return ast.body.length > 0 ? { body: ast.body, start: ast.body[0]!.range[0], component: true } : emptyVueScript(parserServices);
    case "svelte":
      return svelteScript(ast.body as unknown as Element[]);
    case "astro":
      return astroFrontmatter(file);
    default:
      return { body: ast.body, start: 0, component: false };
  }
}

function emptyVueScript(services: unknown): InsertionPlace | undefined {
  const root = (services as { getDocumentFragment?(): { children?: Element[] } | null } | undefined)?.getDocumentFragment?.();
  const script = root?.children?.find((element) => element.name === "script");
  return script?.startTag ? { body: [], start: script.startTag.range[1], component: true } : undefined;
}

function svelteScript(elements: readonly Element[]): InsertionPlace | undefined {
  const scripts = elements.filter((element) => element.type === "SvelteScriptElement");
  const script = scripts.find((element) => (element.body?.length ?? 0) > 0) ?? scripts[0];
  return script?.startTag ? { body: script.body ?? [], start: script.startTag.range[1], component: true } : undefined;
}

function astroFrontmatter(file: SourceFile): InsertionPlace | undefined {
  const { ast, text } = file.sourceCode;
  const opening = /^\s*---/.exec(text);
  if (!opening) return undefined;
  const body = ast.body.filter((statement) => (statement.type as string) !== "AstroFragment");
  return { body, start: opening[0].length, component: true };
}

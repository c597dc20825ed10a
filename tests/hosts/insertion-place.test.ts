import { describe, expect, it } from "vitest";
import { insertionPlace } from "../../src/hosts/insertion-place.js";
import type { SourceFile } from "../../src/source-file.js";

/** What a component parser hands over, as far as the function reads it. */
const component = (filename: string, body: unknown[], text = "", parserServices: unknown = {}): SourceFile =>
  ({ filename, settings: {}, sourceCode: { ast: { body }, text, parserServices } }) as never;

const statement = { type: "ImportDeclaration", range: [20, 40] };

describe("insertionPlace", () => {
  it("is the program in an ordinary file", () => {
    expect(insertionPlace(component("a.ts", [statement]))).toEqual({ body: [statement], start: 0, component: false });
  });

  it("is the script of a Vue component", () => {
    expect(insertionPlace(component("A.vue", [statement]))).toEqual({ body: [statement], start: 20, component: true });
    const services = { getDocumentFragment: () => ({ children: [{ type: "VElement", name: "script", startTag: { range: [0, 14] } }] }) };
    expect(insertionPlace(component("A.vue", [], "", services))).toEqual({ body: [], start: 14, component: true });
    expect(insertionPlace(component("A.vue", [], "", { getDocumentFragment: () => null }))).toBeUndefined();
    expect(insertionPlace(component("A.vue", []))).toBeUndefined();
  });

  it("is the script of a Svelte component", () => {
    const empty = { type: "SvelteScriptElement", range: [0, 30], startTag: { range: [0, 8] }, body: [] };
    const filled = { ...empty, startTag: { range: [40, 48] }, body: [statement] };
    expect(insertionPlace(component("A.svelte", [empty, filled]))).toEqual({ body: [statement], start: 48, component: true });
    expect(insertionPlace(component("A.svelte", [empty]))).toEqual({ body: [], start: 8, component: true });
    expect(insertionPlace(component("A.svelte", [{ type: "SvelteElement", range: [0, 1] }]))).toBeUndefined();
  });

  it("is the frontmatter of an Astro page", () => {
    const fragment = { type: "AstroFragment", range: [50, 60] };
    expect(insertionPlace(component("a.astro", [statement, fragment], "---\nimport"))).toEqual({ body: [statement], start: 3, component: true });
    expect(insertionPlace(component("a.astro", [fragment], "<p/>"))).toBeUndefined();
  });
});

import type { TSESLint } from "@typescript-eslint/utils";

interface TemplateServices {
  defineTemplateBodyVisitor?(template: TSESLint.RuleListener, script: TSESLint.RuleListener): TSESLint.RuleListener;
}

/** Lets a visitor also see the expressions of a Vue template, when vue-eslint-parser made the tree. */
export function inComponentTemplates(sourceCode: Readonly<TSESLint.SourceCode>, listener: TSESLint.RuleListener): TSESLint.RuleListener {
  const services = sourceCode.parserServices as TemplateServices | undefined;
  return services?.defineTemplateBodyVisitor ? services.defineTemplateBodyVisitor(listener, listener) : listener;
}

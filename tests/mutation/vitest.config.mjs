// The tests that are fast enough to run for every mutant: no child processes, no compiler, no installed project.
export default {
  test: {
    include: [
      "tests/{ast,fix,secrets,sinks}/**/*.test.ts",
      "tests/rules/*.test.ts",
      "tests/corpus.test.ts",
      "tests/formatters/sarif/**/*.test.ts",
      "tests/formatters/sarif.test.ts",
      "tests/hosts/insertion-place.test.ts",
    ],
    exclude: ["tests/fix/{bindings,common-plugins,convergence,helpers,insert-helper,unused}.test.ts", "tests/rules/*-fixes.test.ts"],
    testTimeout: 60_000,
  },
};

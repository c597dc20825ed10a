import path from "node:path";
import { Linter } from "eslint";
import { cpuTime } from "./clock.mjs";
import { FlatConfigArray } from "./contestants.mjs";

/**
 * Lints every file with every config, `rounds` times. The configs take turns at each file, so that what disturbs the machine
 * or the heap at one moment disturbs all of them.
 *
 * @param {{ name: string, text: string }[]} files
 * @param {Record<string, object[]>} configs
 * @returns {Record<string, number[][]>} for each config and each file the CPU time of every round
 */
export function lintInRounds(files, configs, rounds, progress = () => {}) {
  const linter = new Linter({ configType: "flat" });
  const names = Object.keys(configs);
  // As in a run of the command line: made once, not for every file.
  const prepared = Object.fromEntries(names.map((name) => [name, new FlatConfigArray(configs[name], { basePath: path.resolve() }).normalizeSync()]));
  const times = Object.fromEntries(names.map((name) => [name, files.map(() => [])]));
  // The first round warms up the compiler and does not count.
  for (let round = 0; round <= rounds; round++) {
    progress(round);
    for (const [index, { name, text }] of files.entries()) {
      for (let turn = 0; turn < names.length; turn++) {
        const config = names[(turn + index + round) % names.length];
        let messages;
        const time = cpuTime(() => (messages = linter.verify(text, prepared[config], { filename: name })));
        const crash = messages.find((message) => message.fatal);
        if (crash && !/Parsing error/.test(crash.message)) throw new Error(`${name}: ${crash.message}`);
        if (round > 0) times[config][index].push(time);
      }
    }
  }
  return times;
}

/** The time of all files together: once as the sum of each file's fastest round, once as the median of the rounds. */
export function totals(perFile, take = () => true) {
  const chosen = perFile.filter((_, index) => take(index));
  const rounds = chosen[0]?.length ?? 0;
  return {
    fastest: chosen.reduce((sum, times) => sum + Math.min(...times), 0),
    rounds: Array.from({ length: rounds }, (_, round) => chosen.reduce((sum, times) => sum + times[round], 0)),
  };
}

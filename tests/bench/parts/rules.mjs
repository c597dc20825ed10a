import { Linter } from "eslint";
import { median, ms, percent, table } from "../clock.mjs";
import { contestants, configWith, OURS, PARSE_ONLY, plugin } from "../contestants.mjs";
import { lintInRounds, totals } from "../rounds.mjs";
import { ruleTimesOf } from "../rule-times.mjs";

/** What rules cost on top of parsing, for us and for every peer; then rule by rule. */
export function report({ files, rounds, peers }) {
  const configs = peers ? contestants : { [PARSE_ONLY]: contestants[PARSE_ONLY], [OURS]: contestants[OURS] };
  const times = lintInRounds(files, configs, rounds, (round) => process.stderr.write(`\rround ${round} of ${rounds} `));
  const asleep = files.map(isAsleep);
  const quiet = asleep.filter(Boolean).length;
  console.log(`CPU time of all files, ${rounds} rounds. Share: time on top of parse-only, as a part of parse-only.\n`);
  console.log(table(["", "median round", "fastest", "share (fastest)", "share (median)", `share on the ${quiet} files without a trigger`], Object.keys(configs).map((name) => row(name, times, asleep))));
  console.log(`\n${table(["rule", "time", "share of parse-only"], ruleTimes(files, totals(times[PARSE_ONLY]).fastest))}`);
}

function row(name, times, asleep) {
  const base = totals(times[PARSE_ONLY]);
  const own = totals(times[name]);
  const quiet = (index) => asleep[index];
  const share = (a, b) => percent(a / b - 1, 2);
  const paired = own.rounds.map((time, round) => time / base.rounds[round]);
  return [name, ms(median(own.rounds)), ms(own.fastest), share(own.fastest, base.fastest), percent(median(paired) - 1, 2), share(totals(times[name], quiet).fastest, totals(times[PARSE_ONLY], quiet).fastest)];
}

/** No rule of ours wants to see a node of it. */
function isAsleep({ name, text }) {
  let awake = 0;
  const watched = Object.fromEntries(
    Object.entries(plugin.rules).map(([id, rule]) => [id, { ...rule, create: (context) => ((awake += Object.keys(rule.create(context)).length), {}) }]),
  );
  new Linter({ configType: "flat" }).verify(text, configWith({ "secret-handling": { rules: watched } }, plugin.configs.recommended.rules), { filename: name });
  return awake === 0;
}

/** Each rule's own time: the fastest of three. */
function ruleTimes(files, parseOnly) {
  const sums = {};
  for (const { name, text } of files) {
    const runs = [1, 2, 3].map(() => ruleTimesOf(text, name));
    for (const id of Object.keys(runs[0])) sums[id] = (sums[id] ?? 0) + Math.min(...runs.map((run) => run[id] ?? Infinity));
  }
  return Object.entries(sums)
    .sort(([, a], [, b]) => b - a)
    .map(([id, time]) => [id, ms(time), percent(time / parseOnly, 2)]);
}

// What a scenario says of a claim: how much less compute the subject needs than each rival, with its 90 % interval.
import {readFile} from "node:fs/promises";
import {formatProblem, parseScenario, simulate} from "scaling-ladder";

const file = process.argv[2] ?? "scenarios/muse-spark.json";
const read = await parseScenario(await readFile(file, "utf8"));
if (!read.ok) throw new Error(read.problems.map((problem) => formatProblem(file, problem)).join("\n"));

const {central, uncertainty} = simulate(read.scenario, {view: "ladder", draws: 2000, seed: 7});
for (const {rival, log10Gain} of central.ladder?.comparisons ?? []) {
  const drawn = uncertainty.ladder?.comparisons[rival]?.log10Gain;
  const [low, high] = [drawn?.low ?? NaN, drawn?.high ?? NaN].map((log) => (10 ** log).toPrecision(2));
  console.log(`against ${rival}: ${(10 ** log10Gain).toPrecision(3)}x (90 %: ${low} to ${high})`);
}

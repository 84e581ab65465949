import {bootstrap} from "../../src/fitting/bootstrap.ts";
import {compareLadders} from "../../src/fitting/compareLadders.ts";
import {fitLaw, usualOptions} from "../../src/fitting/fitLaw.ts";
import {benchRuns, runCount} from "./fitRuns.ts";

const draws = 4000;

function timed(turns: number, run: () => unknown): string {
  const times = Array.from({length: turns}, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const ms = (value: number | undefined) => `${(value ?? NaN).toPrecision(3)} ms`;
  return `median ${ms(times[turns >> 1])} (${ms(times[0])} to ${ms(times[turns - 1])}, ${turns} runs)`;
}

/** Times a fit of 240 runs, its bootstrap and a comparison of two ladders. */
export function benchFits(tell: (what: string, text: string) => void): void {
  const runs = benchRuns();
  const first = performance.now();
  const result = fitLaw(runs, usualOptions);
  tell("the first fit", `${(performance.now() - first).toFixed(1)} ms, nothing compiled yet`);
  if (!result.ok) throw new Error(result.message);
  tell(
    `fit of ${runCount}`,
    timed(101, () => fitLaw(runs, usualOptions))
  );
  tell(
    `${draws} refits`,
    timed(5, () => bootstrap(runs, result.fit, {seed: 42, draws}))
  );
  const pair = [
    {name: "one", runs: benchRuns(120, 1)},
    {name: "two", runs: benchRuns(120, 2)}
  ];
  tell(
    "two ladders",
    timed(3, () =>
      compareLadders(pair, {
        form: "chinchilla",
        objective: usualOptions.objective,
        sharing: "nothing",
        policy: "compute-optimal",
        seed: 42,
        draws
      })
    )
  );
}

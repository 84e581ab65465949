import {runsSection} from "../../src/fitting/runsSection.ts";
import {usualRuns} from "../../src/scenario/fitChoices.ts";
import {sampleDesign, sampleLadder} from "../../src/fitting/sampleLadder.ts";
import type {Run} from "../../src/fitting/run.ts";
import {exp} from "../../src/numerics/exp.ts";
import {normalQuantile} from "../../src/numerics/normal.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import type {Runs} from "../../src/scenario/schema.ts";

/** The sample ladder, each run with an accuracy that follows its loss. */
export const scoredRuns: readonly Run[] = (() => {
  const random = seededRandom(261);
  return sampleLadder({...sampleDesign, noise: 0.002}).runs.map((run) => {
    const accuracy = 0.25 + 0.6 / (1 + exp(4 * (run.loss - 2.6)));
    return {...run, score: Math.min(Math.max(accuracy + 0.004 * normalQuantile(random()), 0), 1)};
  });
})();

/** Those runs as a section of a scenario. */
export const runsOf = (change: Partial<Runs> = {}, runs = scoredRuns): Runs => ({
  ...runsSection(runs, {...usualRuns, name: "the sample ladder", draws: 200}),
  ...change
});

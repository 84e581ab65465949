import {log10} from "../numerics/exp.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {Band} from "./draws.ts";
import {drawer, interval, isKnown} from "./draws.ts";
import {shownMetric} from "./ladder.ts";
import type {Solution} from "./solve.ts";
import {solve, solver} from "./solve.ts";
import {central} from "./valuation.ts";

/** A model over a threshold whose score a run under it reaches once the gain is large enough. */
export interface Slip {
  readonly model: string;
  readonly score: number;
  /** log10 of the gain over the reference recipe at which it happens; below 0: at no gain already. */
  readonly log10Gain: number;
}

/** What one threshold still catches as recipes improve. */
export interface ThresholdReach {
  readonly threshold: string;
  /** log10 FLOP. */
  readonly log10C: number;
  /** The score a run just under the threshold reaches, against log10 gain. */
  readonly line: readonly {readonly x: number; readonly y: number}[];
  /** Models whose compute is over the threshold, by the gain at which a run under it matches them. */
  readonly slips: readonly Slip[];
}

/** All central numbers of the thresholds view. */
export interface Thresholds {
  readonly metric: string;
  readonly solution: Solution;
  readonly reach: readonly ThresholdReach[];
}

/** How far the gain runs in the view: log10 of 1x to 100x. */
export const gainDomain = [0, 2] as const;

const places = 41;
const gains = Array.from(
  {length: places},
  (_, i) => gainDomain[0] + ((gainDomain[1] - gainDomain[0]) * i) / (places - 1)
);

/**
 * The score that a run just under each threshold reaches on the reference curve as its recipe's gain grows.
 *
 * score = curve(threshold × gain). A placed compute is the reader's assumption and never puts a model over a line: an
 * undisclosed model is neither in nor out.
 */
export function thresholds(scenario: Scenario): Thresholds | undefined {
  const metric = shownMetric(scenario);
  const solution = solve(scenario, metric, central);
  if (solution === undefined) return undefined;
  const {curve, models} = solution;
  const told = scenario.models.filter(({basis}) => basis !== "placed");
  const reach = scenario.thresholds.map((threshold): ThresholdReach => {
    const log10C = log10(threshold.compute.value);
    const slips = told.flatMap(({id}): Slip[] => {
      const run = models.get(id);
      if (run === undefined || !(run.log10C > log10C) || !Number.isFinite(run.score)) return [];
      return [{model: id, score: run.score, log10Gain: curve.log10Compute(run.score) - log10C}];
    });
    return {
      threshold: threshold.id,
      log10C,
      line: gains.map((x) => ({x, y: curve.score(log10C + x)})),
      slips: slips.sort((a, b) => a.log10Gain - b.log10Gain)
    };
  });
  return {metric, solution, reach};
}

/** The 90 % band of each threshold's line, by threshold id, from seeded draws. */
export function thresholdBands(
  scenario: Scenario,
  {seed, draws} = scenario.uncertainty
): Readonly<Record<string, Band>> | undefined {
  const metric = shownMetric(scenario);
  const {valuation, select} = drawer(scenario, {seed, draws});
  const curveOnly = {
    ...scenario,
    models: scenario.models.filter(({recipe}) => recipe === scenario.reference),
    recipes: scenario.recipes.filter(({id}) => id === scenario.reference)
  };
  const drawn = scenario.thresholds.map(({id, compute}) => ({
    id,
    compute,
    targets: gains.map(() => new Float64Array(draws))
  }));
  const solveDraw = solver(curveOnly, metric);
  for (let draw = 0; draw < draws; ++draw) {
    select(draw);
    const curve = solveDraw?.(valuation)?.curve;
    if (curve === undefined) return undefined;
    for (const {id, compute, targets} of drawn) {
      const log10C = log10(valuation(`thresholds.${id}.compute`, compute));
      targets.forEach((target, i) => (target[draw] = curve.score(log10C + (gains[i] ?? NaN))));
    }
  }
  return Object.fromEntries(
    drawn
      .filter(({targets: [first]}) => first !== undefined && isKnown(first))
      .map(({id, targets}) => [
        id,
        targets.map((target, i) => {
          const {low, high} = interval(target);
          return {x: gains[i] ?? NaN, low, high};
        })
      ])
  );
}

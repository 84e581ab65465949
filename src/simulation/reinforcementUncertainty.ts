import type {Scenario} from "../scenario/schema.ts";
import {drawer, interval, isKnown} from "./draws.ts";
import type {Band, Interval} from "./draws.ts";
import {computePlaces, partingOf, passesIn, reinforcementCurves} from "./reinforcement.ts";

const bandPlaces = 31;

/** The intervals of the view of reinforcement learning; undefined where a number cannot be told. */
export interface ReinforcementUncertainty {
  readonly seed: number;
  readonly draws: number;
  readonly score: Band;
  readonly heldOut: Band | undefined;
  readonly at: Interval | undefined;
  readonly parting: {readonly low: Interval; readonly high: Interval} | undefined;
  readonly before: PassIntervals | undefined;
  readonly after: PassIntervals | undefined;
}

export interface PassIntervals {
  readonly pass1: Interval;
  readonly passK: Interval;
  readonly advantage: Interval;
}

/** Intervals from seeded draws; same scenario and seed, same bits. Undefined without reinforcement learning. */
export function reinforcementUncertainty(
  scenario: Scenario,
  {seed, draws} = scenario.uncertainty
): ReinforcementUncertainty | undefined {
  const {reinforcement: section} = scenario;
  if (section === undefined) return undefined;
  const {valuation, select} = drawer(scenario, {seed, draws});
  const places = computePlaces(section, bandPlaces);
  const samples = Array.from({length: draws}, (_, draw) => {
    select(draw);
    const {law, row} = reinforcementCurves(section, valuation);
    return {
      rows: places.map(row),
      at: row(valuation("reinforcement.compute", section.compute)).score,
      parting: partingOf(section, law, valuation),
      passes: passesIn(section, valuation)
    };
  });
  type Sample = (typeof samples)[number];
  const told = (of: (sample: Sample) => number | undefined): Interval | undefined => {
    const values = Float64Array.from(samples, (sample) => of(sample) ?? NaN);
    return isKnown(values) ? interval(values) : undefined;
  };
  const band = (key: "score" | "heldOut"): Band =>
    places.flatMap((x, i) => {
      const found = told(({rows}) => rows[i]?.[key]);
      return found === undefined ? [] : [{x, low: found.low, high: found.high}];
    });
  const passes = (when: "before" | "after"): PassIntervals | undefined => {
    const [pass1, passK, advantage] = (["pass1", "passK", "advantage"] as const).map((key) =>
      told((sample) => sample.passes?.[when]?.[key])
    );
    return pass1 && passK && advantage && {pass1, passK, advantage};
  };
  const [low, high] = [told(({parting}) => parting?.low), told(({parting}) => parting?.high)];
  return {
    seed,
    draws,
    score: band("score"),
    heldOut: section.heldOut === undefined ? undefined : band("heldOut"),
    at: told(({at}) => at),
    parting: low && high && {low, high},
    before: passes("before"),
    after: passes("after")
  };
}

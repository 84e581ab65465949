import {lengthAt} from "../laws/lengthPath.ts";
import {benchmarkAccuracy} from "../laws/thinking.ts";
import type {Scenario} from "../scenario/schema.ts";
import {drawer, interval, isKnown} from "./draws.ts";
import type {Band, Interval} from "./draws.ts";
import {accuracyLevels, compressionRows, indexRows, penaltyRows, tokenPlaces} from "./thinking.ts";
import type {IndexRow, PenaltyRow} from "./thinking.ts";
import {compressedOf, difficultiesOf, pathOf} from "./thinkingLaws.ts";
import {central} from "./valuation.ts";

/** More of them would move no band by what can be seen. */
export const mostThinkingDraws = 1000;
/** What penalties pick costs some milliseconds a draw. */
export const mostPenaltyDraws = 400;
/** Draws between two looks whether a newer question waits. */
const chunk = 50;
const bandPlaces = 31;

/** The intervals of the thinking view. */
export interface ThinkingUncertainty {
  readonly seed: number;
  /** Draws that were made, 1,000 at most. */
  readonly draws: number;
  /** The first of them, for what penalties pick; 400 at most. */
  readonly penaltyDraws: number;
  readonly mixed: Band;
  readonly compressed: Band | undefined;
  /** Of the factor at the accuracies of the central answer; undefined where some draw never reaches one. */
  readonly compression: readonly (Interval | undefined)[];
  readonly penalties: readonly {readonly id: string; readonly tokens: Interval; readonly accuracy: Interval}[];
  readonly path: Interval | undefined;
  readonly index: readonly {
    readonly id: string;
    readonly ratio: Interval;
    readonly ratioAtEqualScore: Interval | undefined;
  }[];
}

interface Sample {
  readonly mixed: readonly number[];
  readonly compressed: readonly number[];
  readonly factors: readonly number[];
  readonly penalties: readonly PenaltyRow[];
  readonly path: number;
  readonly index: readonly IndexRow[];
}

/**
 * Intervals of the thinking view from seeded draws; same scenario and seed, same bits. Undefined without thinking.
 *
 * Yields the fraction done between chunks of draws.
 */
export function* thinkingUncertaintySteps(
  scenario: Scenario,
  {seed, draws: asked} = scenario.uncertainty
): Generator<number, ThinkingUncertainty | undefined> {
  const {thinking: section} = scenario;
  if (section === undefined) return undefined;
  const draws = Math.min(asked, mostThinkingDraws);
  const {valuation, select} = drawer(scenario, {seed, draws});
  const limit = section.limit.value;
  const places = tokenPlaces(limit, bandPlaces);
  const levels = section.compressed === undefined ? [] : accuracyLevels(difficultiesOf(section, central), limit);
  const sampleOf = (draw: number): Sample => {
    select(draw);
    const difficulties = difficultiesOf(section, valuation);
    const shorter = compressedOf(section, valuation);
    const along = section.path && pathOf(section.path, valuation);
    return {
      mixed: places.map((T) => benchmarkAccuracy(difficulties, T)),
      compressed: places.map((T) => (shorter === undefined ? NaN : benchmarkAccuracy(shorter, T))),
      factors:
        shorter === undefined
          ? levels.map(() => NaN)
          : compressionRows(difficulties, shorter, levels, limit).map(({factor}) => factor),
      penalties: draw < mostPenaltyDraws ? penaltyRows(section, valuation) : [],
      path: along === undefined ? NaN : lengthAt(along.path, along.progress),
      index: indexRows(scenario, valuation)
    };
  };
  const samples: Sample[] = [];
  for (let draw = 0; draw < draws; ++draw) {
    samples.push(sampleOf(draw));
    if ((draw + 1) % chunk === 0 && draw + 1 < draws) yield (draw + 1) / draws;
  }
  const penaltyDraws = Math.min(draws, mostPenaltyDraws);
  const told = (of: (sample: Sample) => number | undefined, count = draws): Interval | undefined => {
    const values = Float64Array.from(samples.slice(0, count), (sample) => of(sample) ?? NaN);
    return isKnown(values) ? interval(values) : undefined;
  };
  const nothing: Interval = {low: NaN, median: NaN, high: NaN};
  const band = (key: "mixed" | "compressed"): Band =>
    places.map((x, i) => {
      const {low, high} = told((sample) => sample[key][i]) ?? nothing;
      return {x, low, high};
    });
  const [first] = samples;
  return {
    seed,
    draws,
    penaltyDraws,
    mixed: band("mixed"),
    compressed: section.compressed === undefined ? undefined : band("compressed"),
    compression: levels.map((_, i) => told(({factors}) => factors[i])),
    penalties: (first?.penalties ?? []).map(({id}, i) => ({
      id,
      tokens: told(({penalties}) => penalties[i]?.tokens, penaltyDraws) ?? nothing,
      accuracy: told(({penalties}) => penalties[i]?.accuracy, penaltyDraws) ?? nothing
    })),
    path: told(({path}) => path),
    index: (first?.index ?? []).map(({id}, i) => ({
      id,
      ratio: told(({index}) => index[i]?.ratio) ?? nothing,
      ratioAtEqualScore: told(({index}) => index[i]?.ratioAtEqualScore)
    }))
  };
}

/** The same, all at once. */
export function thinkingUncertainty(scenario: Scenario, how = scenario.uncertainty): ThinkingUncertainty | undefined {
  const steps = thinkingUncertaintySteps(scenario, how);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

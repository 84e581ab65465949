import {lengthAt} from "../laws/lengthPath.ts";
import {benchmarkAccuracy} from "../laws/thinking.ts";
import type {Scenario} from "../scenario/schema.ts";
import {drawer, interval, isKnown} from "./draws.ts";
import type {Band, Interval} from "./draws.ts";
import {accuracyLevels, compressionAtAccuracy, indexRows, penaltyRows, tokenPlaces} from "./thinking.ts";
import {compressedOf, difficultiesOf, pathOf} from "./thinkingLaws.ts";
import {central} from "./valuation.ts";

/** What a penalty picks costs some milliseconds a draw. */
const mostDraws = 1000;
const penaltyDraws = 200;
const bandPlaces = 31;

/** The intervals of the thinking view. */
export interface ThinkingUncertainty {
  readonly seed: number;
  /** Draws that were made, 1,000 at most; of what penalties pick 200. */
  readonly draws: number;
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

/** Intervals of the thinking view from seeded draws; same scenario and seed, same bits. Undefined without thinking. */
export function thinkingUncertainty(
  scenario: Scenario,
  {seed, draws: asked} = scenario.uncertainty
): ThinkingUncertainty | undefined {
  const {thinking: section} = scenario;
  if (section === undefined) return undefined;
  const draws = Math.min(asked, mostDraws);
  const {valuation, select} = drawer(scenario, {seed, draws});
  const limit = section.limit.value;
  const places = tokenPlaces(limit, bandPlaces);
  const levels = section.compressed === undefined ? [] : accuracyLevels(difficultiesOf(section, central), limit);
  const samples = Array.from({length: draws}, (_, draw) => {
    select(draw);
    const difficulties = difficultiesOf(section, valuation);
    const shorter = compressedOf(section, valuation);
    const along = section.path && pathOf(section.path, valuation);
    return {
      mixed: places.map((T) => benchmarkAccuracy(difficulties, T)),
      compressed: places.map((T) => (shorter === undefined ? NaN : benchmarkAccuracy(shorter, T))),
      factors: levels.map((accuracy) =>
        shorter === undefined ? NaN : compressionAtAccuracy(difficulties, shorter, accuracy, limit).factor
      ),
      penalties: draw < penaltyDraws ? penaltyRows(section, valuation) : [],
      path: along === undefined ? NaN : lengthAt(along.path, along.progress),
      index: indexRows(scenario, valuation)
    };
  });
  type Sample = (typeof samples)[number];
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

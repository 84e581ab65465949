import {log10} from "../numerics/exp.ts";
import type {Scenario} from "../scenario/schema.ts";
import {drawer, interval, isKnown} from "./draws.ts";
import type {Band, Interval} from "./draws.ts";
import {computePlaces, lineEndsOf, partingOf, reinforcementCurves} from "./reinforcement.ts";
import {fitIntervalSteps, scoredPoints} from "./reinforcementFit.ts";
import type {ReinforcementFitIntervals} from "./reinforcementFit.ts";
import {passLaw, passesOf} from "./reinforcementPasses.ts";
import type {Passes} from "./reinforcementPasses.ts";

/** Bands are drawn at fewer places than curves, each of which is one of theirs. */
export const bandPlaces = 41;
/** Up to so many samples pass@k is quick enough for a band; beyond, its ends alone are drawn. */
const mostBandSamples = 256;
const drawsPerStep = 250;
/** A draw is four whole curves; a 90 % interval of this many is as good as one of more. */
export const mostDraws = 2000;

/** The intervals of a score: before training, at the compute of now, without end. */
export interface ScoreIntervals {
  readonly before: Interval;
  readonly now: Interval;
  readonly after: Interval;
}

export interface PassIntervals {
  readonly pass1: Interval;
  readonly passK: Interval;
  readonly advantage: Interval;
}

/** The intervals of the view of reinforcement learning; undefined where a number cannot be told. Bands: x in log10. */
export interface ReinforcementUncertainty {
  readonly seed: number;
  /** How many draws were made. */
  readonly draws: number;
  readonly score: Band;
  readonly heldOut: Band | undefined;
  readonly pass1: Band;
  readonly passK: Band;
  readonly at: Interval | undefined;
  readonly scores: ScoreIntervals | undefined;
  readonly heldOutScores: ScoreIntervals | undefined;
  readonly slope: Interval | undefined;
  readonly parting: {readonly low: Interval; readonly high: Interval} | undefined;
  readonly lineEnds: Interval | undefined;
  readonly before: PassIntervals | undefined;
  readonly now: PassIntervals | undefined;
  readonly after: PassIntervals | undefined;
  readonly fit: ReinforcementFitIntervals | undefined;
}

/** Columns of draws, made as they are asked for. */
function columnsOf(draws: number) {
  const columns = new Map<string, Float64Array>();
  return {
    set: (key: string, draw: number, value: number | undefined) => {
      const column = columns.get(key) ?? new Float64Array(draws).fill(NaN);
      columns.set(key, column);
      column[draw] = value ?? NaN;
    },
    told: (key: string): Interval | undefined => {
      const values = columns.get(key);
      return values !== undefined && isKnown(values) ? interval(values) : undefined;
    }
  };
}

/**
 * Intervals from seeded draws, a step at a time: yields the part that is done. Same scenario and seed, same bits.
 * Undefined without reinforcement learning.
 */
export function* reinforcementSteps(
  scenario: Scenario,
  {seed, draws: asked} = scenario.uncertainty
): Generator<number, ReinforcementUncertainty | undefined> {
  const {reinforcement: section} = scenario;
  if (section === undefined) return undefined;
  const draws = Math.min(asked, mostDraws);
  const {valuation, select} = drawer(scenario, {seed, draws});
  const computes = computePlaces(section, bandPlaces);
  const places = computes.map(log10);
  const now = section.compute.value;
  const {set, told} = columnsOf(draws);
  const grid = () => places.map(() => new Float64Array(draws).fill(NaN));
  const bands = {score: grid(), heldOut: grid(), pass1: grid(), passK: grid()};
  const setPasses = (when: string, draw: number, {pass1, passK, advantage}: Passes) => {
    set(`pass1 ${when}`, draw, pass1);
    set(`passK ${when}`, draw, passK);
    set(`advantage ${when}`, draw, advantage);
  };
  for (let draw = 0; draw < draws; ++draw) {
    if (draw > 0 && draw % drawsPerStep === 0) yield draw / draws;
    select(draw);
    const {law, heldOutLaw, slope, row, progress} = reinforcementCurves(section, valuation);
    computes.forEach((compute, i) => {
      const {score, heldOut = NaN} = row(compute);
      bands.score[i]![draw] = score;
      bands.heldOut[i]![draw] = heldOut;
    });
    const at = row(now);
    set("score now", draw, at.score);
    set("score before", draw, law.floor);
    set("score after", draw, law.ceiling);
    if (heldOutLaw !== undefined) {
      set("heldOut now", draw, at.heldOut);
      set("heldOut before", draw, heldOutLaw.floor);
      set("heldOut after", draw, heldOutLaw.ceiling);
    }
    set("slope", draw, slope);
    const parting = partingOf(section, law, valuation);
    set("parting low", draw, parting?.low);
    set("parting high", draw, parting?.high);
    set("line ends", draw, lineEndsOf(law));
    const success = passLaw(section, law, valuation);
    if (success === undefined) continue;
    const {k, base, trained} = success;
    setPasses("before", draw, passesOf(base, k));
    if (trained === undefined) continue;
    setPasses("now", draw, passesOf(trained(progress(now)), k));
    setPasses("after", draw, passesOf(trained(1), k));
    if (k > mostBandSamples) continue;
    computes.forEach((compute, i) => {
      const {pass1, passK} = passesOf(trained(progress(compute)), k);
      bands.pass1[i]![draw] = pass1;
      bands.passK[i]![draw] = passK;
    });
  }
  const {points = []} = section;
  const fit = points.length === 0 ? undefined : yield* fitIntervalSteps(scoredPoints(points), places, {seed, draws});
  const band = (key: keyof typeof bands): Band =>
    bands[key].flatMap((values, i) => {
      if (!isKnown(values)) return [];
      const {low, high} = interval(values);
      return [{x: places[i]!, low, high}];
    });
  const scores = (key: string): ScoreIntervals | undefined => {
    const [before, at, after] = [told(`${key} before`), told(`${key} now`), told(`${key} after`)];
    return before && at && after && {before, now: at, after};
  };
  const passes = (when: string): PassIntervals | undefined => {
    const [pass1, passK, advantage] = [told(`pass1 ${when}`), told(`passK ${when}`), told(`advantage ${when}`)];
    return pass1 && passK && advantage && {pass1, passK, advantage};
  };
  const [low, high] = [told("parting low"), told("parting high")];
  return {
    seed,
    draws,
    score: band("score"),
    heldOut: section.heldOut === undefined ? undefined : band("heldOut"),
    pass1: band("pass1"),
    passK: band("passK"),
    at: told("score now"),
    scores: scores("score"),
    heldOutScores: scores("heldOut"),
    slope: told("slope"),
    parting: low && high && {low, high},
    lineEnds: told("line ends"),
    before: passes("before"),
    now: passes("now"),
    after: passes("after"),
    fit
  };
}

/** Intervals from seeded draws, all at once. */
export function reinforcementUncertainty(
  scenario: Scenario,
  {seed, draws} = scenario.uncertainty
): ReinforcementUncertainty | undefined {
  const steps = reinforcementSteps(scenario, {seed, draws});
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

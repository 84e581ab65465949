import type {Curve} from "../laws/curve.ts";
import {gain} from "../laws/gain.ts";
import type {Gain} from "../laws/gain.ts";
import {log10} from "../numerics/exp.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {Band, Interval} from "./draws.ts";
import {drawer, interval} from "./draws.ts";
import {atBaseline, cast, shownMetric} from "./ladder.ts";
import {reducedTo} from "./reduce.ts";
import type {Solution} from "./solve.ts";
import {runCurve, solve, solver} from "./solve.ts";
import {central} from "./valuation.ts";

/** Two curves to hold against each other, each by the id of a model, whose run it goes through, or of a recipe. */
export interface Pair {
  readonly of: string;
  readonly against: string;
}

/** A level at which a gain is worth reading. */
export interface Landmark {
  readonly kind: "top-rung" | "frontier" | "level";
  readonly level: number;
  /** The model whose score it is. */
  readonly model?: string;
  /** log10 of the compute that the other curve spends on it; ±Infinity where it never gets there. */
  readonly compute: number;
  readonly gain: Gain;
}

/** The gain of one curve over another, by both readings. */
export interface Gains extends Pair {
  readonly metric: string;
  /** Horizontal: log10 of the gain against the level; Infinity where only the other never gets there. */
  readonly byLevel: readonly {readonly level: number; readonly log10Gain: number}[];
  /** Horizontal, against log10 of the compute that the other curve spends on the level. */
  readonly byCompute: readonly {readonly x: number; readonly log10Gain: number}[];
  /** Vertical: how much better it scores at equal compute, against log10 of that compute. */
  readonly points: readonly {readonly x: number; readonly y: number}[];
  readonly landmarks: readonly Landmark[];
}

/** How many places a curve of gains is computed at. */
const places = 61;

const grid = ([low, high]: readonly [number, number]): readonly number[] =>
  Array.from({length: places}, (_, i) => low + ((high - low) * i) / (places - 1));

/** The curve an id stands for: that through a model's run, rivals at the baseline, or a recipe's own. */
export function curveOf(solution: Solution, id: string, isRival: boolean): Curve | undefined {
  const run = solution.models.get(id);
  if (run === undefined) return solution.curves.get(id);
  return Number.isFinite(run.score) && Number.isFinite(run.log10C)
    ? runCurve(solution, isRival ? atBaseline(run) : run)
    : undefined;
}

/** log10 of a gain; Infinity where only the other never reaches the level, −Infinity where only this one does not. */
export function log10Of(result: Gain): number {
  if (result.kind === "gain") return result.log10Gain;
  return result.kind === "reference-never" ? Infinity : result.kind === "recipe-never" ? -Infinity : NaN;
}

/** The pair the view shows: the subject against the rival of the answer, or the reference recipe. */
export function pairOf(scenario: Scenario): Pair | undefined {
  const {subject, rival} = cast(scenario);
  if (subject === undefined) return undefined;
  return {of: subject, against: rival ?? scenario.reference};
}

const recipeOf = ({models}: Scenario, id: string): string => models.find((model) => model.id === id)?.recipe ?? id;

/** The levels and computes the scenario is about: its axes where it has them, else its models. */
export function gainDomains(
  scenario: Scenario,
  solution: Solution
): {
  readonly levels: readonly [number, number];
  readonly computes: readonly [number, number];
} {
  const {view, metrics} = scenario;
  const runs = [...solution.models.values()];
  const scores = runs.map(({score}) => score).filter(Number.isFinite);
  const computes = runs.map(({log10C}) => log10C).filter(Number.isFinite);
  const room = 0.05 * (Math.max(...scores) - Math.min(...scores));
  const range = metrics[solution.metric]?.range;
  const low = Math.max(Math.min(...scores) - room, range?.[0] ?? -Infinity);
  const high = Math.min(Math.max(...scores) + room, range?.[1] ?? Infinity);
  return {
    levels: view.y ?? (high > low ? [low, high] : [low - 1, low + 1]),
    computes:
      view.x === undefined
        ? [Math.min(...computes) - 0.5, Math.max(...computes) + 0.5]
        : [log10(view.x[0]), log10(view.x[1])]
  };
}

/** The best score reached by one of some models. */
function best(scenario: Scenario, solution: Solution, isMeant: (id: string) => boolean) {
  const better = scenario.metrics[solution.metric]?.better === "lower" ? -1 : 1;
  return scenario.models
    .filter(({id}) => isMeant(id))
    .map(({id}) => ({model: id, level: solution.models.get(id)?.score ?? NaN}))
    .filter(({level}) => Number.isFinite(level))
    .sort((a, b) => better * (b.level - a.level))[0];
}

/** The levels worth reading a gain at: the best score of a known run of the ladder, the best of all, and the chosen one. */
function levelsOf(
  scenario: Scenario,
  solution: Solution,
  {of, against}: Pair
): readonly Omit<Landmark, "gain" | "compute">[] {
  const knownOf = (...recipes: readonly string[]) =>
    best(scenario, solution, (id) =>
      scenario.models.some((model) => model.id === id && recipes.includes(model.recipe) && model.basis !== "placed")
    );
  // Where neither recipe has a known run, the ladder everything is read off is the reference's.
  const top = knownOf(recipeOf(scenario, of), recipeOf(scenario, against)) ?? knownOf(scenario.reference);
  const frontier = best(scenario, solution, () => true);
  const {level} = scenario.view;
  return [
    ...(top === undefined ? [] : [{kind: "top-rung" as const, ...top}]),
    ...(frontier === undefined ? [] : [{kind: "frontier" as const, ...frontier}]),
    ...(level === undefined ? [] : [{kind: "level" as const, level}])
  ];
}

/**
 * The gain of one curve over another at every level on show, G(q) = C_against(q) / C_of(q), and the points at equal
 * compute; undefined where one of them has no curve on the metric.
 */
export function gains(scenario: Scenario, pair = pairOf(scenario)): Gains | undefined {
  const metric = shownMetric(scenario);
  const solution = solve(scenario, metric, central);
  if (solution === undefined || pair === undefined) return undefined;
  const [own, other] = [curveOf(solution, pair.of, false), curveOf(solution, pair.against, true)];
  if (own === undefined || other === undefined) return undefined;
  const {levels, computes} = gainDomains(scenario, solution);
  const better = scenario.metrics[metric]?.better === "lower" ? -1 : 1;
  return {
    ...pair,
    metric,
    byLevel: grid(levels).map((level) => ({level, log10Gain: log10Of(gain(other, own, level))})),
    byCompute: grid(computes).map((x) => ({x, log10Gain: x - own.log10Compute(other.score(x))})),
    points: grid(computes).map((x) => ({x, y: better * (own.score(x) - other.score(x))})),
    landmarks: levelsOf(scenario, solution, pair).map((at) => ({
      ...at,
      compute: other.log10Compute(at.level),
      gain: gain(other, own, at.level)
    }))
  };
}

/** The intervals of a pair's gain. */
export interface GainUncertainty {
  readonly byLevel: Band;
  readonly byCompute: Band;
  readonly points: Band;
  /** log10 gain at each landmark, in their order; undefined where a draw gives no number. */
  readonly landmarks: readonly (Interval | undefined)[];
}

/** How many places a band of gains is computed at. */
const bandPlaces = 25;

function known(values: Float64Array): Interval | undefined {
  const result = interval(values);
  return Number.isNaN(result.low) ? undefined : result;
}

/** The 90 % intervals of all that `gains` gives, from seeded draws. */
export function gainUncertainty(scenario: Scenario, pair = pairOf(scenario)): GainUncertainty | undefined {
  const metric = shownMetric(scenario);
  const middle = solve(scenario, metric, central);
  if (middle === undefined || pair === undefined) return undefined;
  const {levels, computes} = gainDomains(scenario, middle);
  const landmarks = levelsOf(scenario, middle, pair);
  const {draws} = scenario.uncertainty;
  const coarse = ([low, high]: readonly [number, number]) =>
    Array.from({length: bandPlaces}, (_, i) => low + ((high - low) * i) / (bandPlaces - 1));
  const [atLevels, atComputes] = [coarse(levels), coarse(computes)];
  const columns = (count: number) => Array.from({length: count}, () => new Float64Array(draws));
  const drawn = {
    levels: columns(bandPlaces),
    computes: columns(bandPlaces),
    points: columns(bandPlaces),
    landmarks: columns(landmarks.length)
  };
  const reduced = reducedTo(scenario, new Set([pair.of, pair.against]));
  const solveDraw = solver(reduced, metric);
  const {valuation, select} = drawer(scenario, scenario.uncertainty);
  const better = scenario.metrics[metric]?.better === "lower" ? -1 : 1;
  for (let draw = 0; draw < draws; ++draw) {
    select(draw);
    const solution = solveDraw?.(valuation);
    const own = solution && curveOf(solution, pair.of, false);
    const other = solution && curveOf(solution, pair.against, true);
    if (own === undefined || other === undefined) return undefined;
    drawn.levels.forEach((column, i) => (column[draw] = log10Of(gain(other, own, atLevels[i] ?? NaN))));
    drawn.landmarks.forEach((column, i) => (column[draw] = log10Of(gain(other, own, landmarks[i]?.level ?? NaN))));
    atComputes.forEach((x, i) => {
      const score = other.score(x);
      const [horizontal, vertical] = [drawn.computes[i], drawn.points[i]];
      if (horizontal !== undefined) horizontal[draw] = x - own.log10Compute(score);
      if (vertical !== undefined) vertical[draw] = better * (own.score(x) - score);
    });
  }
  const band = (xs: readonly number[], targets: readonly Float64Array[]): Band =>
    xs.flatMap((x, i) => {
      const column = targets[i];
      const result = column && known(column);
      return result === undefined ? [] : [{x, low: result.low, high: result.high}];
    });
  return {
    byLevel: band(atLevels, drawn.levels),
    byCompute: band(atComputes, drawn.computes),
    points: band(atComputes, drawn.points),
    landmarks: drawn.landmarks.map(known)
  };
}

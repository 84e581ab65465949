import {log10, pow10} from "../numerics/exp.ts";
import {seededRandom} from "../numerics/random.ts";
import type {ScalingLaw} from "../laws/chinchilla.ts";
import {loss, optimalAllocation} from "../laws/chinchilla.ts";
import type {Observation} from "../laws/observation.ts";
import type {Spread} from "./bootstrap.ts";
import {resample, spreadOf, usualDraws} from "./bootstrap.ts";

/** Runs of one budget and the parabola of their losses in log N. */
export interface Budget {
  /** Geometric mean of the runs’ compute, FLOP. */
  readonly C: number;
  /** Their places in the list of runs. */
  readonly runs: readonly number[];
  /** Those of them the parabola is laid through: near in size to the best. */
  readonly near: readonly number[];
  /** The parabola’s lowest point; undefined where it has none, or too few runs. */
  readonly minimum: IsoFlopMinimum | undefined;
  /** Why there is no minimum. */
  readonly message?: string;
}

export interface IsoFlopMinimum {
  readonly N: number;
  readonly loss: number;
  /** Loss per squared decade of N: how sharp it is. */
  readonly curvature: number;
  /** Outside the sizes that were run. */
  readonly isOutside: boolean;
  /** The N that the law names for this compute, over the N that a parabola finds in the law’s own losses at these sizes. */
  readonly bias?: number;
}

export interface IsoFlopFit {
  readonly budgets: readonly Budget[];
  /** N = coefficient C^exponent through the minima, and the interval of the exponent. */
  readonly exponent: number;
  readonly log10Coefficient: number;
  readonly spread: Spread | undefined;
  /** The same from a parametric law, where one was given: beta / (alpha + beta). */
  readonly parametric?: number;
}

export type IsoFlopResult =
  {readonly ok: true; readonly fit: IsoFlopFit} | {readonly ok: false; readonly message: string};

/** Runs of a budget differ in compute by less than this from one another, log10: 15 % from each to the next … */
const nextInBudget = 0.06;
/** … and 40 % in all, so that runs without budgets do not chain into one. */
const widestBudget = 0.15;

/** A parabola has three numbers; one more run shows whether it bends at all. */
const leastRuns = 4;

/** A parabola holds near its lowest point alone: it is laid through sizes within this of the best run, log10 … */
const near = 0.7;
/** … or through this many of the nearest, where there are fewer. */
const nearest = 5;

/** Runs by budget, each a list of places in rising compute. */
export function budgetsOf(runs: readonly Observation[]): readonly (readonly number[])[] {
  const order = runs
    .flatMap(({N, C, loss: L}, i) => (N > 0 && C > 0 && L > 0 ? [i] : []))
    .sort((i, j) => runs[i]!.C - runs[j]!.C);
  const budgets: number[][] = [];
  for (const i of order) {
    const last = budgets[budgets.length - 1];
    const [first, before] = [last?.[0], last?.[last.length - 1]];
    const isNear =
      first !== undefined &&
      before !== undefined &&
      log10(runs[i]!.C / runs[before]!.C) < nextInBudget &&
      log10(runs[i]!.C / runs[first]!.C) < widestBudget;
    if (last !== undefined && isNear) last.push(i);
    else budgets.push([i]);
  }
  return budgets;
}

/** The runs of a budget near in size to that of least loss. */
function nearBest(runs: readonly Observation[], places: readonly number[]): readonly number[] {
  const best = places.reduce((one, other) => (runs[other]!.loss < runs[one]!.loss ? other : one));
  const away = (i: number) => Math.abs(log10(runs[i]!.N / runs[best]!.N));
  const sizes = [...new Set(places.map(away))].sort((a, b) => a - b);
  const reach = Math.max(near, sizes[nearest - 1] ?? sizes[sizes.length - 1] ?? 0);
  return places.filter((i) => away(i) <= reach);
}

interface Parabola {
  readonly x: number;
  readonly y: number;
  readonly curvature: number;
}

/** The lowest point of the weighted least-squares parabola; undefined where it does not open upwards. */
function parabola(x: Float64Array, y: Float64Array, weights: Float64Array): Parabola | undefined {
  const total = weights.reduce((sum, w) => sum + w, 0);
  const mean = x.reduce((sum, value, i) => sum + weights[i]! * value, 0) / total;
  let [s2, s3, s4, y0, y1, y2] = [0, 0, 0, 0, 0, 0];
  x.forEach((value, i) => {
    const [w, u] = [weights[i]!, value - mean];
    s2 += w * u * u;
    s3 += w * u * u * u;
    s4 += w * u * u * u * u;
    y0 += w * y[i]!;
    y1 += w * u * y[i]!;
    y2 += w * u * u * y[i]!;
  });
  // Centred, so that only the sums of u², u³ and u⁴ are left of the normal equations.
  const determinant = total * (s2 * s4 - s3 * s3) - s2 * s2 * s2;
  if (!(determinant > 1e-12 * total * s2 * s4)) return undefined;
  const a = (total * (y2 * s2 - y1 * s3) - y0 * s2 * s2) / determinant;
  const b = (y1 - a * s3) / s2;
  const c = (y0 - a * s2) / total;
  if (!(a > 0)) return undefined;
  return {x: mean - b / (2 * a), y: c - (b * b) / (4 * a), curvature: a};
}

function lineThrough(points: readonly {readonly x: number; readonly y: number}[]) {
  const mean = (read: (point: {readonly x: number; readonly y: number}) => number) =>
    points.reduce((sum, point) => sum + read(point), 0) / points.length;
  const [mx, my] = [mean(({x}) => x), mean(({y}) => y)];
  const slope =
    points.reduce((sum, {x, y}) => sum + (x - mx) * (y - my), 0) /
    points.reduce((sum, {x}) => sum + (x - mx) * (x - mx), 0);
  return {slope, intercept: my - slope * mx};
}

/**
 * The optimal size against compute by isoFLOP parabolas: runs grouped by budget, the lowest point of each, and the
 * power law through those.
 *
 * A parabola in log N is no law: unless the two exponents of a loss law are equal its lowest point lies beside the
 * true optimum, by an amount that the range of sizes decides. With a law given each minimum carries that bias.
 *
 * @see Hoffmann et al. 2022, arXiv:2203.15556, section 3.2
 */
export function* isoFlopSteps(
  runs: readonly Observation[],
  {
    law,
    seed,
    draws = usualDraws
  }: {readonly law?: ScalingLaw | undefined; readonly seed: number; readonly draws?: number}
): Generator<number, IsoFlopResult> {
  const groups = budgetsOf(runs).map((all) => {
    const places = nearBest(runs, all);
    return {
      all,
      places,
      C: pow10(all.reduce((sum, i) => sum + log10(runs[i]!.C), 0) / all.length),
      x: Float64Array.from(places, (i) => log10(runs[i]!.N)),
      y: Float64Array.from(places, (i) => runs[i]!.loss),
      weights: new Float64Array(places.length).fill(1)
    };
  });
  const budgets = groups.map(({all, places, C, x, y, weights}): Budget => {
    const sizes = new Set(x).size;
    const own = {C, runs: all, near: places};
    if (sizes < leastRuns)
      return {
        ...own,
        minimum: undefined,
        message: `${sizes === 1 ? "1 size" : `${sizes} sizes`}; a parabola needs ${leastRuns}`
      };
    const found = parabola(x, y, weights);
    if (found === undefined) return {...own, minimum: undefined, message: "the losses do not bend upwards"};
    const ends = [x.reduce((a, b) => Math.min(a, b)), x.reduce((a, b) => Math.max(a, b))] as const;
    const modelled =
      law &&
      parabola(
        x,
        x.map((log10N) => loss(law, {N: pow10(log10N), D: C / (6 * pow10(log10N))})),
        weights
      );
    return {
      ...own,
      minimum: {
        N: pow10(found.x),
        loss: found.y,
        curvature: found.curvature,
        isOutside: found.x < ends[0] || found.x > ends[1],
        ...(law === undefined || modelled === undefined ? {} : {bias: optimalAllocation(law, C).N / pow10(modelled.x)})
      }
    };
  });
  const used = groups.filter((_, g) => budgets[g]?.minimum?.isOutside === false);
  if (used.length < 2) {
    return {
      ok: false,
      message: `isoFLOP minima need two budgets with ${leastRuns} sizes each and the lowest loss between them; there ${used.length === 1 ? "is 1" : `are ${used.length}`} of ${groups.length}`
    };
  }
  const minimaOf = () =>
    used.flatMap(({C, x, y, weights}) => {
      const found = parabola(x, y, weights);
      return found === undefined ? [] : [{x: log10(C), y: found.x}];
    });
  const {slope, intercept} = lineThrough(minimaOf());
  const random = seededRandom(seed, "isoflop");
  const slopes = new Float64Array(draws);
  let told = 0;
  for (let draw = 0; draw < draws; ++draw) {
    if (draw > 0 && draw % 200 === 0) yield draw / draws;
    for (const {weights} of used) resample(weights, random, leastRuns);
    const minima = minimaOf();
    if (minima.length >= 2) slopes[told++] = lineThrough(minima).slope;
  }
  return {
    ok: true,
    fit: {
      budgets,
      exponent: slope,
      log10Coefficient: intercept,
      spread: told === 0 ? undefined : spreadOf(slopes.subarray(0, told)),
      ...(law === undefined ? {} : {parametric: law.beta / (law.alpha + law.beta)})
    }
  };
}

/** Runs an isoFLOP fit to its end. */
export function isoFlopFit(
  runs: readonly Observation[],
  options: {readonly law?: ScalingLaw; readonly seed: number; readonly draws?: number}
): IsoFlopResult {
  const steps = isoFlopSteps(runs, options);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

import {resample} from "../fitting/bootstrap.ts";
import {sigmoidFitter} from "../fitting/fitSigmoid.ts";
import type {Sigmoid} from "../fitting/fitSigmoid.ts";
import {sigmoidCurve} from "../laws/logistic.ts";
import {scaleRlSigmoid} from "../laws/reinforcement.ts";
import type {ScaleRl} from "../laws/reinforcement.ts";
import {log10, pow10} from "../numerics/exp.ts";
import {seededRandom} from "../numerics/random.ts";
import type {Reinforcement} from "../scenario/schema.ts";
import {interval, isKnown} from "./draws.ts";
import type {Band, Interval} from "./draws.ts";

/** A score after so much reinforcement learning. */
export interface ScoredCompute {
  readonly compute: number;
  /** 0 to 1. */
  readonly score: number;
}

/** Points less than which no sigmoid of four numbers is fitted. */
export const leastPoints = 4;

/** The sigmoid of least squares through measured points. */
export interface ReinforcementFit extends ScaleRl {
  /** The sigmoid less the score, point by point. */
  readonly residuals: readonly number[];
  readonly largestResidual: number;
  /** As many numbers as points: the residuals say nothing of error. */
  readonly isExact: boolean;
  readonly converged: boolean;
}

/** How sure a fit is, from points drawn anew. */
export interface ReinforcementFitIntervals {
  readonly seed: number;
  readonly draws: number;
  /** Draws whose fit did not converge; they count all the same. */
  readonly failed: number;
  readonly R0: Interval;
  readonly A: Interval;
  readonly B: Interval;
  readonly CMid: Interval;
  /** Of the fitted score, x in log10. */
  readonly band: Band;
}

const lawOf = ({before, after, middle, k}: Sigmoid): ScaleRl => ({
  R0: before,
  A: after,
  B: k / Math.LN10,
  CMid: pow10(middle)
});

const fitterOf = (points: readonly ScoredCompute[]) =>
  sigmoidFitter(
    Float64Array.from(points, ({compute}) => log10(compute)),
    Float64Array.from(points, ({score}) => score),
    [0, 1],
    {kind: "squares"}
  );

/** The sigmoid of least squares through points of a score in [0, 1], or why there is none. */
export function fitReinforcement(points: readonly ScoredCompute[]): ReinforcementFit | {readonly missing: string} {
  const amounts = new Set(points.map(({compute}) => compute));
  if (amounts.size < leastPoints) {
    return {missing: `a sigmoid has ${leastPoints} numbers and needs as many points apart, got ${amounts.size}`};
  }
  const {converged, ...sigmoid} = fitterOf(points)(new Float64Array(points.length).fill(1));
  const law = lawOf(sigmoid);
  const curve = sigmoidCurve(scaleRlSigmoid(law));
  const residuals = points.map(({compute, score}) => curve.score(log10(compute)) - score);
  return {
    ...law,
    residuals,
    largestResidual: Math.max(...residuals.map(Math.abs)),
    isExact: points.length === leastPoints,
    converged
  };
}

const fits = new WeakMap<object, ReturnType<typeof fitReinforcement>>();

/** The fit to a section’s points, made once for the points there are; undefined where there are none. */
export function fitOfSection({points = []}: Reinforcement): ReturnType<typeof fitReinforcement> | undefined {
  if (points.length === 0) return undefined;
  const known = fits.get(points) ?? fitReinforcement(scoredPoints(points));
  fits.set(points, known);
  return known;
}

/** Two numbers that are one but for the digits a document keeps. */
const isSame = (one: number, other: number): boolean => Math.abs(one - other) <= 1e-3 * Math.abs(other) + 1e-9;

/** Whether the law of a section is the fit to its own points, so that nothing of it is placed. */
export function isFitted(section: Reinforcement): boolean {
  const fit = fitOfSection(section);
  if (fit === undefined || "missing" in fit) return false;
  const {before, ceiling, steepness, middle} = section.law;
  return (
    isSame(before.value, fit.R0) &&
    isSame(ceiling.value, fit.A) &&
    isSame(steepness.value, fit.B) &&
    isSame(middle.value, fit.CMid)
  );
}

export const scoredPoints = (points: NonNullable<Reinforcement["points"]>): readonly ScoredCompute[] =>
  points.map(({compute, score}) => ({compute, score: score.value}));

/** A fit takes longer than a draw, and its interval is no better for more of them. */
const mostDraws = 1000;
const drawsPerStep = 50;

/**
 * A bootstrap over points, a step at a time: yields the part that is done. Undefined where there is no fit, or one of as
 * many numbers as points, which is sure of nothing.
 *
 * Points are drawn with replacement, four different ones at least, and the sigmoid is fitted from its optimum. Same
 * points, seed and count: same bits. An interval from few points is too narrow.
 *
 * @param places where the band is wanted, log10
 * @see Efron 1979, Annals of Statistics 7, 1
 */
export function* fitIntervalSteps(
  points: readonly ScoredCompute[],
  places: readonly number[],
  {seed, draws: asked}: {readonly seed: number; readonly draws: number}
): Generator<number, ReinforcementFitIntervals | undefined> {
  const fit = fitReinforcement(points);
  if ("missing" in fit || fit.isExact) return undefined;
  const draws = Math.min(asked, mostDraws);
  const fitOnce = fitterOf(points);
  const centre: Sigmoid = {before: fit.R0, after: fit.A, middle: log10(fit.CMid), k: fit.B * Math.LN10};
  const random = seededRandom(seed, "bootstrap reinforcement");
  const weights = new Float64Array(points.length);
  const column = () => new Float64Array(draws);
  const columns = {R0: column(), A: column(), B: column(), CMid: column()};
  const scores = places.map(column);
  let failed = 0;
  for (let draw = 0; draw < draws; ++draw) {
    if (draw > 0 && draw % drawsPerStep === 0) yield draw / draws;
    resample(weights, random, leastPoints);
    const {converged, ...found} = fitOnce(weights, centre);
    const law = lawOf(found);
    for (const key of ["R0", "A", "B", "CMid"] as const) columns[key][draw] = law[key];
    const {score} = sigmoidCurve(scaleRlSigmoid(law));
    scores.forEach((values, i) => (values[draw] = score(places[i] ?? NaN)));
    if (!converged) ++failed;
  }
  const {R0, A, B, CMid} = columns;
  return {
    seed,
    draws,
    failed,
    R0: interval(R0),
    A: interval(A),
    B: interval(B),
    CMid: interval(CMid),
    band: scores.flatMap((values, i) => {
      const {low, high} = interval(values);
      return isKnown(values) ? [{x: places[i] ?? NaN, low, high}] : [];
    })
  };
}

import {pow10} from "../numerics/exp.ts";
import {findRoot} from "../numerics/root.ts";
import type {Curve} from "./curve.ts";

/** The decimal logarithms of compute, FLOP, between which a formula is asked. */
export interface FormulaDomain {
  readonly low: number;
  readonly high: number;
}

/** From a run of a second on one chip to far more than there will be: 1e12 to 1e40 FLOP. */
export const formulaDomain: FormulaDomain = {low: 12, high: 40};

/** Steps of the grid on which a score is looked for, and of the finer one on which a formula is checked; decades. */
const searchStep = 0.5;
const checkStep = 0.05;

/** Differences below this part of the values are rounding, neither rise nor fall. */
const ripple = 1e-9;

/** The points low, low + step, …, high. */
function gridOf({low, high}: FormulaDomain, step: number): readonly number[] {
  const cells = Math.max(1, Math.round((high - low) / step));
  return Array.from({length: cells + 1}, (_, i) => (i === cells ? high : low + ((high - low) * i) / cells));
}

/** 1 if a score lies above another, −1 if below, 0 if they differ by rounding or one is no number. */
function compare(from: number, to: number, smallest = 0): number {
  const change = to - from;
  const size = Math.max(Math.abs(from), Math.abs(to));
  if (Number.isFinite(size) && Math.abs(change) <= Math.max(ripple * size, smallest)) return 0;
  return Math.sign(change) || 0;
}

/** The score of a compiled formula at 10^log10C FLOP, C being the first of its variables and the parameters following. */
export function formulaAt(
  evaluate: (values: Float64Array) => number,
  parameters: readonly number[]
): (log10C: number) => number {
  const values = Float64Array.of(NaN, ...parameters);
  return (log10C) => {
    values[0] = pow10(log10C);
    return evaluate(values);
  };
}

/**
 * The curve of any formula, given as score of log10 compute.
 *
 * Beyond the ends of the domain it keeps the scores it has there, its `start` and `limit`. A score is looked for from
 * the lower end on, every half decade, and then narrowed down: where the curve turns round, the least compute that
 * reaches the score counts. Whether it rises or falls is decided by where it goes first. A score that it does not reach
 * needs Infinity, one that it has passed at the lower end −Infinity. Parts without a number are passed over.
 *
 * @see checkFormulaCurve, which finds such parts and turns
 * @throws RangeError if the domain is empty
 */
export function formulaCurve(evaluate: (log10C: number) => number, domain = formulaDomain): Curve {
  const {low, high} = domain;
  if (!(low < high)) throw new RangeError(`invalid domain; empty: ${low} to ${high}`);
  const score = (log10C: number) => evaluate(log10C < low ? low : log10C > high ? high : log10C);
  const grid = gridOf(domain, searchStep);
  let samples: readonly number[] | undefined; // taken when first needed: many curves are only drawn
  let direction = 1;

  function sample(): readonly number[] {
    const taken = grid.map(evaluate);
    const start = taken.find((value) => !Number.isNaN(value)) ?? NaN;
    direction = taken.map((value) => compare(start, value)).find((sign) => sign !== 0) ?? 1;
    return taken;
  }

  /** How far a score lies past the wanted one; above 0 where it is just reached, below where there is no number. */
  function past(value: number, wanted: number): number {
    const by = direction * (value - wanted);
    return by >= 0 ? Math.max(by, 1e-300) : by < 0 ? by : -Infinity;
  }

  return {
    limit: score(high),
    start: score(low),
    score,
    log10Compute(wanted) {
      if (Number.isNaN(wanted)) return NaN;
      const taken = (samples ??= sample());
      const first = taken.findIndex((value) => past(value, wanted) > 0);
      if (first < 0) return Infinity;
      if (first === 0) return taken[0] === wanted && taken[1] !== wanted ? low : -Infinity;
      return findRoot((log10C) => past(evaluate(log10C), wanted), grid[first - 1]!, grid[first]!).x;
    }
  };
}

/** What there is to say about a formula as a curve; places are log10 of compute in FLOP. */
export type FormulaCheck =
  | {readonly ok: true; readonly direction: "rises" | "falls" | "flat"}
  | {readonly ok: false; readonly fault: "not finite"; readonly log10C: number}
  | {readonly ok: false; readonly fault: "turns"; readonly log10C: number; readonly first: "rises" | "falls"};

/**
 * Whether a formula gives a finite number at every twentieth of a decade of its domain and goes in one direction.
 *
 * Otherwise the least compute without a finite number, or, where all are finite, the top or bottom at which it first
 * turns round.
 */
export function checkFormulaCurve(evaluate: (log10C: number) => number, domain = formulaDomain): FormulaCheck {
  const grid = gridOf(domain, checkStep);
  const values = grid.map(evaluate);
  const missing = values.findIndex((value) => !Number.isFinite(value));
  if (missing >= 0) return {ok: false, fault: "not finite", log10C: grid[missing]!};

  // What is left of a cancellation near 0 is as coarse as the usual size of the values.
  const usual = values.map(Math.abs).sort((a, b) => a - b)[values.length >> 1]!;
  let direction = 0;
  let extreme = 0; // where the curve has come furthest so far
  for (let i = 1; i < values.length; ++i) {
    const sign = compare(values[extreme]!, values[i]!, 1e-12 * usual);
    if (direction !== 0 && sign === -direction) {
      return {ok: false, fault: "turns", log10C: grid[extreme]!, first: direction > 0 ? "rises" : "falls"};
    }
    if (sign === 0) continue;
    direction = sign;
    extreme = i;
  }
  return {ok: true, direction: direction === 0 ? "flat" : direction > 0 ? "rises" : "falls"};
}

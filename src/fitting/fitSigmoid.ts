import {exp, log} from "../numerics/exp.ts";
import {newtonMinimizer} from "../numerics/newton.ts";
import type {Minimum, Smooth} from "../numerics/newton.ts";
import type {Objective} from "./objective.ts";
import {deltasOf, huber, objectiveValue} from "./objective.ts";

/** y = before + (after − before) / (1 + exp(−k (x − middle))), k > 0. */
export interface Sigmoid {
  /** y as x falls without end, and as it rises without end. */
  readonly before: number;
  readonly after: number;
  readonly middle: number;
  readonly k: number;
}

export interface SigmoidOptimum extends Sigmoid {
  readonly value: number;
  readonly converged: boolean;
  readonly iterations: number;
}

/** Centres and steepnesses that are tried. */
const middles = 25;
const steepnesses = 14;

/** Beyond this many points a part of them, evenly taken, shows where to begin. */
const mostPoints = 1500;
const mostStarts = 4;

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** The value of a sigmoid. */
export function sigmoidAt({before, after, middle, k}: Sigmoid, x: number): number {
  return before + (after - before) / (1 + exp(-k * (x - middle)));
}

/**
 * A fitter of sigmoids to points, its work space made once; weights say how often each point counts.
 *
 * Without a start it looks for the global optimum: for centres and steepnesses on a grid the two ends are the bounded
 * least squares, and the hollows of the grid are refined by Newton's method with exact derivatives in all four.
 *
 * @param range the least and the most that either end may be, as 0 and 1 for an accuracy
 */
export function sigmoidFitter(
  x: Float64Array,
  y: Float64Array,
  range: readonly [number, number],
  objective: Objective
): (weights: Float64Array, start?: Sigmoid) => SigmoidOptimum {
  const minimize = newtonMinimizer(4);
  const [least, most] = x.reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [Infinity, -Infinity]);
  const span = most - least;
  const lower = Float64Array.of(range[0], range[0], least - 2 * span, log(0.05 / span));
  const upper = Float64Array.of(range[1], range[1], most + 2 * span, log(1000 / span));
  const deltas = deltasOf(objective);
  return (weights, start) => {
    const starts =
      start === undefined
        ? gridStarts(x, y, weights, range, [least, most])
        : [Float64Array.of(start.before, start.after, start.middle, log(start.k))];
    let best: Minimum | undefined;
    let iterations = 0;
    for (const from of starts) {
      let found: Minimum = {x: from, value: Infinity, iterations: 0, converged: false};
      for (const delta of deltas) {
        found = minimize(sigmoidSum(x, y, weights, delta), found.x, {lower, upper});
        iterations += found.iterations;
      }
      if (best === undefined || found.value < best.value) best = found;
    }
    const [before = NaN, after = NaN, middle = NaN, logK = NaN] = best?.x ?? [];
    const sigmoid = {before, after, middle, k: exp(logK)};
    const residuals = x.map((at, i) => sigmoidAt(sigmoid, at) - y[i]!);
    return {
      ...sigmoid,
      value: objectiveValue(objective, residuals, weights),
      converged: best?.converged ?? false,
      iterations
    };
  };
}

/** The Huber sum of residuals y − f and its derivatives in both ends, the middle and log k. */
function sigmoidSum(x: Float64Array, y: Float64Array, weights: Float64Array, delta: number): Smooth {
  const d = new Float64Array(4);
  const second = new Float64Array(16);
  const slopes = (theta: Float64Array, at: number): number => {
    const [p, q, middle] = [theta[0]!, theta[1]!, theta[2]!];
    const k = exp(theta[3]!);
    const z = k * (at - middle);
    const s = 1 / (1 + exp(-z));
    const s1 = s * (1 - s);
    const fz = (q - p) * s1;
    const fzz = fz * (1 - 2 * s);
    d[0] = 1 - s;
    d[1] = s;
    d[2] = -k * fz;
    d[3] = z * fz;
    second[8] = k * s1;
    second[9] = -k * s1;
    second[10] = fzz * k * k;
    second[12] = -z * s1;
    second[13] = z * s1;
    second[14] = -k * (fzz * z + fz);
    second[15] = fzz * z * z + fz * z;
    return p + (q - p) * s;
  };
  return {
    at(theta, {gradient, hessian}) {
      gradient.fill(0);
      hessian.fill(0);
      let value = 0;
      for (let i = 0; i < x.length; ++i) {
        const weight = weights[i]!;
        if (weight === 0) continue;
        const r = slopes(theta, x[i]!) - y[i]!;
        value += weight * huber(r, delta);
        const slope = weight * clamp(r, -delta, delta);
        const curve = Math.abs(r) <= delta ? weight : 0;
        for (let a = 0; a < 4; ++a) {
          gradient[a]! += slope * d[a]!;
          for (let b = 0; b <= a; ++b) hessian[a * 4 + b]! += curve * d[a]! * d[b]! + slope * second[a * 4 + b]!;
        }
      }
      return value;
    },
    majorize(theta, target) {
      target.fill(0);
      for (let i = 0; i < x.length; ++i) {
        const weight = weights[i]!;
        if (weight === 0) continue;
        const size = Math.abs(slopes(theta, x[i]!) - y[i]!);
        const bend = size <= delta ? weight : (weight * delta) / size;
        for (let a = 0; a < 4; ++a) for (let b = 0; b <= a; ++b) target[a * 4 + b]! += bend * d[a]! * d[b]!;
      }
    }
  };
}

function gridStarts(
  x: Float64Array,
  y: Float64Array,
  weights: Float64Array,
  [low, high]: readonly [number, number],
  [least, most]: readonly [number, number]
): readonly Float64Array[] {
  const span = most - least;
  const stride = Math.max(1, x.length / mostPoints);
  const chosen = Array.from({length: Math.min(x.length, mostPoints)}, (_, j) => Math.floor(j * stride));
  const values: {readonly row: number; readonly column: number; readonly value: number; readonly at: Float64Array}[] =
    [];
  for (let row = 0; row < middles; ++row) {
    const middle = least + span * (-0.5 + (2 * row) / (middles - 1));
    for (let column = 0; column < steepnesses; ++column) {
      const logK = log(0.5 / span) + (log(400) * column) / (steepnesses - 1);
      const k = exp(logK);
      let [pp, pq, qq, py, qy, yy] = [0, 0, 0, 0, 0, 0];
      for (const i of chosen) {
        const w = weights[i]!;
        const s = 1 / (1 + exp(-k * (x[i]! - middle)));
        pp += w * (1 - s) * (1 - s);
        pq += w * s * (1 - s);
        qq += w * s * s;
        py += w * (1 - s) * y[i]!;
        qy += w * s * y[i]!;
        yy += w * y[i]! * y[i]!;
      }
      const determinant = pp * qq - pq * pq;
      const left = (p: number, q: number) => yy - 2 * (p * py + q * qy) + p * p * pp + 2 * p * q * pq + q * q * qq;
      const free = [(qq * py - pq * qy) / determinant, (pp * qy - pq * py) / determinant];
      // The optimum within a box is inside it, or on an edge.
      const edges = [low, high].flatMap((end) => [
        [end, clamp((qy - end * pq) / qq, low, high)],
        [clamp((py - end * pq) / pp, low, high), end]
      ]);
      const inside = free.every((value) => value >= low && value <= high);
      const [p = NaN, q = NaN] = inside
        ? free
        : edges.reduce((one, other) => (left(other[0]!, other[1]!) < left(one[0]!, one[1]!) ? other : one));
      values.push({row, column, value: left(p, q), at: Float64Array.of(p, q, middle, logK)});
    }
  }
  return values
    .filter(
      ({row, column, value}) =>
        !values.some(
          (other) => Math.abs(other.row - row) <= 1 && Math.abs(other.column - column) <= 1 && other.value < value
        )
    )
    .sort((one, other) => one.value - other.value)
    .slice(0, mostStarts)
    .map(({at}) => at);
}

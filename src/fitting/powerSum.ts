import {exp, log} from "../numerics/exp.ts";
import type {Smooth} from "../numerics/newton.ts";

/**
 * Runs to be fitted by sums of power laws: loss = E + Σ_t exp(c_t − s_t x_t), x_t a centred logarithm of what was
 * spent.
 *
 * Every loss law of this room has this form. Several ladders are groups of runs, which may share an exponent or a
 * floor: parameters stand in one list, and each group says where its own are.
 */
export interface PowerSum {
  /** How many parameters there are. */
  readonly size: number;
  readonly groups: readonly PowerGroup[];
}

export interface PowerGroup {
  /** Natural logarithm of the loss over the scale of all losses; one entry a run. */
  readonly logLoss: Float64Array;
  /** Centred natural logarithms, one array a term. */
  readonly x: readonly Float64Array[];
  /** Where its parameters stand in the list: the floor (−1: none), and of each term log scale and exponent. */
  readonly floor: number;
  readonly scale: readonly number[];
  readonly exponent: readonly number[];
}

/** The most terms of a group. */
const mostTerms = 2;

// The sums of one group by local parameter: floor, then scale and exponent of each term; of a matrix the lower
// triangle, row by row.
const local = 1 + 2 * mostTerms;
const triangle = (local * (local + 1)) / 2;

/**
 * The Huber sum of log residuals and its exact derivatives, as the minimizer asks for them.
 *
 * With p = loss and r = log p − log L the derivatives of r are 1/p for the floor, w_t = exp(c_t − s_t x_t) / p for a
 * scale and −x_t w_t for an exponent; the second ones follow from ∂w_t/∂u_s = w_t (δ_ts − w_s).
 *
 * @param weights how often each run counts, one array a group; read anew at every call
 * @param delta where the Huber function turns; Infinity for least squares
 */
export function huberSum({size, groups}: PowerSum, weights: readonly Float64Array[], delta: number): Smooth {
  const sums = new Float64Array(local);
  const squares = new Float64Array(triangle);
  const place = new Int32Array(local);
  const settle = ({floor, x, scale, exponent}: PowerGroup) => {
    place[0] = floor;
    for (let t = 0; t < mostTerms; ++t) {
      place[1 + 2 * t] = t < x.length ? scale[t]! : -1;
      place[2 + 2 * t] = t < x.length ? exponent[t]! : -1;
    }
  };
  /** Adds a group's triangle where its parameters stand. */
  const scatter = (target: Float64Array) => {
    for (let i = 0, from = 0; i < local; ++i) {
      for (let j = 0; j <= i; ++j, ++from) {
        const [row, column] = [place[i]!, place[j]!];
        if (row < 0 || column < 0) continue;
        const at = row >= column ? row * size + column : column * size + row;
        // Two of a group's parameters may be one: then an entry and its mirror image fall together.
        target[at]! += (row === column && i !== j ? 2 : 1) * squares[from]!;
      }
    }
  };
  return {
    at(theta, {gradient, hessian}) {
      gradient.fill(0);
      hessian.fill(0);
      let value = 0;
      for (let g = 0; g < groups.length; ++g) {
        value += addDerivatives(groups[g]!, weights[g]!, theta, delta, sums, squares);
        settle(groups[g]!);
        for (let i = 0; i < local; ++i) if (place[i]! >= 0) gradient[place[i]!]! += sums[i]!;
        scatter(hessian);
      }
      return value;
    },
    majorize(theta, target) {
      target.fill(0);
      for (let g = 0; g < groups.length; ++g) {
        addReweighted(groups[g]!, weights[g]!, theta, delta, squares);
        settle(groups[g]!);
        scatter(target);
      }
    }
  };
}

// The sums stand in variables of their own, not in arrays: this loop is what a bootstrap spends its time in.
function addDerivatives(
  {logLoss, x, floor, scale, exponent}: PowerGroup,
  weights: Float64Array,
  theta: Float64Array,
  delta: number,
  sums: Float64Array,
  squares: Float64Array
): number {
  const n = logLoss.length;
  const two = x.length === 2;
  const x0 = x[0]!;
  const x1 = two ? x[1]! : x0;
  const E = floor < 0 ? 0 : theta[floor]!;
  const c0 = theta[scale[0]!]!;
  const s0 = theta[exponent[0]!]!;
  const c1 = two ? theta[scale[1]!]! : 0;
  const s1 = two ? theta[exponent[1]!]! : 0;
  let value = 0;
  let g0 = 0, g1 = 0, g2 = 0, g3 = 0, g4 = 0; // prettier-ignore
  let h00 = 0, h10 = 0, h11 = 0, h20 = 0, h21 = 0, h22 = 0, h30 = 0, h31 = 0; // prettier-ignore
  let h32 = 0, h33 = 0, h40 = 0, h41 = 0, h42 = 0, h43 = 0, h44 = 0; // prettier-ignore
  for (let i = 0; i < n; ++i) {
    const weight = weights[i]!;
    if (weight === 0) continue;
    const xa = x0[i]!;
    const xb = x1[i]!;
    const ea = exp(c0 - s0 * xa);
    const eb = two ? exp(c1 - s1 * xb) : 0;
    const p = E + ea + eb;
    const r = log(p) - logLoss[i]!;
    const clipped = r > delta ? delta : r < -delta ? -delta : r;
    value += weight * clipped * (r - 0.5 * clipped);
    const slope = weight * clipped; // ρ′
    const d0 = 1 / p;
    const d1 = ea * d0;
    const d2 = -xa * d1;
    const d3 = eb * d0;
    const d4 = -xb * d3;
    g0 += slope * d0;
    g1 += slope * d1;
    g2 += slope * d2;
    g3 += slope * d3;
    g4 += slope * d4;
    // ρ″ ∇r ∇rᵀ + ρ′ ∇²r, where ∇²r = (second derivatives of p) / p − ∇r ∇rᵀ.
    const k = (clipped === r ? weight : 0) - slope;
    const k0 = k * d0;
    const k1 = k * d1;
    const k2 = k * d2;
    const k3 = k * d3;
    const sa = slope * d1;
    const sb = slope * d3;
    h00 += k0 * d0;
    h10 += k0 * d1;
    h11 += k1 * d1 + sa;
    h20 += k0 * d2;
    h21 += k1 * d2 - sa * xa;
    h22 += k2 * d2 + sa * xa * xa;
    h30 += k0 * d3;
    h31 += k1 * d3;
    h32 += k2 * d3;
    h33 += k3 * d3 + sb;
    h40 += k0 * d4;
    h41 += k1 * d4;
    h42 += k2 * d4;
    h43 += k3 * d4 - sb * xb;
    h44 += k * d4 * d4 + sb * xb * xb;
  }
  sums.set([g0, g1, g2, g3, g4]);
  squares.set([h00, h10, h11, h20, h21, h22, h30, h31, h32, h33, h40, h41, h42, h43, h44]);
  return value;
}

/** The matrix of least squares reweighted by ρ′(r)/r: Σ (ρ′/r) ∇r ∇rᵀ. */
function addReweighted(
  {logLoss, x, floor, scale, exponent}: PowerGroup,
  weights: Float64Array,
  theta: Float64Array,
  delta: number,
  squares: Float64Array
): void {
  squares.fill(0);
  const E = floor < 0 ? 0 : theta[floor]!;
  const slopes = new Float64Array(local);
  for (let i = 0; i < logLoss.length; ++i) {
    const weight = weights[i]!;
    if (weight === 0) continue;
    let p = E;
    for (let t = 0; t < x.length; ++t) {
      const power = exp(theta[scale[t]!]! - theta[exponent[t]!]! * x[t]![i]!);
      slopes[1 + 2 * t] = power;
      slopes[2 + 2 * t] = -x[t]![i]! * power;
      p += power;
    }
    slopes[0] = 1;
    const size = Math.abs(log(p) - logLoss[i]!);
    const bend = (size <= delta ? weight : (weight * delta) / size) / (p * p);
    for (let j = 0, at = 0; j < local; ++j) {
      for (let k = 0; k <= j; ++k, ++at) squares[at]! += bend * slopes[j]! * slopes[k]!;
    }
  }
}

/** Natural log of the loss the parameters give each run of a group, less the log of what it was; over the scale. */
export function logResiduals({logLoss, x, floor, scale, exponent}: PowerGroup, theta: Float64Array): Float64Array {
  return logLoss.map((observed, i) => {
    let p = floor < 0 ? 0 : theta[floor]!;
    x.forEach((xs, t) => (p += exp(theta[scale[t]!]! - theta[exponent[t]!]! * xs[i]!)));
    return log(p) - observed;
  });
}

/** The information of the runs of all groups about the parameters, Σ ∇r ∇rᵀ: what least squares would stand on. */
export function informationOf(problem: PowerSum, theta: Float64Array): readonly (readonly number[])[] {
  const {size, groups} = problem;
  const once = groups.map(({logLoss}) => new Float64Array(logLoss.length).fill(1));
  const lower = new Float64Array(size * size);
  huberSum(problem, once, Infinity).majorize(theta, lower);
  return Array.from({length: size}, (_, i) =>
    Array.from({length: size}, (__, j) => lower[Math.max(i, j) * size + Math.min(i, j)]!)
  );
}

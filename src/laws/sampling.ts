import {exp, log, pow} from "../numerics/exp.ts";
import {logGammaRatio} from "../numerics/gamma.ts";
import {expm1, log1p} from "../numerics/nearOne.ts";
import {requirePositive, requireProbability, requireWhole} from "../numerics/ranges.ts";

/** How the chance to solve a problem in one attempt spreads over problems: as Beta(a, b). */
export interface Success {
  /** Failures of k attempts fall as k^−a: small where many problems are hardly ever solved; a > 0. */
  readonly a: number;
  /** Small where many problems are hardly ever missed; b > 0. */
  readonly b: number;
}

/**
 * pass@1: the share of problems solved in one attempt, a / (a + b).
 *
 * @throws RangeError if a or b is not positive and finite
 */
export function meanSuccess({a, b}: Success): number {
  requirePositive("parameter a", a);
  requirePositive("parameter b", b);
  return a / (a + b);
}

/**
 * pass@k as n recorded attempts at a problem, c of them right, estimate it without bias: 1 − C(n − c, k) / C(n, k).
 *
 * It is the share of the ways to take k of the n that take a right one; 1 if fewer than k are wrong.
 *
 * @throws RangeError if n, c or k is not a whole number, c is not from 0 to n, or k not from 1 to n
 * @see Chen et al. 2021, arXiv:2107.03374, equation 1
 */
export function estimatePassAtK(n: number, c: number, k: number): number {
  requireWhole("number of attempts", n, 1);
  requireWhole("number of right attempts", c, 0, n);
  requireWhole("number of samples k", k, 1, n);
  if (k > n - c) return 1;
  // C(n − c, k) / C(n, k) is a product over c or over k factors, and the same with both exchanged.
  const few = Math.min(c, k);
  const many = Math.max(c, k);
  let logFailure = 0;
  for (let i = 0; i < few; ++i) logFailure += log1p(-many / (n - i));
  return 0 - expm1(logFailure); // not −0 for 0
}

/** Up to so many attempts the logarithms are added one by one, which keeps the digits of a small pass@k. */
const fewAttempts = 1024;

/** log of the share of problems that k attempts all miss: log(B(a, b + k) / B(a, b)). */
function logFailure({a, b}: Success, k: number): number {
  requirePositive("parameter a", a);
  requirePositive("parameter b", b);
  requireWhole("number of samples k", k, 0);
  if (k > fewAttempts) return logGammaRatio(b, a) - logGammaRatio(b + k, a);
  let sum = 0;
  for (let i = 0; i < k; ++i) sum += log1p(-a / (a + (b + i)));
  return sum;
}

/**
 * The share of problems that at least one of k attempts solves, 1 − B(a, b + k) / B(a, b); 0 for no attempt.
 *
 * It rises with k towards 1, and what is missing falls as k^−a in the end.
 *
 * @throws RangeError if a or b is not positive and finite, or k is not a whole number of at least 0
 * @see Brown et al. 2024, arXiv:2407.21787, section 2, for coverage; Schaeffer et al. 2025, arXiv:2502.17578, for the
 * power law that a spread of this kind makes
 */
export function passAtK(success: Success, k: number): number {
  return 0 - expm1(logFailure(success, k)); // not −0 for 0
}

/** The share of problems that all of k attempts miss, 1 − pass@k, with small relative error also where it is tiny. */
export function failAtK(success: Success, k: number): number {
  return exp(logFailure(success, k));
}

/** Coverage, the share of problems that k samples solve, as c(k) = exp(a k^b). */
export interface CoverageLaw {
  /** The logarithm of the coverage of one sample; a < 0. */
  readonly a: number;
  /** The exponent of samples; b < 0. */
  readonly b: number;
}

/**
 * The share of problems that at least one of k samples solves: exp(a k^b), which rises towards 1.
 *
 * @throws RangeError if a or b is not negative, or k is not positive
 * @see Brown et al. 2024, arXiv:2407.21787, section 3.1
 */
export function coverage({a, b}: CoverageLaw, k: number): number {
  requireFalling(a, b);
  if (!(k > 0)) throw new RangeError(`invalid number of samples k; not positive: ${k}`);
  return exp(a * pow(k, b));
}

/**
 * The samples, not rounded, with which a coverage is reached: the inverse of `coverage`; Infinity for 1, 0 for 0.
 *
 * @throws RangeError if a or b is not negative, or the share is not in [0, 1]
 */
export function samplesToCover({a, b}: CoverageLaw, share: number): number {
  requireFalling(a, b);
  requireProbability("coverage", share);
  return pow(log(share) / a, 1 / b);
}

/**
 * The coverage law through two points: two numbers, so no fit and no measure of its own error.
 *
 * @throws RangeError if a coverage is not strictly between 0 and 1, or the larger number of samples, which must be
 * another, has not the larger coverage
 */
export function coverageThrough(first: CoveragePoint, second: CoveragePoint): CoverageLaw {
  for (const {k, share} of [first, second]) {
    requirePositive("number of samples k", k);
    if (!(share > 0 && share < 1)) throw new RangeError(`invalid coverage; not between 0 and 1: ${share}`);
  }
  const b = log(log(second.share) / log(first.share)) / log(second.k / first.k);
  if (!(b < 0)) throw new RangeError(`invalid points; coverage does not rise with samples: exponent ${b}`);
  return {a: log(first.share) * pow(first.k, -b), b};
}

/** The share of problems that k samples solve. */
export interface CoveragePoint {
  readonly k: number;
  readonly share: number;
}

function requireFalling(a: number, b: number): void {
  if (!(a < 0)) throw new RangeError(`invalid parameter a of coverage; not negative: ${a}`);
  if (!(b < 0)) throw new RangeError(`invalid parameter b of coverage; not negative: ${b}`);
}

/**
 * How far taking the best of n samples moves a model, nats: the divergence log n − (n − 1) / n from it.
 *
 * Exact where no two samples are rated alike, and the most it can be elsewhere.
 *
 * @throws RangeError if n is not a whole number of at least 1
 * @see Gao et al. 2022, arXiv:2210.10760, section 2
 */
export function bestOfNDivergence(n: number): number {
  requireWhole("number of samples n", n, 1);
  return log(n) - (n - 1) / n;
}

import {logBeta} from "./beta.ts";
import {log} from "./exp.ts";
import {requirePositive, requireProbability, requireWhole} from "./ranges.ts";

/**
 * log C(n, k), the logarithm of the number of ways to choose k of n; −Infinity if k is more than n.
 *
 * @throws RangeError if n or k is not a whole number of at least 0
 */
export function logBinomial(n: number, k: number): number {
  requireWhole("size n", n, 0);
  requireWhole("choice k", k, 0);
  if (k > n) return -Infinity;
  if (k === 0 || k === n) return 0;
  return -log(n + 1) - logBeta(k + 1, n - k + 1);
}

/**
 * The probability of each number of successes, 0 to n, among n independent trials of success p.
 *
 * @throws RangeError if p is not in [0, 1], or n is not a whole number of at least 0
 */
export function binomialWeights(n: number, p: number): Float64Array {
  requireWhole("number of trials", n, 0);
  requireProbability("probability of success", p);
  if (p === 0 || p === 1) return new Float64Array(n + 1).fill(1, p * n, p * n + 1);
  const odds = p / (1 - p);
  return weights(n, p, (j) => ((n - j) / (j + 1)) * odds);
}

/**
 * The probability of each number of successes, 0 to n, among n trials whose common chance is drawn from Beta(a, b):
 * C(n, j) B(a + j, b + n − j) / B(a, b).
 *
 * @throws RangeError if a or b is not positive and finite, or n is not a whole number of at least 0
 */
export function betaBinomialWeights(n: number, a: number, b: number): Float64Array {
  requireWhole("number of trials", n, 0);
  requirePositive("parameter a", a);
  requirePositive("parameter b", b);
  return weights(n, a / (a + b), (j) => ((n - j) / (j + 1)) * ((a + j) / (b + (n - j - 1))));
}

/**
 * Probabilities from the ratio of each to the one before.
 *
 * Nothing but products and a sum of positive numbers, from the mean outwards so that nothing overflows: the relative
 * error is a few ulps for each step from the mean. What lies too far out to be a number is 0.
 *
 * @param ratio the probability of j + 1 over that of j
 */
function weights(n: number, mean: number, ratio: (j: number) => number): Float64Array {
  const result = new Float64Array(n + 1);
  const start = Math.floor(n * mean);
  result[start] = 1;
  for (let j = start; j < n; ++j) result[j + 1] = result[j]! * ratio(j);
  for (let j = start - 1; j >= 0; --j) result[j] = result[j + 1]! / ratio(j);
  let sum = 0;
  for (const weight of result) sum += weight;
  return result.map((weight) => weight / sum);
}

import {exp, log} from "./exp.ts";
import {logGamma, logGammaRatio} from "./gamma.ts";
import {log1p} from "./nearOne.ts";
import {requirePositive, requireProbability} from "./ranges.ts";

/**
 * log B(a, b) = log(Γ(a) Γ(b) / Γ(a + b)), which keeps its digits where one argument is large.
 *
 * @throws RangeError if a or b is not positive and finite
 */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  if (small === 1) return -log(Math.max(a, b));
  return logGamma(small) - logGammaRatio(Math.max(a, b), small);
}

const smallest = 1e-300;
const maxTerms = 100000;

/**
 * The regularised incomplete beta function I_x(a, b): the probability that a variable of Beta(a, b) stays below x.
 *
 * By its continued fraction, on the side of the mean where that converges fast. The relative error is some 1e-15, and
 * grows in proportion to the logarithms that cancel: about 1e-12 at a = b = 10^4.
 *
 * @throws RangeError if x is not in [0, 1], or a or b is not positive and finite
 * @see Abramowitz and Stegun 1964, 26.5.8; Lentz 1976, Applied Optics 15, 668–671
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  requireProbability("argument of the incomplete beta function", x);
  requirePositive("parameter a", a);
  requirePositive("parameter b", b);
  if (x === 0 || x === 1) return x;
  if (x === 0.5 && a === b) return 0.5;
  return x > (a + 1) / (a + b + 2) ? 1 - lowerPart(1 - x, b, a) : lowerPart(x, a, b);
}

/** I_x(a, b) for x up to about the mean. */
function lowerPart(x: number, a: number, b: number): number {
  const head = exp(a * log(x) + b * log1p(-x) - logBeta(a, b)) / a;
  let c = 1;
  let d = 1 / nonzero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= maxTerms; ++m) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonzero(1 + even * d);
    c = nonzero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonzero(1 + odd * d);
    c = nonzero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 2.3e-16) break;
  }
  return head * fraction;
}

function nonzero(x: number): number {
  return Math.abs(x) < smallest ? smallest : x;
}

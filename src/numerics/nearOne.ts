import {exp, log} from "./exp.ts";

/** log(1 + x), with small relative error also for x near 0; −Infinity at −1, NaN below. */
export function log1p(x: number): number {
  const sum = 1 + x;
  if (sum === 1) return x;
  // What rounding took from 1 + x, it took from both factors of the quotient alike.
  return sum === Infinity || sum <= 0 ? log(sum) : log(sum) * (x / (sum - 1));
}

/** exp(x) − 1, with small relative error also for x near 0; −1 at −Infinity. */
export function expm1(x: number): number {
  if (Math.abs(x) < 0.5) {
    // The series to x^15 / 15!, below an ulp here, summed from its small end.
    let sum = 0;
    for (let n = 15; n >= 2; --n) sum = (x / n) * (1 + sum);
    return x + x * sum;
  }
  return exp(x) - 1;
}

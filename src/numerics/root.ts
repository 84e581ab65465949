/** Where a function crosses zero, and whether the search got there. */
export interface Root {
  /** The best argument found; NaN if the function has the same sign at both ends. */
  readonly x: number;
  /** Whether a sign change was narrowed down to the tolerance. */
  readonly converged: boolean;
  /** Evaluations of the function beyond the two ends. */
  readonly iterations: number;
}

export interface RootOptions {
  /** Stop when the bracket is this wide relative to x. The default leaves a few ulps. */
  readonly relativeTolerance?: number;
  /** … or this wide. */
  readonly absoluteTolerance?: number;
  readonly maxIterations?: number;
}

/**
 * A root of f between low and high, where f has opposite signs.
 *
 * Chandrupatla’s method: inverse quadratic interpolation where the last three points allow it, bisection where they
 * do not; never slower than three times bisection. f may be infinite at the ends.
 *
 * @see Chandrupatla 1997, Advances in Engineering Software 28, 145–149
 */
export function findRoot(
  f: (x: number) => number,
  low: number,
  high: number,
  {relativeTolerance = 4.5e-16, absoluteTolerance = 1e-300, maxIterations = 200}: RootOptions = {}
): Root {
  let a = high;
  let fa = f(high);
  let b = low;
  let fb = f(low);
  if (fa === 0 || fb === 0) return {x: fb === 0 ? low : high, converged: true, iterations: 0};
  if (!(fa < 0 !== fb < 0) || Number.isNaN(fa) || Number.isNaN(fb)) return {x: NaN, converged: false, iterations: 0};

  let fraction = 0.5; // how far from a to b the next point lies
  for (let iterations = 1; iterations <= maxIterations; ++iterations) {
    const x = a + fraction * (b - a);
    const fx = f(x);
    const sameSide = fx > 0 === fa > 0;
    const c = sameSide ? a : b; // the newest point that left the bracket, or its other end
    const fc = sameSide ? fa : fb;
    if (!sameSide) {
      b = a;
      fb = fa;
    }
    a = x;
    fa = fx;

    const best = Math.abs(fa) < Math.abs(fb) ? a : b;
    const tolerance = 2 * relativeTolerance * Math.abs(best) + 0.5 * absoluteTolerance;
    const least = tolerance / Math.abs(b - a);
    if (fa === 0 || least > 0.5) return {x: best, converged: true, iterations};
    if (Number.isNaN(fx)) return {x: best, converged: false, iterations};

    const xi = (a - b) / (c - b);
    const phi = (fa - fb) / (fc - fb);
    const interpolates = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi;
    const step = interpolates
      ? (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb))
      : 0.5;
    fraction = Math.min(1 - least, Math.max(least, step));
  }
  return {x: Math.abs(fa) < Math.abs(fb) ? a : b, converged: false, iterations: maxIterations};
}

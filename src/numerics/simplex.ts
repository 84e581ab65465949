/** Where a function is least, and whether the search got there. */
export interface Minimum {
  readonly x: readonly number[];
  readonly value: number;
  /** Whether the simplex shrank to the tolerance in value and in every coordinate. */
  readonly converged: boolean;
  readonly iterations: number;
}

export interface SimplexOptions {
  /** Length of the first steps, in each coordinate. */
  readonly step?: number;
  /** The width of the simplex and the spread of its values, relative to 1 + their size, at which to stop. */
  readonly tolerance?: number;
  readonly maxIterations?: number;
}

interface Corner {
  readonly x: readonly number[];
  readonly value: number;
}

/**
 * A local minimum of f near a start, by moving a simplex downhill; no derivatives are asked for.
 *
 * Nelder and Mead’s method, with factors that depend on the number of coordinates. A value that is not a number counts as
 * Infinity. Without coordinates the start is the minimum.
 *
 * @see Nelder and Mead 1965, The Computer Journal 7, 308–313; Gao and Han 2012, Computational Optimization and
 * Applications 51, 259–277, for the factors
 */
export function minimizeBySimplex(
  f: (x: readonly number[]) => number,
  start: readonly number[],
  {step = 0.5, tolerance = 1e-10, maxIterations = 4000}: SimplexOptions = {}
): Minimum {
  const n = start.length;
  const corner = (x: readonly number[]): Corner => {
    const value = f(x);
    return {x, value: Number.isNaN(value) ? Infinity : value};
  };
  if (n === 0) return {...corner(start), converged: true, iterations: 0};
  const expansion = 1 + 2 / Math.max(n, 2);
  const contraction = 0.75 - 1 / (2 * Math.max(n, 2));
  const shrinkage = 1 - 1 / Math.max(n, 2);

  let corners = [corner(start), ...start.map((_, i) => corner(start.map((x, j) => (i === j ? x + step : x))))];
  for (let iterations = 0; ; ++iterations) {
    corners.sort((a, b) => a.value - b.value);
    const best = corners[0]!;
    const worst = corners[n]!;
    const converged = isSmall(best, corners, tolerance);
    if (converged || iterations >= maxIterations) return {...best, converged, iterations};

    const center = start.map((_, i) => corners.slice(0, n).reduce((sum, {x}) => sum + x[i]!, 0) / n);
    const along = (factor: number) => corner(center.map((c, i) => c + factor * (c - worst.x[i]!)));
    const reflected = along(1);
    const next = ((): Corner | undefined => {
      if (reflected.value < best.value) {
        const expanded = along(expansion);
        return expanded.value < reflected.value ? expanded : reflected;
      }
      if (reflected.value < corners[n - 1]!.value) return reflected;
      const contracted = along(reflected.value < worst.value ? contraction : -contraction);
      return contracted.value < Math.min(reflected.value, worst.value) ? contracted : undefined;
    })();
    if (next) corners[n] = next;
    else {
      corners = corners.map((old) =>
        old === best ? best : corner(old.x.map((x, i) => best.x[i]! + shrinkage * (x - best.x[i]!)))
      );
    }
  }
}

function isSmall(best: Corner, corners: readonly Corner[], tolerance: number): boolean {
  return corners.every(
    ({x, value}) =>
      value - best.value <= tolerance * (1 + Math.abs(best.value)) &&
      x.every((xi, i) => Math.abs(xi - best.x[i]!) <= 1000 * tolerance * (1 + Math.abs(best.x[i]!)))
  );
}

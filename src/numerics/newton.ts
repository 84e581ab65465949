/** What a function tells of itself at a point, into arrays of the caller's: n numbers, and n × n row by row. */
export interface Derivatives {
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
}

/** A smooth function of n numbers with exact derivatives; only the lower triangles of matrices are read. */
export interface Smooth {
  /** The value at x; its derivatives go to the arrays. */
  at(x: Float64Array, derivatives: Derivatives): number;
  /**
   * A positive semi-definite stand-in for the Hessian at x, as from reweighted least squares: safe far from a minimum,
   * and asked for only there.
   */
  majorize(x: Float64Array, target: Float64Array): void;
}

export interface Minimum {
  readonly x: Float64Array;
  readonly value: number;
  readonly iterations: number;
  /** The last step promised less than the tolerance of the value. */
  readonly converged: boolean;
}

export interface NewtonOptions {
  /** Bounds of each coordinate, ±Infinity for none. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly maxIterations?: number;
  /** Stop when a full step promises a smaller part of the value than this. */
  readonly tolerance?: number;
}

/** A step may promise this little of an absolute value of nothing: noiseless data fit to the last bit. */
const nothing = 1e-26;

/** How often a step is halved before more of the majorizer is mixed in. */
const halvings = 2;

/** How much of the majorizer is added to the Hessian: at first, at most, and from one trial to the next. */
const firstShare = 1e-3;
const leastShare = 1e-7;
const mostShare = 1e9;
const shareGrowth = 5;

/** A step has to bring this much of what it promised; one that brings half lets the next be bolder. */
const leastBrought = 0.05;
const wellBrought = 0.5;

/**
 * Minimizes smooth functions of n numbers by Newton's method within bounds; the work space is made once.
 *
 * The exact Hessian is tried first; where it is not positive definite on the coordinates that are free to move, or its
 * step does not lead down, a share of the majorizer is added, and more of it until one does. A coordinate at a bound
 * that the gradient pushes outward stays there.
 *
 * @see Nocedal and Wright 2006, Numerical Optimization, sections 3.4 and 10.3
 */
export function newtonMinimizer(n: number): (f: Smooth, start: Float64Array, options: NewtonOptions) => Minimum {
  const space = (): Derivatives => ({
    gradient: new Float64Array(n),
    hessian: new Float64Array(n * n)
  });
  const majorizer = new Float64Array(n * n);
  const mixed = new Float64Array(n * n);
  let here = space();
  let there = space();
  let x = new Float64Array(n);
  let trial = new Float64Array(n);
  const step = new Float64Array(n);
  const factor = new Float64Array(n * n);
  const isFree = new Uint8Array(n);

  return (f, start, {lower, upper, maxIterations = 100, tolerance = 1e-15}) => {
    x.set(start);
    for (let i = 0; i < n; ++i) x[i] = Math.min(Math.max(x[i]!, lower[i]!), upper[i]!);
    let value = f.at(x, here);
    let iterations = 0;
    let converged = false;
    let share = firstShare;
    let hit = -1;
    let brought = 0; // of what the last step promised

    /** Sets the step by a matrix; a coordinate at a bound that the step would push outward stays there. */
    const stepBy = (matrix: Float64Array): boolean => {
      for (;;) {
        if (!solve(matrix, here.gradient, isFree, factor, step, n)) return false;
        let isInside = true;
        for (let i = 0; i < n; ++i) {
          if ((x[i]! <= lower[i]! && step[i]! < 0) || (x[i]! >= upper[i]! && step[i]! > 0)) {
            isFree[i] = 0;
            isInside = false;
          }
        }
        if (isInside) return true;
      }
    };

    /** The longest part of the step within the bounds, and the coordinate that meets its own there. */
    const room = (): number => {
      let most = 1;
      hit = -1;
      for (let i = 0; i < n; ++i) {
        const s = step[i]!;
        if (s === 0) continue;
        const part = ((s > 0 ? upper[i]! : lower[i]!) - x[i]!) / s;
        if (part >= most) continue;
        most = part;
        hit = i;
      }
      return most;
    };

    /** Tries the step, cut off at the bounds, then parts of it; returns whether one led down as far as it should. */
    const descend = (promised: number): boolean => {
      const most = room();
      // Cut off coordinate by coordinate a step may lead up; cut off as a whole it leads down at first.
      let part = most;
      for (let half = most < 1 ? -1 : 0; half <= halvings; ++half) {
        const length = half < 0 ? 1 : part;
        if (half >= 0) part /= 2;
        for (let i = 0; i < n; ++i) {
          trial[i] = Math.min(Math.max(x[i]! + length * step[i]!, lower[i]!), upper[i]!);
        }
        if (half === 0 && hit >= 0) trial[hit] = step[hit]! > 0 ? upper[hit]! : lower[hit]!;
        const next = f.at(trial, there);
        brought = (value - next) / promised;
        if (next < value && brought >= leastBrought * length) {
          [x, trial] = [trial, x];
          [here, there] = [there, here];
          value = next;
          return true;
        }
      }
      return false;
    };

    while (iterations < maxIterations) {
      if (value === Infinity) break;
      ++iterations;
      for (let i = 0; i < n; ++i) {
        const g = here.gradient[i]!;
        isFree[i] = (x[i]! <= lower[i]! && g > 0) || (x[i]! >= upper[i]! && g < 0) ? 0 : 1;
      }
      const enough = tolerance * Math.abs(value) + nothing;
      const isExact = stepBy(here.hessian);
      if (isExact) {
        const promised = promise(here.gradient, step, n);
        const isDown = descend(promised);
        if (promised <= enough) {
          converged = true;
          break;
        }
        if (isDown) continue;
      }
      f.majorize(x, majorizer);
      let isDown = false;
      while (share < mostShare) {
        mixed.set(here.hessian);
        for (let i = 0; i < n * n; i += n + 1) mixed[i]! += share * majorizer[i]!;
        if (stepBy(mixed)) {
          const promised = promise(here.gradient, step, n);
          converged = promised <= enough;
          if (converged) break;
          isDown = descend(promised);
          if (isDown) break;
        }
        share *= shareGrowth;
      }
      if (converged) break;
      if (brought > wellBrought) share = Math.max(share / shareGrowth, leastShare);
      if (!isDown) {
        // Nothing leads down: rounding is all that is left.
        converged ||=
          isExact &&
          solve(here.hessian, here.gradient, isFree, factor, step, n) &&
          promise(here.gradient, step, n) <= Math.sqrt(tolerance) * Math.abs(value) + nothing;
        break;
      }
    }
    return {x: x.slice(), value, iterations, converged};
  };
}

/** What a step promises to take off the value: half of −g·s. */
function promise(gradient: Float64Array, step: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; ++i) sum -= gradient[i]! * step[i]!;
  return sum / 2;
}

/** Sets `step` to −M⁻¹ g on the free coordinates and 0 on the others; false where M is not positive definite there. */
function solve(
  matrix: Float64Array,
  gradient: Float64Array,
  isFree: Uint8Array,
  factor: Float64Array,
  step: Float64Array,
  n: number
): boolean {
  for (let j = 0; j < n; ++j) {
    if (isFree[j] === 0) continue;
    const diagonal = matrix[j * n + j]!;
    let pivot = diagonal;
    for (let k = 0; k < j; ++k) if (isFree[k] === 1) pivot -= factor[j * n + k]! * factor[j * n + k]!;
    if (!(pivot > 1e-13 * diagonal && pivot > 0)) return false;
    const root = Math.sqrt(pivot);
    factor[j * n + j] = root;
    for (let i = j + 1; i < n; ++i) {
      if (isFree[i] === 0) continue;
      let sum = matrix[i * n + j]!;
      for (let k = 0; k < j; ++k) if (isFree[k] === 1) sum -= factor[i * n + k]! * factor[j * n + k]!;
      factor[i * n + j] = sum / root;
    }
  }
  for (let i = 0; i < n; ++i) {
    step[i] = 0;
    if (isFree[i] === 0) continue;
    let sum = -gradient[i]!;
    for (let k = 0; k < i; ++k) if (isFree[k] === 1) sum -= factor[i * n + k]! * step[k]!;
    step[i] = sum / factor[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; --i) {
    if (isFree[i] === 0) continue;
    let sum = step[i]!;
    for (let k = i + 1; k < n; ++k) if (isFree[k] === 1) sum -= factor[k * n + i]! * step[k]!;
    step[i] = sum / factor[i * n + i]!;
  }
  return true;
}

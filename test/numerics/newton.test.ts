import {describe, expect, test} from "vitest";
import type {Minimum, NewtonOptions, Smooth} from "../../src/numerics/newton.ts";
import {newtonMinimizer} from "../../src/numerics/newton.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import {relativeError} from "./relative.ts";

type Point = readonly number[];

/** A function, its gradient, its Hessian, and what stands in for the last: the identity where nothing is said. */
interface Plain {
  readonly value: (x: Point) => number;
  readonly gradient: (x: Point) => Point;
  readonly hessian: (x: Point) => readonly Point[];
  readonly majorizer?: (x: Point) => readonly Point[];
}

/** Only the lower triangles are filled: what stands above is poison. */
function smooth({value, gradient, hessian, majorizer}: Plain): Smooth {
  const fill = (target: Float64Array, rows: readonly Point[]) =>
    rows.forEach((row, i) => row.forEach((entry, j) => (target[i * rows.length + j] = j <= i ? entry : NaN)));
  return {
    at(x, derivatives) {
      derivatives.gradient.set(gradient([...x]));
      fill(derivatives.hessian, hessian([...x]));
      return value([...x]);
    },
    majorize(x, target) {
      fill(target, majorizer?.([...x]) ?? Array.from(x, (_, i) => Array.from(x, (__, j) => (i === j ? 1 : 0))));
    }
  };
}

const free = (n: number): NewtonOptions => ({
  lower: new Float64Array(n).fill(-Infinity),
  upper: new Float64Array(n).fill(Infinity)
});
const within = (lower: Point, upper: Point): NewtonOptions => ({
  lower: Float64Array.from(lower),
  upper: Float64Array.from(upper)
});

const minimize = (plain: Plain, start: Point, options = free(start.length)): Minimum =>
  newtonMinimizer(start.length)(smooth(plain), Float64Array.from(start), options);

/** (x − at)ᵀ M (x − at) / 2 + rest, M symmetric. */
function quadratic(M: readonly Point[], at: Point, rest = 0): Plain {
  const gradient = (x: Point) => M.map((row) => row.reduce((sum, m, j) => sum + m * (x[j]! - at[j]!), 0));
  return {
    value: (x) => gradient(x).reduce((sum, g, i) => sum + g * (x[i]! - at[i]!), 0) / 2 + rest,
    gradient,
    hessian: () => M
  };
}

const rosenbrock: Plain = {
  value: ([x = NaN, y = NaN]) => 100 * (y - x * x) ** 2 + (1 - x) ** 2,
  gradient: ([x = NaN, y = NaN]) => [-400 * x * (y - x * x) - 2 * (1 - x), 200 * (y - x * x)],
  hessian: ([x = NaN, y = NaN]) => [
    [1200 * x * x - 400 * y + 2, -400 * x],
    [-400 * x, 200]
  ],
  // Half of the two squares' Jacobian by itself, twice.
  majorizer: ([x = NaN]) => [
    [800 * x * x + 2, -400 * x],
    [-400 * x, 200]
  ]
};

describe("Newton's method", () => {
  test("finds the minimum of any convex quadratic in two steps", () => {
    const random = seededRandom(41);
    for (let n = 1; n <= 6; ++n) {
      const root = Array.from({length: n}, () => Array.from({length: n}, () => random() - 0.5));
      const M = root.map((row, i) => root.map((other, j) => row.reduce((sum, r, k) => sum + r * other[k]!, i === j ? 0.1 : 0))); // prettier-ignore
      const at = Array.from({length: n}, () => 10 * random() - 5);
      const found = minimize(quadratic(M, at, 3), new Array<number>(n).fill(0));
      expect(found).toMatchObject({converged: true, value: 3});
      expect(found.iterations, `seed 41, ${n} numbers`).toBeLessThanOrEqual(3);
      found.x.forEach((value, i) => expect(Math.abs(value - at[i]!), `seed 41, ${n}`).toBeLessThan(1e-12));
    }
  });

  test("finds a minimum below zero, and says that it has", () => {
    const found = minimize(quadratic([[2, 0.5], [0.5, 1]], [1, -2], -7), [30, 40]); // prettier-ignore
    expect(found).toMatchObject({converged: true, value: -7});
    expect([...found.x].map((value) => Number(value.toFixed(12)))).toEqual([1, -2]);
  });

  test("goes down Rosenbrock's valley from either side", () => {
    for (const start of [
      [-1.2, 1],
      [2, -3],
      [-5, 5],
      [0, 10]
    ]) {
      const found = minimize(rosenbrock, start);
      expect(found.converged, `from ${start.join(", ")}`).toBe(true);
      expect(found.value).toBeLessThan(1e-24);
      found.x.forEach((value) => expect(relativeError(value, 1)).toBeLessThan(1e-11));
      expect(found.iterations).toBeLessThan(60);
    }
  });

  test("stops Rosenbrock's valley at the bound that cuts it", () => {
    const found = minimize(rosenbrock, [-1.2, 1], within([-2, -2], [0.5, 2]));
    expect(found.converged).toBe(true);
    expect(found.x[0]).toBe(0.5);
    expect(relativeError(found.x[1]!, 0.25)).toBeLessThan(1e-12);
    expect(relativeError(found.value, 0.25)).toBeLessThan(1e-12);
    const low = minimize(rosenbrock, [-1.2, 1], within([-2, -2], [2, 0.5]));
    expect(low.x[1]).toBe(0.5);
    // 200 x (x² − 0.5) = 1 − x there.
    const [x = NaN] = low.x;
    expect(Math.abs(200 * x * (x * x - 0.5) - (1 - x))).toBeLessThan(1e-7);
    expect(low.converged).toBe(true);
  });

  test("keeps to a bound that hides the minimum, and to a corner", () => {
    const M = [[2, 1], [1, 2]]; // prettier-ignore
    const edge = minimize(quadratic(M, [-1, 3]), [4, 4], within([0, -Infinity], [Infinity, Infinity]));
    expect(edge).toMatchObject({converged: true});
    expect(edge.x[0]).toBe(0);
    expect(edge.x[1]).toBeCloseTo(2.5, 12);
    const corner = minimize(quadratic(M, [-1, -1]), [4, 4], within([0, 0], [9, 9]));
    expect([...corner.x]).toEqual([0, 0]);
    expect(corner.converged).toBe(true);
  });

  test("leaves a bound again where the function falls inwards", () => {
    const found = minimize(quadratic([[2, 0], [0, 2]], [1, 1]), [0, 5], within([0, 0], [3, 5])); // prettier-ignore
    expect([...found.x]).toEqual([1, 1]);
  });

  test("begins within the bounds, whatever the start", () => {
    const seen: number[] = [];
    const watched: Plain = {
      ...rosenbrock,
      value: (x) => (seen.push(...x), rosenbrock.value(x))
    };
    minimize(watched, [-50, 50], within([-1, -1], [0.9, 0.8]));
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(-1);
    expect(Math.max(...seen)).toBeLessThanOrEqual(0.9);
  });

  test.each([1e-9, 1e-4, 1e4, 1e9])("takes no notice of one coordinate in units %s times the other's", (unit) => {
    const scaled: Plain = {
      value: ([x = NaN, y = NaN]) => rosenbrock.value([x, y / unit]),
      gradient: ([x = NaN, y = NaN]) => rosenbrock.gradient([x, y / unit]).map((g, i) => (i === 0 ? g : g / unit)),
      hessian: ([x = NaN, y = NaN]) =>
        rosenbrock.hessian([x, y / unit]).map((row, i) => row.map((h, j) => h / unit ** (i + j))),
      majorizer: ([x = NaN, y = NaN]) =>
        rosenbrock.majorizer!([x, y / unit]).map((row, i) => row.map((h, j) => h / unit ** (i + j)))
    };
    const found = minimize(scaled, [-1.2, unit]);
    expect(found.converged).toBe(true);
    expect(relativeError(found.x[0]!, 1)).toBeLessThan(1e-10);
    expect(relativeError(found.x[1]! / unit, 1)).toBeLessThan(1e-10);
  });

  test("comes down from where the function is not convex", () => {
    const hat: Plain = {
      value: ([x = NaN]) => Math.log1p(x * x),
      gradient: ([x = NaN]) => [(2 * x) / (1 + x * x)],
      hessian: ([x = NaN]) => [[(2 * (1 - x * x)) / (1 + x * x) ** 2]],
      majorizer: ([x = NaN]) => [[2 / (1 + x * x)]]
    };
    for (const start of [-50, 3, 1.5, 1000]) {
      const found = minimize(hat, [start]);
      expect(found.converged, `from ${start}`).toBe(true);
      expect(Math.abs(found.x[0]!), `from ${start}`).toBeLessThan(1e-12);
    }
  });

  test("changes neither the start nor the bounds, and says the same again", () => {
    const start = Float64Array.of(-50, 1);
    const {lower, upper} = within([-2, -2], [0.5, 2]);
    const run = newtonMinimizer(2);
    const first = run(smooth(rosenbrock), start, {lower, upper});
    const other = run(smooth(quadratic([[1, 0], [0, 1]], [0, 0])), Float64Array.of(1, 1), free(2)); // prettier-ignore
    expect(run(smooth(rosenbrock), start, {lower, upper})).toEqual(first);
    expect([...start, ...lower, ...upper]).toEqual([-50, 1, -2, -2, 0.5, 2]);
    expect([...other.x]).toEqual([0, 0]);
  });
});

describe("Newton's method says whether it has arrived", () => {
  test("not, where it runs out of iterations", () => {
    const found = minimize(rosenbrock, [-1.2, 1], {...free(2), maxIterations: 3});
    expect(found).toMatchObject({converged: false, iterations: 3});
    expect(found.value).toBeLessThan(rosenbrock.value([-1.2, 1]));
  });

  test("not, where the derivatives promise what no step brings", () => {
    const liar: Plain = {value: () => 1, gradient: () => [1, 1], hessian: () => [[1, 0], [0, 1]]}; // prettier-ignore
    expect(minimize(liar, [0, 0])).toMatchObject({converged: false, value: 1});
  });

  test("not, where the function is infinite or no number at the start", () => {
    expect(minimize({...rosenbrock, value: () => Infinity}, [0, 0])).toMatchObject({converged: false, iterations: 0});
    const nothing: Plain = {value: () => NaN, gradient: () => [NaN], hessian: () => [[NaN]]};
    expect(minimize(nothing, [0]).converged).toBe(false);
  });

  test("not, where the function falls without end", () => {
    const slope: Plain = {value: ([x = NaN]) => 1e6 - x, gradient: () => [-1], hessian: () => [[0]]};
    expect(minimize(slope, [0], {...free(1), maxIterations: 20}).converged).toBe(false);
    expect(minimize(slope, [0], within([0], [5]))).toMatchObject({converged: true, value: 1e6 - 5});
  });

  test("so, where rounding alone is left of the value", () => {
    const grainy: Plain = {
      value: ([x = NaN]) => 1 + Math.round((x - 1) ** 2 / 1e-10) * 1e-10,
      gradient: ([x = NaN]) => [2 * (x - 1)],
      hessian: () => [[2]]
    };
    expect(minimize(grainy, [1 + 1e-6])).toMatchObject({converged: true, value: 1});
  });

  test("so, at a start that is the minimum already", () => {
    expect(minimize(rosenbrock, [1, 1])).toMatchObject({converged: true, value: 0, iterations: 1});
  });
});

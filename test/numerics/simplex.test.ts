import {expect, test} from "vitest";
import {seededRandom} from "../../src/numerics/random.ts";
import {minimizeBySimplex} from "../../src/numerics/simplex.ts";

test("minimizeBySimplex finds the valley’s end of Rosenbrock’s function", () => {
  const {x, value, converged} = minimizeBySimplex(([a, b]) => (1 - a!) ** 2 + 100 * (b! - a! * a!) ** 2, [-1.2, 1]);
  expect(converged).toBe(true);
  expect(value).toBeLessThan(1e-12);
  expect(x[0]).toBeCloseTo(1, 5);
  expect(x[1]).toBeCloseTo(1, 5);
});

test("minimizeBySimplex finds planted minima of random bowls of one to four coordinates", () => {
  const random = seededRandom(96);
  for (let i = 0; i < 100; ++i) {
    const planted = Array.from({length: 1 + (i % 4)}, () => 6 * random() - 3);
    const weights = planted.map(() => 0.1 + 10 * random());
    const bowl = (x: readonly number[]) => x.reduce((sum, xi, j) => sum + weights[j]! * (xi - planted[j]!) ** 2, 5);
    const {x, converged} = minimizeBySimplex(
      bowl,
      planted.map(() => 0)
    );
    expect(converged, `seed 96, case ${i}`).toBe(true);
    x.forEach((xi, j) => expect(Math.abs(xi - planted[j]!), `seed 96, case ${i}`).toBeLessThan(1e-4));
  }
});

test("minimizeBySimplex keeps out of where there is no number", () => {
  const {x} = minimizeBySimplex(([a]) => (a! < 1 ? NaN : (a! - 2) ** 2), [3]);
  expect(x[0]).toBeCloseTo(2, 4);
});

test("minimizeBySimplex says when it ran out of steps, and has nothing to do without coordinates", () => {
  expect(minimizeBySimplex(([a]) => a! * a!, [50], {maxIterations: 3})).toMatchObject({
    converged: false,
    iterations: 3
  });
  expect(minimizeBySimplex(() => 7, [])).toEqual({x: [], value: 7, converged: true, iterations: 0});
});

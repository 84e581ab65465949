import {expect, test} from "vitest";
import {findRoot} from "../../src/numerics/root.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import {relativeError} from "./relative.ts";

test.each([
  ["x³ − 2x − 5", (x: number) => x ** 3 - 2 * x - 5, 2, 3, 2.0945514815423265],
  ["x − 2 at the end of a wide bracket", (x: number) => x - 2, -1e9, 1e9, 2],
  ["1 − 1/x, steep at one end", (x: number) => 1 - 1 / x, 1e-9, 1e9, 1],
  ["(x − 1)^9, flat at the root", (x: number) => (x - 1) ** 9, 0, 3, 1],
  ["a step", (x: number) => (x < 0.3 ? -1 : 1), 0, 1, 0.3],
  ["log x, infinite at one end", (x: number) => Math.log(x), 0, 10, 1]
])("findRoot finds the root of %s", (_, f, low, high, expected) => {
  const {x, converged, iterations} = findRoot(f, low, high);
  expect(converged).toBe(true);
  expect(relativeError(x, expected)).toBeLessThan(1e-14);
  expect(iterations).toBeLessThan(120);
  expect(findRoot(f, high, low).converged).toBe(true);
});

test("findRoot finds planted roots of random cubics to a few ulps in few evaluations", () => {
  const random = seededRandom(31);
  let evaluations = 0;
  for (let i = 0; i < 1000; ++i) {
    const root = 20 * random() - 10;
    const curvature = random();
    const f = (x: number) => (x - root) * (1 + curvature * (x - root) ** 2);
    const found = findRoot(f, -11, 11);
    expect(found.converged, `seed 31, case ${i}`).toBe(true);
    expect(relativeError(found.x, root), `seed 31, case ${i}`).toBeLessThan(1e-14);
    evaluations += found.iterations;
  }
  expect(evaluations / 1000).toBeLessThan(20);
});

test("findRoot returns an end that is a root at once", () => {
  expect(findRoot((x) => x, 0, 5)).toEqual({x: 0, converged: true, iterations: 0});
  expect(findRoot((x) => x - 5, 0, 5)).toEqual({x: 5, converged: true, iterations: 0});
});

test("findRoot says so when there is no sign change, the function is NaN, or it runs out of steps", () => {
  expect(findRoot((x) => x * x + 1, -1, 1)).toEqual({x: NaN, converged: false, iterations: 0});
  expect(findRoot(() => NaN, -1, 1).converged).toBe(false);
  expect(findRoot((x) => (Math.abs(x) < 0.9 ? NaN : x), -1, 1).converged).toBe(false);
  expect(findRoot((x) => x ** 3 - 0.1, -1, 1, {maxIterations: 3})).toMatchObject({converged: false, iterations: 3});
});

test("findRoot stops at the tolerance it is given", () => {
  const loose = findRoot((x) => x ** 3 - 2, 0, 2, {absoluteTolerance: 0.01});
  expect(Math.abs(loose.x - 2 ** (1 / 3))).toBeLessThan(0.01);
  expect(loose.iterations).toBeLessThan(findRoot((x) => x ** 3 - 2, 0, 2).iterations);
});

import {expect, test} from "vitest";
import {normalCdf, normalQuantile} from "../../src/numerics/normal.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import {bitsOf, relativeError} from "./relative.ts";

// Computed with mpmath at 50 digits from the doubles as written.
const probabilities: readonly (readonly [x: number, p: number])[] = [
  [-37, 5.725571222524577e-300],
  [-20.5, 1.0764673258790961e-93],
  [-9, 1.1285884059538405e-19],
  [-5.7, 5.990371401063528e-9],
  [-5.6, 1.071759025831093e-8],
  [-3, 0.0013498980316300946],
  [-1, 0.15865525393145705],
  [-0.67, 0.2514288950953101],
  [-0.66, 0.25462691467133614],
  [-0.1, 0.460172162722971],
  [0.5, 0.6914624612740131],
  [1, 0.8413447460685429],
  [2.5, 0.9937903346742238],
  [6, 0.9999999990134123]
];

test.each(probabilities)("normalCdf(%d) is %d to 1e-15, and normalQuantile leads back to 2e-15", (x, p) => {
  expect(relativeError(normalCdf(x), p)).toBeLessThan(1e-15);
  if (x < 2) expect(relativeError(normalQuantile(p), x)).toBeLessThan(2e-15);
});

test("normalQuantile gives the published check values of AS 241", () => {
  expect(relativeError(normalQuantile(0.25), -0.6744897501960817)).toBeLessThan(1e-15);
  expect(relativeError(normalQuantile(0.001), -3.090232306167814)).toBeLessThan(1e-15);
  expect(relativeError(normalQuantile(1e-20), -9.262340089798408)).toBeLessThan(1e-15);
});

test("normalQuantile undoes normalCdf over random arguments", () => {
  const random = seededRandom(11);
  for (let i = 0; i < 2000; ++i) {
    const x = -37 * random();
    expect(relativeError(normalQuantile(normalCdf(x)), x), `seed 11, x ${x}`).toBeLessThan(5e-15);
  }
});

test("normalCdf and normalQuantile are symmetric, and rise", () => {
  const random = seededRandom(12);
  for (let i = 0; i < 2000; ++i) {
    const x = 8 * random();
    const p = Math.floor(2 ** 50 * random()) / 2 ** 51; // 1 − p is exact
    expect(Math.abs(normalCdf(x) + normalCdf(-x) - 1)).toBeLessThan(2.3e-16);
    expect(normalCdf(x + 1e-3)).toBeGreaterThan(normalCdf(x - 1e-3) - 1e-16);
    expect(normalQuantile(p)).toBe(-normalQuantile(1 - p));
  }
});

test("normalCdf and normalQuantile have these limits", () => {
  expect([-Infinity, -40, 0, 40, Infinity, NaN].map(normalCdf)).toEqual([0, 0, 0.5, 1, 1, NaN]);
  expect([0, 0.5, 1].map(normalQuantile)).toEqual([-Infinity, 0, Infinity]);
  for (const p of [-0.1, 1.1, NaN]) expect(() => normalQuantile(p)).toThrow(RangeError);
});

test("the bits are these in every engine", () => {
  expect([0.3, 0.01, 1e-30].map((p) => bitsOf(normalQuantile(p)))).toEqual([
    "bfe0c7e39582c5fa",
    "c0029c5c4630ff0e",
    "c026ed94a4dacdc9"
  ]);
  expect([0.3, -2, -9].map((x) => bitsOf(normalCdf(x)))).toEqual([
    "3fe3c5ee2cc40b79",
    "3f974bcf82c9d861",
    "3c00a7afbb1ee67d"
  ]);
});

import {expect, test} from "vitest";
import {incompleteBeta, logBeta} from "../../src/numerics/beta.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import {relativeError} from "./relative.ts";

// Expected values: mpmath 1.3 at 60 digits.
test.each([
  [0.05, 2.0, 2.946942109384559],
  [0.5, 0.5, 1.1447298858494002],
  [1.0, 1.0, 0.0],
  [8.0, 1000000.0, -101.99895110257877],
  [0.2, 1000000.0, -1.2390382091620624],
  [40.0, 40.0, -56.027577129732904],
  [300.0, 700.0, -612.6186037950922],
  [1000000.0, 1000000.0, -1386300.003362921],
  [1e-5, 3.0, 11.512910465032729]
])("logBeta(%d, %d) is right to a few ulps, either way round", (a, b, expected) => {
  expect(relativeError(logBeta(a, b), expected)).toBeLessThan(1e-15);
  expect(logBeta(b, a)).toBe(logBeta(a, b));
});

test.each([
  [0.3, 2.0, 5.0, 0.5798249999999999],
  [0.5, 0.2, 0.4, 0.678534244636989],
  [0.5, 5.0, 2.0, 0.109375],
  [0.01, 0.5, 10.0, 0.3420718248432155],
  [0.99, 0.5, 10.0, 1.0],
  [0.6, 9.0, 9.0, 0.8010635103240191],
  [0.3, 51.0, 51.0, 1.2942554335154227e-5],
  [0.55, 500.0, 500.0, 0.9992363210604736],
  [0.1, 8.0, 2.0, 8.200000000000003e-8],
  [0.45, 5000.0, 5000.0, 5.924818244475018e-24],
  [0.999, 3.0, 0.1, 0.42123396691426435]
])("incompleteBeta(%d, %d, %d) is right to the digits it promises", (x, a, b, expected) => {
  expect(relativeError(incompleteBeta(x, a, b), expected)).toBeLessThan(4e-15 * Math.max(1, (a + b) / 10));
});

test("incompleteBeta goes from 0 to 1, rises with x, and is one minus itself seen from the other end", () => {
  const random = seededRandom(92);
  for (let i = 0; i < 1000; ++i) {
    const [a, b] = [10 ** (4 * random() - 2), 10 ** (4 * random() - 2)];
    const x = random();
    const label = `seed 92, case ${i}: I_${x}(${a}, ${b})`;
    const p = incompleteBeta(x, a, b);
    expect(incompleteBeta(0, a, b), label).toBe(0);
    expect(incompleteBeta(1, a, b), label).toBe(1);
    expect(incompleteBeta(x + (1 - x) * 0.1, a, b), label).toBeGreaterThanOrEqual(p);
    expect(Math.abs(p + incompleteBeta(1 - x, b, a) - 1), label).toBeLessThan(1e-12);
    // I_x(1, b) = 1 − (1 − x)^b and I_x(a, 1) = x^a.
    expect(Math.abs(incompleteBeta(x, 1, b) - (1 - (1 - x) ** b)), label).toBeLessThan(1e-13);
    expect(relativeError(incompleteBeta(x, a, 1), x ** a), label).toBeLessThan(1e-12);
  }
});

test.each([-0.1, 1.1, NaN])("incompleteBeta refuses an argument of %d", (x) => {
  expect(() => incompleteBeta(x, 1, 1)).toThrow(
    `invalid argument of the incomplete beta function; not in [0, 1]: ${x}`
  );
});

test.each([0, -2, NaN, Infinity])("incompleteBeta and logBeta refuse a parameter of %d", (a) => {
  expect(() => incompleteBeta(0.5, a, 1)).toThrow(`invalid parameter a; not positive and finite: ${a}`);
  expect(() => incompleteBeta(0.5, 1, a)).toThrow(`invalid parameter b; not positive and finite: ${a}`);
  expect(() => logBeta(a, 2)).toThrow(RangeError);
});

import {expect, test} from "vitest";
import {expm1, log1p} from "../../src/numerics/nearOne.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import {relativeError} from "./relative.ts";

// Expected values: mpmath 1.3 at 60 digits.
test.each([
  [1e-20, 1e-20],
  [1e-9, 9.999999995e-10],
  [-1e-9, -1.0000000005000001e-9],
  [0.3, 0.26236426446749106],
  [-0.3, -0.35667494393873234],
  [-0.999, -6.907755278982136],
  [5.0, 1.791759469228055],
  [10000000000.0, 23.025850930040455]
])("log1p(%d) is right to a few ulps", (x, expected) => {
  expect(relativeError(log1p(x), expected)).toBeLessThan(5e-16);
});

test.each([
  [1e-20, 1e-20],
  [1e-9, 1.0000000005000001e-9],
  [-1e-9, -9.999999995e-10],
  [0.3, 0.3498588075760031],
  [-0.3, -0.2591817793182821],
  [0.49, 0.632316219955379],
  [0.51, 0.6652911949458863],
  [-0.6, -0.45118836390597356],
  [-5.0, -0.9932620530009145],
  [5.0, 147.4131591025766],
  [700.0, 1.0142320547350045e304],
  [-40.0, -1.0]
])("expm1(%d) is right to a few ulps", (x, expected) => {
  expect(relativeError(expm1(x), expected)).toBeLessThan(5e-16);
});

test("log1p and expm1 undo each other", () => {
  const random = seededRandom(95);
  for (let i = 0; i < 1000; ++i) {
    const x = (random() < 0.5 ? -1 : 1) * 10 ** (12 * random() - 12);
    expect(relativeError(log1p(expm1(x)), x), `seed 95, case ${i}, x ${x}`).toBeLessThan(2e-15);
  }
});

test("log1p and expm1 have the limits of log and exp", () => {
  expect([log1p(0), log1p(-1), log1p(Infinity), log1p(-2)]).toEqual([0, -Infinity, Infinity, NaN]);
  expect([expm1(0), expm1(-Infinity), expm1(Infinity), expm1(NaN)]).toEqual([0, -1, Infinity, NaN]);
});

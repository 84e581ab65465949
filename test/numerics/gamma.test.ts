import {expect, test} from "vitest";
import {logGamma, logGammaRatio} from "../../src/numerics/gamma.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import {bitsOf, relativeError} from "./relative.ts";

// Expected values: mpmath 1.3 at 60 digits.
test.each([
  [1e-300, 690.7755278982137],
  [1e-10, 23.025850929882736],
  [0.001, 6.907178885383853],
  [0.1, 2.252712651734206],
  [0.49999, 0.5723845782717032],
  [0.5, 0.5723649429247001],
  [0.500001, 0.5723629794171414],
  [0.75, 0.20328095143129538],
  [0.999999, 5.772164873855652e-7],
  [1.0000001, -5.772155829918507e-8],
  [1.2, -0.08537409000331583],
  [1.4999, -0.12078588195849393],
  [1.5, -0.12078223763524522],
  [1.9, -0.03898427592308336],
  [1.99999999, -4.227843293043373e-9],
  [2.00000001, 4.227843357536779e-9],
  [2.3, 0.15418945495963046],
  [2.5, 0.2846828704729192],
  [2.500001, 0.28468357362980506],
  [3.0, 0.6931471805599453],
  [3.7, 1.428072326665388],
  [5.5, 3.9578139676187165],
  [8.123, 8.77408693276022],
  [9.9999, 12.801602305348396],
  [10.0, 12.801827480081469],
  [10.5, 13.940625219403763],
  [20.0, 39.339884187199495],
  [123.456, 469.6055471299295],
  [10000.0, 82099.71749644238],
  [1000000.0, 12815504.569147611],
  [10000000000.0, 220258509288.81058],
  [1e100, 2.2925850929940456e102]
])("logGamma(%d) is right to a few ulps", (x, expected) => {
  expect(relativeError(logGamma(x), expected)).toBeLessThan(1e-15);
});

test.each([
  [0.05, 0.3, -2.034297973905498],
  [0.05, 1000000.0, 12815502.291043915],
  [3.0, 0.001, 0.0009229817764512116],
  [9.99, 2.0, 4.698570361075992],
  [10.0, 2.0, 4.700480365792417],
  [10.0, 1e-8, 2.251752589592553e-8],
  [1000.0, 0.3, 2.072221576698317],
  [1000000.0, 0.2, 2.763102031592847],
  [1000000.0, 5.0, 69.07756278980636],
  [1000000000000.0, 0.4, 11.0524084463713],
  [2.5, 2.5, 2.8933709598750266]
])("logGammaRatio(%d, %d) is right to a few ulps", (x, a, expected) => {
  expect(relativeError(logGammaRatio(x, a), expected)).toBeLessThan(1e-15);
});

test("logGamma is 0 at 1 and 2 and the logarithm of a factorial at whole numbers", () => {
  expect(logGamma(1)).toBeCloseTo(0, 300);
  expect(logGamma(2)).toBeCloseTo(0, 300);
  let factorial = 1;
  for (let n = 1; n <= 170; ++n) {
    factorial *= n;
    if (n > 1) expect(relativeError(logGamma(n + 1), Math.log(factorial)), `${n}!`).toBeLessThan(2e-15);
  }
});

test("logGamma(x + 1) is logGamma(x) + log(x), across every seam of the method", () => {
  const random = seededRandom(90);
  for (let i = 0; i < 2000; ++i) {
    const x = 12 * random() + 1e-6;
    const error = Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x));
    expect(error, `seed 90, case ${i}, x ${x}`).toBeLessThan(1e-14);
  }
});

test("logGammaRatio is 0 for no step, log x for a step of 1, and two steps are one after another", () => {
  const random = seededRandom(91);
  for (let i = 0; i < 1000; ++i) {
    const x = 10 ** (8 * random() - 2);
    const [a, b] = [3 * random(), 3 * random()];
    expect(logGammaRatio(x, 0), `seed 91, case ${i}`).toBeCloseTo(0, 300);
    expect(Math.abs(logGammaRatio(x, 1) - Math.log(x)), `seed 91, case ${i}`).toBeLessThan(1e-14);
    const steps = logGammaRatio(x, a) + logGammaRatio(x + a, b);
    expect(Math.abs(logGammaRatio(x, a + b) - steps), `seed 91, case ${i}`).toBeLessThan(2e-13);
  }
});

test("logGamma gives these bits in every engine", () => {
  expect([0.05, 1.7, 6.1, 1234.5].map((x) => bitsOf(logGamma(x)))).toEqual([
    "4007c043bd125597",
    "bfb886da6f118371",
    "4013d6055489cf87",
    "40bd7e8d07da60e4"
  ]);
});

test.each([0, -1, NaN, Infinity])("logGamma and logGammaRatio refuse an argument of %d", (x) => {
  expect(() => logGamma(x)).toThrow(`invalid argument of log Γ; not positive and finite: ${x}`);
  expect(() => logGammaRatio(x, 1)).toThrow(`invalid argument of log Γ; not positive and finite: ${x}`);
});

test.each([-1, NaN, Infinity])("logGammaRatio refuses a step of %d", (a) => {
  expect(() => logGammaRatio(1, a)).toThrow(`invalid step of log Γ; not 0 or more and finite: ${a}`);
});

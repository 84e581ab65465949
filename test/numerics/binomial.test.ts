import {expect, test} from "vitest";
import {betaBinomialWeights, binomialWeights, logBinomial} from "../../src/numerics/binomial.ts";
import {logBeta} from "../../src/numerics/beta.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import {relativeError} from "./relative.ts";

// Expected values: mpmath 1.3 at 60 digits.
test.each([
  [5.0, 2.0, 2.302585092994046],
  [64.0, 32.0, 42.05228057041112],
  [1000.0, 3.0, 18.9285038647141],
  [10000.0, 5000.0, 6926.64081906082],
  [1000000.0, 17.0, 201.35847003450777]
])("logBinomial(%d, %d) is right to a few ulps", (n, k, expected) => {
  expect(relativeError(logBinomial(n, k), expected)).toBeLessThan(1e-15);
});

test("logBinomial is 0 at either end, −Infinity beyond, and follows Pascal’s triangle", () => {
  expect([logBinomial(7, 0), logBinomial(7, 7), logBinomial(7, 8), logBinomial(0, 0)]).toEqual([0, 0, -Infinity, 0]);
  for (let n = 1; n < 50; ++n) {
    for (let k = 1; k <= n; ++k) {
      const sum = Math.exp(logBinomial(n - 1, k - 1)) + Math.exp(logBinomial(n - 1, k));
      expect(relativeError(Math.exp(logBinomial(n, k)), sum), `${n} over ${k}`).toBeLessThan(1e-13);
    }
  }
});

const sumOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
const meanOf = (values: Float64Array) => values.reduce((sum, value, j) => sum + j * value, 0);

test("binomialWeights are C(n, j) p^j (1 − p)^(n − j), sum to 1 and have mean n p", () => {
  const random = seededRandom(93);
  for (let i = 0; i < 300; ++i) {
    const n = Math.floor(200 * random());
    const p = random();
    const weights = binomialWeights(n, p);
    const label = `seed 93, case ${i}: n ${n}, p ${p}`;
    expect(Math.abs(sumOf(weights) - 1), label).toBeLessThan(1e-14);
    expect(Math.abs(meanOf(weights) - n * p), label).toBeLessThan(1e-11);
    const j = Math.floor(n * random());
    const expected = Math.exp(logBinomial(n, j) + j * Math.log(p) + (n - j) * Math.log1p(-p));
    expect(relativeError(weights[j]!, expected), label).toBeLessThan(1e-11);
  }
});

test("binomialWeights put everything at an end for p of 0 and 1, and hold for n = 0 and a large n", () => {
  expect([...binomialWeights(3, 0)]).toEqual([1, 0, 0, 0]);
  expect([...binomialWeights(3, 1)]).toEqual([0, 0, 0, 1]);
  expect([...binomialWeights(0, 0.4)]).toEqual([1]);
  expect(Math.abs(meanOf(binomialWeights(20000, 0.3)) / 6000 - 1)).toBeLessThan(1e-11);
});

test("betaBinomialWeights are C(n, j) B(a + j, b + n − j) / B(a, b), sum to 1 and have mean n a / (a + b)", () => {
  const random = seededRandom(94);
  for (let i = 0; i < 300; ++i) {
    const n = Math.floor(200 * random());
    const [a, b] = [10 ** (5 * random() - 2), 10 ** (5 * random() - 2)];
    const weights = betaBinomialWeights(n, a, b);
    const label = `seed 94, case ${i}: n ${n}, a ${a}, b ${b}`;
    expect(Math.abs(sumOf(weights) - 1), label).toBeLessThan(1e-14);
    expect(Math.abs(meanOf(weights) - (n * a) / (a + b)), label).toBeLessThan(1e-11);
    const j = Math.floor(n * random());
    const expected = Math.exp(logBinomial(n, j) + logBeta(a + j, b + n - j) - logBeta(a, b));
    expect(relativeError(weights[j]!, expected), label).toBeLessThan(1e-10);
  }
});

test("betaBinomialWeights are even for a = b = 1 and those of a binomial for large parameters", () => {
  for (const weight of betaBinomialWeights(9, 1, 1)) expect(relativeError(weight, 0.1)).toBeLessThan(1e-14);
  const [mixed, plain] = [betaBinomialWeights(9, 3e12, 7e12), binomialWeights(9, 0.3)];
  for (let j = 0; j <= 9; ++j) expect(relativeError(mixed[j]!, plain[j]!)).toBeLessThan(1e-10);
});

test("counts and chances out of range are refused by name", () => {
  for (const n of [-1, 1.5, NaN, Infinity]) {
    expect(() => logBinomial(n, 1)).toThrow(`invalid size n; not a whole number of at least 0: ${n}`);
    expect(() => logBinomial(1, n)).toThrow(`invalid choice k; not a whole number of at least 0: ${n}`);
    expect(() => binomialWeights(n, 0.5)).toThrow(`invalid number of trials; not a whole number of at least 0: ${n}`);
    expect(() => betaBinomialWeights(n, 1, 1)).toThrow(RangeError);
  }
  expect(() => binomialWeights(3, 1.2)).toThrow("invalid probability of success; not in [0, 1]: 1.2");
  expect(() => betaBinomialWeights(3, 0, 1)).toThrow("invalid parameter a; not positive and finite: 0");
  expect(() => betaBinomialWeights(3, 1, -1)).toThrow("invalid parameter b; not positive and finite: -1");
});

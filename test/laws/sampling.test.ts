import {expect, test} from "vitest";
import {
  bestOfNDivergence,
  coverage,
  coverageThrough,
  estimatePassAtK,
  failAtK,
  meanSuccess,
  passAtK,
  samplesToCover
} from "../../src/laws/sampling.ts";
import {relativeError} from "../numerics/relative.ts";
import {between, forCases} from "./cases.ts";

test("estimatePassAtK is the share of ways to choose k that take a right attempt, in small numbers", () => {
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
  for (let n = 1; n <= 12; ++n) {
    for (let c = 0; c <= n; ++c) {
      for (let k = 1; k <= n; ++k) {
        const expected = k > n - c ? 1 : 1 - choose(n - c, k) / choose(n, k);
        expect(Math.abs(estimatePassAtK(n, c, k) - expected), `${n}, ${c}, ${k}`).toBeLessThan(1e-14);
      }
    }
  }
});

test("estimatePassAtK is without bias: over the numbers of right attempts its mean is 1 − (1 − p)^k", () => {
  forCases(100, 200, (random, label) => {
    const n = 1 + Math.floor(20 * random());
    const k = 1 + Math.floor(n * random());
    const p = random();
    let [mean, weight] = [0, (1 - p) ** n];
    for (let c = 0; c <= n; ++c) {
      mean += weight * estimatePassAtK(n, c, k);
      weight *= ((n - c) / (c + 1)) * (p / (1 - p));
    }
    expect(Math.abs(mean - (1 - (1 - p) ** k)), label).toBeLessThan(1e-12);
  });
});

test("estimatePassAtK keeps the digits of a small share", () => {
  expect(relativeError(estimatePassAtK(1e12, 1, 1), 1e-12)).toBeLessThan(1e-15);
});

test("passAtK starts at a / (a + b), rises with k and with a, falls with b, and adds up with failAtK", () => {
  forCases(101, 500, (random, label) => {
    const success = {a: between(random, 0.01, 100), b: between(random, 0.01, 100)};
    const k = Math.floor(between(random, 1, 1e5));
    const share = passAtK(success, k);
    expect(relativeError(passAtK(success, 1), meanSuccess(success)), label).toBeLessThan(1e-14);
    expect(failAtK(success, 2 * k), label).toBeLessThan(failAtK(success, k));
    expect(failAtK({...success, a: 1.1 * success.a}, k), label).toBeLessThan(failAtK(success, k));
    expect(failAtK({...success, b: 1.1 * success.b}, k), label).toBeGreaterThan(failAtK(success, k));
    expect(Math.abs(share + failAtK(success, k) - 1), label).toBeLessThan(1e-15);
  });
});

test("passAtK has no seam where it turns from a sum to the ratio of gammas", () => {
  forCases(102, 300, (random, label) => {
    const success = {a: between(random, 0.01, 10), b: between(random, 0.01, 10)};
    // The failures of one attempt more are fewer by the chance of that attempt after so many failures.
    for (const k of [1023, 1024, 1025]) {
      const step = failAtK(success, k + 1) / failAtK(success, k);
      expect(relativeError(step, (success.b + k) / (success.a + success.b + k)), label).toBeLessThan(1e-12);
    }
  });
});

test("the failures of k attempts fall as k^−a", () => {
  forCases(103, 200, (random, label) => {
    const success = {a: between(random, 0.05, 3), b: between(random, 0.05, 3)};
    const fall = failAtK(success, 2e9) / failAtK(success, 1e9);
    expect(relativeError(fall, 2 ** -success.a), label).toBeLessThan(1e-7);
  });
});

test("passAtK is 0 for no attempt and that of independent attempts where problems are alike", () => {
  expect(passAtK({a: 1, b: 2}, 0)).toBe(0);
  expect(relativeError(passAtK({a: 3e9, b: 7e9}, 4), 1 - 0.7 ** 4)).toBeLessThan(1e-8);
});

test("coverage rises from the share of one sample to 1, and samplesToCover undoes it", () => {
  forCases(104, 500, (random, label) => {
    const law = {a: -between(random, 0.1, 10), b: -between(random, 0.05, 1)};
    const k = between(random, 1, 1e4);
    const share = coverage(law, k);
    expect(coverage(law, 1), label).toBeCloseTo(Math.exp(law.a), 14);
    expect(coverage(law, 2 * k), label).toBeGreaterThan(share);
    if (share < 0.99) expect(relativeError(samplesToCover(law, share), k), label).toBeLessThan(1e-9);
  });
  const law = {a: -1, b: -0.5};
  expect([samplesToCover(law, 0), samplesToCover(law, 1), coverage(law, Infinity)]).toEqual([0, Infinity, 1]);
});

test("coverageThrough gives the law that its points lie on, in either order", () => {
  forCases(105, 300, (random, label) => {
    const law = {a: -between(random, 0.1, 10), b: -between(random, 0.05, 0.5)};
    const points = [3, 200].map((k) => ({k, share: coverage(law, k)}));
    for (const [first, second] of [points, points.toReversed()]) {
      const found = coverageThrough(first!, second!);
      expect(relativeError(found.a, law.a), label).toBeLessThan(1e-10);
      expect(relativeError(found.b, law.b), label).toBeLessThan(1e-10);
    }
  });
});

test("the best of one sample is the model itself, and every sample more takes it further away", () => {
  expect(bestOfNDivergence(1)).toBe(0);
  for (let n = 1; n < 100; ++n) expect(bestOfNDivergence(n + 1)).toBeGreaterThan(bestOfNDivergence(n));
});

test.each([
  [() => estimatePassAtK(0, 0, 1), "invalid number of attempts; not a whole number of at least 1: 0"],
  [() => estimatePassAtK(5, 6, 1), "invalid number of right attempts; not a whole number from 0 to 5: 6"],
  [() => estimatePassAtK(5, 2, 6), "invalid number of samples k; not a whole number from 1 to 5: 6"],
  [() => estimatePassAtK(5, 2, 0), "invalid number of samples k; not a whole number from 1 to 5: 0"],
  [() => passAtK({a: 0, b: 1}, 1), "invalid parameter a; not positive and finite: 0"],
  [() => failAtK({a: 1, b: NaN}, 1), "invalid parameter b; not positive and finite: NaN"],
  [() => passAtK({a: 1, b: 1}, 1.5), "invalid number of samples k; not a whole number of at least 0: 1.5"],
  [() => meanSuccess({a: -1, b: 1}), "invalid parameter a; not positive and finite: -1"],
  [() => meanSuccess({a: 1, b: 0}), "invalid parameter b; not positive and finite: 0"],
  [() => coverage({a: 0, b: -1}, 1), "invalid parameter a of coverage; not negative: 0"],
  [() => coverage({a: -1, b: 0.1}, 1), "invalid parameter b of coverage; not negative: 0.1"],
  [() => coverage({a: -1, b: -1}, 0), "invalid number of samples k; not positive: 0"],
  [() => samplesToCover({a: -1, b: -1}, 1.1), "invalid coverage; not in [0, 1]: 1.1"],
  [() => samplesToCover({a: 1, b: -1}, 0.1), "invalid parameter a of coverage; not negative: 1"],
  [() => coverageThrough({k: 1, share: 0}, {k: 2, share: 0.5}), "invalid coverage; not between 0 and 1: 0"],
  [
    () => coverageThrough({k: 0, share: 0.2}, {k: 2, share: 0.5}),
    "invalid number of samples k; not positive and finite: 0"
  ],
  [
    () => coverageThrough({k: 1, share: 0.5}, {k: 2, share: 0.4}),
    "invalid points; coverage does not rise with samples: exponent 0.4026"
  ],
  [() => coverageThrough({k: 2, share: 0.5}, {k: 2, share: 0.5}), "coverage does not rise with samples: exponent NaN"],
  [() => bestOfNDivergence(0.5), "invalid number of samples n; not a whole number of at least 1: 0.5"]
])("sampling refuses what is out of range, %#", (call, message) => {
  expect(call).toThrow(RangeError);
  expect(call).toThrow(message);
});

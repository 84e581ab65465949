import {expect, test} from "vitest";
import {meanSuccess, passAtK} from "../../src/laws/sampling.ts";
import {verifierLimit, verifierSelect, verifierSelectOver} from "../../src/laws/verifier.ts";
import {relativeError} from "../numerics/relative.ts";
import {between, forCases} from "./cases.ts";

test("verifierSelect is one attempt for n = 1, and a perfect verifier makes it 1 − (1 − p)^n", () => {
  forCases(120, 500, (random, label) => {
    const p = random();
    const verifier = {truePositive: random(), falsePositive: random()};
    const n = 1 + Math.floor(20 * random());
    expect(relativeError(verifierSelect(p, 1, verifier), p), label).toBeLessThan(1e-14);
    const perfect = verifierSelect(p, n, {truePositive: 1, falsePositive: 0});
    expect(relativeError(perfect, 1 - (1 - p) ** n), label).toBeLessThan(1e-13);
    const blind = verifierSelect(p, n, {truePositive: verifier.falsePositive, falsePositive: verifier.falsePositive});
    expect(relativeError(blind, p), label).toBeLessThan(1e-13);
  });
});

test("verifierSelect rises with n up to its limit where right attempts are accepted more often, and falls otherwise", () => {
  forCases(121, 500, (random, label) => {
    const p = 0.02 + 0.96 * random();
    const [low, high] = [random(), random()].toSorted((a, b) => a - b) as [number, number];
    const n = 1 + Math.floor(20 * random());
    const good = {truePositive: high, falsePositive: low};
    const bad = {truePositive: low, falsePositive: high};
    expect(verifierSelect(p, n + 1, good), label).toBeGreaterThanOrEqual(verifierSelect(p, n, good) - 1e-15);
    expect(verifierSelect(p, n + 1, bad), label).toBeLessThanOrEqual(verifierSelect(p, n, bad) + 1e-15);
    expect(verifierSelect(p, n, good), label).toBeLessThanOrEqual(verifierLimit(p, good) + 1e-15);
    expect(Math.abs(verifierSelect(p, 1e7, good) - verifierLimit(p, good)), label).toBeLessThan(1e-3);
  });
});

test("more false positives never help", () => {
  forCases(122, 500, (random, label) => {
    const p = random();
    const n = 1 + Math.floor(20 * random());
    const verifier = {truePositive: random(), falsePositive: 0.9 * random()};
    const worse = {...verifier, falsePositive: verifier.falsePositive + 0.1};
    expect(verifierSelect(p, n, worse), label).toBeLessThanOrEqual(verifierSelect(p, n, verifier) + 1e-15);
  });
});

test("a verifier that accepts nothing takes any attempt", () => {
  const verifier = {truePositive: 0, falsePositive: 0};
  expect(verifierSelect(0.3, 8, verifier)).toBeCloseTo(0.3, 15);
  expect(verifierLimit(0.3, verifier)).toBe(0.3);
  expect(verifierSelect(0, 8, {truePositive: 1, falsePositive: 0})).toBe(0);
  expect(verifierSelect(1, 8, {truePositive: 1, falsePositive: 0})).toBe(1);
});

test("verifierSelectOver is pass@1 for n = 1, pass@n for a perfect verifier, and the mean of verifierSelect", () => {
  forCases(123, 100, (random, label) => {
    const success = {a: between(random, 0.1, 10), b: between(random, 0.1, 10)};
    const verifier = {truePositive: random(), falsePositive: random()};
    const perfect = verifierSelectOver(success, 16, {truePositive: 1, falsePositive: 0});
    for (const n of [1, 2, 7, 16]) {
      expect(relativeError(perfect[n - 1]!, passAtK(success, n)), label).toBeLessThan(1e-12);
    }
    expect(relativeError(verifierSelectOver(success, 1, verifier)[0]!, meanSuccess(success)), label).toBeLessThan(
      1e-14
    );
  });
  // Over Beta(2, 3) by Simpson’s rule on a polynomial: exact to rounding at so many steps.
  const verifier = {truePositive: 0.8, falsePositive: 0.3};
  const steps = 4000;
  for (const n of [1, 3, 8]) {
    let mean = 0;
    for (let i = 0; i <= steps; ++i) {
      const p = i / steps;
      const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
      mean += (weight / (3 * steps)) * 12 * p * (1 - p) ** 2 * verifierSelect(p, n, verifier);
    }
    expect(relativeError(verifierSelectOver({a: 2, b: 3}, n, verifier)[n - 1]!, mean)).toBeLessThan(1e-11);
  }
});

test.each([
  [
    () => verifierSelect(-0.1, 2, {truePositive: 1, falsePositive: 0}),
    "invalid probability of success; not in [0, 1]: -0.1"
  ],
  [
    () => verifierSelect(0.1, 0, {truePositive: 1, falsePositive: 0}),
    "invalid number of samples n; not a whole number of at least 1: 0"
  ],
  [
    () => verifierSelect(0.1, 2, {truePositive: 1.5, falsePositive: 0}),
    "invalid true positive rate; not in [0, 1]: 1.5"
  ],
  [
    () => verifierSelect(0.1, 2, {truePositive: 1, falsePositive: NaN}),
    "invalid false positive rate; not in [0, 1]: NaN"
  ],
  [() => verifierLimit(2, {truePositive: 1, falsePositive: 0}), "invalid probability of success; not in [0, 1]: 2"],
  [() => verifierLimit(0.2, {truePositive: -1, falsePositive: 0}), "invalid true positive rate; not in [0, 1]: -1"],
  [
    () => verifierSelectOver({a: 0, b: 1}, 2, {truePositive: 1, falsePositive: 0}),
    "invalid parameter a; not positive and finite: 0"
  ],
  [
    () => verifierSelectOver({a: 1, b: 1}, 0, {truePositive: 1, falsePositive: 0}),
    "invalid number of samples n; not a whole number of at least 1: 0"
  ],
  [
    () => verifierSelectOver({a: 1, b: 1}, 2, {truePositive: 1, falsePositive: 2}),
    "invalid false positive rate; not in [0, 1]: 2"
  ]
])("a verifier refuses what is out of range, %#", (call, message) => {
  expect(call).toThrow(RangeError);
  expect(call).toThrow(message);
});

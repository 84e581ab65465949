import {expect, test} from "vitest";
import {failAtK, meanSuccess, passAtK, type Success} from "../../src/laws/sampling.ts";
import {
  advantageOfK,
  concentrationOf,
  fitSuccess,
  overtakenAt,
  sharpened,
  sharpeningAt,
  spreadOf
} from "../../src/laws/sharpening.ts";
import type {Random} from "../../src/numerics/random.ts";
import {relativeError} from "../numerics/relative.ts";
import {between, forCases} from "./cases.ts";

const randomSuccess = (random: Random): Success => ({a: between(random, 0.1, 5), b: between(random, 0.1, 20)});

test("sharpness alone leaves pass@1 and lowers pass@16 and its advantage", () => {
  forCases(150, 500, (random, label) => {
    const success = randomSuccess(random);
    const sharp = sharpened(success, {lift: 1, sharpness: 1 + 3 * random() + 1e-3});
    expect(relativeError(meanSuccess(sharp), meanSuccess(success)), label).toBeLessThan(1e-14);
    expect(failAtK(sharp, 16), label).toBeGreaterThan(failAtK(success, 16));
    expect(advantageOfK(sharp, 16), label).toBeLessThan(advantageOfK(success, 16));
  });
});

test("lift alone multiplies the odds of pass@1 and raises pass@k at every k", () => {
  forCases(151, 500, (random, label) => {
    const success = randomSuccess(random);
    const lift = 1 + 3 * random() + 1e-3;
    const lifted = sharpened(success, {lift, sharpness: 1});
    const odds = (s: Success) => meanSuccess(s) / (1 - meanSuccess(s));
    expect(relativeError(odds(lifted), lift * odds(success)), label).toBeLessThan(1e-12);
    for (const k of [1, 2, 16, 4096]) expect(failAtK(lifted, k), label).toBeLessThan(failAtK(success, k));
    expect(overtakenAt(success, lifted), label).toBe(Infinity);
  });
});

test("lift and sharpness together raise pass@1 and lower the advantage of pass@16", () => {
  const base = {a: 0.6, b: 2};
  const path = [1, 1.5, 2, 3].map((factor) => sharpened(base, {lift: factor, sharpness: factor}));
  const pass1 = path.map(meanSuccess);
  const advantage = path.map((success) => advantageOfK(success, 16));
  expect(pass1).toEqual(pass1.toSorted((a, b) => a - b));
  expect(advantage).toEqual(advantage.toSorted((a, b) => b - a));
});

test("on the way pass@1 has made its part of the way, and sharpness its part in logarithms", () => {
  forCases(154, 500, (random, label) => {
    const base = randomSuccess(random);
    const whole = {lift: between(random, 0.3, 6), sharpness: between(random, 0.5, 4)};
    const progress = random();
    const at = sharpeningAt(base, whole, progress);
    const [from, to] = [meanSuccess(base), meanSuccess(sharpened(base, whole))];
    expect(relativeError(meanSuccess(sharpened(base, at)), from + progress * (to - from)), label).toBeLessThan(1e-12);
    expect(relativeError(at.sharpness, whole.sharpness ** progress), label).toBeLessThan(1e-14);
  });
  const whole = {lift: 3, sharpness: 2};
  expect(sharpeningAt({a: 0.6, b: 2}, whole, 1)).toEqual(whole);
  const none = sharpeningAt({a: 0.6, b: 2}, whole, 0);
  expect(none.sharpness).toBe(1);
  expect(none.lift).toBeCloseTo(1, 14);
});

test("the base overtakes a sharpened model at the attempt told, for good and no sooner", () => {
  forCases(152, 300, (random, label) => {
    const base = randomSuccess(random);
    const trained = sharpened(base, {lift: 1.2 + random(), sharpness: 1.3 + 2 * random()});
    const k = overtakenAt(base, trained);
    if (k === Infinity) return;
    expect(k, label).toBeGreaterThan(1);
    for (const later of [k, k + 1, 2 * k, 10 * k]) {
      expect(failAtK(base, later), label).toBeLessThan(failAtK(trained, later));
    }
    for (const sooner of [1, Math.ceil(k / 2), k - 1].filter((n) => n >= 1 && n < k)) {
      expect(failAtK(base, sooner), label).toBeGreaterThanOrEqual(failAtK(trained, sooner));
    }
  });
  expect(overtakenAt({a: 2, b: 1}, {a: 1, b: 2})).toBe(1);
  expect(overtakenAt({a: 1, b: 2}, {a: 1 - 1e-9, b: 1})).toBe(Infinity);
  expect(overtakenAt({a: 1, b: 2}, {a: 1, b: 1})).toBe(Infinity);
});

test("fitSuccess gives back the spread that two shares came from", () => {
  forCases(153, 500, (random, label) => {
    const success = randomSuccess(random);
    const k = 2 + Math.floor(30 * random());
    const fit = fitSuccess(meanSuccess(success), passAtK(success, k), k);
    if (fit.kind !== "success") throw new Error(label);
    expect(fit.converged, label).toBe(true);
    expect(relativeError(passAtK(fit, k), passAtK(success, k)), label).toBeLessThan(1e-13);
    // Where nearly all are solved, or problems are nearly alike, the shares tell the spread to fewer digits.
    expect(relativeError(fit.a, success.a), label).toBeLessThan(1e-6);
    expect(relativeError(fit.b, success.b), label).toBeLessThan(1e-6);
  });
});

test("fitSuccess says when attempts add nothing, or more than alike problems could", () => {
  expect(fitSuccess(0.4, 0.4, 16)).toEqual({kind: "no-gain", least: 0.4});
  expect(fitSuccess(0.4, 0.3, 16)).toEqual({kind: "no-gain", least: 0.4});
  const high = fitSuccess(0.4, 0.7, 2);
  expect(high).toEqual({kind: "too-much", most: expect.closeTo(0.64, 14) as number});
  expect(fitSuccess(0.4, 0.639999, 2).kind).toBe("success");
});

test("spreadOf and concentrationOf undo each other", () => {
  const success = spreadOf(0.3, 5);
  expect(meanSuccess(success)).toBeCloseTo(0.3, 15);
  expect(concentrationOf(success)).toBeCloseTo(5, 14);
});

test.each([
  [() => sharpened({a: 0, b: 1}, {lift: 1, sharpness: 1}), "invalid parameter a; not positive and finite: 0"],
  [() => sharpened({a: 1, b: -1}, {lift: 1, sharpness: 1}), "invalid parameter b; not positive and finite: -1"],
  [() => sharpened({a: 1, b: 1}, {lift: 0, sharpness: 1}), "invalid lift; not positive and finite: 0"],
  [() => sharpened({a: 1, b: 1}, {lift: 1, sharpness: NaN}), "invalid sharpness; not positive and finite: NaN"],
  [() => sharpeningAt({a: 1, b: 1}, {lift: 1, sharpness: 1}, 1.5), "invalid progress; not in [0, 1]: 1.5"],
  [() => advantageOfK({a: 1, b: 1}, 0), "invalid number of samples k; not a whole number of at least 1: 0"],
  [() => overtakenAt({a: 1, b: 1}, {a: 0, b: 1}), "invalid parameter a; not positive and finite: 0"],
  [() => fitSuccess(1.1, 0.5, 16), "invalid pass@1; not in [0, 1]: 1.1"],
  [() => fitSuccess(0.5, -0.5, 16), "invalid pass@k; not in [0, 1]: -0.5"],
  [() => fitSuccess(0, 0.5, 16), "invalid pass@1; it fixes no spread: 0"],
  [() => fitSuccess(1, 1, 16), "invalid pass@1; it fixes no spread: 1"],
  [() => fitSuccess(0.5, 0.6, 1), "invalid number of samples k; not a whole number of at least 2: 1"],
  [() => spreadOf(1, 1), "invalid mean success; not between 0 and 1: 1"],
  [() => spreadOf(0.5, 0), "invalid concentration; not positive and finite: 0"],
  [() => concentrationOf({a: 1, b: 0}), "invalid parameter b; not positive and finite: 0"]
])("sharpening refuses what is out of range, %#", (call, message) => {
  expect(call).toThrow(new RangeError(message));
});

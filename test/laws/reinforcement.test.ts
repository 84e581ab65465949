import {expect, test} from "vitest";
import {logLinearCurve} from "../../src/laws/logLinear.ts";
import {sigmoidCurve} from "../../src/laws/logistic.ts";
import {lineAtCeiling, middleLine, progressAt, scaleRlSigmoid, straightStretch} from "../../src/laws/reinforcement.ts";
import {relativeError} from "../numerics/relative.ts";
import {between, forCases} from "./cases.ts";

test("a ScaleRL law is as tabulated: 0.21257, 0.40500, 0.59743 a decade before, at and after the middle", () => {
  const curve = sigmoidCurve(scaleRlSigmoid({R0: 0.2, A: 0.61, B: 1.5, CMid: 1e4}));
  expect(curve.score(3)).toBeCloseTo(0.21257, 5);
  expect(curve.score(4)).toBeCloseTo(0.405, 12);
  expect(curve.score(5)).toBeCloseTo(0.59743, 5);
});

test("the middle line touches the sigmoid there, and leaves it upwards after and downwards before", () => {
  forCases(140, 300, (random, label) => {
    const law = {floor: random(), ceiling: 2 + random(), log10CMid: 3 + random(), steepness: between(random, 0.2, 5)};
    const [sigmoid, line] = [sigmoidCurve(law), logLinearCurve(middleLine(law))];
    const at = law.log10CMid;
    expect(relativeError(line.score(at), sigmoid.score(at)), label).toBeLessThan(1e-14);
    const slope = (sigmoid.score(at + 1e-5) - sigmoid.score(at - 1e-5)) / 2e-5;
    expect(relativeError(middleLine(law).slope, slope), label).toBeLessThan(1e-6);
    expect(line.score(at + 1), label).toBeGreaterThan(sigmoid.score(at + 1));
    expect(line.score(at - 1), label).toBeLessThan(sigmoid.score(at - 1));
  });
});

test("at either end of the straight stretch line and sigmoid part by the tolerance, within it by less", () => {
  forCases(141, 500, (random, label) => {
    const rising = random() < 0.5;
    const [low, high] = [10 * random(), 20 + 60 * random()];
    const law = {
      floor: rising ? low : high,
      ceiling: rising ? high : low,
      log10CMid: 6 * random(),
      steepness: between(random, 0.2, 5)
    };
    const tolerance = between(random, 1e-4, 30);
    const {log10Low, log10High} = straightStretch(law, tolerance);
    const parting = (x: number) => Math.abs(logLinearCurve(middleLine(law)).score(x) - sigmoidCurve(law).score(x));
    expect(log10Low, label).toBeLessThan(log10High);
    for (const end of [log10Low, log10High]) {
      expect(relativeError(parting(end), tolerance), label).toBeLessThan(1e-8);
      expect(parting(0.9 * end + 0.1 * law.log10CMid), label).toBeLessThan(tolerance);
      expect(parting(1.1 * end - 0.1 * law.log10CMid), label).toBeGreaterThan(tolerance);
    }
    expect(straightStretch(law, 2 * tolerance).log10High, label).toBeGreaterThan(log10High);
  });
});

test("progress is the part of the way from floor to ceiling, and the line ends where it passes the ceiling", () => {
  forCases(142, 300, (random, label) => {
    const law = {floor: random(), ceiling: 2 + random(), log10CMid: 3 + random(), steepness: between(random, 0.2, 5)};
    const x = 1 + 6 * random();
    const done = (sigmoidCurve(law).score(x) - law.floor) / (law.ceiling - law.floor);
    expect(progressAt(law, x), label).toBeCloseTo(done, 12);
    expect(progressAt(law, law.log10CMid), label).toBeCloseTo(0.5, 14);
    const end = lineAtCeiling(law);
    expect(end, label).toBeGreaterThan(law.log10CMid);
    expect(relativeError(logLinearCurve(middleLine(law)).score(end), law.ceiling), label).toBeLessThan(1e-12);
  });
});

test("the straight stretch is found from a ten-billionth of the range to many ranges", () => {
  const law = {floor: 0, ceiling: 1, log10CMid: 0, steepness: 1};
  // u^3 / 48 for the least, u / 4 − 1/2 for the largest; u in natural logarithms.
  expect(relativeError(straightStretch(law, 1e-10).log10High, 4.8e-9 ** (1 / 3) / Math.LN10)).toBeLessThan(1e-6);
  expect(relativeError(straightStretch(law, 100).log10High, 402 / Math.LN10)).toBeLessThan(1e-12);
});

test.each([
  [() => scaleRlSigmoid({R0: 0, A: 1, B: 0, CMid: 1}), "invalid efficiency B; not positive and finite: 0"],
  [() => scaleRlSigmoid({R0: 0, A: 1, B: 1, CMid: -1}), "invalid compute at the middle; not positive and finite: -1"],
  [
    () => middleLine({floor: 0, ceiling: 1, log10CMid: 0, steepness: NaN}),
    "invalid steepness; not positive and finite: NaN"
  ],
  [
    () => straightStretch({floor: 0, ceiling: 1, log10CMid: 0, steepness: -1}, 1),
    "invalid steepness; not positive and finite: -1"
  ],
  [
    () => straightStretch({floor: 0, ceiling: 1, log10CMid: 0, steepness: 1}, 0),
    "invalid tolerance; not positive and finite: 0"
  ],
  [
    () => straightStretch({floor: 1, ceiling: 1, log10CMid: 0, steepness: 1}, 1),
    "invalid distance from floor to ceiling; not positive and finite: 0"
  ]
])("laws of reinforcement learning refuse what is out of range, %#", (call, message) => {
  expect(call).toThrow(new RangeError(message));
});

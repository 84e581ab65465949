import {expect, test} from "vitest";
import {
  accuracyPerToken,
  benchmarkAccuracy,
  compressed,
  compressionAt,
  thinkingAccuracy,
  tokensAtPeak,
  tokensToReach,
  withPeakAt,
  type ThinkingLaw
} from "../../src/laws/thinking.ts";
import {muennighoff2025s1, overthinking2026} from "../../src/laws/thinkingPublished.ts";
import {loadLedger} from "../../src/scenario/ledger.ts";
import type {Random} from "../../src/numerics/random.ts";
import {relativeError} from "../numerics/relative.ts";
import {between, forCases} from "./cases.ts";

const law: ThinkingLaw = {floor: 0.1, ceiling: 0.9, tokensToFind: 2000, tokensToLose: 60000};

function randomThinking(random: Random): ThinkingLaw {
  const floor = 0.5 * random();
  const tokensToFind = between(random, 100, 1e5);
  const tokensToLose = random() < 0.2 ? Infinity : tokensToFind * between(random, 0.2, 500);
  return {floor, ceiling: floor + (1 - floor) * (0.1 + 0.9 * random()), tokensToFind, tokensToLose};
}

test("accuracy goes from the floor to the ceiling where nothing is lost, and back to the floor where something is", () => {
  const kept = {...law, tokensToLose: Infinity};
  expect([thinkingAccuracy(kept, 0), thinkingAccuracy(kept, Infinity)]).toEqual([0.1, 0.9]);
  expect([thinkingAccuracy(law, 0), thinkingAccuracy(law, Infinity), thinkingAccuracy(law, 1e9)]).toEqual([
    0.1, 0.1, 0.1
  ]);
  expect(relativeError(thinkingAccuracy(kept, 2000), 0.1 + 0.8 * (1 - Math.exp(-1)))).toBeLessThan(1e-15);
});

test("accuracy rises to its peak with less and less for each token, and falls beyond", () => {
  forCases(170, 500, (random, label) => {
    const one = randomThinking(random);
    const peak = Math.min(tokensAtPeak(one), 20 * one.tokensToFind);
    const [x, y] = [peak * random(), peak * random()].toSorted((a, b) => a - b) as [number, number];
    expect(thinkingAccuracy(one, y), label).toBeGreaterThanOrEqual(thinkingAccuracy(one, x));
    expect(accuracyPerToken(one, x), label).toBeGreaterThanOrEqual(accuracyPerToken(one, y) - 1e-19);
    if (one.tokensToLose === Infinity) return;
    expect(Math.abs(accuracyPerToken(one, peak)), label).toBeLessThan(1e-13 * accuracyPerToken(one, 0));
    expect(accuracyPerToken(one, 1.2 * peak), label).toBeLessThan(0);
    expect(thinkingAccuracy(one, 1.5 * peak), label).toBeLessThan(thinkingAccuracy(one, 1.2 * peak));
  });
});

test("accuracyPerToken is the slope of the accuracy", () => {
  forCases(171, 300, (random, label) => {
    const one = randomThinking(random);
    const T = one.tokensToFind * (0.05 + 3 * random());
    const h = 1e-4 * one.tokensToFind;
    const slope = (thinkingAccuracy(one, T + h) - thinkingAccuracy(one, T - h)) / (2 * h);
    expect(Math.abs(accuracyPerToken(one, T) - slope) * one.tokensToFind, label).toBeLessThan(1e-7);
  });
});

test("accuracy has no seam where finding and losing take equally long, and no overflow where losing is quick", () => {
  const even = {...law, tokensToLose: law.tokensToFind};
  for (const T of [1, 2000, 30000]) {
    const expected = 0.1 + 0.8 * (T / 2000) * Math.exp(-T / 2000);
    expect(relativeError(thinkingAccuracy(even, T), expected)).toBeLessThan(1e-14);
    for (const shift of [1 + 1e-9, 1 - 1e-9]) {
      const near = {...even, tokensToLose: shift * law.tokensToFind};
      expect(relativeError(thinkingAccuracy(near, T), expected)).toBeLessThan(1e-8);
    }
  }
  expect(tokensAtPeak(even)).toBe(2000);
  expect(thinkingAccuracy({...law, tokensToLose: 1}, 1e7)).toBe(0.1);
  expect(tokensAtPeak({...law, tokensToLose: Infinity})).toBe(Infinity);
});

test("tokensToReach undoes the accuracy below the peak, and says at once and never", () => {
  forCases(172, 500, (random, label) => {
    const one = randomThinking(random);
    const T = random() * Math.min(0.95 * tokensAtPeak(one), 5 * one.tokensToFind);
    const found = tokensToReach(one, thinkingAccuracy(one, T));
    expect(found.kind, label).toBe("tokens");
    if (found.kind === "tokens") expect(relativeError(found.tokens, T), label).toBeLessThan(1e-9);
  });
  expect(tokensToReach(law, 0.1)).toEqual({kind: "at-once"});
  expect(tokensToReach(law, 0.9)).toEqual({kind: "never", best: thinkingAccuracy(law, tokensAtPeak(law))});
  expect(tokensToReach({...law, tokensToLose: Infinity}, 0.9)).toEqual({kind: "never", best: 0.9});
  expect(tokensToReach({...law, ceiling: 0.1}, 0.2)).toEqual({kind: "never", best: 0.1});
});

test("compression is the same accuracy in so many fewer tokens, at every accuracy reached", () => {
  forCases(173, 300, (random, label) => {
    const one = randomThinking(random);
    const factor = between(random, 0.2, 10);
    const short = compressed(one, factor);
    const T = one.tokensToFind * random();
    expect(relativeError(thinkingAccuracy(short, T / factor), thinkingAccuracy(one, T)), label).toBeLessThan(1e-13);
    const accuracy = thinkingAccuracy(one, 0.5 * Math.min(one.tokensToFind, tokensAtPeak(one)));
    expect(relativeError(compressionAt(one, short, accuracy)!, factor), label).toBeLessThan(1e-9);
  });
  expect(compressionAt(law, law, 0.05)).toBeUndefined();
  expect(compressionAt(law, law, 0.99)).toBeUndefined();
});

test("withPeakAt puts the peak where it is told", () => {
  forCases(174, 300, (random, label) => {
    const {floor, ceiling, tokensToFind} = randomThinking(random);
    const peak = tokensToFind * between(random, 0.01, 100);
    expect(relativeError(tokensAtPeak(withPeakAt({floor, ceiling, tokensToFind}, peak)), peak), label).toBeLessThan(
      1e-10
    );
  });
  for (const peak of [Infinity, 1e9]) expect(withPeakAt(law, peak).tokensToLose).toBe(Infinity);
});

test("a benchmark is the weighted mean of its difficulties", () => {
  const hard = {...law, tokensToFind: 30000, tokensToLose: Infinity};
  const mixed = benchmarkAccuracy(
    [
      {law, weight: 3},
      {law: hard, weight: 1}
    ],
    5000
  );
  expect(relativeError(mixed, (3 * thinkingAccuracy(law, 5000) + thinkingAccuracy(hard, 5000)) / 4)).toBeLessThan(
    1e-15
  );
});

test("published points are the ledger’s, and both shapes are the law’s: ever less for more, then a decline", async () => {
  const {figures} = await loadLedger();
  for (const {evidence, points} of [muennighoff2025s1, overthinking2026]) {
    const values = evidence.map((id) => figures.find((figure) => figure.id === id)?.value);
    expect(values).toEqual(points.map(({accuracy}) => expect.closeTo(100 * accuracy, 10) as number));
  }
  const perToken = muennighoff2025s1.points.slice(1).map(({length, accuracy}, i) => {
    const before = muennighoff2025s1.points[i]!;
    return (accuracy - before.accuracy) / (length - before.length);
  });
  expect(Math.min(...perToken)).toBeGreaterThan(0);
  expect(overthinking2026.points[1]!.accuracy).toBeLessThan(overthinking2026.points[0]!.accuracy);
});

test.each([
  [() => thinkingAccuracy(law, -1), "invalid thinking tokens; not 0 or more: -1"],
  [() => accuracyPerToken(law, NaN), "invalid thinking tokens; not 0 or more: NaN"],
  [() => thinkingAccuracy({...law, floor: -0.1}, 1), "invalid accuracy without a thought; not in [0, 1]: -0.1"],
  [() => thinkingAccuracy({...law, ceiling: 1.1}, 1), "invalid ceiling of accuracy; not from the floor 0.1 to 1: 1.1"],
  [() => tokensAtPeak({...law, ceiling: 0.05}), "invalid ceiling of accuracy; not from the floor 0.1 to 1: 0.05"],
  [() => tokensAtPeak({...law, tokensToFind: 0}), "invalid tokens to find the answer; not positive and finite: 0"],
  [() => tokensToReach({...law, tokensToLose: 0}, 0.5), "invalid tokens to lose the answer; not positive: 0"],
  [() => tokensToReach(law, 1.5), "invalid accuracy; not in [0, 1]: 1.5"],
  [() => compressed(law, 0), "invalid compression; not positive and finite: 0"],
  [() => compressionAt(law, law, -1), "invalid accuracy; not in [0, 1]: -1"],
  [() => withPeakAt(law, 0), "invalid tokens at the peak; not positive: 0"],
  [() => benchmarkAccuracy([{law, weight: -1}], 1), "invalid weight of a difficulty; not 0 or more and finite: -1"],
  [() => benchmarkAccuracy([], 1), "invalid weights of difficulties; none is positive: sum 0"]
])("thinking refuses what is out of range, %#", (call, message) => {
  expect(call).toThrow(new RangeError(message));
});

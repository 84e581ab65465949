import {expect, test} from "vitest";
import {loss, trainingCompute} from "../../src/laws/chinchilla.ts";
import {kaplanAdvisedAllocation, kaplanLoss} from "../../src/laws/kaplan.ts";
import {lawAllocation, lawCurve, lawLoss} from "../../src/laws/law.ts";
import {besiroglu2024, kaplan2020, publishedLaws} from "../../src/laws/published.ts";
import {relativeError} from "../numerics/relative.ts";

const names = Object.keys(publishedLaws);

test("published laws go by their names and say where they are from", () => {
  expect(names).toEqual([
    "hoffmann2022",
    "hoffmann2022-unrounded",
    "besiroglu2024",
    "besiroglu2024-huber",
    "muennighoff2023",
    "kaplan2020",
    "gundlach2025-lstm",
    "gundlach2025-transformer"
  ]);
  for (const [name, law] of Object.entries(publishedLaws)) {
    expect(law.name).toBe(name);
    expect(law.source).toMatch(/et al\. 20\d\d.*arXiv:\d{4}\.\d{5}/);
  }
});

test.each(names)("%s: a run is split, priced and scored the same way round", (name) => {
  const law = publishedLaws[name]!;
  const curve = lawCurve(law, "compute-optimal");
  for (const log10C of [19, 22, 25]) {
    const C = 10 ** log10C;
    const run = lawAllocation(law, "compute-optimal", C);
    expect(relativeError(curve.log10Compute(curve.score(log10C)), log10C)).toBeLessThan(1e-9);
    if (run === undefined) continue;
    expect(relativeError(trainingCompute(run), C)).toBeLessThan(1e-13);
    expect(relativeError(lawLoss(law, run)!, curve.score(log10C))).toBeLessThan(1e-13);
    const fixed = lawAllocation(law, {tokensPerParameter: 300}, C)!;
    expect(relativeError(fixed.D / fixed.N, 300)).toBeLessThan(1e-14);
    expect(relativeError(lawLoss(law, fixed)!, lawCurve(law, {tokensPerParameter: 300}).score(log10C))).toBeLessThan(
      1e-13
    );
  }
});

test("each form answers by its own law", () => {
  const run = {N: 1e9, D: 2e10};
  expect(lawLoss(publishedLaws["besiroglu2024"]!, run)).toBe(loss(besiroglu2024, run));
  expect(lawLoss(publishedLaws["kaplan2020"]!, run)).toBe(kaplanLoss(kaplan2020, run));
  expect(lawCurve(publishedLaws["gundlach2025-lstm"]!, "compute-optimal").score(0)).toBe(36.3);
});

test("a law of compute alone knows no parameters and tokens, and refuses a ratio of them", () => {
  const lstm = publishedLaws["gundlach2025-lstm"]!;
  expect(lawAllocation(lstm, "compute-optimal", 1e20)).toBeUndefined();
  expect(lawLoss(lstm, {N: 1e9, D: 1e10})).toBeUndefined();
  expect(() => lawCurve(lstm, {tokensPerParameter: 20})).toThrow("invalid policy");
});

test("the allocation that Kaplan et al. advised is 1.3 billion parameters at a PF-day and 5.37 times more at ten", () => {
  expect(relativeError(kaplanAdvisedAllocation(8.64e19).N, 1.3e9)).toBeLessThan(1e-14);
  expect((kaplanAdvisedAllocation(8.64e20).N / 1.3e9).toFixed(2)).toBe("5.37");
  expect(relativeError(trainingCompute(kaplanAdvisedAllocation(3e23)), 3e23)).toBeLessThan(1e-15);
});

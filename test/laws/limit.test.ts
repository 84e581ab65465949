import {describe, expect, test} from "vitest";
import {allocate, loss} from "../../src/laws/chinchilla.ts";
import {dataConstrainedCurve, optimalParameters} from "../../src/laws/dataConstrained.ts";
import {gain} from "../../src/laws/gain.ts";
import {kaplanCurve, kaplanFrontier, kaplanLoss} from "../../src/laws/kaplan.ts";
import {withLimit} from "../../src/laws/limit.ts";
import {logLinearCurve} from "../../src/laws/logLinear.ts";
import {sigmoidCurve} from "../../src/laws/logistic.ts";
import {powerLawCurve} from "../../src/laws/powerLaw.ts";
import {kaplan2020, muennighoff2023, muennighoff2023Repetition} from "../../src/laws/published.ts";
import {log10, pow10} from "../../src/numerics/exp.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import {relativeError} from "../numerics/relative.ts";

describe("a curve with another end", () => {
  const a = 0.154;
  const reference = powerLawCurve({E: 1.7, k: 0.2 * pow10(24 * a), a});

  test("has the gains of a lower floor as computed by hand", () => {
    const recipe = withLimit(reference, 1.69);
    for (const [log10C, expected] of [
      [22, 1.171],
      [24, 1.373],
      [26, 1.875]
    ] as const) {
      // prettier-ignore
      const result = gain(reference, recipe, reference.score(log10C));
      expect(result.kind === "gain" ? result.gain : NaN).toBeCloseTo(expected, 3);
    }
    expect(gain(reference, recipe, 1.695)).toEqual({kind: "reference-never"});
  });

  test("inverts itself, and keeps the start of a sigmoid", () => {
    const sigmoid = sigmoidCurve({floor: 10, ceiling: 60, log10CMid: 25, steepness: 0.5});
    for (const curve of [withLimit(reference, 1.5), withLimit(sigmoid, 80)]) {
      for (const x of [22, 24, 26]) expect(relativeError(curve.log10Compute(curve.score(x)), x)).toBeLessThan(1e-9);
    }
    const wider = withLimit(sigmoid, 80);
    expect([wider.start, wider.limit]).toEqual([10, 80]);
    expect(relativeError(wider.score(25), 45)).toBeLessThan(1e-12);
  });

  test("makes another constant of a constant", () => {
    const flat = withLimit(logLinearCurve({log10C: 24, score: 18, slope: 0}), 20);
    expect([flat.start, flat.score(24), flat.limit]).toEqual([20, 20, 20]);
    expect([19, 20, 21].map(flat.log10Compute)).toEqual([-Infinity, -Infinity, Infinity]);
  });

  test("ends exactly where it is told to", () => {
    const random = seededRandom(77);
    for (let i = 0; i < 300; ++i) {
      const [end, other] = [random(), random()];
      const loss = withLimit(powerLawCurve({E: 1 + random(), k: 300, a: 0.15}), end);
      const sigmoid = withLimit(sigmoidCurve({floor: -1, ceiling: other, log10CMid: 25, steepness: 0.5}), end);
      expect([loss.score(Infinity), loss.log10Compute(end)], `seed 77, case ${i}`).toEqual([end, Infinity]);
      expect(loss.log10Compute(end + 1e-9), `seed 77, case ${i}`).toBeLessThan(80);
      expect([sigmoid.score(-Infinity), sigmoid.log10Compute(end)], `seed 77, case ${i}`).toEqual([-1, Infinity]);
    }
  });

  test("needs a curve that has an end", () => {
    expect(() => withLimit(logLinearCurve({log10C: 24, score: 1, slope: 1}), 2)).toThrow("no finite end");
    expect(() => withLimit(reference, NaN)).toThrow("not finite");
  });
});

describe("the law of Kaplan et al. 2020", () => {
  test("has a frontier that no nearby allocation of equal compute beats", () => {
    const random = seededRandom(1729);
    const best = powerLawCurve(kaplanFrontier(kaplan2020));
    for (let i = 0; i < 300; ++i) {
      const log10C = 17 + 10 * random();
      const N = pow10(4 + (log10C - 8) * random());
      expect(kaplanLoss(kaplan2020, {N, D: pow10(log10C) / (6 * N)}), `case ${i}`).toBeGreaterThanOrEqual(
        best.score(log10C) * (1 - 1e-12)
      );
    }
  });

  test("inverts itself under both policies", () => {
    for (const policy of ["compute-optimal", {tokensPerParameter: 20}] as const) {
      const curve = kaplanCurve(kaplan2020, policy);
      for (const x of [18, 22, 26]) expect(relativeError(curve.log10Compute(curve.score(x)), x)).toBeLessThan(1e-9);
      expect(curve.log10Compute(0)).toBe(Infinity);
    }
  });
});

describe("a law with so many different tokens", () => {
  const curve = dataConstrainedCurve(muennighoff2023, "compute-optimal", 1e11, muennighoff2023Repetition);

  test("is the law itself while nothing repeats, and ends above its floor", () => {
    const x = log10(1e20);
    expect(
      relativeError(curve.score(x), loss(muennighoff2023, allocate(muennighoff2023, "compute-optimal", 1e20)))
    ).toBeLessThan(1e-12);
    expect(curve.limit).toBeGreaterThan(muennighoff2023.E);
    expect(relativeError(curve.score(60), curve.limit)).toBeLessThan(1e-6);
    expect(curve.log10Compute(curve.limit)).toBe(Infinity);
  });

  test("ends where data and parameters are worth no more than 1 + R* times what there is", () => {
    for (const policy of ["compute-optimal", {tokensPerParameter: 50}] as const) {
      const {limit} = dataConstrainedCurve(muennighoff2023, policy, 1e11, muennighoff2023Repetition);
      const N = optimalParameters(muennighoff2023, 1e11) * 6.3097;
      expect(relativeError(limit, loss(muennighoff2023, {N, D: 1e11 * 16.3878}))).toBeLessThan(1e-14);
    }
  });

  test("needs some tokens", () => {
    for (const unique of [0, -1, NaN]) {
      expect(() => dataConstrainedCurve(muennighoff2023, "compute-optimal", unique, muennighoff2023Repetition)).toThrow(
        "invalid unique tokens"
      );
    }
  });

  test("inverts itself where data repeat", () => {
    for (const x of [20, 22.5, 24]) expect(relativeError(curve.log10Compute(curve.score(x)), x)).toBeLessThan(1e-9);
  });
});

import {describe, expect, test} from "vitest";
import {pow10} from "../../src/numerics/exp.ts";
import {parseQuantity} from "../../src/scenario/parseQuantity.ts";
import {writeInput} from "../../src/scenario/address.ts";
import type {Scenario} from "../../src/scenario/schema.ts";
import {cast, ladder} from "../../src/simulation/ladder.ts";
import {ladderUncertainty} from "../../src/simulation/uncertainty.ts";
import {shippedScenario} from "./shipped.ts";

const muse = await shippedScenario("muse-spark.json");
const domain = [23, 27.08] as const;

function set(scenario: Scenario, address: string, text: string): Scenario {
  const parsed = parseQuantity(text, "compute");
  if (!parsed.ok) throw new Error(parsed.message);
  return writeInput(scenario, address, parsed.value);
}

const gains = (scenario: Scenario) =>
  Object.fromEntries((ladder(scenario)?.comparisons ?? []).map(({rival, log10Gain}) => [rival, pow10(log10Gain)]));

describe("the default case has the numbers it was designed with", () => {
  test("gain at equal score", () => {
    const found = gains(muse);
    expect((found["gpt-5-4"] ?? 0) / 1.679).toBeCloseTo(1, 3);
    expect((found["gemini-3-1-pro"] ?? 0) / 0.967).toBeCloseTo(1, 3);
    expect((found["claude-opus-4-6"] ?? 0) / 4.9).toBeCloseTo(1, 2);
    expect((found["llama-4-maverick"] ?? 0) / 3.2e4).toBeCloseTo(1, 1);
  });

  test("points at equal compute", () => {
    const points = Object.fromEntries((ladder(muse)?.comparisons ?? []).map((item) => [item.rival, item.points]));
    expect(points["gpt-5-4"]).toBeCloseTo(1.35, 2);
    expect(points["gemini-3-1-pro"]).toBeCloseTo(-0.09, 2);
    expect(points["claude-opus-4-6"]).toBeCloseTo(4.14, 2);
    expect(points["llama-4-maverick"]).toBeCloseTo(27.0, 1);
  });

  test("where Muse Spark would have to be for 3x to 10x", () => {
    const place = ladder(muse)?.claims.find(({claim}) => claim.id === "3x-to-10x");
    expect(pow10(place?.from ?? 0) / 5.04e24).toBeCloseTo(1, 2);
    expect(pow10(place?.to ?? 0) / 1.68e25).toBeCloseTo(1, 2);
    expect(place?.met).toBe(false);
  });

  test("intervals, within Monte Carlo error", () => {
    const comparisons = ladderUncertainty(muse, domain, {seed: 7, draws: 10_000})?.comparisons ?? {};
    const close = (rival: string, low: number, high: number, tolerance: number) => {
      const interval = comparisons[rival]?.log10Gain;
      expect(Math.abs(pow10(interval?.low ?? 0) / low - 1), `${rival} low`).toBeLessThan(tolerance);
      expect(Math.abs(pow10(interval?.high ?? 0) / high - 1), `${rival} high`).toBeLessThan(tolerance);
    };
    close("gpt-5-4", 0.037, 24.6, 0.08);
    close("gemini-3-1-pro", 0.026, 18.3, 0.08);
    close("claude-opus-4-6", 0.23, 80, 0.08);
    // A product over 5.6 decades of an uncertain slope: the ends move by tens of percent between seeds.
    close("llama-4-maverick", 33, 1.6e10, 0.35);
  });
});

test("the same scenario and seed give the same bits, another seed others", () => {
  const once = ladderUncertainty(muse, domain);
  expect(ladderUncertainty(structuredClone(muse), domain)).toEqual(once);
  expect(ladderUncertainty(muse, domain, {seed: 8, draws: muse.uncertainty.draws})).not.toEqual(once);
});

test("moving one model leaves the draws of all others as they were", () => {
  const moved = set(muse, "models.muse-spark.compute", "5e25 (3e24 to 3e26)");
  const [before, after] = [ladderUncertainty(muse, domain), ladderUncertainty(moved, domain)];
  expect(after?.gains["gpt-5-4"]).toEqual(before?.gains["gpt-5-4"]);
  expect(after?.gains["muse-spark"]).not.toEqual(before?.gains["muse-spark"]);
});

test("the reference's band is narrowest at the model its curve goes through", () => {
  const band = ladderUncertainty(muse, domain)?.bands["llama-4"] ?? [];
  const width = (x: number) => {
    const at = band.reduce((best, item) => (Math.abs(item.x - x) < Math.abs(best.x - x) ? item : best));
    return at.high - at.low;
  };
  expect(width(24.35)).toBeLessThan(width(23));
  expect(width(24.35)).toBeLessThan(width(27));
});

test("a model on the reference recipe's curve has gain 1, its sibling a residual", () => {
  const {solution} = ladder(muse) ?? {};
  expect(solution?.models.get("llama-4-maverick")?.log10Gain).toBeCloseTo(0, 12);
  expect(solution?.models.get("llama-4-scout")?.residual).toBeCloseTo((13.52 - 18.36) / 6 - Math.log10(4.08 / 2.24), 9);
});

test("a model's third quantity follows from the other two, whichever it is", () => {
  const run = ladder(muse)?.solution.models.get("gpt-5-4");
  for (const solve of ["compute", "gain", "score"] as const) {
    const gain = pow10(run?.log10Gain ?? 0);
    const models = muse.models.map((model) =>
      model.id === "gpt-5-4" ? {...model, solve, gain: {value: gain, written: gain}} : model
    );
    const again = ladder({...muse, models})?.solution.models.get("gpt-5-4");
    expect(again?.log10C, solve).toBeCloseTo(run?.log10C ?? 0, 9);
    expect(again?.score, solve).toBeCloseTo(run?.score ?? 0, 9);
    expect(again?.log10Gain, solve).toBeCloseTo(run?.log10Gain ?? 0, 9);
  }
});

test("halving the subject's compute doubles its gain over every rival", () => {
  const half = gains(set(muse, "models.muse-spark.compute", "1.5e25"));
  for (const [rival, gain] of Object.entries(gains(muse))) expect((half[rival] ?? 0) / gain).toBeCloseTo(2, 9);
});

test("a scenario without a view casts the first model outside the reference against the rest", () => {
  const {subject, rivals, rival} = cast({...muse, view: {figure: "ladder"}});
  expect(subject).toBe("muse-spark");
  expect(rivals).not.toContain("muse-spark");
  expect(rival).toBe(rivals[0]);
});

describe("the pretraining claim", async () => {
  const claim = await shippedScenario("pretraining-claim.json");

  test("Maverick as trained lies 4.4x above the compute-optimal run of equal loss", () => {
    const {solution} = ladder(claim) ?? {};
    const trained = solution?.models.get("maverick-as-trained");
    const optimal = solution?.models.get("maverick-optimal");
    expect(trained?.score).toBeCloseTo(1.97797, 4);
    expect(pow10((trained?.log10C ?? 0) - (optimal?.log10C ?? 0)) / 4.41).toBeCloseTo(1, 2);
    expect(pow10(-(trained?.log10Gain ?? 0)) / 4.41).toBeCloseTo(1, 2);
  });

  test("10x over Maverick as trained is 2.3x over the optimum", () => {
    const found = gains(claim);
    expect((found["maverick-as-trained"] ?? 0) / 10).toBeCloseTo(1, 4);
    expect((found["maverick-optimal"] ?? 0) / (10 / 4.41)).toBeCloseTo(1, 2);
  });

  test("a lower loss is better: the new recipe gains points of loss at equal compute", () => {
    expect(ladder(claim)?.comparisons.every(({points}) => points > 0)).toBe(true);
  });
});

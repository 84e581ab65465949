import {expect, test} from "vitest";
import {ladder} from "../../src/simulation/ladder.ts";
import {thresholdBands, thresholds} from "../../src/simulation/thresholds.ts";
import {shippedScenario} from "./shipped.ts";

const scenario = await shippedScenario("thresholds.json");

test("a run just under a line reaches the reference curve's score, six points more for each tenfold gain", () => {
  const [eu] = thresholds(scenario)?.reach ?? [];
  const curve = ladder(scenario)?.solution.curve;
  expect(eu?.line[0]?.y).toBeCloseTo(curve?.score(25) ?? 0, 9);
  expect((eu?.line.at(-1)?.y ?? 0) - (eu?.line[0]?.y ?? 0)).toBeCloseTo(12, 9);
});

test("a model slips under a line at the gain that lifts a run there to its score", () => {
  for (const {log10C, slips} of thresholds(scenario)?.reach ?? []) {
    const curve = ladder(scenario)?.solution.curve;
    for (const {score, log10Gain} of slips) expect(curve?.score(log10C + log10Gain)).toBeCloseTo(score, 9);
  }
});

test("only models known or estimated to be over a line can slip under it", () => {
  const [eu, sb53] = thresholds(scenario)?.reach ?? [];
  const ids = (slips: readonly {readonly model: string}[] | undefined) => slips?.map(({model}) => model).sort();
  expect(ids(eu?.slips)).toEqual(["gpt-4-5", "gpt-5", "grok-3", "grok-4", "llama-3-1-405b"]);
  expect(ids(sb53?.slips)).toEqual(["gpt-4-5", "grok-3", "grok-4"]);
});

test("a line's band holds the line", () => {
  const bands = thresholdBands(scenario) ?? {};
  for (const {threshold, line} of thresholds(scenario)?.reach ?? []) {
    bands[threshold]?.forEach(({low, high}, i) => {
      expect(line[i]?.y).toBeGreaterThanOrEqual(low);
      expect(line[i]?.y).toBeLessThanOrEqual(high);
    });
  }
});

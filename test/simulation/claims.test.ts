import {describe, expect, test} from "vitest";
import {pow10} from "../../src/numerics/exp.ts";
import {readInput, writeInput} from "../../src/scenario/address.ts";
import {claimCases, claimDraws, flipsOf, gainRead, ratioEnds} from "../../src/simulation/claims.ts";
import {shippedScenario} from "./shipped.ts";

const muse = await shippedScenario("muse-spark.json");
const cases = claimCases(muse);
const caseOf = (claim: string, against: string) =>
  cases.find((item) => item.claim.id === claim && item.against === against)!;

describe("a claim taken apart", () => {
  test("stands against every model it names", () => {
    expect(cases.map(({claim, against}) => `${claim.id} ${against}`)).toEqual([
      "over-10x llama-4-maverick",
      "3x-to-10x gpt-5-4",
      "3x-to-10x gemini-3-1-pro",
      "3x-to-10x claude-opus-4-6"
    ]);
  });

  test("leaves the subject the rival's compute at the level over the ratio", () => {
    const gpt = caseOf("3x-to-10x", "gpt-5-4");
    expect(pow10(gpt.atMost) / 1.68e25).toBeCloseTo(1, 2);
    expect(pow10(gpt.atLeast ?? NaN) / 5.04e24).toBeCloseTo(1, 2);
    expect(pow10(gpt.log10Gain)).toBeCloseTo(1.679, 3);
    const maverick = caseOf("over-10x", "llama-4-maverick");
    expect(pow10(maverick.atMost) / 2.24e23).toBeCloseTo(1, 12);
    expect(maverick.level).toBe(18.36);
  });

  test("holds in the share of draws in which the gain is what it says", () => {
    const draws = claimDraws(muse);
    expect(draws).toHaveLength(cases.length);
    const gpt = draws[1]!;
    expect(gpt.holds).toBeGreaterThan(0);
    expect(gpt.atLeast).toBeGreaterThan(gpt.holds);
    expect(claimDraws(structuredClone(muse))).toEqual(draws);
  });

  test("turns at the value named for each input", () => {
    const gpt = caseOf("3x-to-10x", "gpt-5-4");
    const flips = flipsOf(muse, gpt).filter(({at}) => at !== undefined);
    expect(flips.map(({address}) => address)).toContain("models.muse-spark.compute");
    const ends = Object.values(ratioEnds(gpt.claim));
    for (const {address, at} of flips) {
      const quantity = {...readInput(muse, address)!, value: at!};
      const moved = claimCases(writeInput(muse, address, quantity)).find(
        (item) => item.claim.id === gpt.claim.id && item.against === gpt.against
      )!;
      const gap = Math.min(...ends.map((end) => Math.abs(gainRead(moved) - end)));
      expect(gap, address).toBeLessThan(1e-9);
    }
  });

  test("reads pretraining without what the recipe keeps apart", () => {
    const thinking = {value: 4, written: 4};
    const apart = {
      ...muse,
      recipes: muse.recipes.map((item) => (item.id === "muse" ? {...item, apart: {thinking}} : item))
    };
    const [before, after] = [cases[0]!, claimCases(apart)[0]!];
    expect(after.log10Gain).toBe(before.log10Gain);
    expect(pow10(before.training - after.training)).toBeCloseTo(4, 12);
    expect(gainRead(after)).toBe(after.training);
  });
});

import {describe, expect, test} from "vitest";
import {loss, type ScalingLaw} from "../../src/laws/chinchilla.ts";
import {leastLifetimeCompute, leastLossOfLifetime, lifetimeCompute} from "../../src/laws/inferenceAware.ts";
import {toTheCent, tokenDollars} from "../../src/laws/serving.ts";
import {chipHours, trainingDollars} from "../../src/laws/trainingCost.ts";
import {loadLedger} from "../../src/scenario/ledger.ts";
import {relativeError} from "../numerics/relative.ts";
import {hasReference, reference} from "./reference.ts";

interface Optima {
  readonly laws: Readonly<Record<string, ScalingLaw>>;
  readonly inference_aware: readonly {
    law: string;
    L_target: number;
    D_inf: number;
    N: number;
    D: number;
    total_flop: number;
  }[];
  readonly fixed_total_budget: readonly {
    law: string;
    total_flop: number;
    D_inf: number;
    N: number;
    D: number;
    L: number;
  }[];
}

function expectEqual(actual: number, expected: number, label: string) {
  expect(relativeError(actual, expected), `${label}: ${actual} for ${expected}`).toBeLessThan(1e-9);
}

describe.skipIf(!hasReference)("against lifetime optima computed independently", () => {
  test("least compute of training and serving at a loss", () => {
    const {laws, inference_aware} = reference<Optima>("compute-optimal.json");
    expect(inference_aware.length).toBeGreaterThan(60);
    for (const line of inference_aware) {
      const label = `${line.law}, loss ${line.L_target}, ${line.D_inf} served`;
      const best = leastLifetimeCompute(laws[line.law]!, line.L_target, line.D_inf);
      expectEqual(best.N, line.N, `${label}, N`);
      expectEqual(best.D, line.D, `${label}, D`);
      expectEqual(lifetimeCompute(best, line.D_inf), line.total_flop, `${label}, FLOP`);
      expectEqual(loss(laws[line.law]!, best), line.L_target, `${label}, loss`);
    }
  });

  test("least loss of a budget that training and serving share", () => {
    const {laws, fixed_total_budget} = reference<Optima>("compute-optimal.json");
    expect(fixed_total_budget.length).toBeGreaterThan(10);
    for (const line of fixed_total_budget) {
      const label = `${line.law}, ${line.total_flop} FLOP, ${line.D_inf} served`;
      const best = leastLossOfLifetime(laws[line.law]!, line.total_flop, line.D_inf);
      expectEqual(best.N, line.N, `${label}, N`);
      expectEqual(best.D, line.D, `${label}, D`);
      expectEqual(best.loss, line.L, `${label}, loss`);
      expectEqual(lifetimeCompute(best, line.D_inf), line.total_flop, `${label}, FLOP`);
    }
  });
});

test.each(["gpt-5-4", "claude-opus-4-6", "gemini-3-1-pro", "deepseek-v3-2", "llama-4-maverick"])(
  "the cost to run the index is the tokens of %s times its prices, to the cent",
  async (model) => {
    const {figures} = await loadLedger();
    const value = (quantity: string) => figures.find(({id}) => id === `${model}-${quantity}`)?.value ?? NaN;
    const tokens = {input: 1e6 * value("input-tokens"), output: 1e6 * value("output-tokens")};
    const prices = {input: value("price-input"), output: value("price-output")};
    expect(toTheCent(tokenDollars(tokens, prices))).toBe(value("cost-to-run"));
  }
);

test("at the price of a later version the index run of Muse Spark would cost 414.58 dollars: a scenario, not a fact", async () => {
  const {figures} = await loadLedger();
  const value = (id: string) => figures.find((figure) => figure.id === id)?.value ?? NaN;
  const tokens = {input: 1e6 * value("muse-spark-input-tokens"), output: 1e6 * value("muse-spark-output-tokens")};
  const prices = {input: value("muse-spark-1-1-price-input"), output: value("muse-spark-1-1-price-output")};
  expect(toTheCent(tokenDollars(tokens, prices))).toBe(414.58);
  expect(figures.find(({id}) => id === "muse-spark-cost-to-run")?.value).toBeNull();
});

test("a tenth of Maverick’s compute is 0.16 million H100-hours at 390 TFLOP/s, 0.3 to 0.5 million dollars", () => {
  const utilized = {peak: {format: "BF16", rate: 989.4e12}, mfu: 390 / 989.4};
  expect(chipHours(2.244e23, utilized) / 1e6).toBeCloseTo(0.16, 3);
  expect(trainingDollars(2.244e23, 2, utilized)).toBeCloseTo(0.32e6, -4);
  expect(trainingDollars(2.244e23, 3, utilized)).toBeCloseTo(0.48e6, -4);
});

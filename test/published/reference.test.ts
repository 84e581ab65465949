import {describe, expect, test} from "vitest";
import {
  chinchillaCurve,
  computeToReach,
  frontier,
  loss,
  lossAtCompute,
  optimalAllocation,
  overtrainingPenalty,
  type ScalingLaw
} from "../../src/laws/chinchilla.ts";
import {gain} from "../../src/laws/gain.ts";
import {kaplanAdvisedAllocation} from "../../src/laws/kaplan.ts";
import {powerLawCurve} from "../../src/laws/powerLaw.ts";
import {
  besiroglu2024,
  besiroglu2024Huber,
  gundlach2025Lstm,
  gundlach2025Transformer,
  hoffmann2022,
  hoffmann2022Unrounded
} from "../../src/laws/published.ts";
import {twoStepCurve} from "../../src/laws/twoStep.ts";
import {accuracyAt} from "../../src/laws/link.ts";
import {exp, log10} from "../../src/numerics/exp.ts";
import {relativeError} from "../numerics/relative.ts";
import {hasReference, reference} from "./reference.ts";

const tolerance = 1e-9;

interface Optima {
  readonly laws: Readonly<Record<string, ScalingLaw>>;
  readonly compute_optimal: readonly {law: string; C: number; N: number; D: number; L: number}[];
}

interface Gains {
  readonly laws: Readonly<Record<string, {E: number; A: number; a: number}>>;
  readonly ceg: readonly {ref: string; new: string; C: number; loss_new: number; ceg: number | null}[];
  readonly policy_efficiency: readonly {
    law: string;
    C: number;
    tokens_per_param: number;
    N: number;
    loss: number;
    compute_needed_if_optimal: number;
    efficiency: number;
  }[];
  readonly kaplan_to_chinchilla: readonly {C: number; multiplier: number}[];
}

type TwoSteps = Readonly<
  Record<
    string,
    {
      step1: {params: {a: number; b: number; alpha: number; beta: number; E: number}};
      step2: {params: {a: number; x0: number; k: number; b: number}};
      "7B-4T": {
        N: number;
        D: number;
        pred_bpb: number;
        actual_bpb: number;
        pred_acc_from_actual_bpb: number;
        pred_acc_chained: number;
      };
    }
  >
>;

function expectEqual(actual: number, expected: number, label: string) {
  expect(relativeError(actual, expected), `${label}: ${actual} for ${expected}`).toBeLessThan(tolerance);
}

describe.skipIf(!hasReference)("against numbers computed independently", () => {
  test("the published laws are the ones computed with", () => {
    const {laws} = reference<Optima>("compute-optimal.json");
    expect(hoffmann2022).toEqual(laws["hoffmann_rounded"]);
    expect(hoffmann2022Unrounded).toEqual(laws["hoffmann_unrounded"]);
    expect(besiroglu2024).toEqual(laws["epoch_published"]);
    const {lstm, transformer_2017} = reference<Gains>("compute-equivalent-gain.json").laws;
    for (const [mine, given] of [
      [gundlach2025Lstm, lstm!] as const,
      [gundlach2025Transformer, transformer_2017!] as const
    ]) {
      expect(mine).toEqual({E: given.E, k: given.A, a: given.a});
    }
    // Two minimisers stopped at the same optimum some 1e-7 apart.
    for (const [name, value] of Object.entries(laws["epoch_huber_optimum"]!)) {
      expect(relativeError(besiroglu2024Huber[name as keyof ScalingLaw], value as number)).toBeLessThan(1e-7);
    }
  });

  test("the compute-optimal allocation and loss", () => {
    const {laws, compute_optimal} = reference<Optima>("compute-optimal.json");
    for (const {law, C, N, D, L} of compute_optimal) {
      const best = optimalAllocation(laws[law]!, C);
      expectEqual(best.N, N, `${law} at ${C}, N`);
      expectEqual(best.D, D, `${law} at ${C}, D`);
      expectEqual(loss(laws[law]!, best), L, `${law} at ${C}, L`);
    }
  });

  test("the frontier of each law as a power law", () => {
    const {laws} = reference<Optima>("compute-optimal.json");
    const gains = reference<Gains>("compute-equivalent-gain.json");
    for (const [name, law] of Object.entries(laws)) {
      const {E, k, a} = frontier(law);
      expectEqual(E, gains.laws[name]!.E, `${name} E`);
      expectEqual(k, gains.laws[name]!.A, `${name} k`);
      expectEqual(a, gains.laws[name]!.a, `${name} a`);
    }
  });

  test("the compute-equivalent gain at the loss that the new law reaches", () => {
    const {laws, ceg} = reference<Gains>("compute-equivalent-gain.json");
    const curve = ({E, A, a}: {E: number; A: number; a: number}) => powerLawCurve({E, k: A, a});
    for (const line of ceg) {
      const [old, recipe] = [curve(laws[line.ref]!), curve(laws[line.new]!)];
      const L = recipe.score(log10(line.C));
      expectEqual(L, line.loss_new, `${line.new} at ${line.C}`);
      const result = gain(old, recipe, L);
      if (line.ceg === null) expect(result).toEqual({kind: "reference-never"});
      else
        expectEqual(result.kind === "gain" ? result.gain : NaN, line.ceg, `${line.new} over ${line.ref} at ${line.C}`);
    }
  });

  test("the compute that a fixed number of tokens per parameter wastes, and its inverse", () => {
    const {laws} = reference<Optima>("compute-optimal.json");
    for (const line of reference<Gains>("compute-equivalent-gain.json").policy_efficiency) {
      const law = laws[line.law]!;
      const policy = {tokensPerParameter: line.tokens_per_param};
      const L = lossAtCompute(law, policy, line.C);
      const label = `${line.law} at ${line.C}, D/N ${line.tokens_per_param}`;
      expectEqual(L, line.loss, label);
      expectEqual(computeToReach(law, "compute-optimal", L), line.compute_needed_if_optimal, label);
      expectEqual(computeToReach(law, "compute-optimal", L) / line.C, line.efficiency, label);
      const D = line.tokens_per_param * line.N;
      expectEqual(1 / overtrainingPenalty(law, {N: line.N, D}), line.efficiency, label);
      expectEqual(chinchillaCurve(law, policy).log10Compute(L), log10(line.C), label);
    }
  });

  // How these two were computed is not told. Kaplan’s advised allocation under the rounded law of Hoffmann et al. gives
  // 5.5385 and 17.592, 0.13 % above and 0.05 % below them: one part in a thousand in N. No other of the laws, and no rounding
  // of a constant or of the unit of compute that was tried, comes closer.
  test("the gain of Chinchilla’s allocation over Kaplan’s, to a part in five hundred", () => {
    for (const {C, multiplier} of reference<Gains>("compute-equivalent-gain.json").kaplan_to_chinchilla) {
      const penalty = overtrainingPenalty(hoffmann2022, kaplanAdvisedAllocation(C));
      expect(relativeError(penalty, multiplier), `at ${C}: ${penalty}`).toBeLessThan(2e-3);
    }
  });

  test("the OLMo ladder’s two steps to accuracy", () => {
    for (const [task, {step1, step2, "7B-4T": run}] of Object.entries(reference<TwoSteps>("olmo-two-step.json"))) {
      const {E, a, b, alpha, beta} = step1.params;
      const law = {E, A: exp(a), B: exp(b), alpha, beta};
      const link = {a: step2.params.a, L0: step2.params.x0, k: step2.params.k, b: step2.params.b};
      expectEqual(loss(law, run), run.pred_bpb, `${task}, loss`);
      expectEqual(accuracyAt(link, run.actual_bpb), run.pred_acc_from_actual_bpb, `${task}, accuracy`);
      const curve = twoStepCurve(chinchillaCurve(law, {tokensPerParameter: run.D / run.N}), link);
      expectEqual(curve.score(log10(6 * run.N * run.D)), run.pred_acc_chained, `${task}, both`);
    }
  });
});

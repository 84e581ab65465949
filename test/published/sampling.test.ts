import {describe, expect, test} from "vitest";
import {
  bestOfNDivergence,
  coverage,
  coverageThrough,
  estimatePassAtK,
  failAtK,
  passAtK,
  type Success
} from "../../src/laws/sampling.ts";
import {verifierSelect} from "../../src/laws/verifier.ts";
import {majorityVote, majorityVoteLimit, majorityVoteOver, pluralityVote} from "../../src/laws/vote.ts";
import {relativeError} from "../numerics/relative.ts";
import {hasReference, reference} from "./reference.ts";

interface RepeatedSampling {
  readonly unbiased_pass_at_k: readonly {n: number; c: number; k: number; value: number}[];
  readonly beta_binomial_pass_at_k: readonly {a: number; b: number; k: number; value: number; one_minus: number}[];
  readonly majority_vote_two_answers: readonly (
    | {kind: "fixed"; p: number; n: number; value: number}
    | {kind: "beta"; a: number; b: number; n: number; value: number}
    | {kind: "beta_limit_n_infinity"; a: number; b: number; value: number}
  )[];
  readonly plurality_vote_fixed_answers: readonly {p: readonly number[]; n: number; value: number}[];
  readonly verifier_select: readonly {k: number; p: number; tpr: number; fpr: number; value: number}[];
}

const file = "repeated-sampling.json";
const tolerance = 1e-9;

function expectEqual(actual: number, expected: number, label: string) {
  expect(relativeError(actual, expected), `${label}: ${actual} for ${expected}`).toBeLessThan(tolerance);
}

describe.skipIf(!hasReference)("against repeated sampling computed independently", () => {
  test("every block of the file is checked here", () => {
    expect(Object.keys(reference<RepeatedSampling>(file)).toSorted()).toEqual([
      "beta_binomial_pass_at_k",
      "majority_vote_two_answers",
      "plurality_vote_fixed_answers",
      "unbiased_pass_at_k",
      "verifier_select"
    ]);
  });

  test("pass@k estimated from attempts", () => {
    for (const {n, c, k, value} of reference<RepeatedSampling>(file).unbiased_pass_at_k) {
      expectEqual(estimatePassAtK(n, c, k), value, `n ${n}, c ${c}, k ${k}`);
    }
  });

  test("pass@k of beta-distributed success, and what is missing to 1", () => {
    for (const {a, b, k, value, one_minus} of reference<RepeatedSampling>(file).beta_binomial_pass_at_k) {
      const label = `a ${a}, b ${b}, k ${k}`;
      expectEqual(passAtK({a, b}, k), value, label);
      // Theirs is what is left of 1 in double precision, which holds sixteen places after the point.
      const slack = tolerance * one_minus + 2e-16;
      expect(Math.abs(failAtK({a, b}, k) - one_minus), label).toBeLessThan(slack);
    }
  });

  test("majority votes of odd and even n, and their limit", () => {
    for (const line of reference<RepeatedSampling>(file).majority_vote_two_answers) {
      const label = JSON.stringify(line);
      if (line.kind === "fixed") expectEqual(majorityVote(line.p, line.n), line.value, label);
      else if (line.kind === "beta") expectEqual(majorityVoteOver(line, line.n), line.value, label);
      else expectEqual(majorityVoteLimit(line), line.value, label);
    }
  });

  test("plurality among several answers", () => {
    for (const {p, n, value} of reference<RepeatedSampling>(file).plurality_vote_fixed_answers) {
      expectEqual(pluralityVote(p, n), value, `${p.join(", ")}, n ${n}`);
    }
  });

  test("selection by a verifier", () => {
    for (const {k, p, tpr, fpr, value} of reference<RepeatedSampling>(file).verifier_select) {
      const verifier = {truePositive: tpr, falsePositive: fpr};
      expectEqual(verifierSelect(p, k, verifier), value, `p ${p}, k ${k}, ${tpr} and ${fpr}`);
    }
  });
});

test.each<[Success, readonly [k: number, share: number][]]>([
  [
    {a: 0.5, b: 1},
    [
      [1, 0.33333],
      [2, 0.46667],
      [4, 0.59365],
      [8, 0.70046],
      [16, 0.78347],
      [64, 0.88987],
      [256, 0.94469]
    ]
  ],
  [
    {a: 0.2, b: 2},
    [
      [1, 0.09091],
      [16, 0.37915],
      [256, 0.63699]
    ]
  ],
  [
    {a: 0.8, b: 0.8},
    [
      [1, 0.5],
      [16, 0.9193]
    ]
  ]
])("pass@k of %o is as tabulated", (success, table) => {
  for (const [k, share] of table) expect(passAtK(success, k)).toBeCloseTo(share, 5);
});

test("a vote is as tabulated at a chance of 0.6, and one minus that at 0.4", () => {
  const table = {1: 0.6, 3: 0.648, 5: 0.68256, 9: 0.73343, 15: 0.7869, 17: 0.80106};
  for (const [n, share] of Object.entries(table)) {
    expect(majorityVote(0.6, Number(n))).toBeCloseTo(share, 5);
    expect(majorityVote(0.4, Number(n))).toBeCloseTo(1 - share, 5);
  }
});

test("coverage through 15.9 % of one sample and 56 % of 250 is as tabulated", () => {
  // Brown et al. 2024, arXiv:2407.21787: DeepSeek-Coder-V2-Instruct on SWE-bench Lite. Two points, not their fit.
  const law = coverageThrough({k: 1, share: 0.159}, {k: 250, share: 0.56});
  expect(law.a).toBeCloseTo(-1.83885, 5);
  expect(law.b).toBeCloseTo(-0.20904, 5);
  expect(coverage(law, 16)).toBeCloseTo(0.357, 5);
  expect(coverage(law, 64)).toBeCloseTo(0.4626, 5);
});

test("the best of 16 samples is 1.83509 nats away", () => {
  expect(bestOfNDivergence(16)).toBeCloseTo(1.83509, 5);
});

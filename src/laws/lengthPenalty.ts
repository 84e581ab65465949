import {exp} from "../numerics/exp.ts";
import {requireNonnegative, requirePositive} from "../numerics/ranges.ts";
import {thinkingAccuracy, type ThinkingLaw} from "./thinking.ts";

/** What training pays for: correct answers, less something for their length. No lab’s coefficient is published. */
export type LengthPenalty =
  /** [correct] − perToken · T. */
  | {
      readonly kind: "linear";
      /** Reward lost per thinking token; ≥ 0. */
      readonly perToken: number;
    }
  /** Kimi k1.5: [correct] + weight · (l if correct, else min(0, l)), l = 1/2 − (T − shortest) / (longest − shortest). */
  | {
      readonly kind: "kimi";
      /** ≥ 0; phased in, as it slows early training. */
      readonly weight: number;
      /** Tokens of the shortest and the longest answer to the same problem. */
      readonly shortest: number;
      readonly longest: number;
    }
  /** Arora and Zanette: [correct] · (1 − alpha sigmoid((T − mean) / sd)), over the correct answers to the same problem. */
  | {readonly kind: "arora"; readonly alpha: number; readonly mean: number; readonly sd: number}
  /** L1 exact: [correct] − alpha |target − T|. */
  | {readonly kind: "l1-exact"; readonly alpha: number; readonly target: number}
  /** L1 max: [correct] · clip(alpha (target − T) + delta, 0, 1). */
  | {readonly kind: "l1-max"; readonly alpha: number; readonly target: number; readonly delta: number};

/**
 * The reward of one answer of T thinking tokens.
 *
 * Kimi’s length term is 0 where all answers are equally long. Arora and Zanette’s is below 1 for a wrong answer of any
 * length: a wrong answer earns nothing.
 *
 * @throws RangeError if a parameter is out of its range, or T is negative
 * @see Kimi Team 2025, arXiv:2501.12599, section 2.3.3 (length penalty); Arora and Zanette 2025, arXiv:2502.04463, the
 * length-penalised reward; Aggarwal and Welleck 2025, arXiv:2503.04697, the rewards of L1-Exact and L1-Max
 */
export function lengthReward(penalty: LengthPenalty, correct: boolean, T: number): number {
  requireNonnegative("thinking tokens", T);
  const {right, wrong} = rewardsAt(requirePenalty(penalty), T);
  return correct ? right.value : wrong.value;
}

/**
 * The mean reward of answers of T thinking tokens, at the accuracy that the law gives them.
 *
 * @throws RangeError as lengthReward
 */
export function expectedReward(law: ThinkingLaw, penalty: LengthPenalty, T: number): number {
  requireNonnegative("thinking tokens", T);
  const {right, wrong} = rewardsAt(requirePenalty(penalty), T);
  const accuracy = thinkingAccuracy(law, T);
  return accuracy * right.value + (1 - accuracy) * wrong.value;
}

/** A reward at a length, and what one more token does to it. */
export interface Reward {
  readonly value: number;
  readonly slope: number;
}

/** The rewards of a right and a wrong answer and their slopes in T, by the branch that `within` lies on. */
export function rewardsAt(
  penalty: LengthPenalty,
  T: number,
  within = T
): {readonly right: Reward; readonly wrong: Reward} {
  const nothing = {value: 0, slope: 0};
  switch (penalty.kind) {
    case "linear": {
      const {perToken} = penalty;
      return {
        right: {value: 1 - perToken * T, slope: -perToken},
        wrong: {value: -perToken * T, slope: -perToken}
      };
    }
    case "kimi": {
      const {weight, shortest, longest} = penalty;
      if (shortest === longest) return {right: {value: 1, slope: 0}, wrong: nothing};
      const slope = -weight / (longest - shortest);
      const value = weight * (0.5 - (T - shortest) / (longest - shortest));
      return {
        right: {value: 1 + value, slope},
        wrong: within > (shortest + longest) / 2 ? {value: Math.min(0, value), slope} : nothing
      };
    }
    case "arora": {
      const {alpha, mean, sd} = penalty;
      const sigmoid = 1 / (1 + exp((mean - T) / sd));
      return {
        right: {value: 1 - alpha * sigmoid, slope: (-alpha * sigmoid * (1 - sigmoid)) / sd},
        wrong: nothing
      };
    }
    case "l1-exact": {
      const {alpha, target} = penalty;
      const value = -alpha * Math.abs(target - T);
      const slope = within > target ? -alpha : alpha;
      return {right: {value: 1 + value, slope}, wrong: {value, slope}};
    }
    case "l1-max": {
      const {alpha, target, delta} = penalty;
      const raw = alpha * (target - T) + delta;
      const [start, end] = kinksOf(penalty) as [number, number];
      return {
        right: {value: Math.min(1, Math.max(0, raw)), slope: within > start && within < end ? -alpha : 0},
        wrong: nothing
      };
    }
  }
}

/** Where the slope of a reward jumps; for Arora and Zanette, knots about the steep part of the sigmoid. */
export function kinksOf(penalty: LengthPenalty): readonly number[] {
  switch (penalty.kind) {
    case "linear":
      return [];
    case "kimi":
      return [(penalty.shortest + penalty.longest) / 2];
    case "arora":
      return [-8, -4, -2, -1, -0.5, 0, 0.5, 1, 2, 4, 8, 16, 32].map((z) => penalty.mean + z * penalty.sd);
    case "l1-exact":
      return [penalty.target];
    case "l1-max":
      return [(penalty.delta - 1) / penalty.alpha + penalty.target, penalty.delta / penalty.alpha + penalty.target];
  }
}

/**
 * The penalty, if its parameters are in their ranges.
 *
 * @throws RangeError if one is not
 */
export function requirePenalty(penalty: LengthPenalty): LengthPenalty {
  switch (penalty.kind) {
    case "linear":
      requireNonnegative("penalty per token", penalty.perToken);
      break;
    case "kimi":
      requireNonnegative("weight of the length reward", penalty.weight);
      requireNonnegative("tokens of the shortest answer", penalty.shortest);
      if (!(penalty.longest >= penalty.shortest && penalty.longest < Infinity)) {
        throw new RangeError(`invalid tokens of the longest answer; below the shortest: ${penalty.longest}`);
      }
      break;
    case "arora":
      if (!(penalty.alpha >= 0 && penalty.alpha < 1)) {
        throw new RangeError(`invalid penalty alpha; not in [0, 1): ${penalty.alpha}`);
      }
      requireNonnegative("mean tokens of correct answers", penalty.mean);
      requirePositive("standard deviation of tokens", penalty.sd);
      break;
    case "l1-exact":
    case "l1-max":
      requirePositive("penalty alpha", penalty.alpha);
      requireNonnegative("target of tokens", penalty.target);
      if (penalty.kind === "l1-max" && !(penalty.delta >= 0 && penalty.delta <= 1)) {
        throw new RangeError(`invalid offset delta; not in [0, 1]: ${penalty.delta}`);
      }
  }
  return penalty;
}

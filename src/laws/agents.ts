import {betaBinomialWeights, binomialWeights} from "../numerics/binomial.ts";
import {pow} from "../numerics/exp.ts";
import {requireProbability, requireWhole} from "../numerics/ranges.ts";
import {mostWrongAnswers, voteCredit} from "./rivals.ts";
import {meanSuccess, type Success} from "./sampling.ts";
import {verifierSelectOver, type Verifier} from "./verifier.ts";

// Several agents work on one problem side by side, and one answer is made of theirs. The chance of a fresh attempt is
// drawn per problem from Beta(a, b). For each problem there is one shared attempt: each agent hands it in with chance
// rho, on its own, and otherwise makes a fresh one. So of n agents K repeat, K being binomial, and n − K are fresh;
// given the problem, two agents agree in outcome with correlation rho^2.

/** How the answers of the agents become one. */
export type Joining =
  /** The answer that most agents give; those that share the lead are drawn among. */
  | {
      readonly kind: "vote";
      /** Equally likely wrong answers: 1 is a majority of right or wrong, Infinity is wrong answers that never agree. */
      readonly wrongAnswers: number;
    }
  /** A verifier judges each different attempt once; see verifier.ts. */
  | ({readonly kind: "verifier"} & Verifier)
  /** A joining step reads each different attempt and writes the answer. */
  | {
      readonly kind: "refine";
      /** The chance that a right attempt, each on its own, convinces the joining step; in [0, 1]. */
      readonly insight: number;
    };

/** What the score of a number of agents follows from. */
export interface AgentsLaw {
  readonly success: Success;
  /** rho: the chance that an agent repeats the shared attempt instead of making a fresh one; in [0, 1]. */
  readonly repeat: number;
  readonly joining: Joining;
}

/** The largest number of agents that the laws are made for. */
export const mostAgents = 64;

/**
 * The share of problems that n agents solve together.
 *
 * Exact, by sums over the number of fresh agents and, within, over beta-binomial weights. One agent scores a / (a + b),
 * and so do two that vote. With repeat = 1 every number of agents scores as one.
 *
 * @param n from 1 to 64
 * @throws RangeError if n is not a whole number from 1 to 64, or a parameter is out of its range
 * @see Wang et al. 2022, arXiv:2203.11171, for the vote; Stroebl et al. 2024, arXiv:2411.17501, for the verifier;
 * Madaan et al. 2025, arXiv:2510.01123 (parallel, distill, refine), for the shape of refine alone: its law is ours
 */
export function agentsScore(law: AgentsLaw, n: number): number {
  return agentsScores(law, n)(n);
}

/**
 * The scores of 1 to `most` agents; element n − 1 is that of n.
 *
 * @throws RangeError as agentsScore
 */
export function agentsCurve(law: AgentsLaw, most: number = mostAgents): Float64Array {
  const score = agentsScores(law, most);
  return Float64Array.from({length: most}, (_, i) => score(i + 1));
}

/**
 * The score by the number of agents, from 1 to `most`, with the work done once that all of them share.
 *
 * @throws RangeError as agentsScore
 */
export function agentsScores(law: AgentsLaw, most: number): (n: number) => number {
  requireWhole("number of agents", most, 1, mostAgents);
  const {success, repeat, joining} = law;
  meanSuccess(success);
  requireProbability("chance to repeat rho", repeat);
  switch (joining.kind) {
    case "vote":
      return voteScores(success, repeat, joining.wrongAnswers, most);
    case "verifier":
      return overDifferent(repeat, verifierSelectOver(success, most, joining));
    case "refine": {
      const {insight} = joining;
      requireProbability("insight", insight);
      const unconvinced = Float64Array.from({length: most + 1}, (_, j) => pow(1 - insight, j));
      return overDifferent(
        repeat,
        Float64Array.from({length: most}, (_, i) => refinedOver(success, i + 1, unconvinced))
      );
    }
  }
}

/**
 * The share of problems that a joining step gets right from n different attempts.
 *
 * If a right attempt convinces it, the answer is right; if none does, it hands in one of the attempts. With j right ones
 * of n that is 1 − (1 − insight)^j (1 − j / n): pass@1 without insight, pass@n with full insight.
 *
 * @throws RangeError if a or b is not positive and finite, n is not a whole number of at least 1, or insight is not in
 * [0, 1]
 */
export function refineScore({a, b}: Success, n: number, insight: number): number {
  requireWhole("number of attempts", n, 1);
  requireProbability("insight", insight);
  return refinedOver(
    {a, b},
    n,
    Float64Array.from({length: n + 1}, (_, j) => pow(1 - insight, j))
  );
}

/** @param unconvinced the chance that j right attempts do not convince, by j */
function refinedOver({a, b}: Success, n: number, unconvinced: Float64Array): number {
  return betaBinomialWeights(n, a, b).reduce(
    (sum, weight, j) => sum + weight * (j / n + (1 - j / n) * (1 - unconvinced[j]!)),
    0
  );
}

/** Scores by the number of different attempts, averaged over how many n agents make: repeats count once. */
function overDifferent(repeat: number, scores: Float64Array): (n: number) => number {
  return (n) => binomialWeights(n, repeat).reduce((sum, weight, k) => sum + weight * scores[n - Math.max(k, 1)]!, 0);
}

function voteScores(success: Success, repeat: number, wrongAnswers: number, most: number): (n: number) => number {
  if (wrongAnswers !== Infinity) requireWhole("number of wrong answers", wrongAnswers, 1, mostWrongAnswers);
  const {a, b} = success;
  const mean = meanSuccess(success);
  const credit = voteCredit(wrongAnswers, most);
  // How many of m fresh attempts are right, given what the outcome of another attempt tells of the problem.
  const besideRight = Array.from({length: most}, (_, m) => betaBinomialWeights(m, a + 1, b));
  const besideWrong = Array.from({length: most}, (_, m) => betaBinomialWeights(m, a, b + 1));
  return (n) =>
    binomialWeights(n, repeat).reduce((sum, weight, repeating) => {
      if (weight === 0) return sum;
      // Where none repeats, any one attempt may stand for the shared one.
      const repeats = Math.max(repeating, 1);
      const fresh = n - repeats;
      const [ifRight, ifWrong] = [besideRight[fresh]!, besideWrong[fresh]!];
      let score = 0;
      for (let j = 0; j <= fresh; ++j) {
        score += mean * ifRight[j]! * credit(repeats + j, fresh - j, 0);
        score += (1 - mean) * ifWrong[j]! * credit(j, fresh - j, repeats);
      }
      return sum + weight * score;
    }, 0);
}

/**
 * How many independent voters n correlated ones are worth, n / (1 + (n − 1) r): a rule of thumb for the variance of a
 * mean, with the limit 1 / r. The laws above do not use it.
 *
 * @param correlation r between the outcomes of any two, in [0, 1]; with the chance rho to repeat, rho^2
 * @throws RangeError if n is not a whole number of at least 1, or r is not in [0, 1]
 * @see Kish 1965, Survey Sampling, section 8.2 (the design effect)
 */
export function effectiveAgents(n: number, correlation: number): number {
  requireWhole("number of agents", n, 1);
  requireProbability("correlation", correlation);
  return n / (1 + (n - 1) * correlation);
}

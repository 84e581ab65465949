import {incompleteBeta} from "../numerics/beta.ts";
import {betaBinomialWeights, binomialWeights} from "../numerics/binomial.ts";
import {requireProbability, requireWhole} from "../numerics/ranges.ts";
import type {Success} from "./sampling.ts";

// A vote takes the answer that most attempts give. Answers that share the lead are drawn among with equal chances, so
// that a tie of two counts half: a vote of 2m is as good as one of 2m − 1, and a vote of two as one attempt.

/**
 * The chance that a majority of n attempts is right, where each is right with chance p and all wrong ones agree.
 *
 * In closed form, I_p(m, m) with m = ⌈n/2⌉; an even split counts half.
 *
 * @throws RangeError if p is not in [0, 1], or n is not a whole number of at least 1
 * @see Condorcet 1785; Brown et al. 2024, arXiv:2407.21787, section 4.1, for its use on repeated samples
 */
export function majorityVote(p: number, n: number): number {
  requireProbability("probability of success", p);
  requireWhole("number of votes n", n, 1);
  const m = Math.ceil(n / 2);
  return incompleteBeta(p, m, m);
}

/**
 * The share of problems on which a majority of n attempts is right, the chance of one attempt being Beta(a, b).
 *
 * @throws RangeError if a or b is not positive and finite, or n is not a whole number of at least 1
 */
export function majorityVoteOver({a, b}: Success, n: number): number {
  requireWhole("number of votes n", n, 1);
  return betaBinomialWeights(n, a, b).reduce((sum, weight, j) => sum + weight * majorityCredit(j, n - j), 0);
}

/** What a vote counts for j right against so many wrong votes that all agree. */
function majorityCredit(right: number, wrong: number): number {
  return right > wrong ? 1 : right === wrong ? 0.5 : 0;
}

/**
 * What `majorityVoteOver` comes to as votes grow without limit: the share of problems with a chance above one half.
 *
 * @throws RangeError if a or b is not positive and finite
 */
export function majorityVoteLimit({a, b}: Success): number {
  return incompleteBeta(0.5, b, a);
}

/**
 * The chance that the right answer wins a vote of n among several answers; ties are drawn among with equal chances.
 *
 * Exact: over the votes of the right answer, times the chance that no wrong answer has more.
 *
 * @param answers the chance of each answer, the right one first; they sum to 1
 * @throws RangeError if a chance is not in [0, 1], they do not sum to 1, or n is not a whole number of at least 1
 * @see Wang et al. 2022, arXiv:2203.11171, section 2 (self-consistency)
 */
export function pluralityVote(answers: readonly number[], n: number): number {
  requireWhole("number of votes n", n, 1);
  const [p = NaN, ...wrong] = answers;
  answers.forEach((chance) => requireProbability("chance of an answer", chance));
  const sum = answers.reduce((total, chance) => total + chance, 0);
  if (!(Math.abs(sum - 1) <= 1e-9)) throw new RangeError(`invalid chances of answers; they do not sum to 1: ${sum}`);
  if (p === 1) return 1;
  const credit = pluralityCredit(wrong, n);
  return binomialWeights(n, p).reduce((total, weight, j) => total + weight * credit[j]!, 0);
}

/**
 * The share of problems on which the right answer wins a vote of n, its chance in one attempt being Beta(a, b) and wrong
 * attempts falling on the wrong answers in the same proportions everywhere.
 *
 * @param wrong weights of the wrong answers, in any unit
 * @throws RangeError if a or b is not positive and finite, a weight is negative or none positive, or n is not a whole
 * number of at least 1
 */
export function pluralityVoteOver({a, b}: Success, wrong: readonly number[], n: number): number {
  requireWhole("number of votes n", n, 1);
  const credit = pluralityCredit(wrong, n);
  return betaBinomialWeights(n, a, b).reduce((total, weight, j) => total + weight * credit[j]!, 0);
}

/** For each number j of right votes among n: the chance that the right answer wins, ties drawn. */
function pluralityCredit(wrong: readonly number[], n: number): Float64Array {
  for (const weight of wrong) {
    if (!(weight >= 0 && weight < Infinity)) {
      throw new RangeError(`invalid weight of a wrong answer; not 0 or more and finite: ${weight}`);
    }
  }
  // The chance of each answer among those not yet counted.
  let left = wrong.reduce((sum, weight) => sum + weight, 0);
  if (!(left > 0)) throw new RangeError(`invalid weights of wrong answers; none is positive: ${wrong.join(", ")}`);
  const rivals = wrong.filter((weight) => weight > 0);
  const splits = rivals.map((weight, i) => {
    const chance = i === rivals.length - 1 ? 1 : Math.min(1, weight / left);
    left -= weight;
    return Array.from({length: n + 1}, (_, votes) => binomialWeights(votes, chance));
  });
  return Float64Array.from({length: n + 1}, (_, j) => (j === 0 ? 0 : creditOf(j, n - j, splits)));
}

/** The chance that j votes win when the others fall on the rivals: 1 / (1 + ties) where none has more than j. */
function creditOf(j: number, others: number, splits: readonly (readonly Float64Array[])[]): number {
  // chances[ties][votes left]
  let chances = [new Float64Array(others + 1)];
  chances[0]![others] = 1;
  for (const split of splits) {
    const next = Array.from({length: chances.length + 1}, () => new Float64Array(others + 1));
    chances.forEach((row, ties) => {
      row.forEach((chance, left) => {
        if (chance === 0) return;
        const counts = split[left]!;
        for (let count = 0; count <= Math.min(left, j); ++count) {
          next[count === j ? ties + 1 : ties]![left - count]! += chance * counts[count]!;
        }
      });
    });
    chances = next;
  }
  return chances.reduce((sum, row, ties) => sum + row[0]! / (1 + ties), 0);
}

import {exp, log} from "../numerics/exp.ts";
import {expm1, log1p} from "../numerics/nearOne.ts";
import {requireNonnegative, requirePositive, requireProbability} from "../numerics/ranges.ts";
import {findRoot} from "../numerics/root.ts";

// Accuracy against thinking tokens, as a race: the right answer is found at a rate of 1 / tokensToFind per token, and
// once found it is talked away at a rate of 1 / tokensToLose. The share that has it and has not lost it is Bateman’s
// curve: it rises, peaks and declines. An illustration of the shape that is published (a plateau and a decline, as in
// arXiv:2501.19393 and arXiv:2604.10739), not a fit of anyone’s model.

/** Accuracy against thinking tokens at one difficulty. */
export interface ThinkingLaw {
  /** Accuracy without a thought, in [0, 1]. */
  readonly floor: number;
  /** Accuracy where the answer is found and kept, in [floor, 1]. */
  readonly ceiling: number;
  /** The difficulty: tokens of thinking, on average, until the answer is found; > 0. */
  readonly tokensToFind: number;
  /** Tokens of thinking, on average, until a found answer is talked away; > 0, Infinity for no over-thinking. */
  readonly tokensToLose: number;
}

/**
 * The accuracy after so many thinking tokens, a fraction: floor + (ceiling − floor) p, where
 * p = (exp(−T / lose) − exp(−T / find)) lose / (lose − find).
 *
 * p is 0 at no tokens and at infinitely many, if answers are lost; without loss it is 1 − exp(−T / find).
 *
 * @param T thinking tokens, ≥ 0
 * @throws RangeError if T is negative or a parameter is out of its range
 * @see Bateman 1910, Proceedings of the Cambridge Philosophical Society 15, 423–427, for the chain of two decays
 */
export function thinkingAccuracy(law: ThinkingLaw, T: number): number {
  const {floor, ceiling} = checked(law);
  requireTokens(T);
  return floor + (ceiling - floor) * kept(law, T);
}

/** The share p of the range that is found and not lost. */
function kept({tokensToFind, tokensToLose}: ThinkingLaw, T: number): number {
  if (T === Infinity) return tokensToLose === Infinity ? 1 : 0;
  // The slower of the two in front, so that nothing overflows; T / find exp(−T / find) where both are alike.
  const net = Math.abs(1 / tokensToFind - 1 / tokensToLose);
  const grown = net * T === 0 ? T : -expm1(-net * T) / net;
  return (exp(-T / Math.max(tokensToFind, tokensToLose)) * grown) / tokensToFind;
}

/**
 * What one more thinking token adds to the accuracy; negative past the peak.
 *
 * @throws RangeError as thinkingAccuracy
 */
export function accuracyPerToken(law: ThinkingLaw, T: number): number {
  const {floor, ceiling, tokensToFind, tokensToLose} = checked(law);
  requireTokens(T);
  return (ceiling - floor) * (exp(-T / tokensToFind) / tokensToFind - kept(law, T) / tokensToLose);
}

/**
 * Both at once, for what asks for many places of one law; nothing is checked.
 *
 * @returns the very numbers of thinkingAccuracy and accuracyPerToken
 */
export function accuracyAndSlope(law: ThinkingLaw, T: number): {readonly accuracy: number; readonly slope: number} {
  const {floor, ceiling, tokensToFind, tokensToLose} = law;
  const share = kept(law, T);
  return {
    accuracy: floor + (ceiling - floor) * share,
    slope: (ceiling - floor) * (exp(-T / tokensToFind) / tokensToFind - share / tokensToLose)
  };
}

/**
 * The thinking tokens of best accuracy: log(lose / find) / (1 / find − 1 / lose); Infinity if nothing is lost.
 *
 * Up to here each token adds less than the one before; beyond, thinking costs accuracy.
 *
 * @throws RangeError if a parameter is out of its range
 */
export function tokensAtPeak(law: ThinkingLaw): number {
  const {tokensToFind, tokensToLose} = checked(law);
  if (tokensToLose === Infinity) return Infinity;
  // log(1 + d) / d of the relative difference d, which is 1 where both are equal.
  const difference = (tokensToLose - tokensToFind) / tokensToFind;
  if (difference === 0) return tokensToLose;
  const growth = Math.abs(difference) < 0.5 ? log1p(difference) : log(tokensToLose / tokensToFind);
  return tokensToLose * (growth / difference);
}

/** The fewest tokens that reach an accuracy, or why none do. */
export type TokensToReach =
  | {readonly kind: "tokens"; readonly tokens: number}
  /** It is reached without a thought. */
  | {readonly kind: "at-once"}
  /** However long the thought, accuracy stays below; the best there is. */
  | {readonly kind: "never"; readonly best: number};

/**
 * The fewest thinking tokens that reach an accuracy, on the rising side of the peak.
 *
 * In closed form where nothing is lost, −find log(1 − p), else one bracketed root below the peak.
 *
 * @throws RangeError if the accuracy is not in [0, 1], or a parameter is out of its range
 */
export function tokensToReach(law: ThinkingLaw, accuracy: number): TokensToReach {
  const {floor, ceiling, tokensToFind, tokensToLose} = checked(law);
  requireProbability("accuracy", accuracy);
  if (accuracy <= floor) return {kind: "at-once"};
  const share = (accuracy - floor) / (ceiling - floor);
  if (tokensToLose === Infinity) {
    return share < 1 ? {kind: "tokens", tokens: -tokensToFind * log1p(-share)} : {kind: "never", best: ceiling};
  }
  const peak = tokensAtPeak(law);
  if (!(kept(law, peak) >= share)) return {kind: "never", best: thinkingAccuracy(law, peak)};
  return {kind: "tokens", tokens: findRoot((T) => kept(law, T) - share, 0, peak).x};
}

/**
 * The law of a recipe that says the same in fewer tokens: every accuracy at 1 / factor of the tokens.
 *
 * @param factor of compression, above 1 for fewer tokens; > 0
 * @throws RangeError if the factor is not positive and finite, or a parameter is out of its range
 */
export function compressed(law: ThinkingLaw, factor: number): ThinkingLaw {
  requirePositive("compression", factor);
  const {tokensToFind, tokensToLose} = checked(law);
  return {...law, tokensToFind: tokensToFind / factor, tokensToLose: tokensToLose / factor};
}

/**
 * The compression of one recipe over another at an accuracy: tokens of the first over those of the second.
 *
 * It belongs to the accuracy at which it is read, and says nothing of training compute. Undefined where either reaches
 * the accuracy without a thought, or never.
 *
 * @throws RangeError if the accuracy is not in [0, 1], or a parameter is out of its range
 */
export function compressionAt(from: ThinkingLaw, to: ThinkingLaw, accuracy: number): number | undefined {
  const [before, after] = [tokensToReach(from, accuracy), tokensToReach(to, accuracy)];
  return before.kind === "tokens" && after.kind === "tokens" ? before.tokens / after.tokens : undefined;
}

/** One difficulty among the problems of a benchmark. */
export interface Difficulty {
  readonly law: ThinkingLaw;
  /** How many of the problems are of it, in any unit; ≥ 0. */
  readonly weight: number;
}

/**
 * The accuracy over problems of several difficulties, all thought about for T tokens: the weighted mean.
 *
 * Over many difficulties the mean rises in log tokens more nearly straight than any one of them.
 *
 * @throws RangeError if a weight is negative or not finite, none is positive, or as thinkingAccuracy
 */
export function benchmarkAccuracy(difficulties: readonly Difficulty[], T: number): number {
  let [sum, weights] = [0, 0];
  for (const {law, weight} of difficulties) {
    requireNonnegative("weight of a difficulty", weight);
    sum += weight * thinkingAccuracy(law, T);
    weights += weight;
  }
  if (!(weights > 0)) throw new RangeError(`invalid weights of difficulties; none is positive: sum ${weights}`);
  return sum / weights;
}

function requireTokens(T: number): void {
  if (!(T >= 0)) throw new RangeError(`invalid thinking tokens; not 0 or more: ${T}`);
}

function checked(law: ThinkingLaw): ThinkingLaw {
  const {floor, ceiling, tokensToFind, tokensToLose} = law;
  requireProbability("accuracy without a thought", floor);
  if (!(ceiling >= floor && ceiling <= 1)) {
    throw new RangeError(`invalid ceiling of accuracy; not from the floor ${floor} to 1: ${ceiling}`);
  }
  requirePositive("tokens to find the answer", tokensToFind);
  if (!(tokensToLose > 0)) throw new RangeError(`invalid tokens to lose the answer; not positive: ${tokensToLose}`);
  return law;
}

/**
 * The law with its peak at so many tokens; nothing is lost if that is beyond some 690 times the tokens to find.
 *
 * @throws RangeError if the peak is not above 0, or a parameter is out of its range
 */
export function withPeakAt(law: Omit<ThinkingLaw, "tokensToLose">, peak: number): ThinkingLaw {
  if (!(peak > 0)) throw new RangeError(`invalid tokens at the peak; not positive: ${peak}`);
  checked({...law, tokensToLose: Infinity});
  if (!(peak / law.tokensToFind < 690)) return {...law, tokensToLose: Infinity};
  // The peak over tokensToFind is r log(r) / (r − 1) of r = lose / find, which rises with r from 0; in log r.
  const target = peak / law.tokensToFind;
  const at = (logR: number) => tokensAtPeak({...law, tokensToLose: law.tokensToFind * exp(logR)}) / law.tokensToFind;
  const {x} = findRoot((logR) => log(at(logR)) - log(target), -690, 690);
  return {...law, tokensToLose: law.tokensToFind * exp(x)};
}

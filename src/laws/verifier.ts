import {betaBinomialWeights} from "../numerics/binomial.ts";
import {expm1, log1p} from "../numerics/nearOne.ts";
import {pow} from "../numerics/exp.ts";
import {requireProbability, requireWhole} from "../numerics/ranges.ts";
import {meanSuccess, type Success} from "./sampling.ts";

/** Who judges attempts one by one, each verdict on its own. */
export interface Verifier {
  /** The chance that a right attempt is accepted, in [0, 1]. */
  readonly truePositive: number;
  /** The chance that a wrong attempt is accepted, in [0, 1]. */
  readonly falsePositive: number;
}

// One of the accepted attempts is taken, each with equal chance; if none is accepted, one of all.

/**
 * The chance that the attempt a verifier takes of n is right, where each is right with chance p.
 *
 * With s = p t + (1 − p) f the share of attempts accepted, it is (1 − (1 − s)^n) p t / s where one is accepted and
 * (1 − s)^(n − 1) p (1 − t) where none is. A perfect verifier makes it 1 − (1 − p)^n; one that accepts blindly, p.
 *
 * @throws RangeError if p or a rate is not in [0, 1], or n is not a whole number of at least 1
 * @see Stroebl et al. 2024, arXiv:2411.17501, section 2: false positives cap what resampling can reach
 */
export function verifierSelect(p: number, n: number, verifier: Verifier): number {
  requireProbability("probability of success", p);
  requireWhole("number of samples n", n, 1);
  const {truePositive: t, falsePositive: f} = checked(verifier);
  const s = Math.min(1, p * t + (1 - p) * f);
  const found = s === 0 ? 0 : -expm1(n * log1p(-s)) * ((p * t) / s);
  return found + pow(1 - s, n - 1) * p * (1 - t);
}

/**
 * What `verifierSelect` comes to as samples grow without limit: the share of right ones among those accepted.
 *
 * @throws RangeError if p or a rate is not in [0, 1]
 */
export function verifierLimit(p: number, verifier: Verifier): number {
  requireProbability("probability of success", p);
  const {truePositive: t, falsePositive: f} = checked(verifier);
  const s = p * t + (1 - p) * f;
  return s === 0 ? p : (p * t) / s;
}

/**
 * The share of problems on which the attempt a verifier takes of n is right, for each n from 1 to most, the chance of
 * one attempt being Beta(a, b).
 *
 * Exact: E[p t Σ (1 − s)^i + p (1 − t) (1 − s)^(n − 1)] over i below n, each power of 1 − s = (1 − p)(1 − f) + p (1 − t)
 * being a sum over beta-binomial weights.
 *
 * @returns element n − 1 is the share for n samples
 * @throws RangeError if a or b is not positive and finite, a rate is not in [0, 1], or most is not a whole number of
 * at least 1
 */
export function verifierSelectOver(success: Success, most: number, verifier: Verifier): Float64Array {
  requireWhole("number of samples n", most, 1);
  const {truePositive: t, falsePositive: f} = checked(verifier);
  const mean = meanSuccess(success);
  const rejected = rejectionMoments(success, most, 1 - t, 1 - f);
  let found = 0;
  return rejected.map((moment) => {
    found += moment;
    return mean * (t * found + (1 - t) * moment);
  });
}

/** E[((1 − p) wrong + p right)^i], i from 0 below most, of problems weighted by p: those of Beta(a + 1, b). */
function rejectionMoments({a, b}: Success, most: number, right: number, wrong: number): Float64Array {
  const powersOf = (base: number) => Float64Array.from({length: most}, (_, i) => pow(base, i));
  const [ofRight, ofWrong] = [powersOf(right), powersOf(wrong)];
  return Float64Array.from({length: most}, (_, i) =>
    betaBinomialWeights(i, a + 1, b).reduce((sum, weight, j) => sum + weight * ofRight[j]! * ofWrong[i - j]!, 0)
  );
}

function checked(verifier: Verifier): Verifier {
  requireProbability("true positive rate", verifier.truePositive);
  requireProbability("false positive rate", verifier.falsePositive);
  return verifier;
}

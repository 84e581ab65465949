import {expm1, log1p} from "../numerics/nearOne.ts";
import {requirePositive} from "../numerics/ranges.ts";
import {findRoot} from "../numerics/root.ts";
import {expectedReward, kinksOf, requirePenalty, rewardsAt, type LengthPenalty} from "./lengthPenalty.ts";
import {accuracyPerToken, thinkingAccuracy, tokensAtPeak, type ThinkingLaw} from "./thinking.ts";

/** What a penalty picks. */
export interface PickedLength {
  readonly tokens: number;
  readonly accuracy: number;
  readonly reward: number;
}

/** Stretches, even in log1p(T / find), in each of which the slope of the reward is taken to change sign once at most. */
const stretches = 400;

/**
 * The thinking tokens of largest mean reward, from none to a limit; the fewest of them if several are equal.
 *
 * The reward has a kink where a penalty has one, and between kinks its slope is known in closed form: its sign changes are
 * bracketed and solved for, and compared with the kinks, the peak of accuracy and both ends.
 *
 * @param limit the longest thought there may be, tokens; > 0
 * @throws RangeError if the limit is not positive and finite, or a parameter is out of its range
 */
export function tokensPicked(law: ThinkingLaw, penalty: LengthPenalty, limit: number): PickedLength {
  requirePositive("limit of thinking tokens", limit);
  requirePenalty(penalty);
  const knots = [
    ...Array.from(
      {length: stretches + 1},
      (_, i) => law.tokensToFind * expm1((i / stretches) * log1p(limit / law.tokensToFind))
    ),
    ...kinksOf(penalty),
    tokensAtPeak(law)
  ].filter((T) => T > 0 && T < limit);
  const ends = [0, ...knots.toSorted((a, b) => a - b), limit];
  // Every knot as well: at the peak, or where a penalty is flat, the slope is 0 and changes no sign.
  const candidates = [...ends];
  for (let i = 1; i < ends.length; ++i) {
    const [low, high] = [ends[i - 1]!, ends[i]!];
    // Seen from within the stretch, so that a kink at its end does not count.
    const slope = (T: number) => rewardPerToken(law, penalty, T, (low + high) / 2);
    if (slope(low) > 0 && slope(high) < 0) candidates.push(findRoot(slope, low, high).x);
  }
  return candidates
    .map((tokens) => ({tokens, accuracy: thinkingAccuracy(law, tokens), reward: expectedReward(law, penalty, tokens)}))
    .reduce((best, next) =>
      next.reward > best.reward || (next.reward === best.reward && next.tokens < best.tokens) ? next : best
    );
}

/** The slope of the expected reward; at a kink, that on the side of `within`. */
function rewardPerToken(law: ThinkingLaw, penalty: LengthPenalty, T: number, within: number): number {
  const {right, wrong} = rewardsAt(penalty, T, within);
  const accuracy = thinkingAccuracy(law, T);
  return accuracyPerToken(law, T) * (right.value - wrong.value) + accuracy * right.slope + (1 - accuracy) * wrong.slope;
}

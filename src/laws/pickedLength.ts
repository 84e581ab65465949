import {expm1, log1p} from "../numerics/nearOne.ts";
import {requirePositive} from "../numerics/ranges.ts";
import {findRoot} from "../numerics/root.ts";
import {kinksOf, requirePenalty, rewardsAt, type LengthPenalty} from "./lengthPenalty.ts";
import {accuracyAndSlope, tokensAtPeak, type ThinkingLaw} from "./thinking.ts";

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
  const kinks = kinksOf(penalty).filter((T) => T > 0 && T < limit);
  const common = placesOf(law, limit);
  const places =
    kinks.length === 0 ? common : [...common, ...kinks.map((T) => placeAt(law, T))].toSorted((a, b) => a.T - b.T);
  // Every knot as well: at the peak, or where a penalty is flat, the slope is 0 and changes no sign.
  let best = {tokens: 0, accuracy: NaN, reward: -Infinity};
  const consider = (tokens: number, accuracy: number) => {
    const {right, wrong} = rewardsAt(penalty, tokens);
    const reward = accuracy * right.value + (1 - accuracy) * wrong.value;
    if (reward > best.reward || (reward === best.reward && tokens < best.tokens)) best = {tokens, accuracy, reward};
  };
  places.forEach((high, i) => {
    consider(high.T, high.accuracy);
    const low = places[i - 1];
    if (low === undefined) return;
    // Seen from within the stretch, so that a kink at its end does not count.
    const within = (low.T + high.T) / 2;
    const slope = (place: Place) => rewardPerToken(penalty, place, within);
    if (!(slope(low) > 0 && slope(high) < 0)) return;
    const {x} = findRoot((T) => slope(placeAt(law, T)), low.T, high.T);
    consider(x, placeAt(law, x).accuracy);
  });
  return best;
}

/** A length of thought, and the accuracy there and its slope. */
interface Place {
  readonly T: number;
  readonly accuracy: number;
  readonly slope: number;
}

const placeAt = (law: ThinkingLaw, T: number): Place => ({T, ...accuracyAndSlope(law, T)});

/** What all penalties on one law have in common, which is most of the work. */
const known = new WeakMap<ThinkingLaw, {readonly limit: number; readonly places: readonly Place[]}>();

/** The ends, the peak and the places between stretches, in order. */
function placesOf(law: ThinkingLaw, limit: number): readonly Place[] {
  const before = known.get(law);
  if (before?.limit === limit) return before.places;
  const span = log1p(limit / law.tokensToFind);
  const within = Array.from({length: stretches - 1}, (_, i) => law.tokensToFind * expm1(((i + 1) / stretches) * span));
  const inside = [...within, tokensAtPeak(law)].filter((T) => T > 0 && T < limit).toSorted((a, b) => a - b);
  const places = [0, ...inside, limit].map((T) => placeAt(law, T));
  known.set(law, {limit, places});
  return places;
}

/** The slope of the expected reward; at a kink, that on the side of `within`. */
function rewardPerToken(penalty: LengthPenalty, {T, accuracy, slope}: Place, within: number): number {
  const {right, wrong} = rewardsAt(penalty, T, within);
  return slope * (right.value - wrong.value) + accuracy * right.slope + (1 - accuracy) * wrong.slope;
}

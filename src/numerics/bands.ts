import {quantiles} from "./quantiles.ts";

/** How many scores are computed between two reports of progress. */
const scoresPerStep = 100_000;

/** A curve as a band needs it. */
export interface Scored {
  /** The height of the curve at x. */
  score(x: number): number;
}

/**
 * Quantiles of a family of curves at each place, as `quantiles` gives them: one array for each probability, along the
 * places. NaN wherever one of the curves is.
 *
 * One place after another, so that memory grows with the curves alone, however many places there are.
 *
 * @throws RangeError if there are no curves, or a probability is not in [0, 1]
 */
export function curveBands(
  curves: readonly Scored[],
  places: readonly number[],
  probabilities: readonly number[]
): Float64Array[] {
  const steps = curveBandSteps(curves, places, probabilities);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The same one step at a time: yields the fraction done now and then, so that a worker can stop between. */
export function* curveBandSteps(
  curves: readonly Scored[],
  places: readonly number[],
  probabilities: readonly number[]
): Generator<number, Float64Array[]> {
  const bands = probabilities.map(() => new Float64Array(places.length));
  const scores = new Float64Array(curves.length);
  const scratch = new Float64Array(curves.length);
  let since = 0;
  for (const [at, place] of places.entries()) {
    if (since >= scoresPerStep) {
      yield at / places.length;
      since = 0;
    }
    scoreAll(curves, place, scores);
    quantiles(scores, probabilities, scratch).forEach((quantile, i) => (bands[i]![at] = quantile));
    since += curves.length;
  }
  return bands;
}

// Apart from the generator, whose locals live in memory.
function scoreAll(curves: readonly Scored[], place: number, target: Float64Array): void {
  for (let i = 0; i < target.length; ++i) target[i] = curves[i]!.score(place);
}

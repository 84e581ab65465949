import {exp, log} from "../../numerics/exp.ts";
import {normalCdf, normalQuantile} from "../../numerics/normal.ts";
import {findRoot} from "../../numerics/root.ts";
import {gainDeviation} from "./gainDeviation.ts";
import type {PlanModel, PlanRung} from "./planModel.ts";

/** How sure a ladder is to be. */
export interface Demand {
  /** One less the rate at which no gain at all is taken for one, in either direction; in (0, 1). */
  readonly confidence: number;
  /** Chance to find the true gain; in (0, 1). */
  readonly power: number;
}

/** What ladders tell of the gain at the target. */
export interface PlanAnswer {
  /** Standard deviation of the natural log of the gain. */
  readonly deviation: number;
  /** The central 90 % of the gains that such ladders give. */
  readonly low: number;
  readonly high: number;
  /** Chance that a two-sided test tells the gain from 1, on the side it is on. */
  readonly power: number;
  /** Chance that the better recipe looks the worse one. */
  readonly wrongWinner: number;
  /** Chance that the test says that the better recipe is the worse one. */
  readonly wrongVerdict: number;
}

/** The standard normal variable at its 95 % quantile: half the width of a 90 % interval. */
const halfWidth = 1.6448536269514722;

/** The standard normal variable that a two-sided test of this confidence turns at. */
export const criticalValue = (confidence: number): number => normalQuantile((1 + confidence) / 2);

/**
 * What an estimate of log gain that is normal around the true one tells.
 *
 * @param gain the true gain; > 0
 * @param deviation of the natural log of the estimate; ≥ 0, Infinity where the ladders tell nothing
 * @throws RangeError if the confidence is not in (0, 1)
 */
export function planAnswer(gain: number, deviation: number, confidence: number): PlanAnswer {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`invalid confidence; not in (0, 1): ${confidence}`);
  const critical = criticalValue(confidence);
  const effect = deviation === Infinity ? 0 : Math.abs(log(gain)) / deviation;
  return {
    deviation,
    low: deviation === Infinity ? 0 : gain * exp(-halfWidth * deviation),
    high: deviation === Infinity ? Infinity : gain * exp(halfWidth * deviation),
    power: normalCdf(effect - critical),
    wrongWinner: normalCdf(-effect),
    wrongVerdict: normalCdf(-effect - critical)
  };
}

/** No gain above this is looked for, and none that only a stretch narrower than these steps would hold. */
const mostGain = 1e6;
const scanSteps = 40;

/**
 * The smallest gain above 1 that ladders tell apart with the power asked for; Infinity where it is above a million.
 *
 * The deviation is that of ladders of which this gain is true.
 */
export function smallestGain(
  model: PlanModel,
  rungs: readonly PlanRung[],
  noise: number,
  {confidence, power}: Demand
): number {
  const needed = criticalValue(confidence) + normalQuantile(power);
  const short = (logGain: number): number => {
    const deviation = gainDeviation({...model, gain: exp(logGain)}, rungs, noise);
    return deviation === Infinity ? -needed : logGain / deviation - needed;
  };
  if (needed <= 0) return 1;
  // Far above it a large gain may be harder to tell again, its runs so near the floor: the first crossing counts.
  let below = 1e-12;
  for (let step = 1; step <= scanSteps; ++step) {
    const above = (log(mostGain) * step * step) / (scanSteps * scanSteps);
    if (short(above) >= 0) return exp(findRoot(short, below, above, {relativeTolerance: 1e-10}).x);
    below = above;
  }
  return Infinity;
}

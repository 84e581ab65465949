import {log} from "../numerics/exp.ts";
import {normalCdf} from "../numerics/normal.ts";
import {trueDeviance} from "../fitting/plan/planLaws.ts";
import type {PlanRung} from "../fitting/plan/planModel.ts";
import {criticalValue} from "../fitting/plan/planPower.ts";
import type {PlanAnswer} from "../fitting/plan/planPower.ts";
import type {PlanQuestion} from "./planQuestion.ts";

/** Whether a fit is linear enough for the delta method. */
export interface Linearity {
  readonly holds: boolean;
  /** Why it does not; undefined where it does. */
  readonly reason: string | undefined;
  /** Power by the deviance of losses without noise, which needs no linear fit. */
  readonly power: number;
}

/** How far powers may lie apart, and the effects they come from, relative. */
const powerTolerance = 0.02;
const effectTolerance = 0.1;

/**
 * The delta method held against the deviance of losses without noise: in a linear fit the root of the deviance is the
 * log gain over its deviation.
 */
export function linearityOf(
  {model, noise, demand}: PlanQuestion,
  rungs: readonly PlanRung[],
  answer: PlanAnswer
): Linearity {
  const effect = Math.sqrt(trueDeviance(model, rungs, noise));
  const power = normalCdf(effect - criticalValue(demand.confidence));
  const linear = Math.abs(log(model.gain)) / answer.deviation;
  const [isPowerNear, isEffectNear] = [
    Math.abs(power - answer.power) <= powerTolerance,
    Math.abs(effect - linear) <= effectTolerance * linear
  ];
  const words = (share: number) => `${(100 * share).toFixed(0)} %`;
  const reason = !isPowerNear
    ? `the power is ${words(power)} by the deviance and ${words(answer.power)} by the delta method`
    : isEffectNear
      ? undefined
      : `the gain is ${effect.toPrecision(2)} deviations from 1 by the deviance and ${linear.toPrecision(2)} by the delta method`;
  return {holds: reason === undefined, reason, power};
}

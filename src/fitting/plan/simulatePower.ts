import {log} from "../../numerics/exp.ts";
import {seededRandom} from "../../numerics/random.ts";
import {planFitter} from "./planFitter.ts";
import type {PlanModel, PlanRung} from "./planModel.ts";
import {criticalValue} from "./planPower.ts";
import type {SimulationOptions} from "./simulatePlan.ts";

const drawsPerStep = 100;

/**
 * The share of simulated ladders by which the gain is told from 1 and the right recipe wins, by the deviance and the
 * quantile of chi square: the uncalibrated power of `simulatePlanSteps` alone. Same input: same bits.
 *
 * @param noise standard deviation of log loss between seeds; > 0
 */
export function* simulatePowerSteps(
  model: PlanModel,
  rungs: readonly PlanRung[],
  noise: number,
  {confidence, seed, draws}: SimulationOptions
): Generator<number, number> {
  const next = planFitter(model, rungs, noise, seededRandom(seed, "plan gain"));
  const critical = criticalValue(confidence) * criticalValue(confidence);
  const side = Math.sign(log(model.gain));
  let told = 0;
  for (let draw = 0; draw < draws; ++draw) {
    if (draw > 0 && draw % drawsPerStep === 0) yield draw / draws;
    const {deviance, logGain} = next();
    if (deviance > critical && logGain * side > 0) ++told;
  }
  return told / draws;
}

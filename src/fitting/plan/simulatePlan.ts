import {log} from "../../numerics/exp.ts";
import {quantiles} from "../../numerics/quantiles.ts";
import {seededRandom} from "../../numerics/random.ts";
import {gainOf, planFitter} from "./planFitter.ts";
import {criticalValue} from "./planPower.ts";
import type {PlanModel, PlanRung} from "./planModel.ts";

/** How ladders are simulated. */
export interface SimulationOptions {
  /** One less the rate at which no gain is to be taken for one; in (0, 1). */
  readonly confidence: number;
  readonly seed: number;
  /** Ladders with the gain, and as many without one to check the test by; four times as many calibrate it. */
  readonly draws: number;
}

/** A test of the gain, at the value of the deviance it turns at. */
export interface PlanTest {
  /** The deviance above which a gain is said to be told apart from 1. */
  readonly critical: number;
  /** How often it says so of ladders without a gain: what the confidence leaves is asked for. */
  readonly falseAlarms: number;
  /** How often it says so, and of the right recipe, of ladders with the gain. */
  readonly power: number;
}

/** What became of simulated ladders, every one fitted with a gain and without. */
export interface SimulatedPlan {
  readonly draws: number;
  readonly seed: number;
  /** The central 90 % of the gains at the target, and their median. */
  readonly low: number;
  readonly median: number;
  readonly high: number;
  /** Share of ladders by which the better recipe is the worse one. */
  readonly wrongWinner: number;
  /** The test that turns where a linear fit would have it turn, at the quantile of chi square. */
  readonly uncalibrated: PlanTest;
  /** The test that turns at the quantile of ladders simulated without a gain. */
  readonly calibrated: PlanTest;
  /** Ladders with the gain whose fit did not converge, and those with a parameter at the edge of what is allowed. */
  readonly notConverged: number;
  readonly atBound: number;
}

const drawsPerStep = 100;

/** How many times as many ladders calibrate the test as check it: the error of a quantile is not to be seen there. */
const calibratingDraws = 4;

/**
 * Simulates ladders of a plan and fits every one, a step at a time; yields the part that is done.
 *
 * A gain is tested by the deviance, twice the log likelihood that a gain adds. The parametric bootstrap simulates
 * ladders of gain 1 at the target and takes the quantile of their deviances as critical value; ladders of another stream check
 * that the test then rejects at its stated rate. Same plan, options and seed: same bits.
 *
 * @param noise standard deviation of log loss between seeds; > 0
 * @throws RangeError if draws is not a whole number above 0, or as planFitter
 */
export function* simulatePlanSteps(
  model: PlanModel,
  rungs: readonly PlanRung[],
  noise: number,
  {confidence, seed, draws}: SimulationOptions
): Generator<number, SimulatedPlan> {
  if (!(Number.isInteger(draws) && draws > 0)) throw new RangeError(`invalid draws; not a whole number: ${draws}`);
  const none: PlanModel = {...model, gain: 1};
  const calibrating = new Float64Array(calibratingDraws * draws);
  const [checking, real] = [new Float64Array(draws), new Float64Array(draws)];
  const kinds = [
    {stream: "calibrate", truth: none, deviances: calibrating},
    {stream: "check", truth: none, deviances: checking},
    {stream: "gain", truth: model, deviances: real}
  ];
  const all = (calibratingDraws + 2) * draws;
  const logGains = new Float64Array(draws);
  let [notConverged, atBound] = [0, 0];
  let done = 0;
  for (const {stream, truth, deviances} of kinds) {
    const next = planFitter(truth, rungs, noise, seededRandom(seed, `plan ${stream}`));
    for (let draw = 0; draw < deviances.length; ++draw, ++done) {
      if (done > 0 && done % drawsPerStep === 0) yield done / all;
      const fit = next();
      deviances[draw] = fit.deviance;
      if (deviances !== real) continue;
      logGains[draw] = fit.logGain;
      if (!fit.converged) ++notConverged;
      if (fit.atBound) ++atBound;
    }
  }
  const side = Math.sign(log(model.gain));
  const share = (of: (draw: number) => boolean): number => {
    let count = 0;
    for (let draw = 0; draw < draws; ++draw) if (of(draw)) ++count;
    return count / draws;
  };
  const test = (critical: number): PlanTest => ({
    critical,
    falseAlarms: share((draw) => checking[draw]! > critical),
    power: share((draw) => real[draw]! > critical && logGains[draw]! * side > 0)
  });
  const nominal = criticalValue(confidence) * criticalValue(confidence);
  const [low = NaN, median = NaN, high = NaN] = quantiles(logGains, [0.05, 0.5, 0.95]);
  return {
    draws,
    seed,
    low: gainOf(low),
    median: gainOf(median),
    high: gainOf(high),
    wrongWinner: share((draw) => logGains[draw]! * side < 0),
    uncalibrated: test(nominal),
    calibrated: test(quantiles(calibrating, [confidence])[0] ?? NaN),
    notConverged,
    atBound
  };
}

/** Simulates a plan to its end. */
export function simulatePlan(
  model: PlanModel,
  rungs: readonly PlanRung[],
  noise: number,
  options: SimulationOptions
): SimulatedPlan {
  const steps = simulatePlanSteps(model, rungs, noise, options);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

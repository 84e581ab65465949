import {exp} from "../../numerics/exp.ts";
import {normalQuantile} from "../../numerics/normal.ts";
import type {Random} from "../../numerics/random.ts";
import {exponentRange, planLadders, planLaw, planMinimizer} from "./planLaws.ts";
import {planRecipes} from "./planModel.ts";
import type {PlanModel, PlanRung} from "./planModel.ts";

/** What one simulated pair of ladders gave. */
export interface PlanFit {
  /** Natural log of the gain at the target by the law with a gain. */
  logGain: number;
  /** How much less the sum of squared log residuals is with a gain than without, over the variance of the noise. */
  deviance: number;
  converged: boolean;
  /** A parameter ended at the edge of what is allowed: a floor of 0, or an exponent next to it. */
  atBound: boolean;
}

/**
 * Draws ladders as a plan has them and fits each twice, with a gain and without, by least squares of log loss: returns
 * a function that draws and fits the next one, its result in an object that it writes anew each time.
 *
 * Seeds of a rung count as their mean, which is all a fit with equal noise knows of them. Each fit starts at the truth,
 * that without a gain at its best fit to losses without noise.
 *
 * @param noise standard deviation of log loss between seeds; > 0
 * @throws RangeError if a recipe has no rungs or the noise is not positive
 */
export function planFitter(
  model: PlanModel,
  rungs: readonly PlanRung[],
  noise: number,
  random: Random
): () => Readonly<PlanFit> {
  const ladders = planLadders(model, rungs, noise);
  const [full, plain] = [planLaw(model, ladders, true), planLaw(model, ladders, false)];
  const [fitFull, fitPlain] = [planMinimizer(full, ladders), planMinimizer(plain, ladders)];
  const plainStart = fitPlain(plain.start).x;
  const fit: PlanFit = {logGain: 0, deviance: 0, converged: true, atBound: false};
  const [floorPlace, isFitted] = [full.sum.size - 1, model.floor === "fitted"];
  return () => {
    for (const recipe of planRecipes) {
      const {logLoss, trueLogLoss, deviations} = ladders[recipe];
      for (let i = 0; i < logLoss.length; ++i) {
        logLoss[i] = trueLogLoss[i]! + deviations[i]! * normalQuantile(random());
      }
    }
    const withGain = fitFull(full.start);
    const without = fitPlain(plainStart);
    const {x} = withGain;
    const exponent = x[full.newExponent]!;
    fit.logGain = (x[0]! - x[full.newScale]!) / exponent;
    fit.deviance = Math.max(0, (2 * (without.value - withGain.value)) / (noise * noise));
    fit.converged = withGain.converged && without.converged;
    const edge = 1.001 * exponentRange[0];
    fit.atBound = (isFitted && x[floorPlace]! <= 0) || x[1]! <= edge || exponent <= edge;
    return fit;
  };
}

/** The gain of a natural logarithm; Infinity and 0 beyond what numbers hold. */
export const gainOf = (logGain: number): number => exp(Math.max(-700, Math.min(700, logGain)));

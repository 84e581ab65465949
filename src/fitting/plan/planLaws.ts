import {log} from "../../numerics/exp.ts";
import {newtonMinimizer} from "../../numerics/newton.ts";
import type {Minimum, NewtonOptions} from "../../numerics/newton.ts";
import {huberSum} from "../powerSum.ts";
import type {PowerGroup, PowerSum} from "../powerSum.ts";
import {newExponent, offTarget, planLoss, planRecipes, reducibleAtTarget} from "./planModel.ts";
import type {PlanModel, PlanRecipe, PlanRung} from "./planModel.ts";

/** Exponents are looked for between these. */
export const exponentRange = [1e-4, 20] as const;
/** Of the natural logarithm of the reducible loss at the target. */
const logScaleRange = 80;

/** A law of both ladders, with a gain or without: its sum of squares, where its parameters stand, its bounds. */
export interface PlanLaw {
  readonly sum: PowerSum;
  readonly bounds: NewtonOptions;
  readonly start: Float64Array;
  readonly newScale: number;
  readonly newExponent: number;
}

/**
 * The law as a sum of powers. Computes are counted from the target, so that without a gain there the scales of both
 * recipes are one parameter, whether or not the exponents are.
 */
export function planLaw(
  model: PlanModel,
  ladders: Readonly<Record<PlanRecipe, PlanLadder>>,
  hasGain: boolean
): PlanLaw {
  const {law, gain, gainForm, floor} = model;
  const lower: number[] = [];
  const upper: number[] = [];
  const start: number[] = [];
  const parameter = (value: number, [low, high]: readonly [number, number]): number => {
    lower.push(low);
    upper.push(high);
    return start.push(value) - 1;
  };
  const scale = parameter(log(reducibleAtTarget(model)), [-logScaleRange, logScaleRange]);
  const exponent = parameter(law.a, exponentRange);
  const ownScale = hasGain
    ? parameter(log(reducibleAtTarget(model)) - newExponent(model) * log(gain), [-logScaleRange, logScaleRange])
    : scale;
  const ownExponent = gainForm === "constant" ? exponent : parameter(newExponent(model), exponentRange);
  const E = parameter(law.E, floor === "known" ? [law.E, law.E] : [0, Infinity]);
  const group = (recipe: PlanRecipe): PowerGroup => ({
    logLoss: ladders[recipe].logLoss,
    x: [ladders[recipe].x],
    floor: E,
    scale: [recipe === "new" ? ownScale : scale],
    exponent: [recipe === "new" ? ownExponent : exponent]
  });
  return {
    sum: {size: start.length, groups: planRecipes.map(group)},
    bounds: {lower: Float64Array.from(lower), upper: Float64Array.from(upper), tolerance: 1e-9},
    start: Float64Array.from(start),
    newScale: ownScale,
    newExponent: ownExponent
  };
}

/** The rungs of one recipe; the log losses are those of the draw at hand. */
export interface PlanLadder {
  readonly x: Float64Array;
  readonly logLoss: Float64Array;
  readonly trueLogLoss: Float64Array;
  /** Deviation of the mean log loss of a rung's seeds. */
  readonly deviations: Float64Array;
  readonly seeds: Float64Array;
}

function planLadder(model: PlanModel, rungs: readonly PlanRung[], recipe: PlanRecipe, noise: number): PlanLadder {
  const own = rungs.filter((rung) => rung.recipe === recipe);
  const column = (of: (rung: PlanRung) => number) => Float64Array.from(own, of);
  const trueLogLoss = column(({compute}) => log(planLoss(model, recipe, compute)));
  return {
    x: column(({compute}) => offTarget(model, compute)),
    logLoss: trueLogLoss.slice(),
    trueLogLoss,
    deviations: column(({seeds}) => noise / Math.sqrt(seeds)),
    seeds: column(({seeds}) => seeds)
  };
}

/** The ladders of both recipes. */
export function planLadders(
  model: PlanModel,
  rungs: readonly PlanRung[],
  noise: number
): Readonly<Record<PlanRecipe, PlanLadder>> {
  if (!(noise > 0)) throw new RangeError(`invalid noise; not positive: ${noise}`);
  const ladders = {
    reference: planLadder(model, rungs, "reference", noise),
    new: planLadder(model, rungs, "new", noise)
  };
  const missing = planRecipes.find((recipe) => ladders[recipe].x.length === 0);
  if (missing !== undefined) throw new RangeError(`invalid rungs; none of the recipe ${missing}`);
  return ladders;
}

/** Fits a law to the log losses that its ladders hold at the moment, by least squares from a start. */
export function planMinimizer(
  {sum, bounds}: PlanLaw,
  ladders: Readonly<Record<PlanRecipe, PlanLadder>>
): (start: Float64Array) => Minimum {
  const minimize = newtonMinimizer(sum.size);
  const weights = planRecipes.map((recipe) => ladders[recipe].seeds);
  const smooth = huberSum(sum, weights, Infinity);
  return (start) => minimize(smooth, start, bounds);
}

/**
 * The deviance of losses without noise: twice the log likelihood that the true gain adds to the best law without one.
 *
 * Near it the deviance of noisy ladders is a noncentral chi square with this as its noncentrality; where its root is
 * not the log gain over its deviation, the fit is not linear enough for the delta method.
 *
 * @throws RangeError if a recipe has no rungs or the noise is not positive
 */
export function trueDeviance(model: PlanModel, rungs: readonly PlanRung[], noise: number): number {
  const ladders = planLadders(model, rungs, noise);
  const plain = planLaw(model, ladders, false);
  return (2 * planMinimizer(plain, ladders)(plain.start).value) / (noise * noise);
}

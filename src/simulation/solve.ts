import type {Curve} from "../laws/curve.ts";
import {chinchillaCurve, loss} from "../laws/chinchilla.ts";
import type {ScalingLaw} from "../laws/chinchilla.ts";
import {logLinearCurve} from "../laws/logLinear.ts";
import {logisticCurve} from "../laws/logistic.ts";
import {besiroglu2024, hoffmann2022, muennighoff2023} from "../laws/published.ts";
import {log10} from "../numerics/exp.ts";
import type {CurveSpec, Model, Recipe, Scenario} from "../scenario/schema.ts";
import type {Valuation} from "./valuation.ts";

/** A model's three quantities, any two of which give the third; NaN where they cannot be told. */
export interface Solved {
  /** log10 of training compute, FLOP. */
  readonly log10C: number;
  /** log10 of the gain over the reference recipe. */
  readonly log10Gain: number;
  readonly score: number;
  /** log10 of the part of its gain that its recipe does not share. */
  readonly residual: number;
}

/** One reading of a scenario on one metric: the reference curve, every recipe's gain and every model solved. */
export interface Solution {
  readonly metric: string;
  readonly curve: Curve;
  /** log10 of each recipe's gain over the reference, by id; NaN where it has none. */
  readonly recipes: ReadonlyMap<string, number>;
  readonly models: ReadonlyMap<string, Solved>;
}

const publishedLaws = {hoffmann2022, besiroglu2024, muennighoff2023} as const;

/** The loss law a curve stands on; undefined where it is no law of N and D. */
export function lawOf(spec: CurveSpec | undefined): ScalingLaw | undefined {
  if (spec?.law !== "chinchilla") return undefined;
  return typeof spec.parameters === "string" ? publishedLaws[spec.parameters] : spec.parameters;
}

/** log10 of a model's compute as it is given, or 6ND from its parameters and tokens; NaN where neither is. */
function givenCompute({id, compute, parameters, tokens}: Model, value: Valuation): number {
  if (compute !== undefined) return log10(value(`models.${id}.compute`, compute));
  if (parameters === undefined || tokens === undefined) return NaN;
  return log10(6 * value(`models.${id}.parameters`, parameters) * value(`models.${id}.tokens`, tokens));
}

/** A model's score as it is given, or its loss by the law from its parameters and tokens; NaN where neither is. */
function givenScore(model: Model, metric: string, law: ScalingLaw | undefined, value: Valuation): number {
  const {id, parameters, tokens} = model;
  const score = model.score[metric];
  if (score !== undefined) return value(`models.${id}.score.${metric}`, score);
  if (law === undefined || parameters === undefined || tokens === undefined) return NaN;
  return loss(law, {N: value(`models.${id}.parameters`, parameters), D: value(`models.${id}.tokens`, tokens)});
}

/** The reference recipe's curve on a metric; undefined where it has none or the model it goes through is missing. */
function referenceCurve(scenario: Scenario, metric: string, value: Valuation): Curve | undefined {
  const {reference, recipes, models, metrics} = scenario;
  const spec = recipes.find(({id}) => id === reference)?.curve?.[metric];
  if (spec === undefined) return undefined;
  const law = lawOf(spec);
  if (spec.law === "chinchilla" && law !== undefined) {
    if (spec.policy === "compute-optimal") return chinchillaCurve(law, spec.policy);
    const tokensPerParameter = value(`recipes.${reference}.curve.${metric}.policy`, spec.policy.tokensPerParameter);
    return chinchillaCurve(law, {tokensPerParameter});
  }
  if (spec.law === "chinchilla") return undefined;
  const model = models.find(({id}) => id === spec.through);
  if (model === undefined) return undefined;
  const falling = metrics[metric]?.better === "lower" ? -1 : 1;
  const log10C = givenCompute(model, value);
  const score = givenScore(model, metric, undefined, value);
  const slope = falling * value(`recipes.${reference}.curve.${metric}.slope`, spec.slope);
  const anchor = {log10C, score, slope};
  if (spec.law === "log-linear") return logLinearCurve(anchor);
  const {floor, ceiling} = spec;
  const done = (score - floor) / (ceiling - floor);
  return done > 0 && done < 1 && slope / (ceiling - floor) > 0 ? logisticCurve({...anchor, floor, ceiling}) : undefined;
}

/** The third of a model's quantities from the other two, the gain in question being its own or its recipe's. */
function solveModel(model: Model, curve: Curve, given: {readonly log10C: number; readonly score: number}, log10Gain: number) {
  const {log10C, score} = given;
  switch (model.solve) {
    case "gain":
      return {log10C, score, log10Gain: curve.log10Compute(score) - log10C};
    case "compute":
      return {log10C: curve.log10Compute(score) - log10Gain, score, log10Gain};
    case "score":
      return {log10C, score: curve.score(log10C + log10Gain), log10Gain};
  }
}

/**
 * Every model of a scenario solved on a metric; undefined where the reference recipe has no curve on it.
 *
 * effective compute = compute × gain; score = curve(effective compute). A recipe's gain is that of the model it is
 * read through, or is given outright, or as a ratio over a model; the reference's is 1.
 */
export function solve(scenario: Scenario, metric: string, value: Valuation): Solution | undefined {
  const curve = referenceCurve(scenario, metric, value);
  if (curve === undefined) return undefined;
  const {reference, recipes, models} = scenario;
  const law = lawOf(recipes.find(({id}) => id === reference)?.curve?.[metric]);
  const given = new Map(
    models.map((model) => [
      model.id,
      {log10C: givenCompute(model, value), score: givenScore(model, metric, law, value)}
    ])
  );
  const ownGain = (id: string): number => {
    const {log10C, score} = given.get(id) ?? {log10C: NaN, score: NaN};
    return curve.log10Compute(score) - log10C;
  };
  const recipeGain = ({id, gain}: Recipe): number => {
    if (id === reference) return 0;
    if (gain === undefined) {
      const first = models.find((model) => model.recipe === id && model.solve === "gain");
      return first === undefined ? NaN : ownGain(first.id);
    }
    if ("through" in gain) return ownGain(gain.through);
    if ("times" in gain) return ownGain(gain.over) + log10(value(`recipes.${id}.gain`, gain.times));
    return log10(value(`recipes.${id}.gain`, gain));
  };
  const gains = new Map(recipes.map((recipe) => [recipe.id, recipeGain(recipe)]));
  const solved = models.map((model): [string, Solved] => {
    const shared = gains.get(model.recipe) ?? NaN;
    const own = model.gain === undefined ? shared : log10(value(`models.${model.id}.gain`, model.gain));
    const both = given.get(model.id) ?? {log10C: NaN, score: NaN};
    const result = solveModel(model, curve, both, own);
    return [model.id, {...result, residual: result.log10Gain - shared}];
  });
  return {metric, curve, recipes: gains, models: new Map(solved)};
}

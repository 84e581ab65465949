import type {Curve} from "../laws/curve.ts";
import {chinchillaCurve, loss, trainingCompute} from "../laws/chinchilla.ts";
import type {ScalingLaw} from "../laws/chinchilla.ts";
import {logLinearCurve} from "../laws/logLinear.ts";
import {logisticCurve} from "../laws/logistic.ts";
import {besiroglu2024, hoffmann2022, muennighoff2023} from "../laws/published.ts";
import {log10} from "../numerics/exp.ts";
import type {Quantity} from "../scenario/quantity.ts";
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

/** A quantity and where it stands, put together once and not for every draw. */
type Reader = (value: Valuation) => number;

function reader(address: string, quantity: Quantity): Reader {
  return (value) => value(address, quantity);
}

const noNumber: Reader = () => NaN;

/** log10 of a model's compute as it is given, or 6ND from its parameters and tokens; NaN where neither is. */
function computeReader({id, compute, parameters, tokens}: Model): Reader {
  if (compute !== undefined) {
    const read = reader(`models.${id}.compute`, compute);
    return (value) => log10(read(value));
  }
  if (parameters === undefined || tokens === undefined) return noNumber;
  const N = reader(`models.${id}.parameters`, parameters);
  const D = reader(`models.${id}.tokens`, tokens);
  return (value) => log10(trainingCompute({N: N(value), D: D(value)}));
}

/** A model's score as it is given, or its loss by the law from its parameters and tokens; NaN where neither is. */
function scoreReader({id, score, parameters, tokens}: Model, metric: string, law: ScalingLaw | undefined): Reader {
  const own = score[metric];
  if (own !== undefined) return reader(`models.${id}.score.${metric}`, own);
  if (law === undefined || parameters === undefined || tokens === undefined) return noNumber;
  const N = reader(`models.${id}.parameters`, parameters);
  const D = reader(`models.${id}.tokens`, tokens);
  return (value) => loss(law, {N: N(value), D: D(value)});
}

/** The reference recipe's curve on a metric; undefined where it has none, or none through the model it names. */
function curveReader(scenario: Scenario, metric: string): ((value: Valuation) => Curve | undefined) | undefined {
  const {reference, recipes, models, metrics} = scenario;
  const spec = recipes.find(({id}) => id === reference)?.curve?.[metric];
  const law = lawOf(spec);
  if (spec?.law === "chinchilla" && law !== undefined) {
    const {policy} = spec;
    if (policy === "compute-optimal") {
      const curve = chinchillaCurve(law, policy);
      return () => curve;
    }
    const ratio = reader(`recipes.${reference}.curve.${metric}.policy`, policy.tokensPerParameter);
    return (value) => chinchillaCurve(law, {tokensPerParameter: ratio(value)});
  }
  if (spec === undefined || spec.law === "chinchilla") return undefined;
  const model = models.find(({id}) => id === spec.through);
  if (model === undefined) return undefined;
  const falling = metrics[metric]?.better === "lower" ? -1 : 1;
  const log10C = computeReader(model);
  const score = scoreReader(model, metric, undefined);
  const slope = reader(`recipes.${reference}.curve.${metric}.slope`, spec.slope);
  return (value) => {
    const anchor = {log10C: log10C(value), score: score(value), slope: falling * slope(value)};
    if (spec.law === "log-linear") return logLinearCurve(anchor);
    const {floor, ceiling} = spec;
    const done = (anchor.score - floor) / (ceiling - floor);
    const isBetween = done > 0 && done < 1 && anchor.slope / (ceiling - floor) > 0;
    return isBetween ? logisticCurve({...anchor, floor, ceiling}) : undefined;
  };
}

/** The third of a model's quantities from the other two, the gain in question being its own or its recipe's. */
function solveModel(
  solve: Model["solve"],
  curve: Curve,
  {log10C, score}: Given,
  log10Gain: number
): Given & {readonly log10Gain: number} {
  switch (solve) {
    case "gain":
      return {log10C, score, log10Gain: curve.log10Compute(score) - log10C};
    case "compute":
      return {log10C: curve.log10Compute(score) - log10Gain, score, log10Gain};
    case "score":
      return {log10C, score: curve.score(log10C + log10Gain), log10Gain};
  }
}

interface Given {
  readonly log10C: number;
  readonly score: number;
}

/** log10 of a recipe's gain over the reference, from the models' own gains. */
function recipeGainReader(
  {reference, models}: Scenario,
  {id, gain}: Recipe
): (value: Valuation, ownGain: (id: string) => number) => number {
  if (id === reference) return () => 0;
  if (gain === undefined) {
    const first = models.find((model) => model.recipe === id && model.solve === "gain");
    return first === undefined ? () => NaN : (_, ownGain) => ownGain(first.id);
  }
  if ("through" in gain) return (_, ownGain) => ownGain(gain.through);
  if ("times" in gain) {
    const times = reader(`recipes.${id}.gain`, gain.times);
    return (value, ownGain) => ownGain(gain.over) + log10(times(value));
  }
  const own = reader(`recipes.${id}.gain`, gain);
  return (value) => log10(own(value));
}

/**
 * How to solve every model of a scenario on a metric; undefined where the reference recipe has no curve on it.
 *
 * effective compute = compute × gain; score = curve(effective compute). A recipe's gain is that of the model it is
 * read through, or is given outright, or as a ratio over a model; the reference's is 1. What does not depend on the
 * valuation is looked up once, since thousands of draws follow.
 */
export function solver(scenario: Scenario, metric: string): ((value: Valuation) => Solution | undefined) | undefined {
  const curveOf = curveReader(scenario, metric);
  if (curveOf === undefined) return undefined;
  const law = lawOf(scenario.recipes.find(({id}) => id === scenario.reference)?.curve?.[metric]);
  const recipes = scenario.recipes.map((recipe) => ({id: recipe.id, gain: recipeGainReader(scenario, recipe)}));
  const models = scenario.models.map((model) => ({
    id: model.id,
    recipe: model.recipe,
    solve: model.solve,
    log10C: computeReader(model),
    score: scoreReader(model, metric, law),
    gain: model.gain === undefined ? undefined : reader(`models.${model.id}.gain`, model.gain)
  }));
  return (value) => {
    const curve = curveOf(value);
    if (curve === undefined) return undefined;
    const given = new Map<string, Given>();
    for (const {id, log10C, score} of models) given.set(id, {log10C: log10C(value), score: score(value)});
    const ownGain = (id: string): number => {
      const run = given.get(id);
      return run === undefined ? NaN : curve.log10Compute(run.score) - run.log10C;
    };
    const gains = new Map<string, number>();
    for (const {id, gain} of recipes) gains.set(id, gain(value, ownGain));
    const solved = new Map<string, Solved>();
    for (const {id, recipe, solve: which, gain} of models) {
      const shared = gains.get(recipe) ?? NaN;
      const log10Gain = gain === undefined ? shared : log10(gain(value));
      const result = solveModel(which, curve, given.get(id) ?? {log10C: NaN, score: NaN}, log10Gain);
      solved.set(id, {...result, residual: result.log10Gain - shared});
    }
    return {metric, curve, recipes: gains, models: solved};
  };
}

/** Every model of a scenario solved on a metric; undefined where the reference recipe has no curve on it. */
export function solve(scenario: Scenario, metric: string, value: Valuation): Solution | undefined {
  return solver(scenario, metric)?.(value);
}

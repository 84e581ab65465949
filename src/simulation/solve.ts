import type {Curve} from "../laws/curve.ts";
import {withGain} from "../laws/gain.ts";
import {log10} from "../numerics/exp.ts";
import {furtherLaws} from "../scenario/furtherLaws.ts";
import type {Model, Recipe, Scenario} from "../scenario/schema.ts";
import {computeReader, noNumber, reader, scoreReader} from "./readers.ts";
import type {Reader} from "./readers.ts";
import {curveReader, lawReader} from "./recipeCurve.ts";
import type {Run} from "./recipeGain.ts";
import {shiftReader, shiftedCurve} from "./recipeGain.ts";
import type {Valuation} from "./valuation.ts";

/** A model's three quantities, any two of which give the third; NaN where they cannot be told. */
export interface Solved {
  readonly recipe: string;
  /** log10 of training compute, FLOP. */
  readonly log10C: number;
  /** log10 of the gain over the reference recipe, at the model's score. */
  readonly log10Gain: number;
  readonly score: number;
  /** log10 of the part of its gain that its recipe does not share: how far left of its recipe's curve it stands. */
  readonly residual: number;
  /** log10 of how many times the compute-optimal run of equal loss it costs; NaN where its size is not told. */
  readonly penalty: number;
}

/** One reading of a scenario on one metric: every recipe's curve and every model solved. */
export interface Solution {
  readonly metric: string;
  /** The reference recipe's curve. */
  readonly curve: Curve;
  /** Each recipe's curve of its own compute, by id; absent where its gain is not told. */
  readonly curves: ReadonlyMap<string, Curve>;
  /** log10 of each recipe's gain over the reference where its gain is stated, by id; NaN where there is no one number. */
  readonly recipes: ReadonlyMap<string, number>;
  readonly models: ReadonlyMap<string, Solved>;
}

/** The curve a run stands on: its recipe's, moved so that it goes through the run. */
export function runCurve({curve, curves}: Solution, {recipe, log10Gain, residual}: Solved): Curve {
  const own = curves.get(recipe);
  if (own === undefined) return withGain(curve, {log10Gain});
  return residual === 0 || Number.isNaN(residual) ? own : withGain(own, {log10Gain: residual});
}

/** The third of a model's quantities from the other two, the gain in question being its own or its recipe's. */
function solveModel(solve: Model["solve"], reference: Curve, own: Curve | undefined, run: Run, log10Gain: number): Run {
  if (solve === "gain") return run;
  const curve = Number.isNaN(log10Gain) ? own : withGain(reference, {log10Gain});
  if (curve === undefined) return {...run, [solve === "compute" ? "log10C" : "score"]: NaN};
  return solve === "compute"
    ? {score: run.score, log10C: curve.log10Compute(run.score)}
    : {log10C: run.log10C, score: curve.score(run.log10C)};
}

/** log10 of a model's over-training penalty by the law of the scenario's baseline; NaN where its size is not told. */
function penaltyReader({baseline}: Scenario, {id, parameters, tokens}: Model): Reader {
  if (parameters === undefined || tokens === undefined) return noNumber;
  const {chinchillaLaws, overtrainingPenalty} = furtherLaws();
  const law = chinchillaLaws[baseline.law];
  const N = reader(`models.${id}.parameters`, parameters);
  const D = reader(`models.${id}.tokens`, tokens);
  return (value) => log10(overtrainingPenalty(law, {N: N(value), D: D(value)}));
}

/** A recipe's curve in one valuation, with log10 of its gain where that is one number. */
type RecipeReader = (
  value: Valuation,
  reference: Curve,
  run: (model: string) => Run
) => {readonly curve: Curve | undefined; readonly log10Gain: number};

function recipeReader(scenario: Scenario, recipe: Recipe, metric: string): RecipeReader {
  if (recipe.id === scenario.reference) return (_, reference) => ({curve: reference, log10Gain: 0});
  const own = curveReader(scenario, recipe, metric);
  if (own !== undefined) return (value) => ({curve: own(value), log10Gain: NaN});
  const shift = shiftReader(scenario, recipe, metric);
  return (value, reference, run) => {
    const shifted = shift(value, reference, run);
    return {curve: shiftedCurve(shifted), log10Gain: shifted.log10Gain};
  };
}

/**
 * How to solve every model of a scenario on a metric; undefined where the reference recipe has no curve on it.
 *
 * effective compute = compute × gain; score = curve(effective compute). A recipe has a curve of its own, or the
 * reference's with its gain: constant, growing with scale, or with another end. What does not depend on the valuation
 * is looked up once, since thousands of draws follow.
 */
export function solver(scenario: Scenario, metric: string): ((value: Valuation) => Solution | undefined) | undefined {
  const reference = scenario.recipes.find(({id}) => id === scenario.reference);
  const curveOf = curveReader(scenario, reference, metric);
  if (curveOf === undefined) return undefined;
  const law = lawReader(reference?.curve?.[metric], `recipes.${scenario.reference}.curve.${metric}`);
  const recipes = scenario.recipes.map((recipe) => ({id: recipe.id, read: recipeReader(scenario, recipe, metric)}));
  const isOptimal = scenario.baseline.run === "compute-optimal";
  const models = scenario.models.map((model) => ({
    id: model.id,
    recipe: model.recipe,
    solve: model.solve,
    log10C: computeReader(model),
    score: scoreReader(model, metric, law),
    gain: model.gain === undefined ? noNumber : reader(`models.${model.id}.gain`, model.gain),
    penalty: isOptimal ? penaltyReader(scenario, model) : noNumber
  }));
  return (value) => {
    const curve = curveOf(value);
    if (curve === undefined) return undefined;
    const given = new Map<string, Run>();
    for (const {id, log10C, score} of models) given.set(id, {log10C: log10C(value), score: score(value)});
    const runOf = (id: string): Run => given.get(id) ?? nowhere;
    const gains = new Map<string, number>();
    const curves = new Map<string, Curve>();
    for (const {id, read} of recipes) {
      const {curve: own, log10Gain} = read(value, curve, runOf);
      gains.set(id, log10Gain);
      if (own !== undefined) curves.set(id, own);
    }
    const solved = new Map<string, Solved>();
    for (const {id, recipe, solve: which, gain, penalty} of models) {
      const own = curves.get(recipe);
      const run = solveModel(which, curve, own, runOf(id), log10(gain(value)));
      const effective = curve.log10Compute(run.score);
      solved.set(id, {
        recipe,
        ...run,
        log10Gain: effective - run.log10C,
        residual:
          own === undefined ? NaN : own === curve ? effective - run.log10C : own.log10Compute(run.score) - run.log10C,
        penalty: penalty(value)
      });
    }
    return {metric, curve, curves, recipes: gains, models: solved};
  };
}

const nowhere: Run = {log10C: NaN, score: NaN};

/** Every model of a scenario solved on a metric; undefined where the reference recipe has no curve on it. */
export function solve(scenario: Scenario, metric: string, value: Valuation): Solution | undefined {
  return solver(scenario, metric)?.(value);
}

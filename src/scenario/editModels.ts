import {pow10} from "../numerics/exp.ts";
import type {Edited} from "./edit.ts";
import {
  added,
  anchoredOn,
  canAnchor,
  changed,
  copyName,
  edited,
  hasCompute,
  idFor,
  nameFault,
  refused,
  without
} from "./edit.ts";
import {metricShown} from "./inputList.ts";
import {formatMultiplier} from "./numberText.ts";
import type {Quantity} from "./quantity.ts";
import type {CurveSpec, Model, Recipe, Scenario} from "./schema.ts";

/** A model's three quantities as they are solved; NaN where one cannot be told. */
export interface Triple {
  readonly log10C: number;
  readonly log10Gain: number;
  readonly score: number;
}

const gone: Edited = refused("It is no longer in the scenario");
const modelOf = ({models}: Scenario, id: string): Model | undefined => models.find((model) => model.id === id);
const withModel = (scenario: Scenario, id: string, edit: (model: Model) => Model): Scenario => ({
  ...scenario,
  models: changed(scenario.models, id, edit)
});

const plain = (value: number): Quantity => ({value, written: value});

/** A new model: placed on the reference recipe's curve, which needs no number beside the place. */
export function addModel(scenario: Scenario, name = "New model"): Edited {
  const model: Model = {
    id: idFor(
      name,
      scenario.models.map(({id}) => id)
    ),
    name,
    recipe: scenario.reference,
    compute: plain(1e25),
    basis: "placed",
    score: {},
    scoreBasis: "measured",
    solve: "score"
  };
  return added(scenario, "models", model);
}

export function duplicateModel(scenario: Scenario, id: string): Edited {
  const model = modelOf(scenario, id);
  if (model === undefined) return gone;
  const name = copyName(model.name);
  const copy = {
    ...model,
    name,
    id: idFor(
      name,
      scenario.models.map((item) => item.id)
    )
  };
  return added(scenario, "models", copy, id);
}

export function renameModel(scenario: Scenario, id: string, name: string): Edited {
  const fault = nameFault(name);
  return fault === undefined
    ? edited(withModel(scenario, id, (model) => ({...model, name: name.trim()})))
    : refused(fault);
}

export const setModelBasis = (scenario: Scenario, id: string, basis: Model["basis"]): Edited =>
  edited(withModel(scenario, id, (model) => ({...model, basis})));

/** Why a model must go on solving for its gain; undefined where it need not. */
export function lockReason({recipes}: Scenario, id: string): string | undefined {
  const curve = recipes.find((recipe) => anchoredOn(recipe, id).length > 0);
  if (curve !== undefined) {
    return `The curve of ${curve.name} goes through it, so its compute and score are given and its gain follows`;
  }
  const over = recipes.find(({gain}) => gain !== undefined && "over" in gain && gain.over === id);
  return over && `The gain of ${over.name} is a ratio over its gain, which follows from its compute and score`;
}

/** The recipe that takes its gain from a model, by name or because it is the first that tells it. */
function recipeReadThrough({recipes, models, reference}: Scenario, {id, recipe}: Model): Recipe | undefined {
  const own = recipes.find((item) => item.id === recipe);
  if (own === undefined || own.id === reference) return undefined;
  if (own.gain !== undefined) return "through" in own.gain && own.gain.through === id ? own : undefined;
  return models.find((model) => model.recipe === recipe && model.solve === "gain")?.id === id ? own : undefined;
}

/** Solved values are kept to as many digits as make no difference and leave a readable file. */
const keptDigits = 12;
const relativeDifference = 1e-9;

/** The quantity that a solved value becomes when it is given: the one it already was, where it has not moved. */
function given(value: number, before: Quantity | undefined): Quantity | undefined {
  if (!Number.isFinite(value)) return before;
  const same = before !== undefined && Math.abs(before.value - value) <= relativeDifference * Math.abs(value);
  return same ? before : plain(Number(value.toPrecision(keptDigits)));
}

/**
 * Lets a model solve for another of its three quantities and keeps all three as they are: what was solved is given.
 *
 * Where the recipe takes its gain from this model, the recipe is given the gain, so that its other models stay too.
 */
export function setSolve(scenario: Scenario, id: string, solve: Model["solve"], solved: Triple): Edited {
  const model = modelOf(scenario, id);
  if (model === undefined) return gone;
  if (model.solve === solve) return edited(scenario);
  const reason = lockReason(scenario, id);
  if (reason !== undefined) return refused(reason);
  const metric = metricShown(scenario);
  const compute =
    hasCompute(model) && model.solve !== "compute" ? model.compute : given(pow10(solved.log10C), model.compute);
  const score =
    model.solve === "score"
      ? given(solved.score, model.score[metric])
      : (model.score[metric] ?? given(solved.score, undefined));
  const next: Model = {
    ...without(model, "compute", "gain"),
    ...(compute === undefined ? {} : {compute}),
    score: score === undefined ? model.score : {...model.score, [metric]: score},
    ...(compute === model.compute ? {} : {basis: "placed"}),
    ...(score === model.score[metric] ? {} : {scoreBasis: "estimate"}),
    solve
  };
  if (solve !== "compute" && !hasCompute(next)) return refused("Its compute cannot be told, so it cannot be given");
  if (solve !== "score" && score === undefined) return refused("Its score cannot be told, so it cannot be given");
  if (solve === "gain") return edited(withModel(scenario, id, () => next));
  return withGain(
    scenario,
    model,
    next,
    given(pow10(solved.log10Gain), model.solve === "gain" ? undefined : model.gain)
  );
}

/** The model with its gain given: by its recipe where that was read through it, else on its own. */
function withGain(scenario: Scenario, before: Model, next: Model, gain: Quantity | undefined): Edited {
  if (before.solve === "gain" && gain === undefined) return refused("Its gain cannot be told, so it cannot be given");
  const recipe = before.solve === "gain" ? recipeReadThrough(scenario, before) : undefined;
  if (recipe !== undefined && gain !== undefined) {
    const recipes = changed(scenario.recipes, recipe.id, (item) => ({...item, gain}));
    const also = [`${recipe.name} now gives its gain itself, ${formatMultiplier(gain.value)}`];
    return edited({...withModel(scenario, before.id, () => next), recipes}, also);
  }
  const own = before.solve === "gain" || before.gain !== undefined ? gain : undefined;
  return edited(withModel(scenario, before.id, () => (own === undefined ? next : {...next, gain: own})));
}

/** Takes a number away from a model, where nothing needs it. */
export function clearModel(scenario: Scenario, id: string, key: "compute" | "score" | "gain"): Edited {
  const model = modelOf(scenario, id);
  if (model === undefined) return gone;
  const metric = metricShown(scenario);
  const next = key === "score" ? {...model, score: without(model.score, metric)} : without(model, key);
  const curve = scenario.recipes.find((recipe) => anchoredOn(recipe, id).length > 0);
  if (curve !== undefined && key !== "gain" && !anchoredOn(curve, id).every((on) => canAnchor(next, curve.id, on))) {
    return refused(`The curve of ${curve.name} goes through it and needs its ${key}`);
  }
  if (model.solve === "score" && !hasCompute(next)) return refused("It solves for score, so its compute must be given");
  if (model.solve === "compute" && Object.keys(next.score).length === 0 && next.parameters === undefined) {
    return refused("It solves for compute, so its score must be given");
  }
  return edited(withModel(scenario, id, () => next));
}

/** Moves a model to another recipe. */
export function setModelRecipe(scenario: Scenario, id: string, recipe: string): Edited {
  const model = modelOf(scenario, id);
  if (model === undefined) return gone;
  if (model.recipe === recipe) return edited(scenario);
  const curve = scenario.recipes.find((item) => anchoredOn(item, id).length > 0);
  if (curve !== undefined)
    return refused(`The curve of ${curve.name} goes through it: choose another model for the curve first`);
  const {recipes, also} = withoutThrough(scenario.recipes, id);
  return edited({...withModel(scenario, id, (item) => ({...item, recipe})), recipes}, also);
}

/** The recipes, none of which takes its gain through a model any more. */
function withoutThrough(recipes: readonly Recipe[], id: string) {
  const also: string[] = [];
  const left = recipes.map((recipe): Recipe => {
    if (recipe.gain === undefined || !("through" in recipe.gain) || recipe.gain.through !== id) return recipe;
    also.push(`${recipe.name} takes its gain from the first of its other models that tells one`);
    return without(recipe, "gain");
  });
  return {recipes: left, also};
}

/** The curves of a recipe with another model in place of one that goes; a metric without such a model is `lost`. */
function reanchored(recipe: Recipe, id: string, others: readonly Model[], isReference: boolean) {
  const also: string[] = [];
  const lost: string[] = [];
  const curve: Record<string, CurveSpec> = {};
  for (const [metric, spec] of Object.entries(recipe.curve ?? {})) {
    const other = others.find((model) => canAnchor(model, recipe.id, metric));
    if (!("through" in spec) || spec.through !== id) curve[metric] = spec;
    else if (other !== undefined) {
      curve[metric] = {...spec, through: other.id};
      also.push(`the curve of ${recipe.name} goes through ${other.name}`);
    } else if (isReference) lost.push(metric);
  }
  const next: Recipe = Object.keys(curve).length === 0 ? without(recipe, "curve") : {...recipe, curve};
  return {recipe: next, also, lost};
}

/** Deletes a model, and with it what cannot be without it. */
export function removeModel(scenario: Scenario, id: string): Edited {
  const model = modelOf(scenario, id);
  if (model === undefined) return gone;
  const over = scenario.recipes.find(({gain}) => gain !== undefined && "over" in gain && gain.over === id);
  if (over !== undefined) return refused(`The gain of ${over.name} is a ratio over ${model.name}`);
  const models = scenario.models.filter((item) => item.id !== id);
  const through = withoutThrough(scenario.recipes, id);
  const curves = through.recipes.map((recipe) => reanchored(recipe, id, models, recipe.id === scenario.reference));
  if (curves.some(({lost}) => lost.length > 0)) {
    return refused(`The reference curve goes through ${model.name} and there is no other model it could go through`);
  }
  const claims = scenario.claims.flatMap((claim) => {
    const against = claim.against.filter((item) => item !== id);
    if (claim.subject === id || against.length === 0) return [];
    return [{...(claim.level === id ? without(claim, "level") : claim), against}];
  });
  const lostClaims = scenario.claims.filter((claim) => !claims.some((left) => left.id === claim.id));
  return edited({...scenario, models, claims, recipes: curves.map(({recipe}) => recipe)}, [
    ...curves.flatMap(({also}) => also),
    ...through.also,
    ...lostClaims.map(({words, by}) => `the claim “${words}” by ${by} is deleted with it`),
    ...(scenario.view.subject === id ? ["the answer is about another model"] : [])
  ]);
}

import type {ModelsCsv} from "./csv.ts";
import type {Edited} from "./edit.ts";
import {anchoredOn, canAnchor, edited, refused, without} from "./edit.ts";
import {lockReason, removeModel} from "./editModels.ts";
import {limits} from "./limits.ts";
import type {Quantity} from "./quantity.ts";
import type {Model, Recipe, Scenario} from "./schema.ts";

/** Whether the models of a table come beside those that are there, or in their place. */
export type ImportHow = "add" | "replace";

type Read = Pick<ModelsCsv, "models" | "recipes">;

const sameNumber = (a: Quantity | undefined, b: Quantity | undefined): boolean => a?.value === b?.value;

/** A model as a table has it in the place of one that is there: its id, its other scores, and what still has a source. */
function merged(old: Model, read: Model): Model {
  const score = {...old.score, ...read.score};
  const isSame =
    sameNumber(old.compute, read.compute) && Object.keys(score).every((key) => sameNumber(old.score[key], score[key]));
  const next = {...read, id: old.id, score};
  if (!isSame) return next;
  return {...next, scoreBasis: old.scoreBasis, ...(old.evidence === undefined ? {} : {evidence: old.evidence})};
}

/** Whether what holds a model in its place, a curve or a ratio, would still hold with other numbers. */
function stillHolds({recipes}: Scenario, old: Model, next: Model): boolean {
  return (
    next.solve === "gain" &&
    recipes.every((recipe) => anchoredOn(recipe, old.id).every((metric) => canAnchor(next, recipe.id, metric)))
  );
}

/** The recipes, none of which takes its gain through a model that no longer tells it. */
const withToldGains = (recipes: readonly Recipe[], models: readonly Model[]): readonly Recipe[] =>
  recipes.map((recipe): Recipe => {
    const {gain, id} = recipe;
    if (gain === undefined || !("through" in gain)) return recipe;
    const model = models.find((item) => item.id === gain.through);
    return model?.solve === "gain" && model.recipe === id ? recipe : without(recipe, "gain");
  });

function replaceModels(scenario: Scenario, {models, recipes}: Read): Edited {
  const left = new Map(scenario.models.map((model) => [model.name.trim().toLowerCase(), model]));
  const also: string[] = [];
  const next = models.map((read) => {
    const key = read.name.trim().toLowerCase();
    const old = left.get(key);
    if (old === undefined) return read;
    left.delete(key);
    const model = merged(old, read);
    const reason = lockReason(scenario, old.id);
    if (reason === undefined || stillHolds(scenario, old, model)) return model;
    also.push(`${old.name} stays as it was. ${reason}`);
    return old;
  });
  const placed = new Set(next.map(({id}) => id));
  const others = scenario.models.filter(({id}) => !placed.has(id));
  const together = [...next, ...others];
  let current: Scenario = {
    ...scenario,
    models: together,
    recipes: withToldGains([...scenario.recipes, ...recipes], together)
  };
  for (const {id, name} of others) {
    const result = removeModel(current, id);
    if (result.ok) {
      current = result.scenario;
      also.push(...result.also);
    } else also.push(`${name} stays. ${result.reason}`);
  }
  if (current.models.length > limits.models) return refused(`A scenario holds ${limits.models} models at most`);
  return edited(current, also);
}

/** Takes the models of a table into the scenario. */
export function importModels(scenario: Scenario, read: Read, how: ImportHow): Edited {
  const recipes = scenario.recipes.length + read.recipes.length;
  if (recipes > limits.recipes)
    return refused(`A scenario holds ${limits.recipes} recipes at most, this would make ${recipes}`);
  if (how === "replace") return replaceModels(scenario, read);
  const models = [...scenario.models, ...read.models];
  if (models.length > limits.models) {
    return refused(`A scenario holds ${limits.models} models at most, this would make ${models.length}`);
  }
  return edited({...scenario, models, recipes: [...scenario.recipes, ...read.recipes]});
}

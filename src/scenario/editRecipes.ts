import type {Edited} from "./edit.ts";
import {added, anchoredOn, canAnchor, changed, copyName, edited, idFor, nameFault, refused, without} from "./edit.ts";
import type {CurveSpec, Recipe, RecipeGain, Scenario} from "./schema.ts";

const gone: Edited = refused("It is no longer in the scenario");
const recipeOf = ({recipes}: Scenario, id: string): Recipe | undefined => recipes.find((recipe) => recipe.id === id);
const withRecipe = (scenario: Scenario, id: string, edit: (recipe: Recipe) => Recipe): Scenario => ({
  ...scenario,
  recipes: changed(scenario.recipes, id, edit)
});

export function addRecipe(scenario: Scenario, name = "New recipe"): Edited {
  return added(scenario, "recipes", {
    id: idFor(
      name,
      scenario.recipes.map(({id}) => id)
    ),
    name
  });
}

/** A copy of a recipe without models; what it takes from its models it cannot take along. */
export function duplicateRecipe(scenario: Scenario, id: string): Edited {
  const recipe = recipeOf(scenario, id);
  if (recipe === undefined) return gone;
  const name = copyName(recipe.name);
  const copy = {
    ...without(recipe, "curve"),
    name,
    id: idFor(
      name,
      scenario.recipes.map((item) => item.id)
    )
  };
  const isThrough = copy.gain !== undefined && "through" in copy.gain;
  return added(scenario, "recipes", isThrough ? without(copy, "gain") : copy, id);
}

export function renameRecipe(scenario: Scenario, id: string, name: string): Edited {
  const fault = nameFault(name);
  return fault === undefined
    ? edited(withRecipe(scenario, id, (recipe) => ({...recipe, name: name.trim()})))
    : refused(fault);
}

/** Names a recipe's maker; an empty text takes the maker away. */
export function setMaker(scenario: Scenario, id: string, maker: string): Edited {
  const text = maker.trim();
  if (text === "") return edited(withRecipe(scenario, id, (recipe) => without(recipe, "maker")));
  const fault = nameFault(text);
  return fault === undefined
    ? edited(withRecipe(scenario, id, (recipe) => ({...recipe, maker: text})))
    : refused(fault);
}

/** Gives a recipe its gain: a number, through one of its models, as a ratio over a model; undefined leaves it open. */
export function setRecipeGain(scenario: Scenario, id: string, gain: RecipeGain | undefined): Edited {
  if (gain === undefined) return edited(withRecipe(scenario, id, (recipe) => without(recipe, "gain")));
  if (!("written" in gain)) {
    const named = "through" in gain ? gain.through : gain.over;
    const model = scenario.models.find((item) => item.id === named);
    if (model === undefined) return gone;
    if (model.solve !== "gain") return refused(`${model.name} solves for ${model.solve}, so it tells no gain`);
    if ("through" in gain && model.recipe !== id) return refused(`${model.name} is of another recipe`);
  }
  return edited(withRecipe(scenario, id, (recipe) => ({...recipe, gain})));
}

/** Lets the curve of a recipe go through another of its models. */
export function setAnchor(scenario: Scenario, id: string, metric: string, through: string): Edited {
  const spec = recipeOf(scenario, id)?.curve?.[metric];
  const model = scenario.models.find((item) => item.id === through);
  if (spec === undefined || !("through" in spec) || model === undefined) return gone;
  if (!canAnchor(model, id, metric)) {
    return refused(`${model.name} must be of this recipe, solve for gain and have compute and a score`);
  }
  return edited(
    withRecipe(scenario, id, (recipe) => ({...recipe, curve: {...recipe.curve, [metric]: {...spec, through}}}))
  );
}

/** Makes a recipe the reference: it takes over the shape of the curve, through a model of its own. */
export function setReference(scenario: Scenario, id: string): Edited {
  const {reference, models, metrics} = scenario;
  const before = recipeOf(scenario, reference);
  const next = recipeOf(scenario, id);
  if (next === undefined || before === undefined) return gone;
  if (id === reference) return edited(scenario);
  const curve: Record<string, CurveSpec> = {};
  for (const [metric, spec] of Object.entries(before.curve ?? {})) {
    const anchor = models.find((model) => canAnchor(model, id, metric));
    if (!("through" in spec)) curve[metric] = spec;
    else if (anchor !== undefined) curve[metric] = {...spec, through: anchor.id};
    else {
      const name = metrics[metric]?.short ?? metrics[metric]?.name ?? metric;
      return refused(`No model of ${next.name} solves for gain and has compute and a score on ${name}`);
    }
  }
  const headline = scenario.view.headline?.map((address) =>
    address.replace(`recipes.${reference}.curve.`, `recipes.${id}.curve.`)
  );
  const recipes = scenario.recipes.map((recipe): Recipe => {
    if (recipe.id === reference) return without(recipe, "curve");
    return recipe.id === id ? {...without(recipe, "gain"), curve} : recipe;
  });
  const view = headline === undefined ? scenario.view : {...scenario.view, headline};
  return edited({...scenario, reference: id, recipes, view}, [
    `every gain is now over ${next.name}`,
    ...models
      .filter((model) => anchoredOn({...next, curve}, model.id).length > 0)
      .map(({name}) => `the curve goes through ${name}`)
  ]);
}

export function removeRecipe(scenario: Scenario, id: string): Edited {
  const recipe = recipeOf(scenario, id);
  if (recipe === undefined) return gone;
  if (id === scenario.reference)
    return refused(`${recipe.name} is the reference: make another recipe the reference first`);
  const members = scenario.models.filter((model) => model.recipe === id);
  if (members.length > 0) {
    const listed = members
      .slice(0, 3)
      .map(({name}) => name)
      .join(", ");
    const more = members.length > 3 ? ` and ${members.length - 3} more` : "";
    return refused(
      `${listed}${more} ${members.length > 1 ? "belong" : "belongs"} to it: give them another recipe or delete them first`
    );
  }
  return edited({...scenario, recipes: scenario.recipes.filter((item) => item.id !== id)});
}

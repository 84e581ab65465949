import {curveQuantities, statedLimit, withCurveQuantity} from "./curveParameters.ts";
import type {Quantity, QuantityInput} from "./quantity.ts";
import type {Recipe, Scenario} from "./schema.ts";
import {sections} from "./sections.ts";

/** The item of a keyed list with its id. */
const withId = <T extends {readonly id: string}>(items: readonly T[], id: string | undefined): T | undefined =>
  items.find((item) => item.id === id);

const count = (value: number): Quantity => ({value, written: value});

/** Where a recipe's gain is written as a number: itself, or the ratio over a model. */
function recipeGain({gain}: Recipe): Quantity | undefined {
  if (gain === undefined) return undefined;
  if ("written" in gain) return gain;
  return "times" in gain ? gain.times : undefined;
}

/** The one quantity of a record with that key, own keys only: an address comes from a file. */
const ofKey = (record: object | undefined, key: string): Quantity | undefined =>
  record !== undefined && Object.hasOwn(record, key) ? (record as Readonly<Record<string, Quantity>>)[key] : undefined;

/** What a recipe's address names; a growth that is not written is 1, a limit that is not written the reference's. */
function readRecipe(scenario: Scenario, recipe: Recipe, [key, second = "", third = ""]: readonly string[]) {
  switch (key) {
    case "curve": {
      const spec = ofKey(recipe.curve, second) === undefined ? undefined : recipe.curve?.[second];
      return spec === undefined ? undefined : ofKey(curveQuantities(spec), third);
    }
    case "gain":
      return recipeGain(recipe);
    case "growth":
      return recipe.id === scenario.reference ? undefined : (recipe.growth?.times ?? count(1));
    case "growthFrom":
      return recipe.growth?.from;
    case "limit": {
      const reference = withId(scenario.recipes, scenario.reference)?.curve?.[second];
      const limit = recipe.id === scenario.reference ? undefined : statedLimit(reference);
      return ofKey(recipe.limit, second) ?? (limit === undefined ? undefined : count(limit));
    }
    case "parts":
      return ofKey(recipe.parts, second);
    case "apart":
      return ofKey(recipe.apart, second);
    default:
      return undefined;
  }
}

/** The quantity at an address such as `models.muse-spark.compute`; undefined where nothing is set there. */
export function readInput(scenario: Scenario, address: string): Quantity | undefined {
  const [section, id, key, ...rest] = address.split(".");
  switch (section) {
    case "models": {
      const model = withId(scenario.models, id);
      if (key === "score") return ofKey(model?.score, rest[0] ?? "");
      return key === "compute" || key === "gain" || key === "parameters" || key === "tokens" ? model?.[key] : undefined;
    }
    case "recipes": {
      const recipe = withId(scenario.recipes, id);
      return recipe === undefined ? undefined : readRecipe(scenario, recipe, [key ?? "", ...rest]);
    }
    case "claims":
      return key === "ratio" ? withId(scenario.claims, id)?.ratio : undefined;
    case "thresholds":
      return key === "compute" ? withId(scenario.thresholds, id)?.compute : undefined;
    case "uncertainty":
      if (id === "seed") return count(scenario.uncertainty.seed);
      return id === "draws" ? count(scenario.uncertainty.draws) : undefined;
    case "runs":
      return id === "target" || id === "holdOut" ? scenario.runs?.[id] : undefined;
    default:
      return sections().read(scenario, address);
  }
}

const change = <T extends {readonly id: string}>(items: readonly T[], id: string, edit: (item: T) => T): readonly T[] =>
  items.map((item) => (item.id === id ? edit(item) : item));

function withRecipeGain(recipe: Recipe, quantity: Quantity): Recipe {
  const {gain} = recipe;
  return {...recipe, gain: gain !== undefined && "times" in gain ? {...gain, times: quantity} : quantity};
}

/** The recipe with another quantity; an address that names nothing changes nothing. */
function withRecipeQuantity(
  recipe: Recipe,
  [key, second = "", third = ""]: readonly string[],
  quantity: Quantity
): Recipe {
  switch (key) {
    case "curve": {
      const spec = recipe.curve?.[second];
      if (spec === undefined) return recipe;
      return {...recipe, curve: {...recipe.curve, [second]: withCurveQuantity(spec, third, quantity)}};
    }
    case "gain":
      return withRecipeGain(recipe, quantity);
    case "growth":
      return {...recipe, growth: {...recipe.growth, times: quantity}};
    case "growthFrom":
      return {...recipe, growth: {times: recipe.growth?.times ?? count(1), from: quantity}};
    case "limit":
      return {...recipe, limit: {...recipe.limit, [second]: quantity}};
    case "parts":
      return {...recipe, parts: {...recipe.parts, [second]: quantity}};
    case "apart":
      return {...recipe, apart: {...recipe.apart, [second]: quantity}};
    default:
      return recipe;
  }
}

/**
 * The scenario with another quantity at an address; everything else is the same object.
 *
 * An address that names nothing changes nothing.
 */
export function writeInput(scenario: Scenario, address: string, quantity: Quantity): Scenario {
  const [section, id = "", key = "", metric = "", ...rest] = address.split(".");
  switch (section) {
    case "models":
      return {
        ...scenario,
        models: change(scenario.models, id, (model) =>
          key === "score" ? {...model, score: {...model.score, [metric]: quantity}} : {...model, [key]: quantity}
        )
      };
    case "recipes":
      return {
        ...scenario,
        recipes: change(scenario.recipes, id, (recipe) => withRecipeQuantity(recipe, [key, metric, ...rest], quantity))
      };
    case "claims":
      return {...scenario, claims: change(scenario.claims, id, (claim) => ({...claim, ratio: quantity}))};
    case "thresholds":
      return {...scenario, thresholds: change(scenario.thresholds, id, (item) => ({...item, compute: quantity}))};
    case "uncertainty":
      return {...scenario, uncertainty: {...scenario.uncertainty, [id]: quantity.value}};
    case "runs":
      return scenario.runs === undefined ? scenario : {...scenario, runs: {...scenario.runs, [id]: quantity}};
    default:
      return sections().write(scenario, address, quantity);
  }
}

/** The quantity with another value: its interval or its bound stays, what was written gives way. */
export function moveTo({low, high, bound, shape}: Quantity, value: number): Quantity {
  const interval: QuantityInput =
    low === undefined || high === undefined ? value : {value, low, high, ...(shape === undefined ? {} : {shape})};
  return {
    value,
    ...(low === undefined ? {} : {low}),
    ...(high === undefined ? {} : {high}),
    ...(bound === undefined ? {} : {bound}),
    ...(shape === undefined ? {} : {shape}),
    written: bound === undefined ? interval : `${bound} ${value}`
  };
}

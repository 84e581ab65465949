import type {Quantity, QuantityInput} from "./quantity.ts";
import type {CurveSpec, Recipe, Scenario} from "./schema.ts";

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

/** The quantity at an address such as `models.muse-spark.compute`; undefined where nothing is set there. */
export function readInput(scenario: Scenario, address: string): Quantity | undefined {
  const [section, id, key, metric = ""] = address.split(".");
  switch (section) {
    case "models": {
      const model = withId(scenario.models, id);
      if (key === "score") return model?.score[metric];
      return key === "compute" || key === "gain" || key === "parameters" || key === "tokens" ? model?.[key] : undefined;
    }
    case "recipes": {
      const recipe = withId(scenario.recipes, id);
      const curve = recipe?.curve?.[metric];
      if (key === "curve") return curve !== undefined && "slope" in curve ? curve.slope : undefined;
      return key === "gain" && recipe !== undefined ? recipeGain(recipe) : undefined;
    }
    case "claims":
      return key === "ratio" ? withId(scenario.claims, id)?.ratio : undefined;
    case "thresholds":
      return key === "compute" ? withId(scenario.thresholds, id)?.compute : undefined;
    case "uncertainty":
      if (id === "seed") return count(scenario.uncertainty.seed);
      return id === "draws" ? count(scenario.uncertainty.draws) : undefined;
    default:
      return undefined;
  }
}

const change = <T extends {readonly id: string}>(items: readonly T[], id: string, edit: (item: T) => T): readonly T[] =>
  items.map((item) => (item.id === id ? edit(item) : item));

function withRecipeGain(recipe: Recipe, quantity: Quantity): Recipe {
  const {gain} = recipe;
  return {...recipe, gain: gain !== undefined && "times" in gain ? {...gain, times: quantity} : quantity};
}

/** The curve with another slope; a law without one stays as it is. */
function withSlope(recipe: Recipe, metric: string, quantity: Quantity): Recipe {
  const curve: CurveSpec | undefined = recipe.curve?.[metric];
  if (curve === undefined || curve.law === "chinchilla") return recipe;
  return {...recipe, curve: {...recipe.curve, [metric]: {...curve, slope: quantity}}};
}

/**
 * The scenario with another quantity at an address; everything else is the same object.
 *
 * An address that names nothing changes nothing.
 */
export function writeInput(scenario: Scenario, address: string, quantity: Quantity): Scenario {
  const [section, id = "", key = "", metric = ""] = address.split(".");
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
        recipes: change(scenario.recipes, id, (recipe) =>
          key === "curve" ? withSlope(recipe, metric, quantity) : withRecipeGain(recipe, quantity)
        )
      };
    case "claims":
      return {...scenario, claims: change(scenario.claims, id, (claim) => ({...claim, ratio: quantity}))};
    case "thresholds":
      return {...scenario, thresholds: change(scenario.thresholds, id, (item) => ({...item, compute: quantity}))};
    case "uncertainty":
      return {...scenario, uncertainty: {...scenario.uncertainty, [id]: quantity.value}};
    default:
      return scenario;
  }
}

/** The quantity with another value: its interval or its bound stays, what was written gives way. */
export function moveTo({low, high, bound}: Quantity, value: number): Quantity {
  const interval: QuantityInput = low === undefined || high === undefined ? value : {value, low, high};
  return {
    value,
    ...(low === undefined ? {} : {low}),
    ...(high === undefined ? {} : {high}),
    ...(bound === undefined ? {} : {bound}),
    written: bound === undefined ? interval : `${bound} ${value}`
  };
}

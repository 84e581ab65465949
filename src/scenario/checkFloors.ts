import {pow} from "../numerics/exp.ts";
import {statedLimit, throughOf} from "./curveParameters.ts";
import type {Quantity} from "./quantity.ts";
import type {CurveSpec, Recipe, Scenario} from "./schema.ts";

/** A growth of 0.1 a tenfold takes back all that the tenfold brings. */
const leastGrowth = 0.1;

/** Of 100,000 draws none lies so many times as far from the middle as the 95th percentile does. */
const tail = 2.9;

/** The highest value a positive quantity is ever drawn at. */
function mostDrawn({value, high, shape}: Quantity): number {
  if (high === undefined || shape === "uniform") return high ?? value;
  return shape === "normal" ? value + tail * (high - value) : value * pow(high / value, tail);
}

/** The lowest value a score is ever drawn at. */
function leastDrawn({value, low, shape}: Quantity): number {
  if (low === undefined || shape === "uniform") return low ?? value;
  return value - tail * (value - low);
}

/** Why a growth leaves its recipe no curve; undefined where it leaves one. */
export function growthFault({growth}: Recipe): string | undefined {
  const least = growth === undefined ? 1 : (growth.times.low ?? growth.times.value);
  return least > leastGrowth
    ? undefined
    : `must be above ${leastGrowth}, got ${least}: the recipe’s exponent would be 0 or below`;
}

/** Why a recipe cannot end where its limit says: a floor above, or a ceiling below, a score it has reached. */
export function limitFault(scenario: Scenario, recipe: Recipe, metric: string): string | undefined {
  const limit = recipe.limit?.[metric];
  const isLoss = scenario.metrics[metric]?.better === "lower";
  const beyond = scenario.models.find(({recipe: of, score, solve}) => {
    const reached = score[metric]?.value;
    if (of !== recipe.id || solve !== "gain" || reached === undefined || limit === undefined) return false;
    return isLoss ? reached <= limit.value : reached >= limit.value;
  });
  if (beyond === undefined) return undefined;
  const side = isLoss ? "a floor above the score" : "a ceiling below the score";
  return `is ${side} of "${beyond.id}", ${beyond.score[metric]?.value}, got ${limit?.value}`;
}

/** Why no power law with this floor goes through its model, in the middle or in some draws. */
export function floorFault({models}: Scenario, spec: CurveSpec, metric: string): string | undefined {
  if (spec.law !== "power-law" || spec.E === undefined) return undefined;
  const through = throughOf(spec);
  const score = models.find(({id}) => id === through)?.score[metric];
  if (score === undefined) return undefined;
  if (spec.E.value >= score.value) {
    return `is a floor above the score of "${through}", ${score.value}, got ${spec.E.value}: no curve goes through it`;
  }
  if (mostDrawn(spec.E) < leastDrawn(score)) return undefined;
  const ends = spec.E.high === undefined ? spec.E.value : `${spec.E.low} to ${spec.E.high}`;
  return `is a floor above the score of "${through}", ${score.value}, in some draws, got ${ends}: no curve goes through it there`;
}

/** Why the floor of a reference is odd: it lies above what a model of its own recipe scores, which it never reaches. */
export function ownFloorFault({models, metrics}: Scenario, recipe: Recipe, metric: string): string | undefined {
  const spec = recipe.curve?.[metric];
  const floor = statedLimit(spec);
  if (spec === undefined || throughOf(spec) !== undefined || floor === undefined) return undefined;
  if (metrics[metric]?.better !== "lower") return undefined;
  const below = models.find(({recipe: of, score}) => of === recipe.id && (score[metric]?.value ?? Infinity) <= floor);
  return below && `never reaches the score of its "${below.id}", ${below.score[metric]?.value}: its floor is ${floor}`;
}

/** What is wrong with the value at an address, given all others: said where it was entered; undefined where it fits. */
export function inputFault(scenario: Scenario, address: string): string | undefined {
  const [section, id, key, metric = "", name] = address.split(".");
  if (section === "models") {
    if (key !== "score") return undefined;
    return scenario.recipes
      .map(({curve}) => curve?.[metric])
      .flatMap((spec) =>
        spec !== undefined && throughOf(spec) === id ? (floorFault(scenario, spec, metric) ?? []) : []
      )
      .map(() => "lies below the floor of the curve that goes through it, in the middle or in some draws")[0];
  }
  const recipe = section === "recipes" ? scenario.recipes.find((item) => item.id === id) : undefined;
  if (recipe === undefined) return undefined;
  if (key === "growth") return growthFault(recipe);
  if (key === "limit") return limitFault(scenario, recipe, metric);
  const spec = key === "curve" && name === "E" ? recipe.curve?.[metric] : undefined;
  return spec && (floorFault(scenario, spec, metric) ?? ownFloorFault(scenario, recipe, metric));
}

import {throughOf} from "../scenario/curveParameters.ts";
import type {Recipe, Scenario} from "../scenario/schema.ts";

/** The models a recipe's curve or gain stands on. */
function standsOn({curve, gain}: Recipe): readonly string[] {
  const throughs = Object.values(curve ?? {}).flatMap((spec) => throughOf(spec) ?? []);
  if (gain === undefined || "written" in gain) return throughs;
  return [...throughs, ...("through" in gain ? [gain.through] : gain.over === undefined ? [] : [gain.over])];
}

/** The scenario without the models and recipes that neither the given models nor a curve stands on: draws are for the rest. */
export function reducedTo(scenario: Scenario, ids: ReadonlySet<string>): Scenario {
  const anchors = new Set(scenario.recipes.flatMap(standsOn));
  const models = scenario.models.filter(({id}) => ids.has(id) || anchors.has(id));
  const recipes = scenario.recipes.filter(
    ({id}) => id === scenario.reference || ids.has(id) || models.some(({recipe}) => recipe === id)
  );
  // A recipe without a gain of its own is read through its first model, whoever is asked for.
  const firsts = recipes.flatMap(({id, gain, curve}) =>
    gain === undefined && curve === undefined
      ? (scenario.models.find((model) => model.recipe === id && model.solve === "gain")?.id ?? [])
      : []
  );
  const kept = new Set([...models.map(({id}) => id), ...firsts]);
  return {...scenario, models: scenario.models.filter(({id}) => kept.has(id)), recipes};
}

import {checkCost} from "./checkCost.ts";
import {checkCurve, checkJoint, checkShift} from "./checkUncertain.ts";
import {floorFault, ownFloorFault} from "./checkFloors.ts";
import {checkLadders} from "./checkLadders.ts";
import {checkPlan} from "./checkPlan.ts";
import {throughOf} from "./curveParameters.ts";
import {inputKindOf} from "./inputs.ts";
import {nearest} from "./nearest.ts";
import {isOutside} from "./quantity.ts";
import type {Quantity} from "./quantity.ts";
import type {Misfit} from "./misfit.ts";
import type {Model, Scenario} from "./schema.ts";
import {readInput} from "./address.ts";

type Path = Misfit["path"];

/** What a reference to an id that is not there says. */
function unknownId(path: Path, what: string, id: string, known: readonly string[]): Misfit {
  const near = nearest(id, known);
  const listed = known.length > 8 ? `${known.slice(0, 8).join(", ")} …` : known.join(", ");
  return {
    path,
    message: `names no ${what}: "${id}"`,
    missing: id,
    hint: near === undefined ? `there are: ${listed || "none"}` : `did you mean "${near}"?`
  };
}

/** The items of a section whose id an earlier one has; what has no id is passed over. */
export function duplicates(section: string, items: readonly {readonly id?: unknown}[]): Misfit[] {
  const first = new Map<string, number>();
  return items.flatMap(({id}, i): Misfit[] => {
    if (typeof id !== "string") return [];
    const before = first.get(id);
    first.set(id, before ?? i);
    return before === undefined
      ? []
      : [{path: [section, i, "id"], message: `"${id}" is taken: ${section}[${before}] has it already`}];
  });
}

/** The quantities of a document and their paths. */
function quantities(value: unknown, path: Path): readonly (readonly [Path, Quantity])[] {
  if (value === null || typeof value !== "object") return [];
  if ("written" in value) return [[path, value as Quantity]];
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((item: unknown, i) => [i, item] as const)
    : Object.entries(value);
  return entries.flatMap(([key, item]) => quantities(item, [...path, key]));
}

/** Whether a model's compute is given, or follows from its parameters and tokens. */
const hasCompute = ({compute, parameters, tokens}: Model): boolean =>
  compute !== undefined || (parameters !== undefined && tokens !== undefined);

function checkModels({models, recipes, metrics}: Scenario): Misfit[] {
  const recipeIds = recipes.map(({id}) => id);
  const metricIds = Object.keys(metrics);
  return models.flatMap((model, i): Misfit[] => {
    const at = (...rest: Path): Path => ["models", i, ...rest];
    const known = Object.keys(model.score);
    return [
      ...(recipeIds.includes(model.recipe) ? [] : [unknownId(at("recipe"), "recipe", model.recipe, recipeIds)]),
      ...known
        .filter((metric) => !metricIds.includes(metric))
        .map((metric) => unknownId(at("score", metric), "metric", metric, metricIds)),
      ...(model.solve === "score" && !hasCompute(model)
        ? [{path: at("solve"), message: "solves for score, so compute (or parameters and tokens) must be given"}]
        : []),
      ...(model.solve === "compute" && known.length === 0 && model.parameters === undefined
        ? [{path: at("solve"), message: "solves for compute, so a score must be given"}]
        : [])
    ];
  });
}

function checkRecipes(scenario: Scenario): Misfit[] {
  const {models, recipes, metrics, reference} = scenario;
  const modelIds = models.map(({id}) => id);
  const metricIds = Object.keys(metrics);
  const byId = new Map(models.map((model) => [model.id, model]));
  const misfits: Misfit[] = [];
  const at = recipes.findIndex(({id}) => id === reference);
  const recipe = recipes[at];
  if (recipe === undefined) {
    misfits.push(
      unknownId(
        ["reference"],
        "recipe",
        reference,
        recipes.map(({id}) => id)
      )
    );
  } else if (recipe.curve === undefined || Object.keys(recipe.curve).length === 0) {
    misfits.push({path: ["recipes", at], message: `is the reference "${reference}", so it needs a curve`});
  }
  recipes.forEach((own, i) => {
    const {id, curve, gain} = own;
    for (const [metric, spec] of Object.entries(curve ?? {})) {
      const path = ["recipes", i, "curve", metric];
      if (!metricIds.includes(metric)) misfits.push(unknownId(path, "metric", metric, metricIds));
      misfits.push(...checkCurve(spec, path));
      const [floor, ownFloor] = [floorFault(scenario, spec, metric), ownFloorFault(scenario, own, metric)];
      if (floor !== undefined) misfits.push({path: [...path, "E"], message: floor});
      else if (ownFloor !== undefined) misfits.push({path, message: ownFloor, warning: true});
      const through = throughOf(spec);
      if (through === undefined) continue;
      const model = byId.get(through);
      if (model === undefined) misfits.push(unknownId([...path, "through"], "model", through, modelIds));
      else if (model.recipe !== id || model.solve !== "gain" || !hasCompute(model) || !(metric in model.score)) {
        misfits.push({
          path: [...path, "through"],
          message: `goes through "${model.id}", which must belong to recipe "${id}", solve for gain and have compute and a score on "${metric}"`
        });
      } else if (spec.law === "logistic") {
        const {value} = model.score[metric] ?? {value: NaN};
        const done = (value - spec.floor) / (spec.ceiling - spec.floor);
        if (!(done > 0 && done < 1)) {
          const message = `must lie between floor and ceiling, ${spec.floor} and ${spec.ceiling}: "${model.id}" scores ${value}`;
          misfits.push({path: [...path, "through"], message});
        }
      }
    }
    misfits.push(...checkShift(scenario, recipes[i], i));
    if (gain === undefined || "written" in gain) return;
    const named = "through" in gain ? gain.through : gain.over;
    if (named === undefined) return;
    const key = "through" in gain ? "through" : "over";
    const model = byId.get(named);
    if (model === undefined) misfits.push(unknownId(["recipes", i, "gain", key], "model", named, modelIds));
    else if (model.solve !== "gain") {
      misfits.push({path: ["recipes", i, "gain", key], message: `names "${named}", which must solve for gain`});
    } else if (key === "through" && model.recipe !== id) {
      misfits.push({
        path: ["recipes", i, "gain", key],
        message: `names "${named}", which is of recipe "${model.recipe}"`
      });
    }
  });
  return misfits;
}

function checkClaims({claims, models, metrics}: Scenario): Misfit[] {
  const modelIds = models.map(({id}) => id);
  const metricIds = Object.keys(metrics);
  const missing = (path: Path, id: string | undefined) =>
    id === undefined || modelIds.includes(id) ? [] : [unknownId(path, "model", id, modelIds)];
  return claims.flatMap(({subject, against, level, metric}, i) => [
    ...missing(["claims", i, "subject"], subject),
    ...against.flatMap((id, j) => missing(["claims", i, "against", j], id)),
    ...missing(["claims", i, "level"], level),
    ...(metric === undefined || metricIds.includes(metric)
      ? []
      : [unknownId(["claims", i, "metric"], "metric", metric, metricIds)])
  ]);
}

function checkView(scenario: Scenario): Misfit[] {
  const {view, models, metrics} = scenario;
  const modelIds = models.map(({id}) => id);
  const metricIds = Object.keys(metrics);
  const axes = (["x", "y"] as const).flatMap((axis): Misfit[] => {
    const [low, high] = view[axis] ?? [1, 2];
    if (!(low < high)) return [{path: ["view", axis], message: `must run from low to high, got ${low} and ${high}`}];
    return axis === "x" && !(low > 0) ? [{path: ["view", "x", 0], message: `must be greater than 0, got ${low}`}] : [];
  });
  return [
    ...(view.metric === undefined || metricIds.includes(view.metric)
      ? []
      : [unknownId(["view", "metric"], "metric", view.metric, metricIds)]),
    ...(["subject", "rival"] as const).flatMap((key) => {
      const id = view[key];
      return id === undefined || modelIds.includes(id) ? [] : [unknownId(["view", key], "model", id, modelIds)];
    }),
    ...(view.rivals ?? []).flatMap((id, i) =>
      modelIds.includes(id) ? [] : [unknownId(["view", "rivals", i], "model", id, modelIds)]
    ),
    ...axes,
    ...(view.headline ?? []).flatMap((address, i): Misfit[] =>
      inputKindOf(address) !== undefined && readInput(scenario, address) !== undefined
        ? []
        : [
            {
              path: ["view", "headline", i],
              message: `names no input of this scenario: "${address}"`,
              hint: "an address reads like models.muse-spark.compute"
            }
          ]
    )
  ];
}

/**
 * What does not fit together in a document whose every part is well formed: ids taken twice, references to nothing,
 * a reference recipe without a curve. Warnings are among them, marked.
 */
export function checkScenario(scenario: Scenario): readonly Misfit[] {
  const {metrics, recipes, models, claims, thresholds, evidence} = scenario;
  return [
    ...(Object.keys(metrics).length === 0 ? [{path: ["metrics"], message: "must hold at least one metric"}] : []),
    ...duplicates("recipes", recipes),
    ...duplicates("models", models),
    ...duplicates("claims", claims),
    ...duplicates("thresholds", thresholds),
    ...duplicates("evidence", evidence),
    ...checkRecipes(scenario),
    ...checkModels(scenario),
    ...checkClaims(scenario),
    ...checkCost(scenario),
    ...checkView(scenario),
    ...checkJoint(scenario),
    ...checkLadders(scenario),
    ...checkPlan(scenario),
    ...quantities(scenario, []).flatMap(([path, quantity]) =>
      isOutside(quantity)
        ? [
            {
              path,
              message: `${quantity.value} is outside its interval, ${quantity.low} to ${quantity.high}`,
              hint: "the interval is widened to hold it",
              warning: true as const
            }
          ]
        : []
    )
  ];
}

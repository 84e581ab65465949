import {readInput} from "./address.ts";
import {growthFault, limitFault} from "./checkFloors.ts";
import {statedLimit, throughOf} from "./curveParameters.ts";
import {inputKindOf} from "./inputs.ts";
import type {Misfit} from "./misfit.ts";
import type {Quantity} from "./quantity.ts";
import type {CurveSpec, Joint, Recipe, Scenario} from "./schema.ts";
import {isPositiveSemiDefinite} from "../numerics/cholesky.ts";

/** What a curve's own fields must have in common. */
export function checkCurve(spec: CurveSpec, path: Misfit["path"]): Misfit[] {
  if (spec.law === "two-step") {
    const at = [...path, "loss"];
    return throughOf(spec.loss) === undefined
      ? checkCurve(spec.loss, at)
      : [{path: [...at, "through"], message: "has no use here: scores on this metric are no losses; give k"}];
  }
  if (spec.law !== "power-law") return [];
  if ((spec.k === undefined) === (spec.through === undefined)) {
    const message =
      spec.k === undefined
        ? "needs k, the reducible loss at one FLOP, or the model it goes through"
        : "has both k and a model to go through; one of them says where it lies";
    return [{path, message}];
  }
  return [];
}

/** What sets a recipe off from the reference must leave it a curve. */
export function checkShift(scenario: Scenario, recipe: Recipe | undefined, i: number): Misfit[] {
  if (recipe === undefined) return [];
  const {metrics, recipes} = scenario;
  const reference = recipes.find(({id}) => id === scenario.reference);
  const isReference = recipe === reference;
  const path = ["recipes", i];
  const {growth, limit} = recipe;
  const set = (
    [
      ["growth", growth],
      ["limit", limit],
      ["gain", recipe.gain]
    ] as const
  ).filter(([, value]) => value !== undefined);
  const own = Object.keys(recipe.curve ?? {});
  const growthMisfit = growthFault(recipe);
  return [
    ...(isReference
      ? set
          .filter(([key]) => key !== "gain")
          .map(([key]) => ({
            path: [...path, key],
            message: "is of the reference recipe, which everything else is held against"
          }))
      : []),
    ...(growthMisfit === undefined ? [] : [{path: [...path, "growth", "times"], message: growthMisfit}]),
    ...(!isReference && own.length > 0 && set.length > 0
      ? [
          {
            path: [...path, "curve"],
            message: "is the recipe’s own, so its gain, growth and limit are not used",
            warning: true as const
          }
        ]
      : []),
    ...Object.keys(limit ?? {}).flatMap((metric): Misfit[] => {
      const at = [...path, "limit", metric];
      if (metrics[metric] === undefined) return [{path: at, message: `names no metric: "${metric}"`}];
      if (statedLimit(reference?.curve?.[metric]) === undefined) {
        return [
          {path: at, message: "has no effect: the reference recipe’s curve has no floor or ceiling on this metric"}
        ];
      }
      const message = limitFault(scenario, recipe, metric);
      return message === undefined ? [] : [{path: at, message}];
    })
  ];
}

/** Draws of a normal fall below this many deviations less than once in a billion. */
const deviations = 6;

function checkCovariance(joint: Joint, quantities: readonly (Quantity | undefined)[], path: Misfit["path"]): Misfit[] {
  const {covariance, inputs} = joint;
  const at = [...path, "covariance"];
  if (covariance === undefined) return [];
  if (covariance.length !== inputs.length || covariance.some((row) => row.length !== inputs.length)) {
    return [{path: at, message: `must have ${inputs.length} rows of ${inputs.length} numbers, one an input`}];
  }
  const crooked = covariance.findIndex((row, r) => row.some((value, c) => value !== covariance[c]?.[r]));
  if (crooked >= 0)
    return [{path: [...at, crooked], message: "must be symmetric: the same number above and below the diagonal"}];
  if (!isPositiveSemiDefinite(covariance)) {
    return [
      {
        path: at,
        message: "is not positive semi-definite: no random quantities have these variances and covariances together",
        hint: "check the signs, and that no correlation is beyond 1"
      }
    ];
  }
  if (joint.of === "logs") return [];
  return inputs.flatMap((address, i): Misfit[] => {
    const value = quantities[i]?.value ?? NaN;
    const deviation = Math.sqrt(covariance[i]?.[i] ?? 0);
    if (inputKindOf(address)?.quantity === "score" || value > deviations * deviation) return [];
    return [
      {
        path: [...at, i],
        message: `would draw ${address} below 0: its deviation is ${deviation}, its value ${value}`,
        hint: 'give the covariance of the logarithms, "of": "logs"'
      }
    ];
  });
}

function checkDraws({draws, inputs}: Joint, path: Misfit["path"]): Misfit[] {
  if (draws === undefined) return [];
  const at = [...path, "draws"];
  if (draws.length < 20) return [{path: at, message: `must hold at least 20 rows, got ${draws.length}`}];
  const row = draws.findIndex((values) => values.length !== inputs.length);
  if (row >= 0) {
    return [
      {path: [...at, row], message: `must hold ${inputs.length} numbers, one an input, got ${draws[row]?.length}`}
    ];
  }
  const low = draws.findIndex((values) =>
    values.some((value, i) => inputKindOf(inputs[i] ?? "")?.quantity !== "score" && !(value > 0))
  );
  return low < 0 ? [] : [{path: [...at, low], message: "must be greater than 0, as its inputs are"}];
}

/** What the scenario says of inputs whose errors go together. */
export function checkJoint(scenario: Scenario): Misfit[] {
  const taken = new Set<string>();
  return (scenario.uncertainty.joint ?? []).flatMap((joint, i): Misfit[] => {
    const path = ["uncertainty", "joint", i];
    const quantities = joint.inputs.map((address) => readInput(scenario, address));
    const missing = joint.inputs.flatMap((address, j): Misfit[] => {
      const at = [...path, "inputs", j];
      if (quantities[j] === undefined || address.startsWith("uncertainty.")) {
        return [
          {
            path: at,
            message: `names no input of this scenario: "${address}"`,
            hint: "an address reads like recipes.old.curve.loss.E"
          }
        ];
      }
      if (taken.has(address)) return [{path: at, message: `"${address}" stands in two groups`}];
      taken.add(address);
      return [];
    });
    if (missing.length > 0) return missing;
    if ((joint.covariance === undefined) === (joint.draws === undefined)) {
      return [
        {
          path,
          message: joint.draws === undefined ? "needs a covariance or draws" : "has a covariance and draws; give one"
        }
      ];
    }
    return [...checkCovariance(joint, quantities, path), ...checkDraws(joint, path)];
  });
}

import {ticks} from "d3-array";
import {pow10} from "../numerics/exp.ts";
import {statedLimit} from "./curveParameters.ts";
import {inputKinds} from "./inputs.ts";
import type {InputKind} from "./inputs.ts";
import type {Quantity} from "./quantity.ts";
import {sections} from "./sections.ts";
import type {Metric, Scenario} from "./schema.ts";

/** A score’s slider runs over its metric's axis, in steps of a tenth of what is printed beside names. */
function scoreKind(metric: Metric | undefined): InputKind {
  const kind = inputKinds.modelScore;
  if (metric === undefined) return kind;
  const [low, high] = metric.range ?? kind.range;
  return {
    ...kind,
    unit: metric.unit,
    range: [low, high],
    step: Number(pow10(1 - metric.decimals).toPrecision(1)),
    ticks: ticks(low, high, 5)
  };
}

/** A curve may end beyond the axis: the slider of its end reaches as far past the reference's own as a quarter of it. */
function limitKind(scenario: Scenario, metric: string): InputKind {
  const kind = scoreKind(scenario.metrics[metric]);
  const {recipes, reference} = scenario;
  const own = statedLimit(recipes.find(({id}) => id === reference)?.curve?.[metric]);
  if (own === undefined) return kind;
  const room = (kind.range[1] - kind.range[0]) / 4;
  const [low, high] = [Math.min(kind.range[0], Math.max(0, own - room)), Math.max(kind.range[1], own + room)];
  const round = (end: number) => Number(end.toPrecision(3));
  return {...kind, range: [round(low), round(high)], ticks: ticks(round(low), round(high), 5)};
}

/** Parameters of laws span thirty decades: each slider runs around its own value, over a factor of three for an exponent. */
function parameterKind({value}: Quantity): InputKind {
  const kind = inputKinds.lawParameter;
  const reach = value < 1 ? 2 : 10;
  const round = (end: number) => Number(end.toPrecision(2));
  return {
    ...kind,
    range: [round(value / reach), round(value * reach)],
    ticks: [round(value / reach), round(value * reach)]
  };
}

/** The slider of a small run's compute: a rung of a ladder, not a frontier model. */
const smallCompute: InputKind = {
  ...inputKinds.modelCompute,
  range: [1e17, 1e25],
  ticks: [1e17, 1e19, 1e21, 1e23, 1e25]
};

/** The row of the table of inputs an address has, its range fitted to its metric or its law. */
export function ownKind(scenario: Scenario, kind: InputKind, address: string, quantity: Quantity): InputKind {
  const parts = address.split(".");
  if (kind === inputKinds.recipeLimit) return limitKind(scenario, parts[3] ?? "");
  if (kind.quantity === "score") return scoreKind(scenario.metrics[parts[3] ?? ""]);
  if (kind === inputKinds.modelCompute && quantity.value < kind.range[0]) return smallCompute;
  if (kind !== inputKinds.lawParameter) return sections().fitted(scenario, kind, address);
  if (parts[4] === "unique") return {...inputKinds.modelTokens, path: kind.path};
  if (parts[4] === "tokensPerParameter")
    return {
      ...kind,
      quantity: "gain",
      unit: "tokens",
      range: [1, 10_000],
      ticks: [1, 10, 100, 1000, 10_000],
      step: 1.05
    };
  return parameterKind(quantity);
}

import type {HandleMark, Label, Mark, PointMark, Role, ShelfMark, WhiskerMark} from "../chart/figure.ts";
import {log10} from "../numerics/exp.ts";
import {isOutside} from "../scenario/quantity.ts";
import type {Model, Scenario} from "../scenario/schema.ts";
import type {Ladder} from "../simulation/ladder.ts";
import type {Solved} from "../simulation/solve.ts";
import {shapes} from "./roles.ts";
import {asString, flop, multiplier} from "./wording.ts";

/** A model with everything its marks need. */
export interface Placed {
  readonly model: Model;
  readonly run: Solved;
  readonly role: Role;
  /** Subject, rivals and the reference's models: named in full, labelled first. */
  readonly focus: boolean;
  /** The two of the answer, and the reference's models: drawn larger. */
  readonly leading: boolean;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/** Models that have a place on both axes, the subject first, then rivals by score, then the rest by score. */
export function placedModels(scenario: Scenario, ladder: Ladder, roles: ReadonlyMap<string, Role>): readonly Placed[] {
  const {subject, rivals, rival, solution} = ladder;
  const rank = (id: string) => (id === subject ? 0 : rivals.includes(id) ? 1 : 2);
  return scenario.models
    .flatMap((model): Placed[] => {
      const run = solution.models.get(model.id);
      if (run === undefined || !Number.isFinite(run.log10C) || !Number.isFinite(run.score)) return [];
      const role = roles.get(model.recipe) ?? "context";
      const {low, high} = model.solve === "compute" ? {} : (model.compute ?? {});
      return [
        {
          model,
          run,
          role,
          focus: rank(model.id) < 2 || role === "reference",
          leading: model.id === subject || model.id === rival || role === "reference",
          low: low === undefined ? undefined : log10(low),
          high: high === undefined ? undefined : log10(high)
        }
      ];
    })
    .sort((a, b) => rank(a.model.id) - rank(b.model.id) || b.run.score - a.run.score);
}

/** A score as it is printed: in full beside the models in focus, shorter in context, marked where it is estimated. */
function scoreText(scenario: Scenario, metric: string, {model, run, focus}: Placed): string {
  const decimals = scenario.metrics[metric]?.decimals ?? 2;
  const value = run.score.toFixed(focus && model.basis === "placed" ? decimals : Math.max(0, decimals - 1));
  return model.scoreBasis === "estimate" ? `est. ${value}` : value;
}

/** A sentence that says all of a model: for hover, focus and screen readers. */
function describeModel(scenario: Scenario, metric: string, model: Model, {log10C, score, log10Gain}: Solved): string {
  const {name, unit, version} = scenario.metrics[metric] ?? {name: metric, unit: "points", version: undefined};
  const basis = {
    known: "from parameters and tokens",
    estimate: "a third party’s estimate",
    placed: "not disclosed, so placed"
  }[model.basis];
  const decimals = scenario.metrics[metric]?.decimals ?? 2;
  const recipe = scenario.recipes.find(({id}) => id === scenario.reference)?.name ?? "the reference recipe";
  const measured = model.scoreBasis === "estimate" ? ", estimated" : "";
  const compute = Number.isFinite(log10C) ? `${asString(flop(log10C))} FLOP, ${basis}` : "compute not disclosed";
  const gain = Number.isFinite(log10Gain) ? `; gain against ${recipe}: ${multiplier(log10Gain)}` : "";
  return `${model.name}: ${score.toFixed(decimals)} ${unit}${measured} on ${[name, version].filter(Boolean).join(" ")}; ${compute}${gain}.`;
}

function labelOf(scenario: Scenario, metric: string, placed: Placed, priority: number): Label {
  const {model, focus, low, high} = placed;
  const shelf = model.basis === "placed" && low !== undefined && high !== undefined;
  return {
    name: model.name,
    ...(model.short === undefined ? {} : {shortName: model.short}),
    value: scoreText(scenario, metric, placed),
    place: shelf && focus ? "column" : "near",
    priority
  };
}

/** The marks of a model and what they were made from. */
interface MadeMarks {
  readonly from: readonly unknown[];
  readonly marks: readonly Mark[];
}

const madeMarks = new WeakMap<Model, MadeMarks>();

/** A model's marks; the very ones of before where nothing about it has changed, which spares all that follows. */
export function runMarks(scenario: Scenario, metric: string, placed: Placed, priority: number): readonly Mark[] {
  const {model, run, role, focus, low, high} = placed;
  const reference = scenario.recipes.find(({id}) => id === scenario.reference)?.name;
  const from = [
    run.log10C,
    run.score,
    run.log10Gain,
    role,
    focus,
    placed.leading,
    low,
    high,
    metric,
    scenario.metrics[metric],
    reference,
    priority
  ];
  const made = madeMarks.get(model);
  if (made?.from.every((part, i) => Object.is(part, from[i])) === true) return made.marks;
  const marks = marksOf(scenario, metric, placed, priority);
  madeMarks.set(model, {from, marks});
  return marks;
}

function marksOf(scenario: Scenario, metric: string, placed: Placed, priority: number): readonly Mark[] {
  const {model, run, role, leading, low, high} = placed;
  const base = {role, model: model.id};
  const label = labelOf(scenario, metric, placed, priority);
  const detail = describeModel(scenario, metric, model, run);
  const at = {x: run.log10C, y: run.score};
  const hasInterval = low !== undefined && high !== undefined && high > low;
  if (model.basis === "placed") {
    const shelf: readonly ShelfMark[] = hasInterval
      ? [{...base, type: "shelf", id: `shelf-${model.id}`, y: run.score, x1: low, x2: high}]
      : [];
    const outside = model.compute !== undefined && isOutside(model.compute);
    const handle: HandleMark = {
      ...base,
      type: "handle",
      id: `model-${model.id}`,
      ...at,
      focus: leading,
      outside,
      label,
      detail
    };
    return [...shelf, handle];
  }
  const whisker: readonly WhiskerMark[] = hasInterval
    ? [{...base, type: "whisker", id: `whisker-${model.id}`, along: "x", at: run.score, low, high}]
    : [];
  const point: PointMark = {
    ...base,
    type: "point",
    id: `model-${model.id}`,
    ...at,
    shape: shapes[role],
    basis: model.basis,
    focus: leading,
    ...(model.scoreBasis === "estimate" ? {scoreEstimated: true} : {}),
    label,
    detail
  };
  return [...whisker, point];
}

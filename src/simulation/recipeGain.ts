import type {Curve} from "../laws/curve.ts";
import {withGain} from "../laws/gain.ts";
import {withLimit} from "../laws/limit.ts";
import {log10} from "../numerics/exp.ts";
import {throughOf} from "../scenario/curveParameters.ts";
import {gainParts, gainsApart} from "../scenario/partNames.ts";
import type {GainApart, GainPart} from "../scenario/partNames.ts";
import type {Recipe, Scenario} from "../scenario/schema.ts";
import {noNumber, reader} from "./readers.ts";
import type {Reader} from "./readers.ts";
import type {Valuation} from "./valuation.ts";

/** Where a run stands: log10 of its compute, FLOP, and its score. */
export interface Run {
  readonly log10C: number;
  readonly score: number;
}

/** How a recipe's curve follows from the reference's: a gain, how it grows with scale, another end. */
export interface RecipeShift {
  /** The reference curve, with the recipe's own end where it has one. */
  readonly base: Curve;
  /** log10 of the gain over the base where the recipe spends 10^log10CPivot FLOP. */
  readonly log10Gain: number;
  /** Powers of ten by which the gain grows with a tenfold of the recipe's compute. */
  readonly perDecade: number;
  readonly log10CPivot: number;
}

export type ShiftReader = (value: Valuation, reference: Curve, run: (model: string) => Run) => RecipeShift;

/** Where a gain holds that names neither a compute nor a model: 1e24 FLOP. */
const usualPivot = 24;

/** log10 of each part a recipe states, by name. */
export function partReaders({id, parts}: Recipe): readonly (readonly [GainPart, Reader])[] {
  return gainParts.flatMap((part) => {
    const quantity = parts?.[part];
    return quantity === undefined ? [] : [[part, log10Of(reader(`recipes.${id}.parts.${part}`, quantity))] as const];
  });
}

/** log10 of each gain a recipe keeps apart from its training, by name. */
export function apartReaders({id, apart}: Recipe): readonly (readonly [GainApart, Reader])[] {
  return gainsApart.flatMap((part) => {
    const quantity = apart?.[part];
    return quantity === undefined ? [] : [[part, log10Of(reader(`recipes.${id}.apart.${part}`, quantity))] as const];
  });
}

const log10Of =
  (read: Reader): Reader =>
  (value) =>
    log10(read(value));

/** What a recipe's gain is over: a model it is read through or over, or the reference curve; and log10 of the factor. */
function gainReader({models}: Scenario, recipe: Recipe): {readonly over?: string; readonly times: Reader} {
  const {id, gain} = recipe;
  const one: Reader = () => 0;
  if (gain === undefined) {
    const first = models.find((model) => model.recipe === id && model.solve === "gain");
    return first === undefined ? {times: noNumber} : {over: first.id, times: one};
  }
  if ("through" in gain) return {over: gain.through, times: one};
  const over = "over" in gain && gain.over !== undefined ? {over: gain.over} : {};
  if ("of" in gain) {
    const factors = [...partReaders(recipe), ...apartReaders(recipe)].map(([, read]) => read);
    return {...over, times: (value) => factors.reduce((sum, read) => sum + read(value), 0)};
  }
  return {...over, times: log10Of(reader(`recipes.${id}.gain`, "times" in gain ? gain.times : gain))};
}

/** How to read what sets a recipe off from the reference on a metric. */
export function shiftReader(scenario: Scenario, recipe: Recipe, metric: string): ShiftReader {
  const {id, growth, limit} = recipe;
  const {over, times} = gainReader(scenario, recipe);
  const grows = growth && reader(`recipes.${id}.growth`, growth.times);
  const from = growth?.from && reader(`recipes.${id}.growthFrom`, growth.from);
  const end = limit?.[metric] && reader(`recipes.${id}.limit.${metric}`, limit[metric]);
  return (value, reference, run) => {
    const base = end !== undefined && Number.isFinite(reference.limit) ? withLimit(reference, end(value)) : reference;
    const factor = times(value);
    const anchor = over === undefined ? undefined : run(over);
    const log10Gain = anchor === undefined ? factor : base.log10Compute(anchor.score) - anchor.log10C + factor;
    // Where the recipe reaches the level its gain is read at: there the gain is as stated, whatever its growth.
    const level = anchor === undefined ? usualPivot : anchor.log10C - factor;
    return {
      base,
      log10Gain,
      perDecade: grows === undefined ? 0 : log10(grows(value)),
      log10CPivot: from === undefined ? level : log10(from(value))
    };
  };
}

/** The recipe's curve of its own compute; undefined where its gain is not told or grows so fast that no curve follows. */
export function shiftedCurve({base, log10Gain, perDecade, log10CPivot}: RecipeShift): Curve | undefined {
  if (!Number.isFinite(log10Gain) || !(perDecade > -1)) return undefined;
  if (perDecade === 0) return log10Gain === 0 ? base : withGain(base, {log10Gain});
  return withGain(base, {log10Gain, perDecade, log10CPivot});
}

/** The model the reference curve goes through on a metric. */
export const anchorOf = ({recipes, reference}: Scenario, metric: string): string | undefined =>
  throughOf(recipes.find(({id}) => id === reference)?.curve?.[metric]);

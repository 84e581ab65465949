import type {Allocation} from "../../laws/chinchilla.ts";
import {chipHours, trainingDollars} from "../../laws/trainingCost.ts";
import type {Utilized} from "../../laws/trainingCost.ts";
import type {PlanRecipe} from "./planModel.ts";

/** What a ladder is trained on. */
export interface PlanHardware extends Utilized {
  readonly chip: string;
  /** Dollars of a chip-hour. */
  readonly price: number;
}

/** Runs of a ladder that differ in their seed alone, and what each costs. */
export interface LadderRun extends Allocation {
  readonly recipe: PlanRecipe;
  /** Training compute of one run, FLOP. */
  readonly compute: number;
  readonly seeds: number;
  /** Chip-hours and dollars of one run. */
  readonly hours: number;
  readonly dollars: number;
}

/** What a run costs on hardware. */
export const costOn = (compute: number, hardware: PlanHardware): Pick<LadderRun, "hours" | "dollars"> => ({
  hours: chipHours(compute, hardware),
  dollars: trainingDollars(compute, hardware.price, hardware)
});

/** Six digits; from 1e15 on with an exponent. */
function cell(value: number): string {
  const rounded = Number(value.toPrecision(6));
  return (rounded < 1e15 ? String(rounded) : rounded.toExponential()).replace("e+", "e");
}

/** The runs to be made as a table, a run a line: N, D, C, recipe, seed (from 1 in each rung), GPU-hours, dollars. */
export function runListCsv(runs: readonly LadderRun[]): string {
  const lines = runs.flatMap(({N, D, compute, recipe, seeds, hours, dollars}) =>
    Array.from({length: seeds}, (_, i) => [
      cell(N),
      cell(D),
      cell(compute),
      recipe,
      String(i + 1),
      cell(hours),
      cell(dollars)
    ])
  );
  return [["N", "D", "C", "recipe", "seed", "GPU-hours", "dollars"], ...lines]
    .map((row) => `${row.join(",")}\n`)
    .join("");
}

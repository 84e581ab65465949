import {computeOfChips} from "../laws/trainingCost.ts";
import {findChip} from "./chips.ts";
import type {Quantity} from "./quantity.ts";
import type {Cost} from "./schema.ts";

/** A quantity that is exactly a number. */
export const exactly = (value: number): Quantity => ({value, written: value});

/** FLOP of an hour of so many chips of a scenario’s training hardware, at the central MFU. */
export function computeOfRun({training}: Cost, chips: number): number {
  const {chip, format, mfu} = training;
  const rate = findChip(chip)?.peaks[format]?.rate ?? NaN;
  return computeOfChips(chips, 1, {peak: {format, rate}, mfu: Math.min(1, mfu.value)});
}

import {parseQuantity} from "../scenario/parseQuantity.ts";
import type {QuantityKind} from "../scenario/quantity.ts";
import type {NumberColumn} from "./runColumns.ts";

/** What a cell holds: a number, nothing, or something else. */
export type ReadCell =
  | {
      readonly ok: true;
      readonly value: number;
      /** The cell says its own unit, as 7B does: that of the column does not count. */
      readonly own: boolean;
    }
  | {readonly ok: false; readonly missing: boolean; readonly message: string};

const kinds: Readonly<Record<NumberColumn, QuantityKind>> = {
  N: "parameters",
  D: "tokens",
  C: "compute",
  loss: "score",
  score: "score",
  unique: "tokens",
  budget: "compute"
};

const plain = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

/** The number of a cell that is written as programs write it; NaN for any other cell. */
export const plainNumber = (cell: string): number => (plain.test(cell) ? Number(cell) : NaN);

const missing = /^(?:|n\/?a|#n\/a|null|nil|none|missing|nan|[-–—−?]|\.)$/i;
const infinite = /^[-+−]?(?:inf(?:inity)?|∞)$/i;

/** The cell without the marks that part thousands: 1,000,000, 1 000 000, 1'000'000 or 1_000_000. */
const ungrouped = (cell: string): string =>
  /^[-+−]?\d{1,3}([,'’_ \u00a0\u202f])\d{3}(?:\1\d{3})*(?:\.\d+)?$/.test(cell) ? cell.replace(/[,'’_\s]/g, "") : cell;

const accepted: Readonly<Partial<Record<NumberColumn, string>>> = {
  loss: "a loss is a number above 0: for example 2.53",
  score: "a score is a number: for example 0.61 or 61%"
};

/**
 * The number a cell holds, however people write it: 7e9, 7B, 1,000,000, 1.2×10^21, 3640 PF-days, 61%.
 *
 * The message lacks the name of the column: "must be greater than 0, got -1".
 */
export function readCell(written: string, column: NumberColumn): ReadCell {
  const cell = ungrouped(written.replace(/^[−]/, "-"));
  if (missing.test(cell)) {
    return {ok: false, missing: true, message: cell === "" ? "is empty" : `is "${written}", which is no number`};
  }
  const fail = (message: string): ReadCell => ({ok: false, missing: false, message});
  const number = plainNumber(cell);
  if (infinite.test(cell) || Math.abs(number) === Infinity) return fail(`must be a finite number, got ${written}`);
  if (!Number.isNaN(number)) return checked(number, written, column, false);
  const isPercent = column === "score" && cell.endsWith("%");
  const parsed = parseQuantity(cell, kinds[column]);
  if (!parsed.ok) {
    if (parsed.needs !== undefined) return fail(`"${written}" has a unit that is not read here; write FLOP: 3e21`);
    const own = accepted[column];
    return fail(own === undefined ? parsed.message : `${parsed.message.split("; ")[0] ?? ""}; ${own}`);
  }
  const {value, low, bound} = parsed.value;
  if (low !== undefined || bound !== undefined) return fail(`must be a single number, got "${written}"`);
  return checked(isPercent ? value / 100 : value, written, column, true);
}

function checked(value: number, written: string, column: NumberColumn, own: boolean): ReadCell {
  if (column === "score" || value > 0) return {ok: true, value, own};
  return {ok: false, missing: false, message: `must be greater than 0, got ${written}`};
}

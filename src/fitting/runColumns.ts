import {bySpelling} from "./runSpellings.ts";
import {readTitle} from "./runTitle.ts";
import type {TitleUnit} from "./titleUnit.ts";

/** Columns that hold numbers. */
export const numberColumns = ["N", "D", "C", "loss", "score", "unique", "budget"] as const;
/** Columns that hold texts. */
export const textColumns = ["name", "recipe", "task", "seed"] as const;
export type NumberColumn = (typeof numberColumns)[number];
export type TextColumn = (typeof textColumns)[number];
export type RunColumn = NumberColumn | TextColumn;
export const runColumns: readonly RunColumn[] = [...numberColumns, ...textColumns];

/** What a column is called in sentences. */
export const columnWords: Readonly<Record<RunColumn, string>> = {
  N: "parameters N",
  D: "tokens D",
  C: "compute C",
  loss: "loss",
  score: "score",
  unique: "unique tokens",
  budget: "budget",
  name: "name",
  recipe: "recipe",
  task: "task",
  seed: "seed"
};

/** Where a quantity comes from: a column of the table and the unit of its cells. */
export interface ColumnSource {
  /** The title as it stands in the table. */
  readonly title: string;
  /** The column's place, from 0. */
  readonly index: number;
  /** What a bare number in its cells is multiplied by; 1 for a column of texts. */
  readonly times: number;
  /** The unit of its cells in words: "billions", "PF-days", "nats per token", "bits per byte", "percent"; "" for none. */
  readonly unit: string;
  /** Whether the title or a person said the unit, or it was assumed. */
  readonly stated: boolean;
}

/** Which title gives which quantity, with which unit. */
export type ColumnMapping = Readonly<Partial<Record<RunColumn, ColumnSource>>>;

/** What a title may stand for. */
export interface Recognized {
  readonly column: RunColumn;
  /** 0 for the plain name of the quantity, more for what is like it: without embeddings, on one of several tasks. */
  readonly tier: number;
  readonly unit: TitleUnit | undefined;
}

/** Words within a longer title that give it away: loss_c4_val, mmlu_avg_test_bpb, mmlu_acc; behind every plain name. */
const within: readonly (readonly [word: RegExp, column: RunColumn])[] = [
  [/^(loss|bpb|nll)$/, "loss"],
  [/^(acc|accuracy|score)$/, "score"]
];
const withinTier = 5;

/**
 * What a title stands for, whatever its case, spaces, underscores and unit ("params (M)", "tokens_b", "C [PF-days]");
 * undefined for one that says nothing here, such as gadre’s cm, which is tokens over 20 × parameters.
 */
export function recognize(title: string): Recognized | undefined {
  for (const {spelling, unit, isWhole} of readTitle(title)) {
    const known = bySpelling.get(spelling);
    if (known === undefined) continue;
    if (takesUnit(known.column, unit)) return {...known, unit};
    // "loss (M)" is a loss all the same; loss_b is no loss in billions, but one of several.
    if (isWhole) return {...known, unit: undefined};
  }
  const words = title.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  const found = within.find(([word]) => words.some((one) => word.test(one)));
  if (found === undefined) return undefined;
  const [, column] = found;
  const unit = readTitle(title)[0]?.unit;
  return {column, tier: withinTier, unit: takesUnit(column, unit) ? unit : undefined};
}

/** Whether a unit is one of a quantity: counts and FLOP come in powers of ten, scores in percent, losses in neither. */
function takesUnit(column: RunColumn, unit: TitleUnit | undefined): boolean {
  if (unit === undefined || unit.times === 1) return true;
  if (column === "score") return unit.times === 0.01;
  return ["N", "D", "C", "unique", "budget"].includes(column) && unit.times > 1;
}

/** Whether a title is of bits per byte. */
export const isBitsPerByte = (title: string): boolean => /bpb|bits[\W_]*per[\W_]*byte|bits\/byte/i.test(title);

/** Whether a title is of an accuracy, which is a fraction or a percentage. */
export const isAccuracy = (title: string): boolean =>
  /acc(uracy)?(?![a-z])|exact[\W_]*match|pass[\W_]*rate/i.test(title);

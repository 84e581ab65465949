import type {ColumnQuestion} from "./guessMapping.ts";
import {titleInSpec} from "./guessMapping.ts";
import type {ColumnMapping, ColumnSource, RunColumn} from "./runColumns.ts";
import {runColumns} from "./runColumns.ts";

/** What a person said of columns: by quantity, a part of the text that `mapColumns` reads. */
export type Said = Readonly<Partial<Record<RunColumn, string>>>;

/** A unit that the cells of a quantity may have. */
export interface UnitChoice {
  readonly label: string;
  readonly times: number;
}

const counts: readonly UnitChoice[] = [
  {label: "as they stand", times: 1},
  {label: "thousands", times: 1e3},
  {label: "millions", times: 1e6},
  {label: "billions", times: 1e9},
  {label: "trillions", times: 1e12}
];
const computes: readonly UnitChoice[] = [
  {label: "FLOP", times: 1},
  {label: "1e18 FLOP", times: 1e18},
  {label: "PF-days", times: 8.64e19},
  {label: "1e21 FLOP", times: 1e21},
  {label: "1e24 FLOP", times: 1e24}
];

/** The units to choose from, by quantity; a quantity without is taken as it stands. */
export const unitChoices: Readonly<Partial<Record<RunColumn, readonly UnitChoice[]>>> = {
  N: counts,
  D: counts,
  unique: counts,
  C: computes,
  budget: computes,
  score: [
    {label: "fraction", times: 1},
    {label: "percent", times: 0.01}
  ]
};

/** The units of a quantity with the one its column has, where that is none of the usual. */
export function unitsWith(column: RunColumn, source: ColumnSource): readonly UnitChoice[] {
  const usual = unitChoices[column] ?? [];
  if (usual.length === 0 || usual.some(({times}) => times === source.times)) return usual;
  return [...usual, {label: source.unit === "" ? `× ${source.times}` : source.unit, times: source.times}];
}

/** The text for `mapColumns`; undefined where nothing was said. */
export function specOf(said: Said): string | undefined {
  const parts = runColumns.flatMap((column) => said[column] ?? []);
  return parts.length === 0 ? undefined : parts.join(",");
}

const timesText = (times: number): string => String(times).replace("e+", "e");

/** A quantity taken from a column with a title, in the unit that the title has; from none where the title is undefined. */
export const withTitle = (said: Said, column: RunColumn, title: string | undefined): Said => ({
  ...said,
  [column]: `${column}=${title === undefined ? "none" : titleInSpec(title)}`
});

/** A quantity in another unit, from the column it is taken from. */
export const withUnit = (said: Said, column: RunColumn, {title}: ColumnSource, times: number): Said => ({
  ...said,
  [column]: `${column}=${titleInSpec(title)}*${timesText(times)}`
});

/** A question, and the answer that holds. */
export interface AskedQuestion extends ColumnQuestion {
  /** The label that is taken; undefined while nobody has answered. */
  readonly taken: string | undefined;
}

/**
 * All questions that came up in mapping a table, in their order, with what is taken now.
 *
 * A question that was answered is no longer asked by the reader, and stays here so that it can be answered otherwise.
 */
export function questionsSoFar(
  before: readonly ColumnQuestion[],
  now: readonly ColumnQuestion[],
  said: Said
): readonly AskedQuestion[] {
  const same = (one: ColumnQuestion, other: ColumnQuestion) =>
    one.quantity === other.quantity && one.column === other.column && one.choices.length === other.choices.length;
  const kept = before.map((old) => now.find((fresh) => same(old, fresh)) ?? old);
  const fresh = now.filter((question) => !before.some((old) => same(old, question)));
  return [...kept, ...fresh].map((question) => ({
    ...question,
    taken: question.choices.find(({spec}) => spec === said[question.quantity])?.label ?? question.assumed
  }));
}

/** A question answered. */
export const withAnswer = (said: Said, {quantity}: ColumnQuestion, spec: string): Said => ({...said, [quantity]: spec});

/** What a column of the table is used for, by its place; "" for nothing. */
export const usedAs = (mapping: ColumnMapping, index: number): RunColumn | undefined =>
  runColumns.find((column) => mapping[column]?.index === index);

import type {CsvRow} from "../scenario/table.ts";
import type {RowProblem, Run} from "./run.ts";
import {plainNumber, readCell} from "./runCell.ts";
import {columnWords, numberColumns, type ColumnMapping, type ColumnSource, type NumberColumn} from "./runColumns.ts";

/** A run from a row, with what is to be remarked on; or why the row cannot be used. */
export type ReadRow =
  | {readonly ok: true; readonly run: Run; readonly warnings: readonly RowProblem[]}
  | {readonly ok: false; readonly problem: RowProblem};

/** Columns a run can do without: what is wrong with them is a warning. */
const dispensable: readonly NumberColumn[] = ["unique", "budget"];

const nothing: readonly RowProblem[] = [];

/** A reader of the rows of one table. */
export function rowReader(
  mapping: ColumnMapping,
  titles: readonly string[],
  point: (cell: string) => string
): (row: CsvRow) => ReadRow {
  const sources = numberColumns.flatMap((column) => {
    const source = mapping[column];
    return source === undefined ? [] : [{column, source}];
  });
  const {name, recipe, task, seed} = mapping;
  const textOf = (cells: readonly string[], source: ColumnSource | undefined) =>
    source === undefined ? "" : (cells[source.index] ?? "");

  return ({line, cells}) => {
    const refuse = (column: string, message: string): ReadRow => ({ok: false, problem: {line, column, message}});
    const numbers = {N: NaN, D: NaN, C: NaN, loss: NaN, score: NaN, unique: NaN, budget: NaN};
    let warnings = nothing;
    if (cells.length > titles.length && cells.slice(titles.length).some((cell) => cell !== "")) {
      return refuse(
        "",
        `has ${cells.length} cells where there are ${titles.length} titles; a cell with the separator in it stands in quotes`
      );
    }
    for (const {column, source} of sources) {
      const cell = point(cells[source.index] ?? "");
      const plain = plainNumber(cell) * source.times;
      if (plain > 0 && plain < Infinity) {
        numbers[column] = plain;
        continue;
      }
      const read = readCell(cell, column);
      if (read.ok) {
        const value = read.own ? read.value : read.value * source.times;
        // A number too small or too large for the machine once it has its unit.
        if (Math.abs(value) === Infinity || (value === 0 && column !== "score")) {
          return refuse(source.title, `is beyond what numbers hold: ${cell} × ${source.times}`);
        }
        numbers[column] = value;
      } else if (!read.missing) {
        if (!dispensable.includes(column)) return refuse(source.title, read.message);
        warnings = [...warnings, {line, column: source.title, message: `${read.message}; it is left out`}];
      }
    }
    const lack = lacking(numbers, mapping);
    if (lack !== undefined) {
      const source = mapping[lack];
      const said = readCell(point(textOf(cells, source)), lack);
      return refuse(source?.title ?? "", said.ok ? "is missing" : `${said.message}${without[lack]}`);
    }
    const run: Run = {
      N: numbers.N,
      D: numbers.D,
      C: numbers.C,
      loss: numbers.loss,
      score: numbers.score,
      line,
      name: textOf(cells, name),
      recipe: textOf(cells, recipe),
      task: textOf(cells, task),
      seed: textOf(cells, seed),
      budget: numbers.budget,
      unique: numbers.unique
    };
    return {ok: true, run, warnings};
  };
}

const without = {
  N: `, and without ${columnWords.N} the row has no compute`,
  D: `, and without ${columnWords.D} the row has no compute`,
  C: `, and nothing else gives the compute`,
  loss: "",
  score: ""
} as const;

/** The first quantity that a row lacks to be of use: a loss or a score; compute, or what gives it. */
function lacking(
  {N, D, C, loss, score}: Readonly<Record<NumberColumn, number>>,
  mapping: ColumnMapping
): keyof typeof without | undefined {
  if (Number.isNaN(loss) && Number.isNaN(score)) return mapping.loss === undefined ? "score" : "loss";
  const hasCompute = !Number.isNaN(C) || (!Number.isNaN(N) && !Number.isNaN(D));
  if (hasCompute) return undefined;
  if (mapping.N !== undefined && mapping.D !== undefined) return Number.isNaN(N) ? "N" : "D";
  return mapping.C === undefined ? undefined : "C";
}

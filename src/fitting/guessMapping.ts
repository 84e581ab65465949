import {guessUnit} from "./guessUnit.ts";
import {
  columnWords,
  isBitsPerByte,
  numberColumns,
  recognize,
  runColumns,
  type ColumnMapping,
  type ColumnSource,
  type Recognized,
  type RunColumn
} from "./runColumns.ts";

/** An answer to a question, and what `mapColumns` takes to give it: "N=params*1e6". */
export interface ColumnChoice {
  readonly label: string;
  readonly spec: string;
}

/** Something the titles leave open. */
export interface ColumnQuestion {
  readonly quantity: RunColumn;
  /** Title of the column it is about. */
  readonly column: string;
  readonly question: string;
  readonly choices: readonly ColumnChoice[];
  /** The label that is taken until somebody answers; where there is none, the table cannot be read without an answer. */
  readonly assumed?: string;
}

/** A mapping and what it leaves open. */
export interface GuessedMapping {
  readonly mapping: ColumnMapping;
  readonly questions: readonly ColumnQuestion[];
}

/** A row of a table as a guess sees it. */
export type Cells = readonly string[];

/** What a guess may know besides titles and cells. */
export interface GuessOptions {
  /** A cell with its decimal point, where the table writes commas. */
  readonly point?: (cell: string) => string;
  /** What a person said, which is not guessed; undefined for a quantity to leave out. */
  readonly said?: Readonly<Partial<Record<RunColumn, ColumnSource | undefined>>>;
}

interface Candidate extends Recognized {
  readonly title: string;
  readonly index: number;
}

/** Columns of which a table may well have several, so that the choice is worth a question. */
const asked: readonly RunColumn[] = ["N", "D", "C", "loss", "score", "recipe"];

/** A title as the text of a mapping holds it: in quotes where it has a sign of that text in it. */
export const titleInSpec = (title: string): string =>
  /[",=*]/.test(title) ? `"${title.replaceAll('"', '""')}"` : title;

/** The source that a column makes: its unit from its title, or none stated. */
export function sourceOf(title: string, index: number, column: RunColumn): ColumnSource {
  const unit = recognize(title)?.unit;
  if (!numberColumns.some((one) => one === column)) return {title, index, times: 1, unit: "", stated: true};
  if (column === "loss") {
    return {title, index, times: 1, unit: isBitsPerByte(title) ? "bits per byte" : "nats per token", stated: true};
  }
  return {title, index, times: unit?.times ?? 1, unit: unit?.words ?? "", stated: unit !== undefined};
}

/**
 * Which column gives which quantity, from titles and cells, with what they leave open: which of several columns, or
 * which unit where neither the title says it nor the numbers do.
 *
 * @param rows the rows below the titles; the first thousand decide on units
 */
export function guessMapping(
  titles: readonly string[],
  rows: readonly Cells[],
  {point = (cell) => cell, said = {}}: GuessOptions = {}
): GuessedMapping {
  // A column that a person gave to one quantity is no longer guessed to be another.
  const taken = new Set(Object.values(said).map((source) => source?.index));
  const candidates = titles.flatMap((title, index): Candidate[] => {
    const found = taken.has(index) ? undefined : recognize(title);
    return found === undefined ? [] : [{...found, title, index}];
  });
  const mapping: Partial<Record<RunColumn, ColumnSource>> = {};
  const questions: ColumnQuestion[] = [];
  for (const column of runColumns) {
    if (column in said) {
      const source = said[column];
      if (source !== undefined) mapping[column] = source;
      continue;
    }
    const fitting = candidates.filter((one) => one.column === column).sort((a, b) => a.tier - b.tier);
    const [first] = fitting;
    if (first === undefined) continue;
    mapping[column] = sourceOf(first.title, first.index, column);
    if (fitting.length > 1 && asked.includes(column)) questions.push(whichColumn(column, fitting));
  }
  const {mapping: withUnits, questions: onUnits} = guessUnit(mapping, rows, point);
  const onTasks = whichTask(withUnits.task, rows);
  return {mapping: withUnits, questions: [...questions, ...onUnits, ...onTasks]};
}

function whichColumn(column: RunColumn, fitting: readonly Candidate[]): ColumnQuestion {
  const titles = fitting.map(({title}) => title);
  const taken = titles[0] ?? "";
  return {
    quantity: column,
    column: taken,
    question: `${fitting.length} columns may give the ${columnWords[column]}: ${titles.join(", ")}. ${taken} is taken`,
    choices: titles.map((title) => ({label: title, spec: `${column}=${titleInSpec(title)}`})),
    assumed: taken
  };
}

/** A long table holds several tasks one below the other, which no one law fits. */
function whichTask(source: ColumnSource | undefined, rows: readonly Cells[]): readonly ColumnQuestion[] {
  if (source === undefined) return [];
  const tasks = [...new Set(rows.map((cells) => cells[source.index] ?? ""))].filter((task) => task !== "");
  if (tasks.length < 2) return [];
  const shown = tasks.length > 8 ? [...tasks.slice(0, 8), "…"] : tasks;
  const all = "all together";
  return [
    {
      quantity: "task",
      column: source.title,
      question: `The column ${source.title} holds ${tasks.length} tasks: ${shown.join(", ")}. Keep one of them with where, as in ${source.title}=${tasks[0] ?? ""}`,
      choices: [{label: all, spec: `task=${titleInSpec(source.title)}`}],
      assumed: all
    }
  ];
}

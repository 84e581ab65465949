import {hasDecimalCommas, readTable, withDecimalPoints, type CsvRow, type CsvTable} from "../scenario/table.ts";
import {computeMismatch, fillCompute} from "./fillCompute.ts";
import {guessMapping, type ColumnQuestion} from "./guessMapping.ts";
import {mapColumns} from "./mapColumns.ts";
import {missingColumns} from "./missingColumns.ts";
import {mixedUnits} from "./mixedUnits.ts";
import {rowReader} from "./readRow.ts";
import type {RowProblem, Run, RunTable} from "./run.ts";
import type {ColumnMapping} from "./runColumns.ts";
import {tableFault, textFault} from "./tableFault.ts";
import {bindWhere} from "./where.ts";

/** How to read a table of runs. */
export interface ReadRunsOptions {
  /** Which columns to take: text for `mapColumns`, which goes before what is guessed; or the whole mapping. */
  readonly mapping?: string | ColumnMapping | undefined;
  /** Conditions that every run meets, such as "dataset=rpj" or "C<1e21". */
  readonly where?: string | readonly string[] | undefined;
}

/** A table of runs, or why there is none, with all that a person needs to map it by hand. */
export type ReadRuns =
  | {readonly ok: true; readonly runs: RunTable}
  | {
      readonly ok: false;
      /** What is wrong with the table, then with its rows; the first one is the one to show. */
      readonly problems: readonly RowProblem[];
      readonly questions: readonly ColumnQuestion[];
      readonly titles: readonly string[];
      readonly mapping: ColumnMapping;
    };

/**
 * The training runs a table holds; rows that cannot be used are named with line and column and do not spoil the rest.
 *
 * Commas, semicolons or tabs part cells; with the latter two a comma may be the decimal sign. Lines that begin with #
 * are comments. Columns are known by their titles; what they leave open comes back as questions, and where a unit
 * stays unclear the table is refused until `mapping` says it. C = 6ND, or what follows from it, is filled in.
 * Never throws, whatever the text. At most 200,000 rows and 50 MB.
 */
export function readRuns(text: string, {mapping: by, where = []}: ReadRunsOptions = {}): ReadRuns {
  const wrong = textFault(text);
  if (wrong !== undefined) return refusal([wrong]);
  const table = withTitles(readTable(text, {withComments: true}));
  const titles = trimmedTitles(table);
  const fault = tableFault(table);
  if (fault !== undefined) return refusal([fault], {titles});
  const line = table.rows[0]?.line ?? 1;
  const point = hasDecimalCommas(table) ? withDecimalPoints : (cell: string) => cell;
  const allRows = table.rows.slice(1);

  const chosen = chooseMapping(titles, allRows, by, point);
  if (!chosen.ok) return refusal([{line, column: "", message: chosen.message}], {titles});
  const filter = bindWhere(typeof where === "string" ? [where] : where, titles, chosen.mapping, allRows);
  if (!filter.ok) return refusal([{line, column: "", message: filter.message}], {...chosen, titles});
  const rows = filter.rows;
  const again = rows.length === allRows.length ? chosen : chooseMapping(titles, rows, by, point);
  const {mapping, questions} = again.ok ? again : chosen;

  const missing = missingColumns(mapping, titles);
  if (missing !== undefined) return refusal([{line, column: "", message: missing}], {titles, mapping, questions});
  const open = questions.filter(({assumed}) => assumed === undefined);
  if (open.length > 0) {
    const problems = open.map(({column, question}) => ({line, column, message: question}));
    return refusal(problems, {titles, mapping, questions});
  }

  const read = readRows(rows, rowReader(mapping, titles, point));
  const {runs: whole, filled} = fillCompute(read.runs);
  const runs = whole.filter((run) => filter.holds(run));
  if (runs.length === 0) {
    const message =
      whole.length === 0 ? `None of ${rows.length} rows can be used` : `No run meets ${[where].flat().join(" and ")}`;
    return refusal([{line, column: "", message}, ...read.problems], {titles, mapping, questions});
  }
  const mismatch = computeMismatch(read.runs);
  return {
    ok: true,
    runs: {
      runs,
      titles,
      mapping,
      questions,
      filled,
      ...(mismatch === undefined ? {} : {mismatch}),
      problems: read.problems,
      warnings: [...read.warnings, ...mixedUnits(runs, mapping)].sort((a, b) => a.line - b.line),
      filteredOut: allRows.length - rows.length + whole.length - runs.length,
      comments: table.comments.map((comment) => comment.text)
    }
  };
}

const refusal = (
  problems: readonly RowProblem[],
  {
    titles = [],
    mapping = {},
    questions = []
  }: {titles?: readonly string[]; mapping?: ColumnMapping; questions?: readonly ColumnQuestion[]} = {}
): ReadRuns => ({ok: false, problems, questions, titles, mapping});

/** The titles without the empty ones that trailing commas leave. */
function trimmedTitles({rows}: CsvTable): readonly string[] {
  const cells = rows[0]?.cells ?? [];
  const last = cells.findLastIndex((title) => title !== "");
  return cells.slice(0, last + 1);
}

/** A table whose titles stand in a comment, as numpy writes them, with that comment as its first row. */
function withTitles(table: CsvTable): CsvTable {
  const [first] = table.rows;
  if (first?.cells.every((cell) => !Number.isNaN(Number(cell))) !== true) return table;
  const above = table.comments.filter(({line}) => line < first.line).at(-1);
  const cells = above?.text.split(table.delimiter).map((cell) => cell.trim()) ?? [];
  if (above === undefined || cells.length < 2 || cells.length !== first.cells.length) return table;
  return {
    ...table,
    rows: [{line: above.line, cells}, ...table.rows],
    comments: table.comments.filter((comment) => comment !== above)
  };
}

type Chosen =
  | {readonly ok: true; readonly mapping: ColumnMapping; readonly questions: readonly ColumnQuestion[]}
  | {readonly ok: false; readonly message: string};

function chooseMapping(
  titles: readonly string[],
  rows: readonly CsvRow[],
  by: string | ColumnMapping | undefined,
  point: (cell: string) => string
): Chosen {
  if (typeof by === "object") {
    // A mapping of another table would take whatever stands at its places.
    const stranger = Object.values(by).find(({title, index}) => titles[index] !== title);
    if (stranger === undefined) return {ok: true, mapping: by, questions: []};
    return {
      ok: false,
      message: `The mapping takes column ${stranger.index + 1} for ${stranger.title}, and its title is ${titles[stranger.index] ?? "missing"}`
    };
  }
  const said = by === undefined ? {ok: true as const, columns: {}} : mapColumns(by, titles);
  if (!said.ok) return said;
  return {
    ok: true,
    ...guessMapping(
      titles,
      rows.map(({cells}) => cells),
      {point, said: said.columns}
    )
  };
}

function readRows(rows: readonly CsvRow[], read: ReturnType<typeof rowReader>) {
  const runs: Run[] = [];
  const problems: RowProblem[] = [];
  const warnings: RowProblem[] = [];
  for (const row of rows) {
    const result = read(row);
    if (!result.ok) problems.push(result.problem);
    else {
      runs.push(result.run);
      if (result.warnings.length > 0) warnings.push(...result.warnings);
    }
  }
  return {runs, problems, warnings};
}

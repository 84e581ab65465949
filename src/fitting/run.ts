import type {Observation} from "../laws/observation.ts";
import type {ColumnQuestion} from "./guessMapping.ts";
import type {ColumnMapping} from "./runColumns.ts";

/** A training run of a table: what a fit sees of it, and where it stood. */
export interface Run extends Observation {
  /** Line of the file its row begins on, from 1; what a run is known by. */
  readonly line: number;
  /** Its name; "" where the table has none. */
  readonly name: string;
  /** Its recipe; "" where the table has none. */
  readonly recipe: string;
  /** What a long table measures in this row, such as a benchmark; "" where the table has none. */
  readonly task: string;
  /** Its seed as written; "" where the table has none. */
  readonly seed: string;
  /** The budget it belongs to, FLOP; NaN where the table has none. */
  readonly budget: number;
  /** Different tokens among the D it saw; NaN where the table has none. */
  readonly unique: number;
}

/** Something to say of one row. */
export interface RowProblem {
  readonly line: number;
  /** Title of the column; "" where the whole row is meant. */
  readonly column: string;
  /** A sentence without line and column: "must be greater than 0, got -1". */
  readonly message: string;
}

/** A quantity that the table does not give and 6ND = C does. */
export interface Filled {
  readonly quantity: "N" | "D" | "C";
  /** Runs it was filled in for. */
  readonly count: number;
  /** The sentence that says so. */
  readonly words: string;
}

/** How far the stated compute lies from 6ND, in the runs that state all three. */
export interface ComputeMismatch {
  /** Median of C / (6ND). */
  readonly median: number;
  /** Runs that differ by more than 2 %. */
  readonly count: number;
  readonly words: string;
}

/** The runs of a table, with all that was decided in reading it. */
export interface RunTable {
  /** In the order of their lines. */
  readonly runs: readonly Run[];
  readonly titles: readonly string[];
  readonly mapping: ColumnMapping;
  /** What was assumed and may be answered otherwise. */
  readonly questions: readonly ColumnQuestion[];
  readonly filled: readonly Filled[];
  readonly mismatch?: ComputeMismatch;
  /** Rows that could not be used, in the order of their lines. */
  readonly problems: readonly RowProblem[];
  /** Remarks on rows that were used nevertheless. */
  readonly warnings: readonly RowProblem[];
  /** Rows that `where` left out. */
  readonly filteredOut: number;
  /** Comment lines of the file (# ...), such as how a sample was made. */
  readonly comments: readonly string[];
}

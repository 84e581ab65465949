import type {RunField} from "../scenario/fitChoices.ts";
import type {Runs} from "../scenario/schema.ts";
import type {Run} from "./run.ts";

/** What a scenario says of its runs beside the rows. */
export type RunsSettings = Omit<Runs, "columns" | "rows">;

const fields: readonly RunField[] = ["name", "recipe", "N", "D", "C", "loss", "score", "unique"];

/** Runs of a table as a section of a scenario; columns in which no run has anything are left out. */
export function runsSection(runs: readonly Run[], settings: RunsSettings): Runs {
  const cell = (run: Run, field: RunField): string | number | null => {
    const value = run[field];
    if (typeof value === "string") return value === "" ? null : value.slice(0, 120);
    return Number.isFinite(value) ? value : null;
  };
  const columns = fields.filter((field) => runs.some((run) => cell(run, field) !== null));
  return {...settings, columns, rows: runs.map((run) => columns.map((field) => cell(run, field)))};
}

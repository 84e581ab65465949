import type {RunField} from "../scenario/fitChoices.ts";
import type {Runs} from "../scenario/schema.ts";
import type {Run} from "./run.ts";

/** What a scenario says of its runs beside the rows. */
export type RunsSettings = Omit<Runs, "columns" | "rows">;

/** How runs are fitted where nobody said otherwise. */
export const usualRunsSettings: Omit<RunsSettings, "name"> = {
  measure: "loss",
  unit: "nats per token",
  without: {rows: [], largest: 0},
  form: "chinchilla",
  objective: "huber",
  delta: 1e-3,
  anchor: true,
  sharing: "nothing",
  policy: "compute-optimal",
  repeats: "worth",
  seed: 42,
  draws: 4000
};

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

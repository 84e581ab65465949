import type {CsvRow} from "../scenario/table.ts";
import {bindCondition, noneMeets, readCondition} from "./condition.ts";
import type {Run} from "./run.ts";
import type {ColumnMapping} from "./runColumns.ts";

/** The rows that are wanted, or why there are none. */
export type Filter =
  | {readonly ok: true; readonly rows: readonly CsvRow[]; readonly holds: (run: Run) => boolean}
  | {readonly ok: false; readonly message: string};

/** The rows that meet the conditions on texts, and what is left to ask of the runs. */
export function bindWhere(
  where: readonly string[],
  titles: readonly string[],
  mapping: ColumnMapping,
  allRows: readonly CsvRow[]
): Filter {
  let rows = allRows;
  const tests: ((run: Run) => boolean)[] = [];
  for (const text of where) {
    const read = readCondition(text);
    if (!read.ok) return read;
    const bound = bindCondition(read.condition, titles, mapping);
    if (!bound.ok) return bound;
    if (bound.on === "run") {
      tests.push(bound.holds);
      continue;
    }
    const kept = rows.filter(({cells}) => bound.holds(cells));
    if (kept.length === 0) {
      return {
        ok: false,
        message: noneMeets(
          read.condition,
          bound.index,
          rows.map(({cells}) => cells)
        )
      };
    }
    rows = kept;
  }
  return {ok: true, rows, holds: (run) => tests.every((test) => test(run))};
}

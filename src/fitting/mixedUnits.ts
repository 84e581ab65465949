import type {RowProblem, Run} from "./run.ts";
import type {ColumnMapping} from "./runColumns.ts";

/** Below `small` while the median is above `large`: a number that most likely lacks its unit. */
const sizes = [
  {column: "N", small: 1e4, large: 1e6},
  {column: "D", small: 1e5, large: 1e7},
  {column: "C", small: 1e9, large: 1e14}
] as const;

/** A warning for each number that is far too small beside the others of its column, as 7 is beside 7e9. */
export function mixedUnits(runs: readonly Run[], mapping: ColumnMapping): readonly RowProblem[] {
  return sizes.flatMap(({column, small, large}) => {
    const source = mapping[column];
    if (source === undefined || !runs.some((run) => run[column] < small)) return [];
    const sorted = Float64Array.from(runs, (run) => run[column]).sort();
    const median = sorted[sorted.length >> 1] ?? NaN;
    if (!(median >= large)) return [];
    const beside = Number(median.toPrecision(2)).toExponential().replace("e+", "e");
    return runs
      .filter((run) => run[column] < small)
      .map(({line, [column]: value}) => ({
        line,
        column: source.title,
        message: `is ${value} where the others are about ${beside}; a unit may be missing. It is taken as it stands`
      }));
  });
}

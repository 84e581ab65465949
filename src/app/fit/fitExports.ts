import {csvFormatRows} from "d3-dsv";
import {predict} from "../../fitting/fit.ts";
import {isLossForm} from "../../fitting/forms.ts";
import type {LadderFit} from "../../simulation/fits.ts";
import type {FitUncertainty} from "../../simulation/fitUncertainty.ts";

type Cell = string | number;

/** A table as CSV; what is no number is empty. */
const csv = (rows: readonly (readonly Cell[])[]): string =>
  `${csvFormatRows(rows.map((row) => row.map((cell) => (typeof cell === "number" && !Number.isFinite(cell) ? "" : String(cell)))))}\n`;

/** The runs as they are drawn, each with what the law says of it and whether it takes part. */
export function pointsCsv({rungs, taken, result, options}: LadderFit): string {
  const fitted = new Map(result.ok ? result.fit.used.map((i) => [taken[i]?.row ?? 0, true] as const) : []);
  const predicted = result.ok ? "predicted" : "no fit";
  const measured = isLossForm(options.form) ? "loss" : "score";
  return csv([
    ["row", "name", "recipe", "N", "D", "C", "loss", "score", predicted, `${measured} over predicted`, "takes part"],
    ...rungs.map((rung): readonly Cell[] => {
      const {row, name, recipe, N, D, C, loss, score, out} = rung;
      const said = result.ok ? predict(options.form, result.fit.parameters, rung) : NaN;
      const part = out ?? (result.ok && !fitted.has(row) ? "lacks what the form needs" : "yes");
      return [row, name, recipe, N, D, C, loss, score, said, rung[measured] / said, part];
    })
  ]);
}

/** The parameters with their intervals. */
export function parametersCsv({result}: LadderFit, uncertainty: FitUncertainty | undefined): string {
  const parameters = result.ok ? Object.entries(result.fit.parameters) : [];
  return csv([
    ["parameter", "value", "5 %", "median", "95 %"],
    ...parameters.map(([name, value]) => {
      const spread = uncertainty?.parameters[name];
      return [name, value, spread?.low ?? NaN, spread?.median ?? NaN, spread?.high ?? NaN];
    })
  ]);
}

/** The draws of the bootstrap: a row a draw, its parameters drawn together. */
export function drawsCsv({names, drawn, draws}: FitUncertainty): string {
  return csv([names, ...Array.from({length: draws}, (_, draw) => drawn.map((values) => values[draw] ?? NaN))]);
}

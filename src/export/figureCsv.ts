import {csvFormatRows} from "d3-dsv";
import type {Figure, Panels} from "../chart/figure.ts";
import {axisNames, figureRows} from "../figures/figureRows.ts";
import type {Along, FigureRow, Rows} from "../figures/figureRows.ts";

const cell = (value: number | undefined): string =>
  value === undefined || !Number.isFinite(value) ? "" : String(value);
const cells = ({at, low, high}: Along): readonly string[] => [cell(at), cell(low), cell(high)];

const head = ["mark", "id", "model", "name", "role", "part"] as const;

const asCells = ({mark, id, model, name, role, part, x, y, row, text}: FigureRow): readonly string[] => [
  ...[mark, id, model, name, role, part],
  ...cells(x),
  ...(row === "" ? cells(y) : [row, "", ""]),
  text
];

/**
 * What a picture draws as CSV: a mark or a point of a line a row, amounts in the units that the head names.
 *
 * Several figures in one picture stand under each other, each row with its panel and what its axes measure.
 *
 * @param rows `full`: every mark whole; `displayed`: what of it lies within the axes on show
 */
export function figureCsv(picture: Figure | Panels, rows: Rows): string {
  const ends = (axis: string) => [`${axis} low`, `${axis} high`];
  if (!("panels" in picture)) {
    const names = axisNames(picture);
    const titles = [...head, `x: ${names.x}`, ...ends("x"), `y: ${names.y}`, ...ends("y"), "text"];
    return `${csvFormatRows([titles, ...figureRows(picture, rows).map(asCells)].map((line) => [...line]))}\n`;
  }
  const titles = ["panel", "x axis", "y axis", ...head, "x", ...ends("x"), "y", ...ends("y"), "text"];
  const lines = picture.panels.flatMap(({figure}, i) => {
    const names = axisNames(figure);
    return figureRows(figure, rows).map((row) => [String(i + 1), names.x, names.y, ...asCells(row)]);
  });
  return `${csvFormatRows([titles, ...lines])}\n`;
}

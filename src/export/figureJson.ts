import type {Figure, Panels} from "../chart/figure.ts";
import {axisNames, figureRows} from "../figures/figureRows.ts";
import {isSectionView, sectionViews} from "../figures/view.ts";
import type {Scenario} from "../scenario/schema.ts";
import {simulationReport} from "../simulation/numbers.ts";
import {carriedInput} from "./carried.ts";
import {drawing} from "./drawing.ts";
import type {DrawingOptions} from "./drawing.ts";
import {tool} from "./tool.ts";

/** JSON has no infinity: what is never reached is said in a word, what any amount reaches in another, no number is null. */
function plainNumber(value: number): number | "never" | "any" | null {
  if (Number.isNaN(value)) return null;
  return value === Infinity ? "never" : value === -Infinity ? "any" : value;
}

/** A value as JSON has it: maps become objects, typed arrays lists, functions nothing. */
function plainValue(value: unknown): unknown {
  if (typeof value === "number") return plainNumber(value);
  if (typeof value === "function" || value === undefined) return undefined;
  if (value === null || typeof value !== "object") return value;
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>, plainNumber);
  if (value instanceof Set) return [...value].map((item) => plainValue(item) ?? null);
  if (Array.isArray(value)) return value.map((item: unknown) => plainValue(item) ?? null);
  const entries =
    value instanceof Map ? [...value].map(([key, item]) => [String(key), item] as const) : Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, item]) => [key, plainValue(item)] as const).filter(([, item]) => item !== undefined)
  );
}

/** A table with a head as a list of objects. */
const asObjects = ([head = [], ...rows]: readonly (readonly (string | number)[])[]) =>
  rows.map((row) => Object.fromEntries(head.map((name, i) => [String(name), row[i] ?? null])));

const figuresOf = (picture: Figure | Panels): readonly Figure[] =>
  "panels" in picture ? picture.panels.map(({figure}) => figure) : [picture];

/**
 * Every number of a view as JSON text: those `ladder simulate --json` prints, the intervals, all that is drawn, and the
 * scenario, so that the file opens as a picture does.
 *
 * Undefined where there is nothing to draw.
 */
export function figureJson(scenario: Scenario, options: DrawingOptions): string | undefined {
  const drawn = drawing(scenario, options);
  if (drawn === undefined) return undefined;
  const {view} = options;
  const {picture, simulation, uncertainty} = drawn;
  const {seed, draws} = scenario.uncertainty;
  const table = isSectionView(view) ? sectionViews[view].table(scenario, uncertainty) : undefined;
  const numbers = {
    tool: tool.name,
    version: tool.version,
    title: scenario.title,
    view,
    seed,
    draws,
    answer: picture.title,
    words: {never: "no amount is enough", any: "any amount is enough", null: "no number"},
    numbers: simulationReport(scenario) ?? null,
    ...(simulation.fit === undefined ? {} : {fit: simulation.fit}),
    ...(table === undefined ? {} : {table: asObjects(table)}),
    intervals: uncertainty,
    drawn: figuresOf(picture).map((figure) => ({axes: axisNames(figure), rows: figureRows(figure, "full")})),
    scenario: carriedInput(scenario, view, options.ledger)
  };
  return `${JSON.stringify(plainValue(numbers), null, 2)}\n`;
}

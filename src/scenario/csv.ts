import {dsvFormat} from "d3-dsv";
import {idFor} from "./edit.ts";
import {limits} from "./limits.ts";
import {columnOf, columns} from "./modelsCsvColumns.ts";
import type {Column} from "./modelsCsvColumns.ts";
import {readRow} from "./modelsCsvRow.ts";
import {guarded, hasDecimalCommas, readTable, unguarded, withDecimalPoints} from "./table.ts";
import type {Quantity} from "./quantity.ts";
import type {RarerUnits} from "./rarerUnits.ts";
import type {Model, Recipe, Scenario} from "./schema.ts";

/** What a table of models gave, and what it could not give. */
export interface ModelsCsv {
  readonly models: readonly Model[];
  /** Recipes the models name and the scenario does not have yet. */
  readonly recipes: readonly Recipe[];
  /** Rows that cannot be used, or the whole table; lines count from 1. */
  readonly problems: readonly {readonly line: number; readonly message: string}[];
  /** Titles of columns that say nothing here. */
  readonly ignored: readonly string[];
  /** Some cell needs the rarer units: read again with them. */
  readonly needsUnits: boolean;
}

const nothing = {models: [], recipes: [], problems: [], ignored: [], needsUnits: false} satisfies ModelsCsv;

type Cells = Partial<Record<Column, string>>;

const numbers = (prefix: "compute" | "score" | "gain", quantity: Quantity | undefined): Cells => {
  if (quantity === undefined) return {};
  const {value, low, high, bound} = quantity;
  return {
    [prefix]: bound === undefined ? cellOf(value) : `${bound} ${cellOf(value)}`,
    ...(low === undefined || high === undefined
      ? {}
      : {[`${prefix} low`]: cellOf(low), [`${prefix} high`]: cellOf(high)})
  };
};

const cellOf = (value: number): string => String(value).replace("e+", "e");

/** The models as a table for spreadsheets: numbers in full, texts so that none is run as a formula. */
export function modelsToCsv({models, recipes}: Scenario, metric: string): string {
  const byId = new Map(recipes.map((recipe) => [recipe.id, recipe]));
  const rows = models.map((model): Cells => {
    const recipe = byId.get(model.recipe);
    return {
      name: guarded(model.name),
      recipe: guarded(recipe?.name ?? model.recipe),
      ...(recipe?.maker === undefined ? {} : {maker: guarded(recipe.maker)}),
      ...numbers("compute", model.compute),
      basis: model.basis,
      ...numbers("score", model.score[metric]),
      ...numbers("gain", model.gain),
      "solves for": model.solve,
      ...(model.parameters === undefined ? {} : {parameters: cellOf(model.parameters.value)}),
      ...(model.tokens === undefined ? {} : {tokens: cellOf(model.tokens.value)}),
      ...(model.note === undefined ? {} : {note: guarded(model.note)})
    };
  });
  const table = [[...columns], ...rows.map((row) => columns.map((column) => row[column] ?? ""))];
  return `${dsvFormat(",").formatRows(table)}\n`;
}

/**
 * The models a table holds, each cell read as a field would read it; a row that cannot be used is named with its line.
 *
 * Commas, semicolons and tabs part cells; with the latter two a comma may be the decimal sign. Columns are known by
 * their titles, in any order. A model without a recipe of the scenario brings one of its own.
 */
export function modelsFromCsv(text: string, scenario: Scenario, metric: string, units?: RarerUnits): ModelsCsv {
  const table = readTable(text);
  const [head, ...rows] = table.rows;
  if (head === undefined) return {...nothing, problems: [{line: 1, message: "The table is empty"}]};
  const titles = head.cells.map((title) => columnOf(title, metric, scenario.metrics[metric]));
  if (!titles.includes("name")) {
    const message = `No column is called name; the first line gives the columns: ${columns.slice(0, 4).join(", ")}, score, gain …`;
    return {...nothing, problems: [{line: head.line, message}]};
  }
  const twice = titles.find((title, i) => title !== undefined && titles.indexOf(title) !== i);
  if (twice !== undefined) return {...nothing, problems: [{line: head.line, message: `Two columns give the ${twice}`}]};
  const point = hasDecimalCommas(table) ? withDecimalPoints : (cell: string) => cell;
  const texts = new Set<Column>(["name", "recipe", "maker", "note"]);
  const taken = scenario.models.map(({id}) => id);
  const models: Model[] = [];
  const recipes: Recipe[] = [];
  const problems: {line: number; message: string}[] = [];
  let needsUnits = false;
  for (const {line, cells} of rows) {
    if (models.length >= limits.models) {
      problems.push({
        line,
        message: `A scenario holds ${limits.models} models at most: this row and those below are left out`
      });
      break;
    }
    const row: Cells = {};
    titles.forEach((title, i) => {
      const cell = cells[i] ?? "";
      if (title !== undefined && cell !== "") row[title] = texts.has(title) ? unguarded(cell) : point(cell);
    });
    const read = readRow(row, {scenario, recipes, metric, units});
    if (read.ok) {
      const id = idFor(read.model.name, [...taken, ...models.map((model) => model.id)]);
      models.push({...read.model, id});
      if (read.recipe !== undefined) recipes.push(read.recipe);
    } else {
      problems.push({line, message: read.message});
      needsUnits ||= read.needsUnits;
    }
  }
  const ignored = head.cells.filter((title, i) => titles[i] === undefined && title !== "");
  return {models, recipes, problems, ignored, needsUnits};
}

import {idFor, nameFault} from "./edit.ts";
import {limits} from "./limits.ts";
import type {Column} from "./modelsCsvColumns.ts";
import {parseQuantity} from "./parseQuantity.ts";
import type {Quantity, QuantityKind} from "./quantity.ts";
import type {RarerUnits} from "./rarerUnits.ts";
import type {Model, Recipe, Scenario} from "./schema.ts";

export interface RowContext {
  readonly scenario: Scenario;
  /** Recipes that earlier rows have brought. */
  readonly recipes: readonly Recipe[];
  readonly metric: string;
  readonly units: RarerUnits | undefined;
}

export type ReadRow =
  | {readonly ok: true; readonly model: Omit<Model, "id">; readonly recipe?: Recipe}
  | {readonly ok: false; readonly message: string; readonly needsUnits: boolean};

type Row = Readonly<Partial<Record<Column, string>>>;

/** Thrown inside this file alone, so that the first fault of a row ends it. */
class RowFault extends Error {
  readonly needsUnits: boolean;
  constructor(message: string, needsUnits = false) {
    super(message);
    this.needsUnits = needsUnits;
  }
}

const numeric = (text: string): number | string => (/^[\d.]+(?:e\+?\d+)?$/i.test(text) ? Number(text) : text);

function quantityOf(
  row: Row,
  column: "compute" | "score" | "gain",
  units: RarerUnits | undefined
): Quantity | undefined {
  const [value, low, high] = [row[column], row[`${column} low`], row[`${column} high`]];
  if (value === undefined && low === undefined && high === undefined) return undefined;
  if ((low === undefined) !== (high === undefined)) {
    throw new RowFault(`${column}: an interval has two ends, ${low === undefined ? "low" : "high"} is missing`);
  }
  if (low === undefined || high === undefined) return parsed(column, numeric(value ?? ""), column, units);
  const ends = {low: numeric(low), high: numeric(high)};
  return parsed(column, value === undefined ? ends : {value: numeric(value), ...ends}, column, units);
}

function parsed(column: Column, input: unknown, kind: QuantityKind, units: RarerUnits | undefined): Quantity {
  const result = parseQuantity(input, kind, units);
  if (result.ok) return result.value;
  const place = result.path === undefined ? column : `${column} ${result.path.join(" ")}`;
  throw new RowFault(`${place}: ${result.message}`, result.needs !== undefined);
}

function oneOf<T extends string>(column: Column, text: string | undefined, choices: readonly T[]): T | undefined {
  if (text === undefined) return undefined;
  const choice = choices.find((word) => word === text.toLowerCase());
  if (choice === undefined) throw new RowFault(`${column}: must be ${choices.join(", ")}, got ${text}`);
  return choice;
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The recipe a row names, by name or id; one that is not there yet is brought along. */
function recipeOf(
  row: Row,
  name: string,
  {scenario, recipes}: RowContext
): {readonly id: string; readonly brought?: Recipe} {
  const all = [...scenario.recipes, ...recipes];
  // A model that is there already keeps its recipe where the table says nothing of it.
  const before = scenario.models.find((model) => same(model.name, name))?.recipe;
  const named = row.recipe ?? before ?? `${name.slice(0, limits.nameLength - 7)} recipe`;
  const known = all.find((recipe) => same(recipe.name, named) || recipe.id === named);
  if (known !== undefined) return {id: known.id};
  if (all.length >= limits.recipes) throw new RowFault(`recipe: a scenario holds ${limits.recipes} recipes at most`);
  const fault = nameFault(named) ?? (row.maker === undefined ? undefined : nameFault(row.maker));
  if (fault !== undefined) throw new RowFault(`recipe: ${fault}`);
  const id = idFor(
    named,
    all.map((recipe) => recipe.id)
  );
  return {id, brought: {id, name: named.trim(), ...(row.maker === undefined ? {} : {maker: row.maker})}};
}

/** What is left to solve for when a row does not say. */
function solvedFor(compute: boolean, score: boolean, gain: boolean): Model["solve"] {
  if (compute && score) return "gain";
  return score || gain ? (compute ? "score" : "compute") : "score";
}

function modelOf(row: Row, context: RowContext): Extract<ReadRow, {ok: true}> {
  const {metric, units} = context;
  const name = row.name ?? "";
  const fault = nameFault(name);
  if (fault !== undefined) throw new RowFault(`name: ${fault}`);
  const compute = quantityOf(row, "compute", units);
  const score = quantityOf(row, "score", units);
  const gain = quantityOf(row, "gain", units);
  const parameters =
    row.parameters === undefined ? undefined : parsed("parameters", numeric(row.parameters), "parameters", units);
  const tokens = row.tokens === undefined ? undefined : parsed("tokens", numeric(row.tokens), "tokens", units);
  const hasCompute = compute !== undefined || (parameters !== undefined && tokens !== undefined);
  if (!hasCompute && score === undefined) throw new RowFault("has neither compute nor score");
  const solve =
    oneOf("solves for", row["solves for"], ["compute", "gain", "score"]) ??
    solvedFor(hasCompute, score !== undefined, gain !== undefined);
  if (solve === "score" && !hasCompute) throw new RowFault("solves for score, so its compute must be given");
  if (solve === "compute" && score === undefined) throw new RowFault("solves for compute, so its score must be given");
  if (row.note !== undefined && row.note.length > limits.textLength) {
    throw new RowFault(`note: has ${limits.textLength} characters at most, got ${row.note.length}`);
  }
  const {id: recipe, brought} = recipeOf(row, name, context);
  const model: Omit<Model, "id"> = {
    name: name.trim(),
    recipe,
    ...(compute === undefined ? {} : {compute}),
    ...(parameters === undefined ? {} : {parameters}),
    ...(tokens === undefined ? {} : {tokens}),
    basis: oneOf("basis", row.basis, ["known", "estimate", "placed"]) ?? "known",
    score: score === undefined ? {} : {[metric]: score},
    scoreBasis: "measured",
    ...(gain === undefined ? {} : {gain}),
    solve,
    ...(row.note === undefined ? {} : {note: row.note})
  };
  return {ok: true, model, ...(brought === undefined ? {} : {recipe: brought})};
}

/** A model from the cells of a row, or the first thing that is wrong with them. */
export function readRow(row: Row, context: RowContext): ReadRow {
  try {
    return modelOf(row, context);
  } catch (fault) {
    if (!(fault instanceof RowFault)) throw fault;
    return {ok: false, message: fault.message, needsUnits: fault.needsUnits};
  }
}

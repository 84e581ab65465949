import {withCommas} from "../scenario/numberText.ts";
import type {FitForm} from "../scenario/fitChoices.ts";
import {runFields, usualRuns} from "../scenario/fitChoices.ts";
import {limits} from "../scenario/limits.ts";
import type {Runs} from "../scenario/schema.ts";
import {runsInWords} from "./fillCompute.ts";
import {isUsableFor, parameterNames} from "./forms.ts";
import type {Run} from "./run.ts";
import type {ColumnMapping} from "./runColumns.ts";
import {runsSection} from "./runsSection.ts";

/** What a scenario takes of a table: its runs and what the table says of them all. */
export interface TableRuns {
  readonly runs: readonly Run[];
  readonly mapping: ColumnMapping;
  readonly comments: readonly string[];
  /** How many there are, where `runs` are only the first of them. */
  readonly count?: number;
}

/** What a person says of runs that come into a scenario. */
export interface RunsAbout {
  /** Where they come from: a file, a paper. */
  readonly name: string;
  /** The recipe of runs that name none; "" for none. */
  readonly recipe?: string;
}

export type RunsResult = {readonly ok: true; readonly runs: Runs} | {readonly ok: false; readonly message: string};

type Cell = number | string | null;

const cut = (text: string): string => text.trim().slice(0, limits.nameLength);

/** Why so many runs are not taken; undefined where they are. */
function tooMany(count: number): string | undefined {
  if (count <= limits.runs) return undefined;
  return `A scenario holds ${withCommas(limits.runs)} runs at most, and there are ${withCommas(count)}. Leave some out by a filter, or fit them with the command: npx ladder fit takes 200,000.`;
}

/** A law of N and D where there are runs enough for its parameters, else one of compute. */
const lossForms = ["chinchilla", "chinchilla-tied", "power-law"] as const;

/** The form that the runs tell enough for: one run more than it has parameters. */
function formFor(runs: readonly Run[]): FitForm {
  if (!runs.some(({loss}) => Number.isFinite(loss))) return "logistic";
  const isEnough = (form: (typeof lossForms)[number]) =>
    runs.filter((run) => isUsableFor(form, run)).length > parameterNames(form).length;
  return lossForms.find(isEnough) ?? "power-law";
}

/** What a loss was measured as, from the title of its column: "loss_c4_val" is “loss c4 val”, "loss" the loss. */
const measureOf = ({loss, score}: ColumnMapping): string => cut((loss ?? score)?.title.replaceAll("_", " ") ?? "loss");

/**
 * The runs of a table as the section of a scenario, with the usual choices of a fit.
 *
 * Of several recipes the first is fitted: no one law is that of two recipes.
 * Fails where there are more runs than a scenario holds.
 */
export function runsOfTable(table: TableRuns, about: RunsAbout): RunsResult {
  const message = tooMany(table.count ?? table.runs.length);
  if (message !== undefined) return {ok: false, message};
  const note = table.comments.join(" ").slice(0, limits.textLength);
  const runs = named(table.runs, cut(about.recipe ?? ""));
  const recipes = [...new Set(runs.map(({recipe}) => cut(recipe)))].filter((recipe) => recipe !== "");
  const [first] = recipes;
  const settings = {
    ...usualRuns,
    ...(first === undefined || recipes.length < 2 ? {} : {recipe: first}),
    name: cut(about.name),
    ...(note === "" ? {} : {note}),
    measure: measureOf(table.mapping),
    unit: table.mapping.loss?.unit ?? usualRuns.unit,
    form: formFor(recipes.length < 2 ? runs : runs.filter(({recipe}) => cut(recipe) === first))
  };
  return {ok: true, runs: runsSection(runs, settings)};
}

const named = (runs: readonly Run[], recipe = ""): readonly Run[] =>
  recipe === "" ? runs : runs.map((run) => (run.recipe === "" ? {...run, recipe} : run));

/** Whether the rows of a section tell their recipes. */
export const hasRecipes = ({columns}: Runs): boolean => columns.includes("recipe");

/**
 * The runs there are with those of another table behind them, each with its recipe; choices of the fit stay.
 *
 * @param about the recipe of added runs that name none, and that of the runs there are
 */
export function addRuns(
  before: Runs,
  table: TableRuns,
  about: RunsAbout & {readonly recipeBefore?: string}
): RunsResult {
  const added = runsOfTable(table, about);
  if (!added.ok) return added;
  const message = tooMany(before.rows.length + added.runs.rows.length);
  if (message !== undefined) return {ok: false, message};
  const columns = runFields.filter(
    (field) => before.columns.includes(field) || added.runs.columns.includes(field) || field === "recipe"
  );
  const spread = (runs: Runs, recipe: string): readonly (readonly Cell[])[] => {
    const places = columns.map((field) => runs.columns.indexOf(field));
    return runs.rows.map((row) =>
      places.map((place, i) => row[place] ?? (columns[i] === "recipe" && recipe !== "" ? recipe : null))
    );
  };
  const chosen = before.recipe ?? cut(about.recipeBefore ?? "");
  const notes = [before.note, added.runs.note].filter((note) => note !== undefined).join(" ");
  return {
    ok: true,
    runs: {
      ...before,
      ...(chosen === "" ? {} : {recipe: chosen}),
      name: before.name === about.name ? before.name : cut(`${before.name} and ${about.name}`),
      ...(notes === "" ? {} : {note: notes.slice(0, limits.textLength)}),
      columns,
      rows: [...spread(before, cut(about.recipeBefore ?? "")), ...spread(added.runs, cut(about.recipe ?? ""))]
    }
  };
}

/** "40 runs of 2 recipes". */
export function runsAndRecipes(runs: readonly Run[]): string {
  const recipes = new Set(runs.map(({recipe}) => recipe).filter((recipe) => recipe !== ""));
  return `${runsInWords(runs.length)}${recipes.size > 1 ? ` of ${recipes.size} recipes` : ""}`;
}

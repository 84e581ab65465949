import type {ColumnQuestion} from "../../fitting/guessMapping.ts";
import type {AskedQuestion, Said} from "../../fitting/mappingByHand.ts";
import {questionsSoFar, specOf} from "../../fitting/mappingByHand.ts";
import type {RunsResult, TableRuns} from "../../fitting/tableRuns.ts";
import {addRuns, hasRecipes, runsOfTable} from "../../fitting/tableRuns.ts";
import type {Runs} from "../../scenario/schema.ts";
import type {TableAnswered, TableAsked} from "./tableWorker.ts";

/** A condition on rows: a column, and the text that it holds; "" for none. */
export interface RowFilter {
  readonly title: string;
  readonly value: string;
}

/** A table on its way into the scenario: what was said of it, what came of that. */
export interface ImportState {
  readonly said: Said;
  readonly filter: RowFilter;
  /** Undefined until the table was read once. */
  readonly answer: TableAnswered | undefined;
  /** A question is with the worker. */
  readonly isReading: boolean;
  readonly questions: readonly AskedQuestion[];
  readonly how: "replace" | "add";
  /** The recipe of runs that name none: those of the table, and those there are. */
  readonly recipe: string;
  readonly recipeBefore: string;
}

/** What a file’s name calls its recipe: without its ending. */
export const recipeOfName = (name: string): string => name.replace(/\.(csv|tsv|txt)$/i, "").trim();

/** The state before anything was read: runs that are there are added to, since nothing is lost by that. */
export const beginImport = (name: string, before: Runs | undefined): ImportState => ({
  said: {},
  filter: {title: "", value: ""},
  answer: undefined,
  isReading: false,
  questions: [],
  how: before === undefined ? "replace" : "add",
  recipe: recipeOfName(name),
  recipeBefore: before === undefined ? "" : recipeOfName(before.name)
});

/** What the worker is asked for a state. */
export function requestOf({said, filter}: ImportState): Omit<TableAsked, "id" | "table"> {
  const where = filter.title === "" || filter.value === "" ? undefined : `${filter.title}=${filter.value}`;
  return {mapping: specOf(said), where};
}

const questionsIn = ({read}: TableAnswered): readonly ColumnQuestion[] =>
  read.ok ? read.runs.questions : read.questions;

/** The state with an answer of the worker in it; questions that were asked before stay to be answered otherwise. */
export function withAnswerOf(state: ImportState, answer: TableAnswered): ImportState {
  return {
    ...state,
    answer,
    isReading: false,
    questions: questionsSoFar(state.questions, questionsIn(answer), state.said)
  };
}

/** What the scenario’s runs become; undefined while the table gives none. */
export function resultOf(
  {answer, how, recipe, recipeBefore}: ImportState,
  name: string,
  before: Runs | undefined
): RunsResult | undefined {
  if (answer?.read.ok !== true) return undefined;
  const {runs, mapping, comments} = answer.read.runs;
  const table: TableRuns = {runs, mapping, comments, count: answer.count};
  if (how === "replace" || before === undefined) return runsOfTable(table, {name});
  return addRuns(before, table, {name, recipe, ...(hasRecipes(before) ? {} : {recipeBefore})});
}

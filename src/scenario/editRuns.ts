import type {FitForm, FitObjective, FitSharing} from "./fitChoices.ts";
import type {Runs, Scenario} from "./schema.ts";

/** A scenario after an edit of its runs, and what a step of undo calls it. */
export interface RunsEdit {
  readonly scenario: Scenario;
  readonly label: string;
}

function edit(scenario: Scenario, change: (runs: Runs) => Runs, label: string): RunsEdit {
  const {runs} = scenario;
  if (runs === undefined) return {scenario, label};
  const next = change(runs);
  return {scenario: next === runs ? scenario : {...scenario, runs: next}, label};
}

/** What a run is called: "run 12", with its name where it has one. */
export function runName({columns, rows}: Runs, row: number): string {
  const place = columns.indexOf("name");
  const name = place < 0 ? null : rows[row - 1]?.[place];
  return typeof name === "string" && name !== "" ? `run ${row}, ${name}` : `run ${row}`;
}

/** A run switched off or on again; a row that is not there changes nothing. */
export function switchRun(scenario: Scenario, row: number): RunsEdit {
  const off = scenario.runs?.without.rows.includes(row) === true;
  return edit(
    scenario,
    (runs) => {
      if (runs.rows[row - 1] === undefined) return runs;
      const {rows} = runs.without;
      const next = off ? rows.filter((one) => one !== row) : [...rows, row].sort((a, b) => a - b);
      return {...runs, without: {...runs.without, rows: next}};
    },
    `run ${row} switched ${off ? "on" : "off"}`
  );
}

/** All runs that were switched off by hand take part again. */
export const switchAllOn = (scenario: Scenario): RunsEdit =>
  edit(scenario, (runs) => ({...runs, without: {...runs.without, rows: []}}), "all runs switched on");

/** How many of the largest losses are left out; a whole number from 0 to one less than the runs. */
export const leaveOutLargest = (scenario: Scenario, largest: number): RunsEdit =>
  edit(
    scenario,
    (runs) => ({...runs, without: {...runs.without, largest}}),
    largest === 0 ? "no largest losses left out" : `${largest} of the largest losses left out`
  );

export const setForm = (scenario: Scenario, form: FitForm): RunsEdit =>
  edit(scenario, (runs) => ({...runs, form}), "form of the law");

export const setObjective = (scenario: Scenario, objective: FitObjective): RunsEdit =>
  edit(scenario, (runs) => ({...runs, objective}), "objective of the fit");

export const setDelta = (scenario: Scenario, delta: number): RunsEdit =>
  edit(scenario, (runs) => ({...runs, delta}), "Huber delta");

export const setAnchor = (scenario: Scenario, anchor: boolean): RunsEdit =>
  edit(scenario, (runs) => ({...runs, anchor}), "perfect model as a point");

export const setSharing = (scenario: Scenario, sharing: FitSharing): RunsEdit =>
  edit(scenario, (runs) => ({...runs, sharing}), "what recipes have in common");

/** The compute-optimal mix, or a fixed number of tokens per parameter. */
export const setPolicy = (scenario: Scenario, tokensPerParameter: number | undefined): RunsEdit =>
  edit(
    scenario,
    (runs) => ({
      ...runs,
      policy:
        tokensPerParameter === undefined
          ? "compute-optimal"
          : {tokensPerParameter: {value: tokensPerParameter, written: tokensPerParameter}}
    }),
    "mix of parameters and tokens"
  );

/** The runs of one recipe, or of all together. */
export const chooseRecipe = (scenario: Scenario, recipe: string | undefined): RunsEdit =>
  edit(scenario, ({recipe: _, ...runs}) => (recipe === undefined ? runs : {...runs, recipe}), "recipe that is fitted");

export const setReferenceRecipe = (scenario: Scenario, reference: string): RunsEdit =>
  edit(scenario, (runs) => ({...runs, reference}), "recipe others are held against");

/** The compute above which runs are left out and foretold; undefined for no hold-out. */
export const setHoldOut = (scenario: Scenario, above: number | undefined): RunsEdit =>
  edit(
    scenario,
    ({holdOut: _, ...runs}) => (above === undefined ? runs : {...runs, holdOut: {value: above, written: above}}),
    "runs held out"
  );

export const setBootstrap = (scenario: Scenario, change: Pick<Partial<Runs>, "draws" | "seed">): RunsEdit =>
  edit(scenario, (runs) => ({...runs, ...change}), change.seed === undefined ? "draws of the fit" : "seed of the fit");

/** Runs put into a scenario, or taken out of it. */
export const setRuns = (scenario: Scenario, runs: Runs | undefined, label: string): RunsEdit => {
  const {runs: _, ...rest} = scenario;
  return {scenario: runs === undefined ? rest : {...scenario, runs}, label};
};

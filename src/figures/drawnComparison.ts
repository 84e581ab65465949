import {groundOfPlan} from "../scenario/samePlan.ts";
import type {Scenario} from "../scenario/schema.ts";
import {findingDifferences, headlineOutput, isDrawn} from "./differences.ts";
import type {Difference} from "./differences.ts";
import {drawnWords} from "./drawnWords.ts";
import type {DrawnTables, DrawnWords} from "./drawnWords.ts";
import {percentOf} from "./sensitivity.ts";
import type {ShareRow} from "./sensitivity.ts";

/** What takes draws and differs between two scenarios in the view of the later. */
export interface DrawnComparison {
  /** What its answer said and says. */
  readonly differences: readonly Difference[];
  /** What its tables said. */
  readonly before: DrawnTables;
}

const nothingDrawn: DrawnComparison = {differences: [], before: {}};

/** What of an output’s variance the inputs answer for that answer for most of it, before or now. */
function shareDifferences(old: readonly ShareRow[], fresh: readonly ShareRow[]): readonly Difference[] {
  const widest = new Map([fresh[0], old[0]].flatMap((row) => (row === undefined ? [] : [[row.inputs, row]])));
  return [...widest.values()].flatMap(({inputs, step}) => {
    const share = (rows: readonly ShareRow[]) => {
      const row = rows.find((item) => item.inputs === inputs);
      return row === undefined ? "none" : percentOf(row.total);
    };
    const [was, now] = [share(old), share(fresh)];
    return was === now ? [] : [{id: `share.${inputs}`, name: `part of the ${step} in what is not known`, was, now}];
  });
}

/** What the draws of a fit or a plan stand on, as text; empty for the other views. */
function groundOf(scenario: Scenario, view: Scenario["view"]["figure"]): string {
  if (view === "fit") return JSON.stringify(scenario.runs ?? null);
  return view === "plan" ? JSON.stringify(groundOfPlan(scenario)) : "";
}

/**
 * What differs of that in a view which takes draws, some seconds at most: the interval of what its answer begins with,
 * where it is asked what that hangs on the part of the input that most of it hangs on, and of a plan what simulated
 * ladders tell.
 *
 * @param words `drawnWords`, or what remembers some of it
 */
export function drawnComparison(
  before: Scenario,
  after: Scenario,
  words: (...asked: Parameters<typeof drawnWords>) => DrawnWords = drawnWords
): DrawnComparison {
  const {figure} = after.view;
  if (!isDrawn(after)) return nothingDrawn;
  const ground = groundOf(after, figure);
  if (ground !== "" && ground === groundOf(before, figure)) return nothingDrawn;
  const output = headlineOutput(after);
  const [old, fresh] = [words(before, figure, output), words(after, figure, output)];
  return {
    differences: [
      ...findingDifferences(old.findings, fresh.findings),
      ...shareDifferences(old.tables.shares ?? [], fresh.tables.shares ?? [])
    ],
    before: old.tables
  };
}

import type {Scenario} from "../scenario/schema.ts";
import type {Interval} from "../simulation/draws.ts";
import {outputInterval} from "../simulation/outputInterval.ts";
import {outputsOf} from "../simulation/outputs.ts";
import type {Output} from "../simulation/outputs.ts";
import {sensitivity} from "../simulation/sensitivity.ts";
import {outputWords} from "./compareWords.ts";
import {headlineOutput, notThere} from "./differences.ts";
import type {Difference} from "./differences.ts";
import {percentOf, shareRows} from "./sensitivity.ts";
import type {ShareRow} from "./sensitivity.ts";
import {multiplierInterval} from "./wording.ts";

/** "0.04× to 25×"; "no interval" where both ends read the same. */
export function intervalWords(kind: Output["kind"], interval: Interval): string {
  const [from, to] = [outputWords(kind, interval.low), outputWords(kind, interval.high)];
  if (from === to) return "no interval";
  return kind === "gain" ? multiplierInterval(interval) : `${from} to ${to}`;
}

function intervalDifference(before: Scenario, after: Scenario, {id, name, kind}: Output): readonly Difference[] {
  const [old, fresh] = [outputInterval(before, id), outputInterval(after, id)];
  const [was = notThere, now = notThere] = [old, fresh].map((found) => found && intervalWords(kind, found));
  return was === now ? [] : [{id: `interval.${id}`, name: `90 % of ${name}`, was, now}];
}

/** What of an output’s variance the inputs answer for that answer for most of it, before or now. */
function shareDifferences(before: Scenario, after: Scenario, {id}: Output): readonly Difference[] {
  const rowsOf = (scenario: Scenario): readonly ShareRow[] => {
    const found = sensitivity(
      scenario,
      outputsOf(scenario).find((item) => item.id === id)
    );
    return found?.output === id ? shareRows(scenario, found) : [];
  };
  const [old, fresh] = [rowsOf(before), rowsOf(after)];
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

/**
 * What differs of that in an answer which takes draws, some seconds at most: the interval of the output it begins with,
 * and where it is asked what that hangs on, the part of the input that most of it hangs on.
 */
export function drawnDifferences(before: Scenario, after: Scenario): readonly Difference[] {
  const output = headlineOutput(after);
  if (output === undefined) return [];
  const shares = after.view.figure === "sensitivity" ? shareDifferences(before, after, output) : [];
  return [...intervalDifference(before, after, output), ...shares];
}

import type {Scenario} from "../scenario/schema.ts";
import {sectionOfView} from "../scenario/viewInputs.ts";
import {outputPairs} from "../simulation/outputChange.ts";
import type {OutputPair} from "../simulation/outputChange.ts";
import {outputsOfView} from "../simulation/outputs.ts";
import {cast} from "../simulation/ladder.ts";
import {outputWords} from "./compareWords.ts";
import {findingsOf} from "./findings.ts";

/** An output, or what a view says beside them, that is another in the scenario compared with, in words. */
export interface Difference {
  readonly id: string;
  /** "gain against GPT-5.4". */
  readonly name: string;
  readonly was: string;
  readonly now: string;
}

/** Whether an output belongs to what the view on show says. */
export const isOfView = (view: Scenario["view"]["figure"], id: string): boolean => {
  const own = outputsOfView[view];
  return own === undefined ? /^(gain|points|compute|score)\./.test(id) : id.startsWith(own);
};

/** The outputs that read otherwise before and now; a difference that rounding hides is none. */
export function differencesOf(pairs: readonly OutputPair[]): readonly Difference[] {
  return pairs.flatMap(({id, name, kind, before, after}) => {
    const [was, now] = [outputWords(kind, before), outputWords(kind, after)];
    return was === now ? [] : [{id, name, was, now}];
  });
}

const notThere = "not there";

function findingDifferences(before: Scenario, after: Scenario): readonly Difference[] {
  const view = after.view.figure;
  const byId = (scenario: Scenario) => new Map(findingsOf(scenario, view).map((finding) => [finding.id, finding]));
  const [old, fresh] = [byId(before), byId(after)];
  return [...new Map([...fresh, ...old]).values()].flatMap(({id}) => {
    const {name = ""} = fresh.get(id) ?? old.get(id) ?? {};
    const [was = notThere, now = notThere] = [old.get(id)?.words, fresh.get(id)?.words];
    return was === now ? [] : [{id, name, was, now}];
  });
}

/** Whether the view on show has what it answers from: its section, the runs of a fit. */
export function hasAnswer(scenario: Scenario): boolean {
  const {figure} = scenario.view;
  const section = figure === "fit" ? "runs" : sectionOfView(figure);
  return section === undefined || scenario[section] !== undefined;
}

/** Those that stand beside the answer: of the ladder the gain the answer speaks of, of another view all it says. */
export function besideAnswer(before: Scenario, after: Scenario): readonly Difference[] {
  const {figure} = after.view;
  if (figure === "fit" || figure === "claims") return findingDifferences(before, after);
  const differences = differencesOf(outputPairs(before, after, (id) => isOfView(figure, id)));
  if (figure === "plan") return [...differences, ...findingDifferences(before, after)];
  if (outputsOfView[figure] !== undefined) return differences;
  const {rival} = cast(after);
  return differences.filter(({id}) => id === `gain.${rival}` || id === `points.${rival}`);
}

import type {Scenario} from "../scenario/schema.ts";
import type {OutputPair} from "../simulation/outputChange.ts";
import {cast} from "../simulation/ladder.ts";
import {outputWords} from "./compareWords.ts";

/** An output that is another in the scenario compared with, in words. */
export interface Difference {
  readonly id: string;
  /** "gain against GPT-5.4". */
  readonly name: string;
  readonly was: string;
  readonly now: string;
}

/** Which outputs the views of sections answer with; those of the others are gains. */
const ofView: Readonly<Partial<Record<Scenario["view"]["figure"], string>>> = {
  rl: "rl.",
  thinking: "thinking.",
  agents: "agents.",
  cost: "cost."
};

/** Whether an output belongs to what the view on show says. */
export const isOfView = (view: Scenario["view"]["figure"], id: string): boolean => {
  const own = ofView[view];
  return own === undefined ? /^(gain|points|compute|score)\./.test(id) : id.startsWith(own);
};

/** The outputs that read otherwise before and now; a difference that rounding hides is none. */
export function differencesOf(pairs: readonly OutputPair[]): readonly Difference[] {
  return pairs.flatMap(({id, name, kind, before, after}) => {
    const [was, now] = [outputWords(kind, before), outputWords(kind, after)];
    return was === now ? [] : [{id, name, was, now}];
  });
}

/** Those that stand beside the answer: of the ladder the gain the answer speaks of, of a section all. */
export function besideAnswer(scenario: Scenario, differences: readonly Difference[]): readonly Difference[] {
  if (ofView[scenario.view.figure] !== undefined) return differences;
  const {rival} = cast(scenario);
  return differences.filter(({id}) => id === `gain.${rival}` || id === `points.${rival}`);
}

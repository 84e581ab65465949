import {log10} from "../numerics/exp.ts";
import type {Scenario} from "../scenario/schema.ts";
import {agentsRows, singleMissing} from "./agents.ts";
import type {AgentsRow} from "./agents.ts";
import {mostAgentsDraws} from "./agentsUncertainty.ts";
import type {Output} from "./outputs.ts";

/** The rows of one agent and of the number of agents on show. */
interface Pair {
  readonly one: AgentsRow;
  readonly all: AgentsRow;
}

const ofPair =
  (read: (pair: Pair) => number): Output["readerOf"] =>
  (scenario) =>
  (value) => {
    const {agents: section} = scenario;
    if (section === undefined) return NaN;
    const count = Math.round(value("agents.count", section.count));
    const [one, all] = agentsRows(scenario, section, value, [1, count]);
    return one === undefined || all === undefined ? NaN : read({one, all});
  };

/** What the number of agents on show comes to, over one and over one that thinks for as many tokens. */
export function agentsOutputs(scenario: Scenario): readonly Output[] {
  const {agents: section} = scenario;
  if (section === undefined) return [];
  const heavy = {isHeavy: true, draws: {most: mostAgentsDraws}} as const;
  const single: readonly Output[] = [
    {
      id: "agents.overSingle",
      name: "points over one agent that thinks for as many tokens",
      kind: "difference",
      ...heavy,
      readerOf: ofPair(({all}) => all.score - (all.single ?? NaN))
    },
    {
      id: "agents.single",
      name: "score of one agent that thinks for as many tokens",
      kind: "share",
      ...heavy,
      readerOf: ofPair(({all}) => all.single ?? NaN)
    }
  ];
  const seconds: Output = {
    id: "agents.seconds",
    name: "time to the answer of the agents",
    kind: "seconds",
    ...heavy,
    readerOf: ofPair(({all}) => log10(all.seconds ?? NaN))
  };
  return [
    {
      id: "agents.score",
      name: "score of the agents",
      kind: "share",
      ...heavy,
      readerOf: ofPair(({all}) => all.score)
    },
    {
      id: "agents.overOne",
      name: "points over one agent",
      kind: "difference",
      ...heavy,
      readerOf: ofPair(({one, all}) => all.score - one.score)
    },
    ...(singleMissing(scenario) === undefined ? single : []),
    {
      id: "agents.tokens",
      name: `tokens that the agents write${section.work === undefined ? ", in one agent’s" : ""}`,
      kind: "tokens",
      ...heavy,
      readerOf: ofPair(({all}) => log10(all.output))
    },
    ...(section.pace === undefined || section.work === undefined ? [] : [seconds])
  ];
}

import {formatShort} from "../scenario/numberText.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {Takes} from "../scenario/takesSchema.ts";
import type {CostReport} from "../simulation/costNumbers.ts";

type Setup = CostReport["setups"][number];

/** The views of the sections that a setup may take its work from, as the page names them. */
export const takenViews = {
  agents: "Agents",
  thinking: "Thinking"
} as const satisfies Record<Takes["section"], string>;

const counted = (tokens: number | null): string =>
  tokens === null ? "no number of tokens" : `${formatShort(tokens)} tokens`;

function agentsText({output, agents, joiningOutput}: Setup, as: "group" | "one" | "longer"): string {
  if (as === "one") return `one agent, ${counted(output.value)}`;
  if (as === "longer") return `one agent that writes as many tokens as all, ${counted(output.value)}`;
  const n = agents.value ?? NaN;
  const joining = (joiningOutput.value ?? 0) > 0 ? `, and ${counted(joiningOutput.value)} to join their answers` : "";
  return `${n === 1 ? "1 agent" : `${n} agents`}, ${counted(output.value)} each${joining}`;
}

function thinkingText(
  {thinking}: Scenario,
  {penalty, compressed}: Extract<Takes, {readonly section: "thinking"}>
): string {
  const named = thinking?.penalties?.find(({id}) => id === penalty)?.name;
  const length =
    penalty === undefined
      ? "the longest thought there may be"
      : named === undefined
        ? "the length picked without a penalty"
        : `the length picked by the penalty “${named}”`;
  return compressed === true ? `${length}, ${thinking?.compressed?.name.toLowerCase() ?? "compressed"}` : length;
}

/** What a setup takes from which view’s section: "16 agents, 20,000 tokens each"; undefined where it states its own. */
export function takenFrom(scenario: Scenario, setup: Setup) {
  const {takes} = setup;
  if (takes === null) return undefined;
  const text =
    takes.section === "agents"
      ? agentsText(setup, takes.as)
      : `${thinkingText(scenario, takes)}, ${counted(setup.output.value)} on average`;
  const isPlaced = (scenario[takes.section]?.basis ?? "placed") === "placed";
  return {view: takes.section, name: takenViews[takes.section], text: isPlaced ? `${text}, as placed there` : text};
}

/** What the tokens that a setup takes rest on, as a part of a sentence; empty where it states its own. */
export function tokensBasis(scenario: Scenario, {takes}: Pick<Setup, "takes">): string {
  if (takes === null) return "";
  const {basis = "placed"} = scenario[takes.section] ?? {};
  const how = {placed: "as placed in", estimate: "as estimated in", known: "as in"}[basis];
  return `its tokens ${how} ${takenViews[takes.section]}`;
}

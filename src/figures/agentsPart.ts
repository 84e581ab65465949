import type {Figure, Panels} from "../chart/figure.ts";
import type {Agents} from "../scenario/schema.ts";
import {agentsAtHand} from "../simulation/agents.ts";
import type {AgentsNumbers} from "../simulation/agents.ts";
import {agentsUncertaintySteps} from "../simulation/agentsUncertainty.ts";
import type {AgentsUncertainty} from "../simulation/agentsUncertainty.ts";
import {agentsAnswer} from "./agentsAnswer.ts";
import {agentsFigure} from "./agentsFigure.ts";
import {agentsCells} from "./agentsTable.ts";
import {agentsTimeFigure} from "./agentsTimeFigure.ts";
import type {FigureOptions} from "./ladder.ts";
import type {ViewPart} from "./viewPart.ts";

/** The score by the number of agents, and beside it the seconds to the answer where those can be told. */
export function agentsPicture(
  section: Agents,
  numbers: AgentsNumbers,
  drawn: AgentsUncertainty | undefined,
  options: FigureOptions = {}
): Figure | Panels {
  const figure = agentsFigure(section, numbers, drawn, options);
  const time = agentsTimeFigure(section, numbers, drawn, options);
  if (time === undefined) return figure;
  const {title, subtitle, description, caption, footer} = figure;
  return {
    id: "agents",
    title,
    subtitle,
    description: `${description} ${time.description}`,
    caption,
    footer,
    panels: [{figure}, {figure: time}]
  };
}

/** The view of agents that work side by side. */
export const agentsPart: ViewPart = {
  missing: 'the scenario has no section "agents"',
  *steps(scenario) {
    return {agents: yield* agentsUncertaintySteps(scenario)};
  },
  answer: (scenario, uncertainty) => {
    const numbers = agentsAtHand(scenario);
    const {agents} = scenario;
    return numbers && agents && agentsAnswer(agents, numbers, uncertainty?.agents);
  },
  picture: (scenario, uncertainty, options) => {
    const numbers = agentsAtHand(scenario);
    const {agents} = scenario;
    return numbers && agents && agentsPicture(agents, numbers, uncertainty?.agents, options);
  },
  table: (scenario, uncertainty) => {
    const numbers = agentsAtHand(scenario);
    const {agents} = scenario;
    return numbers && agents && agentsCells(agents, numbers, uncertainty?.agents);
  }
};

import "./agents.css";
import {useComputed} from "@preact/signals";
import {agentsAnswer} from "../../figures/agentsAnswer.ts";
import {agentsFigure} from "../../figures/agentsFigure.ts";
import {agentsFormulas} from "../../figures/agentsFormula.ts";
import {agentsTimeFigure, timeMissing} from "../../figures/agentsTimeFigure.ts";
import {pow10} from "../../numerics/exp.ts";
import {agentsAtHand} from "../../simulation/agents.ts";
import {joiningKey} from "../../simulation/agentsUncertainty.ts";
import type {AgentsUncertainty} from "../../simulation/agentsUncertainty.ts";
import type {Model} from "../model.ts";
import type {ViewProps} from "../views/LazyView.tsx";
import {StillFigure} from "../views/StillFigure.tsx";
import {AgentsChoices} from "./AgentsChoices.tsx";
import {AgentsFindings} from "./AgentsFindings.tsx";
import {AgentsFit} from "./AgentsFit.tsx";
import {AgentsTable} from "./AgentsTable.tsx";
import {LadderPage} from "./LadderPage.tsx";
import {MovableFigure} from "./MovableFigure.tsx";
import type {HandleInput} from "./MovableFigure.tsx";

const handles: readonly HandleInput[] = [
  {handle: "count", address: "agents.count", valueAt: ({x}) => Math.round(pow10(x))}
];

/** The newest intervals there are; those of another way of joining say nothing of this one. */
function drawnOf({store, uncertainty}: Model): AgentsUncertainty | undefined {
  const drawn = uncertainty.value.value.agents;
  const {agents} = store.scenario.value;
  return agents !== undefined && drawn?.joining === joiningKey(agents) ? drawn : undefined;
}

const scoreHeight = (width: number): number =>
  width < 560 ? 400 : Math.round(Math.min(500, Math.max(400, width * 0.52)));
const timeHeight = (width: number): number => (width < 560 ? 320 : 340);

function Score({model}: {readonly model: Model}) {
  const {store, uncertainty, find} = model;
  const figure = useComputed(() => {
    const {agents} = store.scenario.value;
    const numbers = agentsAtHand(store.scenario.value);
    return agents && numbers && agentsFigure(agents, numbers, drawnOf(model), {find: find.value});
  });
  return (
    <MovableFigure
      store={store}
      figure={figure}
      heightFor={scoreHeight}
      isWaiting={!uncertainty.value.fresh}
      handles={handles}
    />
  );
}

function Time({model}: {readonly model: Model}) {
  const {store, uncertainty} = model;
  const figure = useComputed(() => {
    const {agents} = store.scenario.value;
    const numbers = agentsAtHand(store.scenario.value);
    return agents && numbers && agentsTimeFigure(agents, numbers, drawnOf(model));
  });
  return <StillFigure figure={figure} heightFor={timeHeight} isWaiting={!uncertainty.value.fresh} />;
}

/** Score, time and tokens of agents that work side by side, and the single agent that thinks for as many tokens. */
export function AgentsView({model}: ViewProps) {
  const scenario = model.store.scenario.value;
  const {agents: section} = scenario;
  const numbers = agentsAtHand(scenario);
  if (section === undefined || numbers === undefined) {
    return <LadderPage model={model} section="agents" answer={undefined} formulas={[]} children={null} />;
  }
  const drawn = drawnOf(model);
  const missing = timeMissing(section);
  return (
    <LadderPage
      model={model}
      section="agents"
      answer={agentsAnswer(section, numbers, drawn)}
      formulas={agentsFormulas(section, numbers)}
    >
      <AgentsChoices model={model} section={section} />
      <Score model={model} />
      <AgentsTable store={model.store} section={section} numbers={numbers} drawn={drawn} />
      <div class="agents-pair">
        <section aria-labelledby="agents-time-title">
          <h2 class="section" id="agents-time-title">
            Seconds to the answer <span>side by side saves time, never tokens</span>
          </h2>
          {missing === undefined ? <Time model={model} /> : <p class="agents-note">No time is drawn: {missing}.</p>}
        </section>
        <AgentsFindings section={section} drawn={drawn} find={model.find.value} />
      </div>
      <AgentsFit model={model} section={section} numbers={numbers} />
    </LadderPage>
  );
}

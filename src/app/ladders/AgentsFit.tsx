import {useSignal} from "@preact/signals";
import {useEffect, useRef} from "preact/hooks";
import {
  fitFault,
  fittedRows,
  fitWords,
  parameterNames,
  refitWords,
  short,
  unreadWords
} from "../../figures/agentsFitWords.ts";
import {parameterOf} from "../../laws/agentsFit.ts";
import type {AgentsFit as Fit} from "../../laws/agentsFit.ts";
import {readInput} from "../../scenario/address.ts";
import {addressOf, fittable, setAgentsPoints, takeAgentsFit, toggleFit} from "../../scenario/editAgents.ts";
import type {AgentsEdit} from "../../scenario/editAgents.ts";
import {inputAt} from "../../scenario/inputList.ts";
import {agentsPointsText, readAgentsPoints} from "../../scenario/readAgentsPoints.ts";
import type {Agents, Scenario} from "../../scenario/schema.ts";
import type {AgentsNumbers} from "../../simulation/agents.ts";
import {fitOfPoints} from "../../simulation/agentsFits.ts";
import type {AgentsRefits} from "../../simulation/agentsRefits.ts";
import {UnbrokenPercents} from "../UnbrokenPercents.tsx";
import {moved} from "../controls/fieldText.ts";
import type {Model} from "../model.ts";
import {askRefits} from "./askRefits.ts";
import {PointsDialog} from "./PointsDialog.tsx";

interface FitProps {
  readonly model: Model;
  readonly section: Agents;
  readonly numbers: AgentsNumbers;
}

/** What a fit was made of; one of anything else is of no use any more. */
const madeOf = ({success, repeat, joining, points, fit}: Agents): string =>
  JSON.stringify([success, repeat, joining, points, fit]);

/** A fit, and how far the reading of its points leaves it open. */
interface Found {
  readonly of: string;
  readonly fit: Fit;
  readonly refits: AgentsRefits | "on their way" | "none" | "failed";
}

const refitsSaid = {
  "on their way": "Intervals are on their way: the law is fitted again to points drawn within their intervals.",
  none: unreadWords,
  failed: "The intervals of the fit could not be computed."
} as const;

/** The scenario with the numbers of a fit, each keeping its interval. */
function withFitted(scenario: Scenario, fit: Fit): AgentsEdit {
  const free = scenario.agents?.fit ?? [];
  const fitted = free.flatMap((name) => {
    const before = readInput(scenario, addressOf(name));
    const input = inputAt(scenario, addressOf(name));
    if (before === undefined || input === undefined) return [];
    return [[name, moved(before, short(parameterOf(fit.law, name)), input.kind.quantity)] as const];
  });
  return takeAgentsFit(scenario, Object.fromEntries(fitted));
}

/** Measured points, pasted or as they came, and the law fitted to them with one press. */
export function AgentsFit({model: {store}, section, numbers}: FitProps) {
  const isPasting = useSignal(false);
  const found = useSignal<Found | undefined>(undefined);
  const giveUp = useRef<() => void>();
  useEffect(() => () => giveUp.current?.(), []);
  const edit = (change: (now: Scenario) => AgentsEdit) => {
    const {scenario, label} = change(store.scenario.peek());
    store.commit(scenario, label);
  };
  const {points = [], fit: free = [], joining} = section;
  const fault = fitFault(section);
  const {fit, refits} = found.value?.of === madeOf(section) ? found.value : {};
  const search = () => {
    giveUp.current?.();
    const best = fitOfPoints(section, numbers.law, free);
    if (best === undefined) {
      found.value = undefined;
      return;
    }
    const of = madeOf(section);
    const told = (made: Found["refits"]) => {
      if (found.peek()?.fit === best) found.value = {of, fit: best, refits: made};
    };
    found.value = {of, fit: best, refits: "on their way"};
    const {uncertainty} = store.scenario.peek();
    giveUp.current = askRefits(
      {section, law: best.law, free, uncertainty},
      (made) => told(made ?? "none"),
      () => told("failed")
    );
  };
  const made = typeof refits === "object" ? refits : undefined;
  return (
    <section aria-labelledby="agents-fit-title">
      <h2 class="section" id="agents-fit-title">
        Fit to the points <span>by least squares, what is not free stays as set</span>
      </h2>
      <fieldset class="agents-free">
        <legend>Free to move</legend>
        {fittable[joining.kind].map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={free.includes(name)}
              onChange={({currentTarget}) => edit((now) => toggleFit(now, name, currentTarget.checked))}
            />{" "}
            {parameterNames[name]}
          </label>
        ))}
      </fieldset>
      <div class="ladder-bar">
        <button type="button" class="primary" disabled={fault !== undefined} onClick={search}>
          Fit to the points
        </button>
        <button type="button" class="fit-button" onClick={() => (isPasting.value = true)}>
          {points.length === 0 ? "Paste points…" : "Change the points…"}
        </button>
      </div>
      <div aria-live="polite">
        {fault !== undefined && <p class="agents-note">{fault}</p>}
        {fit !== undefined && (
          <>
            <p class="agents-says">{fitWords(section, fit, free.length)}</p>
            <table class="numbers agents-table agents-fitted">
              <thead>
                <tr>
                  <th scope="col">Number</th>
                  <th scope="col">As set</th>
                  <th scope="col">Fitted</th>
                  {made !== undefined && <th scope="col">90 % of refits</th>}
                </tr>
              </thead>
              <tbody>
                {fittedRows(numbers.law, fit, free, made).map(({name, label, now, fitted, interval}) => (
                  <tr key={name}>
                    <th scope="row">{label}</th>
                    <td>
                      <UnbrokenPercents text={now} />
                    </td>
                    <td>
                      <b>
                        <UnbrokenPercents text={fitted} />
                      </b>
                    </td>
                    {made !== undefined && (
                      <td>
                        <UnbrokenPercents text={interval ?? ""} />
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
            {refits !== undefined && (
              <p class="agents-note">{typeof refits === "object" ? refitWords(refits) : refitsSaid[refits]}</p>
            )}
            <div class="ladder-bar">
              <button
                type="button"
                class="primary"
                onClick={() => edit((now) => withFitted(now, fit))}
                title="Puts the fitted numbers in place of those there are, intervals kept; undo leads back"
              >
                Use these numbers
              </button>
            </div>
          </>
        )}
      </div>
      {isPasting.value && (
        <PointsDialog
          title="Measured points"
          label="Agents and score, a line each, as a share or in percent; the ends of its interval may follow"
          placeholder={"agents, score, low, high\n1, 50 %, 49 %, 51 %\n2, 56 %"}
          text={agentsPointsText(points)}
          read={readAgentsPoints}
          removable
          take={(taken) => edit((now) => setAgentsPoints(now, taken))}
          close={() => (isPasting.value = false)}
        />
      )}
    </section>
  );
}

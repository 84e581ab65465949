import {useRef} from "preact/hooks";
import {joiningNames, tieWords} from "../../figures/agentsWords.ts";
import {chooseJoining, chooseWrongAnswers} from "../../scenario/editAgents.ts";
import type {AgentsEdit, Joining} from "../../scenario/editAgents.ts";
import type {Agents, Scenario} from "../../scenario/schema.ts";
import type {Model} from "../model.ts";

const kinds: readonly Joining["kind"][] = ["vote", "verifier", "refine"];

const wrongAnswers = [
  {value: "1", name: "majority: right or wrong"},
  {value: "3", name: "plurality: wrong ones fall on 3 answers"},
  {value: "10", name: "plurality: wrong ones fall on 10 answers"},
  {value: "never agree", name: "plurality: wrong ones never agree"}
] as const;

interface ChoicesProps {
  readonly model: Model;
  readonly section: Agents;
}

/** How one answer is made of those of the agents: a choice that the document holds. */
export function AgentsChoices({model: {store}, section}: ChoicesProps) {
  // A way of joining that was left keeps its numbers for when it is chosen again.
  const left = useRef<readonly Joining[]>([]);
  const edit = (change: (now: Scenario) => AgentsEdit) => {
    const {scenario, label} = change(store.scenario.peek());
    store.commit(scenario, label);
  };
  const choose = (kind: Joining["kind"]) => {
    const [now, opened] = [store.scenario.peek().agents?.joining, store.original.peek().agents?.joining];
    if (now !== undefined) left.current = [now, ...left.current.filter((joining) => joining.kind !== now.kind)];
    edit((scenario) => chooseJoining(scenario, kind, [...left.current, ...(opened === undefined ? [] : [opened])]));
  };
  const {joining} = section;
  const shown = joining.kind === "vote" ? String(joining.wrongAnswers ?? 1) : "1";
  return (
    <div class="agents-choices">
      <fieldset>
        <legend>One answer is made by</legend>
        {kinds.map((kind) => (
          <label key={kind}>
            <input type="radio" name="joining" checked={joining.kind === kind} onChange={() => choose(kind)} />{" "}
            {joiningNames[kind]}
          </label>
        ))}
      </fieldset>
      {joining.kind === "vote" && (
        <label>
          Votes{" "}
          <select
            value={shown}
            onChange={({currentTarget: {value}}) =>
              edit((now) => chooseWrongAnswers(now, value === "never agree" ? value : Number(value)))
            }
          >
            {!wrongAnswers.some(({value}) => value === shown) && (
              <option value={shown}>plurality: wrong ones fall on {shown} answers</option>
            )}
            {wrongAnswers.map(({value, name}) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {joining.kind === "vote" && joining.ties === undefined && (
        <p class="agents-note">
          How even votes go is not stated, so an even number of agents is refused.{" "}
          <button type="button" class="fit-button" onClick={() => choose("vote")}>
            Draw among the leading answers
          </button>
        </p>
      )}
      {joining.kind === "vote" && joining.ties !== undefined && <p class="agents-note">{tieWords}</p>}
    </div>
  );
}

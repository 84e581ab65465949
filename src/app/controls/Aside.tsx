import {useComputed} from "@preact/signals";
import {inputGroups} from "../../scenario/inputList.ts";
import {headlineOfView, inputsOfView} from "../../scenario/viewInputs.ts";
import {AtRest} from "./AtRest.tsx";
import {Group} from "./Group.tsx";
import {InputRow, keyOf, liveRoles} from "./InputRow.tsx";
import type {ControlsProps} from "./InputRow.tsx";
import {useAtRest} from "./useAtRest.ts";
import "./controls.css";

/** The few inputs that decide the answer of the view on show, the rest folded away in groups, and how to take everything back. */
export function Aside(props: ControlsProps) {
  return (
    <AtRest store={props.store}>
      <Inputs {...props} />
    </AtRest>
  );
}

function Inputs(props: ControlsProps) {
  const {store, rival} = props;
  const scenario = useAtRest(store, store.scenario).value;
  const {figure} = scenario.view;
  const headline = headlineOfView(scenario, figure, rival);
  const shown = new Set(headline.map(({address}) => address));
  const others = inputsOfView(scenario, figure).filter(({address}) => !shown.has(address));
  const roles = liveRoles(scenario, rival);
  const isUntouched = useComputed(() => !store.edited.value);
  return (
    <div class="controls">
      <div class="controls-head">
        <h2>What you can set</h2>
        <button type="button" class="controls-reset" disabled={isUntouched} onClick={() => store.reset()}>
          Reset all
        </button>
      </div>
      {headline.map((input) => (
        <InputRow key={keyOf(input)} {...props} input={input} roles={roles} />
      ))}
      {inputGroups.map((name) => (
        <Group key={name} {...props} name={name} inputs={others.filter(({group}) => group === name)} roles={roles} />
      ))}
      <p class="controls-note">Fields take what people write: 2e25, 3 to 10, 40M H100-hours at 40% of BF16 peak.</p>
    </div>
  );
}

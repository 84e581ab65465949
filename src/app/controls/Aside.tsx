import {useComputed} from "@preact/signals";
import {headlineOf, inputGroups, inputsOf} from "../../scenario/inputList.ts";
import {AtRest} from "./AtRest.tsx";
import {Group} from "./Group.tsx";
import {InputRow, keyOf, liveRoles} from "./InputRow.tsx";
import type {ControlsProps} from "./InputRow.tsx";
import {useAtRest} from "./useAtRest.ts";
import "./controls.css";

/** Sections that the command computes and no view shows: their inputs would move nothing on the page. */
const withoutView = /^(agents|thinking|reinforcement|cost)\./;

/** The few inputs that decide the answer, the rest folded away in groups, and how to take everything back. */
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
  const headline = headlineOf(scenario, rival);
  const shown = new Set(headline.map(({address}) => address));
  const others = inputsOf(scenario).filter(({address}) => !shown.has(address) && !withoutView.test(address));
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

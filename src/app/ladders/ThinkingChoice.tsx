import {rolesOf} from "../../figures/roles.ts";
import {inputAt} from "../../scenario/inputList.ts";
import {leadingKeys, penaltyInFocus} from "../../simulation/penaltyFor.ts";
import {InputRow, keyOf} from "../controls/InputRow.tsx";
import type {ViewProps} from "../views/LazyView.tsx";

/** Where the number stands that moves the penalty in focus; undefined for none. */
export function leadingAddress(thinking: Parameters<typeof penaltyInFocus>[0]): string | undefined {
  const penalty = penaltyInFocus(thinking);
  return penalty && `thinking.penalties.${penalty.id}.${leadingKeys[penalty.kind]}`;
}

/** Which form of penalty is in focus, and the slider of the number that decides what it picks. */
export function ThinkingChoice({model, controls}: ViewProps) {
  const {store} = model;
  const scenario = model.atRest.value;
  const {thinking} = scenario;
  if (thinking === undefined) return null;
  const address = leadingAddress(thinking);
  const input = address === undefined ? undefined : inputAt(scenario, address);
  const choose = (focus: string) => {
    const now = store.scenario.peek();
    if (now.thinking !== undefined) {
      store.commit({...now, thinking: {...now.thinking, focus}}, "penalty in focus");
    }
  };
  return (
    <div class="thinking-choice">
      <label>
        Reward{" "}
        <select
          value={penaltyInFocus(thinking)?.id ?? "none"}
          onChange={({currentTarget}) => choose(currentTarget.value)}
        >
          {(thinking.penalties ?? []).map(({id, name}) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value="none">no penalty</option>
        </select>
      </label>
      {input !== undefined && (
        <div class="controls">
          <InputRow key={`focus ${keyOf(input)}`} {...controls} input={input} roles={rolesOf(scenario)} />
        </div>
      )}
    </div>
  );
}

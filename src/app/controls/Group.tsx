import {useSignal} from "@preact/signals";
import type {Roles} from "../../figures/roles.ts";
import type {Input, InputGroup} from "../../scenario/inputList.ts";
import {InputRow, keyOf} from "./InputRow.tsx";
import type {ControlsProps} from "./InputRow.tsx";

/** More rows than this are looked for in the table instead. */
const mostRows = 40;

export interface GroupProps extends ControlsProps {
  readonly name: InputGroup;
  readonly inputs: readonly Input[];
  readonly roles: Roles;
}

/** A folded group of inputs; its rows are made when it is opened. */
export function Group({name, inputs, roles, ...props}: GroupProps) {
  const open = useSignal(false);
  if (inputs.length === 0) return null;
  const seed = inputs.find(({address}) => address === "uncertainty.seed");
  return (
    <details
      class="controls-group"
      data-group={name}
      onToggle={({currentTarget}) => {
        open.value = currentTarget.open;
      }}
    >
      <summary>
        {name}
        <span>{seed === undefined ? inputs.length : `seed ${seed.quantity.value}`}</span>
      </summary>
      {open.value &&
        inputs
          .slice(0, mostRows)
          .map((input) => <InputRow key={keyOf(input)} {...props} input={input} roles={roles} />)}
      {open.value && inputs.length > mostRows && (
        <p class="controls-note">
          The first {mostRows} of {inputs.length}. All of them stand in the table “Everything in this scenario”.
        </p>
      )}
    </details>
  );
}

import type {Roles} from "../../figures/roles.ts";
import {rolesOf} from "../../figures/roles.ts";
import type {Input} from "../../scenario/inputList.ts";
import type {Scenario} from "../../scenario/schema.ts";
import type {Store} from "../store.ts";
import {SliderRow} from "./SliderRow.tsx";
import {sourceTextOf} from "./sourceText.ts";
import type {Sources} from "./sourceText.ts";

export interface ControlsProps {
  readonly store: Store;
  readonly sources: Sources;
  readonly onSource: (ids: readonly string[]) => void;
  /** The rival of the answer on show; left out: the one the scenario opens with. */
  readonly rival?: string | undefined;
}

/** Whose colours the recipes wear while a rival is in the answer. */
export const liveRoles = (scenario: Scenario, rival: string | undefined): Roles =>
  rolesOf(rival === undefined ? scenario : {...scenario, view: {...scenario.view, rival}});

export interface InputRowProps extends ControlsProps {
  readonly input: Input;
  readonly roles: Roles;
}

/** The row of an input: its role and source looked up. */
export function InputRow({input, roles, store, sources, onSource}: InputRowProps) {
  const role = roles.get(input.recipe ?? "") ?? "context";
  return (
    <SliderRow
      store={store}
      input={input}
      role={role}
      sourceText={sourceTextOf(input, sources)}
      onSource={input.evidence.length === 0 ? undefined : () => onSource(input.evidence)}
    />
  );
}

/** A row is made anew when its input becomes another one, or its slider another scale. */
export const keyOf = ({address, kind: {range}}: Input): string => `${address} ${range.join(" ")}`;

import {useSignal} from "@preact/signals";
import type {ReadonlySignal} from "@preact/signals";
import type {CostEdit} from "../../scenario/costEdits.ts";
import type {Scenario} from "../../scenario/schema.ts";
import type {Store} from "../store.ts";

/** Choices of the cost view: each one step of undo, or a sentence that says why it cannot be. */
export interface CostEditing {
  /** Where the last choice was refused, and why. */
  readonly fault: ReadonlySignal<{readonly at: string; readonly message: string} | undefined>;
  /** @param at which choice it is, so that a refusal stands beside it */
  readonly take: (at: string, label: string, edit: (scenario: Scenario) => CostEdit) => void;
}

export function useCostEdit(store: Store): CostEditing {
  const fault = useSignal<{readonly at: string; readonly message: string} | undefined>(undefined);
  return {
    fault,
    take: (at, label, edit) => {
      const edited = edit(store.scenario.peek());
      fault.value = edited.ok ? undefined : {at, message: edited.message};
      if (edited.ok) store.commit(edited.scenario, label);
    }
  };
}

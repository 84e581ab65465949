import type {ReadonlySignal} from "@preact/signals";
import type {InputKind} from "../../scenario/inputs.ts";
import type {Quantity} from "../../scenario/quantity.ts";
import {unitRuns} from "./fieldText.ts";
import {NumberRuns} from "./NumberRuns.tsx";

export interface UnitProps {
  readonly quantity: ReadonlySignal<Quantity>;
  readonly kind: InputKind;
}

/** What stands behind a field: its unit, or what chip hours come to in FLOP. */
export function Unit({quantity, kind}: UnitProps) {
  return (
    <span class="slider-unit">
      <NumberRuns runs={unitRuns(quantity.value, kind)} />
    </span>
  );
}

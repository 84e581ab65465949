import {writeInput} from "../../scenario/address.ts";
import {edited, refused} from "../../scenario/edit.ts";
import type {Edited} from "../../scenario/edit.ts";
import type {InputKind} from "../../scenario/inputs.ts";
import type {NumberRun} from "../../scenario/numberText.ts";
import type {Quantity} from "../../scenario/quantity.ts";
import type {Scenario} from "../../scenario/schema.ts";
import {fieldText, intervalRuns, isSameText} from "../controls/fieldText.ts";
import {takeQuantity} from "../controls/takeQuantity.ts";
import type {Editing} from "./editing.ts";
import {TextCell} from "./TextCell.tsx";

export interface QuantityCellProps {
  readonly editing: Editing;
  readonly address: string;
  readonly kind: InputKind;
  readonly label: string;
  /** What a step of undo calls it. */
  readonly step: string;
  readonly quantity: Quantity | undefined;
  /** Said where there is no number, and under it. */
  readonly empty?: string;
  readonly emptyUnder?: string | undefined;
  /** Takes the number away when the cell is emptied; left out: there must be one. */
  readonly clear?: (scenario: Scenario) => Edited;
  /** Puts the number where `writeInput` would not. */
  readonly write?: (scenario: Scenario, quantity: Quantity) => Edited;
}

/** The interval, where the text of the cell does not say it already. */
function underOf(quantity: Quantity | undefined, kind: InputKind): readonly NumberRun[] | undefined {
  if (quantity === undefined || (quantity.low === undefined && quantity.bound === undefined)) return undefined;
  const isSaid = quantity.bound === undefined && typeof quantity.written === "string";
  return isSaid ? undefined : intervalRuns(quantity, kind.quantity);
}

/** A cell that takes a number as people write it, with its interval if they write one. */
export function QuantityCell({
  editing,
  address,
  kind,
  label,
  step,
  quantity,
  empty,
  emptyUnder,
  clear,
  write
}: QuantityCellProps) {
  const text = quantity === undefined ? "" : fieldText(quantity, kind.quantity);
  const take = (typed: string) => {
    if (typed.trim() === "") return editing.take(clear ?? (() => refused(`${label} must be given`)), step);
    const before = quantity ?? {value: 1, written: 1};
    return takeQuantity(
      ({readField}, units) => readField(typed, before, kind, units),
      (next) => {
        if (quantity !== undefined && isSameText(next, quantity)) return undefined;
        const set = write ?? ((scenario: Scenario, value: Quantity) => edited(writeInput(scenario, address, value)));
        return editing.take((scenario) => set(scenario, next), step);
      }
    );
  };
  return (
    <TextCell
      label={label}
      text={text}
      take={take}
      kind="number"
      under={quantity === undefined && emptyUnder !== undefined ? [{text: emptyUnder}] : underOf(quantity, kind)}
      {...(empty === undefined ? {} : {empty})}
    />
  );
}

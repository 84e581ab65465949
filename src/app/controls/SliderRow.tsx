import {useComputed} from "@preact/signals";
import {useId} from "preact/hooks";
import type {Role} from "../../chart/figure.ts";
import {readInput, writeInput} from "../../scenario/address.ts";
import {inputFault} from "../../scenario/checkFloors.ts";
import type {Input} from "../../scenario/inputList.ts";
import type {Quantity} from "../../scenario/quantity.ts";
import {sectionFault} from "../sectionCheck.ts";
import type {Store} from "../store.ts";
import {fieldText, isSame, isSameText} from "./fieldText.ts";
import {IntervalButton} from "./IntervalButton.tsx";
import {obstacleAt} from "./obstacle.ts";
import {ResetButton} from "./ResetButton.tsx";
import {rowRemark} from "./rowRemark.ts";
import {SourceMark} from "./SourceMark.tsx";
import {takeQuantity} from "./takeQuantity.ts";
import {Thumb} from "./Thumb.tsx";
import {Track} from "./Track.tsx";
import {Unit} from "./Unit.tsx";
import {useAtRest} from "./useAtRest.ts";
import {useDraft} from "./useDraft.ts";
import "./controls.css";

export interface SliderRowProps {
  readonly store: Store;
  readonly input: Input;
  readonly role: Role;
  /** Where the number comes from, in two or three words: "not disclosed", "estimate, 1 conflict"; empty for nothing. */
  readonly sourceText: string;
  /** Opens the evidence; left out where there is none. */
  readonly onSource?: (() => void) | undefined;
  /** A choice of the reader's, which has no interval. */
  readonly exact?: boolean;
}

/** Texts longer than this take the width of the row. */
const longText = 10;

/**
 * One input: its name and source, a field that takes what people write, its interval and a slider.
 *
 * While the slider moves nothing here is rendered again: what changes is bound to the row's own signals.
 */
export function SliderRow({store, input, role, sourceText, onSource, exact}: SliderRowProps) {
  const {address, kind, label, step} = input;
  const id = useId();
  const quantity = useComputed<Quantity>(() => readInput(store.scenario.value, address) ?? input.quantity);
  const original = useComputed(() => readInput(store.original.value, address));
  const changed = useComputed(() => original.value !== undefined && !isSame(original.value, quantity.value));
  const moved = useComputed(() => original.value !== undefined && original.value.value !== quantity.value.value);
  const text = useComputed(() => fieldText(quantity.value, kind.quantity));
  const fault = useComputed(() => inputFault(store.scenario.value, address) ?? obstacleAt(address));
  const remark = useComputed(() => {
    if (fault.value === undefined) return rowRemark(kind, quantity.value);
    return fault.value.charAt(0).toUpperCase() + fault.value.slice(1);
  });
  const remarkAtRest = useAtRest(store, remark);
  const commit = (next: Quantity): string | undefined => {
    if (isSameText(next, quantity.value)) return undefined;
    const amiss = sectionFault(store.scenario.peek(), writeInput(store.scenario.peek(), address, next));
    if (amiss === undefined) store.setInput(address, next, {live: false, label: step});
    return amiss;
  };
  const draft = useDraft(text, (typed) =>
    takeQuantity(({readField}, units) => readField(typed, quantity.value, kind, units), commit)
  );
  const long = useComputed(() => draft.attributes.value.value.length > longText);
  const reset = () => {
    document.getElementById(id)?.focus();
    if (original.value !== undefined) store.setInput(address, original.value, {live: false, label: `reset of ${step}`});
  };
  return (
    <div
      class="slider-row"
      data-address={address}
      data-role={role}
      data-changed={useComputed(() => (changed.value ? "" : undefined))}
    >
      <div class="slider-top">
        <label for={id}>{label}</label>
        {sourceText !== "" && <SourceMark text={sourceText} moved={moved} label={label} onSource={onSource} />}
        <ResetButton changed={changed} label={label} reset={reset} />
      </div>
      <div class="slider-field" data-long={useComputed(() => (long.value ? "" : undefined))}>
        <input
          id={id}
          type="text"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          inputMode={kind.quantity === "count" ? "numeric" : "text"}
          {...draft.attributes}
          data-outside={useComputed(() => (remark.value === undefined ? undefined : ""))}
        />
        <Unit quantity={quantity} kind={kind} />
        {kind.quantity !== "count" && exact !== true && (
          <IntervalButton quantity={quantity} input={input} commit={commit} />
        )}
      </div>
      <p
        class="slider-error"
        id={draft.errorId}
        role="alert"
        hidden={useComputed(() => draft.error.value === undefined)}
      >
        {draft.error}
      </p>
      <p
        class="slider-error"
        hidden={useComputed(() => draft.error.value !== undefined || remarkAtRest.value === undefined)}
      >
        {remarkAtRest}
      </p>
      {kind.stated === true && <p class="slider-law">{kind.help}</p>}
      <div class="slider-track">
        <Track kind={kind} bands={input.bands} quantity={quantity} original={original} />
        <Thumb store={store} input={input} quantity={quantity} />
      </div>
    </div>
  );
}

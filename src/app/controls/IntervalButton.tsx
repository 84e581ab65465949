import {useComputed, useSignal} from "@preact/signals";
import type {ReadonlySignal} from "@preact/signals";
import {useEffect, useRef} from "preact/hooks";
import type {Input} from "../../scenario/inputList.ts";
import type {Quantity} from "../../scenario/quantity.ts";
import {intervalRuns, intervalText, isSameText} from "./fieldText.ts";
import {NumberRuns} from "./NumberRuns.tsx";
import {takeQuantity} from "./takeQuantity.ts";
import {useDraft} from "./useDraft.ts";
import type {Complaint} from "./useDraft.ts";

export interface IntervalProps {
  readonly quantity: ReadonlySignal<Quantity>;
  readonly input: Input;
  /** Takes it, or says why it does not fit the rest. */
  readonly commit: (quantity: Quantity) => Complaint;
}

/** An interval that someone stated stands for itself; the reader's own are 90 % intervals. */
const isOwnInterval = ({group, placed, kind}: Input): boolean =>
  placed || kind.quantity === "slope" || group === "Recipe parts";

/** The interval as a small text button; a click makes it a field. */
export function IntervalButton({quantity, input, commit}: IntervalProps) {
  const editing = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    const hadFocus = document.activeElement?.closest(".slider-interval-field") !== null;
    editing.value = false;
    // The field is gone: without this the next Tab would start from the top of the page.
    if (hadFocus) requestAnimationFrame(() => button.current?.focus());
  };
  if (editing.value) return <IntervalField quantity={quantity} input={input} commit={commit} close={close} />;
  const {low} = quantity.value;
  return (
    <button
      type="button"
      class="slider-interval-text"
      ref={button}
      title="Change the interval"
      data-none={low === undefined && quantity.value.bound === undefined ? "" : undefined}
      onClick={() => {
        editing.value = true;
      }}
    >
      {isOwnInterval(input) && low !== undefined ? "90 %: " : ""}
      <NumberRuns runs={intervalRuns(quantity.value, input.kind.quantity)} />
      <span class="visually-hidden">, change the interval of {input.label}</span>
    </button>
  );
}

function IntervalField({quantity, input, commit, close}: IntervalProps & {readonly close: () => void}) {
  const {kind, label} = input;
  const field = useRef<HTMLInputElement>(null);
  const text = useComputed(() => intervalText(quantity.value, kind.quantity));
  const take = (next: Quantity) => (isSameText(next, quantity.value) ? undefined : commit(next));
  const draft = useDraft(
    text,
    (typed) => takeQuantity(({readInterval}, units) => readInterval(typed, quantity.value, kind, units), take),
    close
  );
  useEffect(() => field.current?.select(), []);
  return (
    <span class="slider-interval-field">
      <input
        ref={field}
        type="text"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-label={`Interval of ${label}, empty for none`}
        placeholder="none"
        {...draft.attributes}
        onKeyDown={(event) => {
          draft.attributes.onKeyDown(event);
          if (event.key === "Escape" && !event.defaultPrevented) {
            event.preventDefault();
            event.stopPropagation();
            close();
          }
        }}
      />
      <span class="slider-error" id={draft.errorId} role="alert">
        {draft.error}
      </span>
    </span>
  );
}

import {useComputed} from "@preact/signals";
import type {ReadonlySignal} from "@preact/signals";
import type {TargetedEvent, TargetedKeyboardEvent} from "preact";
import {useRef} from "preact/hooks";
import type {Input} from "../../scenario/inputList.ts";
import type {Quantity} from "../../scenario/quantity.ts";
import type {Store} from "../store.ts";
import {moved, spokenValue} from "./fieldText.ts";
import {beyond, positionOf, sliderEnds, valueAt, valueOfKey} from "./sliderScale.ts";
import "./thumb.css";

export interface ThumbProps {
  readonly store: Store;
  readonly input: Input;
  readonly quantity: ReadonlySignal<Quantity>;
}

/**
 * The platform's slider over a track of our own.
 *
 * A drag is one step of undo and so is a key held down; Escape takes either back. On a log scale the slider itself
 * works in log10.
 */
export function Thumb({store, input, quantity}: ThumbProps) {
  const {address, kind, label, step} = input;
  const pointer = useRef<"up" | "down" | "taken back">("up");
  const [min, max] = sliderEnds(kind);
  const position = useComputed(() => String(positionOf(kind, quantity.value.value)));
  const spoken = useComputed(() => {
    const {value, low = -Infinity, high = Infinity} = quantity.value;
    const outside = value < low || value > high;
    return spokenValue(quantity.value, kind, outside ? "outside its interval" : input.placed ? "placed" : "");
  });
  /** Whether the value goes with all others, and is set then. */
  const set = (value: number): boolean => {
    if (value === quantity.value.value) return true;
    const next = moved(quantity.value, value, kind.quantity);
    store.setInput(address, next, {live: true, label: step});
    return quantity.value.value === next.value;
  };
  const settle = () => {
    if (store.moving.value) store.settle(step);
  };
  const onInput = ({currentTarget}: TargetedEvent<HTMLInputElement>) => {
    // After Escape the pointer is still down: what it sends until it is lifted counts no more.
    const isTaken = pointer.current !== "taken back" && set(valueAt(kind, Number(currentTarget.value)));
    if (!isTaken) currentTarget.value = position.value;
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Escape" && store.moving.value) {
      event.preventDefault();
      event.stopPropagation();
      if (pointer.current === "down") pointer.current = "taken back";
      store.cancel();
      event.currentTarget.value = position.value;
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const value = valueOfKey(kind, quantity.value.value, event.key, event.shiftKey);
    if (value === undefined) return;
    event.preventDefault();
    set(value);
  };
  const end = ({currentTarget}: {readonly currentTarget: HTMLInputElement}) => {
    pointer.current = "up";
    settle();
    // What was typed or taken back may differ from where the platform left its thumb.
    currentTarget.value = position.value;
  };
  return (
    <input
      type="range"
      class="slider-thumb"
      min={min}
      max={max}
      step="any"
      value={position}
      aria-label={`${label}, slider`}
      aria-valuetext={spoken}
      data-beyond={useComputed(() => beyond(kind, quantity.value.value))}
      onInput={onInput}
      onChange={end}
      onKeyDown={onKeyDown}
      onKeyUp={settle}
      onPointerDown={() => {
        pointer.current = "down";
      }}
      onPointerUp={end}
      onPointerCancel={end}
      onBlur={end}
    />
  );
}

import {useComputed, useSignal} from "@preact/signals";
import type {ReadonlySignal} from "@preact/signals";
import {useEffect, useRef} from "preact/hooks";
import type {Role} from "../../chart/figure.ts";
import {readInput} from "../../scenario/address.ts";
import type {Input} from "../../scenario/inputList.ts";
import {inputAt} from "../../scenario/inputList.ts";
import type {Quantity} from "../../scenario/quantity.ts";
import {headlineOfView, sectionOfView} from "../../scenario/viewInputs.ts";
import type {Store} from "../store.ts";
import {Aside} from "./Aside.tsx";
import {AtRest} from "./AtRest.tsx";
import {flopRuns, numberText} from "./fieldText.ts";
import {keyOf, liveRoles} from "./InputRow.tsx";
import type {ControlsProps} from "./InputRow.tsx";
import {NumberRuns} from "./NumberRuns.tsx";
import {Thumb} from "./Thumb.tsx";
import {Track} from "./Track.tsx";
import {useAtRest} from "./useAtRest.ts";
import "./controls.css";
import "./dock.css";

/**
 * On a phone, a bar at the foot of the screen with the selected model's slider, so that the figure stays in view
 * while it moves; the other inputs open as a sheet.
 */
export function Dock(props: ControlsProps) {
  return (
    <AtRest store={props.store}>
      <Bar {...props} />
    </AtRest>
  );
}

function Bar(props: ControlsProps) {
  const {store, rival} = props;
  const scenario = useAtRest(store, store.scenario).value;
  const selected = useRef<string | undefined>(undefined);
  const active = useAtRest(store, store.active).value;
  if (active !== undefined && inputAt(scenario, `models.${active}.compute`) !== undefined) selected.current = active;
  const {figure, subject} = scenario.view;
  const headline = headlineOfView(scenario, figure, rival);
  // The ladders beside training move by their own first input, not by a model.
  const ofModel =
    sectionOfView(figure) === undefined && inputAt(scenario, `models.${selected.current ?? subject}.compute`);
  const input = ofModel || headline[0];
  const role = liveRoles(scenario, rival).get(input?.recipe ?? "") ?? "context";
  const sheet = useSignal(false);
  if (input === undefined && headline.length === 0) return null;
  return (
    <section class="dock" aria-label={ofModel ? "The selected model" : "The first input of this view"}>
      {input !== undefined && <DockSlider key={keyOf(input)} store={store} input={input} role={role} />}
      <button
        type="button"
        class="dock-all"
        aria-haspopup="dialog"
        onClick={() => {
          sheet.value = true;
        }}
      >
        All {headline.length} <span aria-hidden="true">▴</span>
      </button>
      {sheet.value && (
        <Sheet
          {...props}
          close={() => {
            sheet.value = false;
          }}
        />
      )}
    </section>
  );
}

interface DockSliderProps {
  readonly store: Store;
  readonly input: Input;
  readonly role: Role;
}

function DockSlider({store, input, role}: DockSliderProps) {
  const {address, kind, label} = input;
  const quantity = useComputed<Quantity>(() => readInput(store.scenario.value, address) ?? input.quantity);
  const original = useComputed(() => readInput(store.original.value, address));
  return (
    <>
      <span class="dock-name">
        <b>{label.replace(/, compute$/, "")}</b>
        <small>
          <Amount quantity={quantity} input={input} />
        </small>
      </span>
      <div class="slider-track" data-role={role}>
        <Track kind={kind} bands={[]} quantity={quantity} original={original} bare />
        <Thumb store={store} input={input} quantity={quantity} />
      </div>
    </>
  );
}

function Amount({quantity, input}: {readonly quantity: ReadonlySignal<Quantity>; readonly input: Input}) {
  const {kind, placed} = input;
  const {value} = quantity.value;
  const runs =
    kind.quantity === "compute" ? flopRuns(value) : [{text: numberText(value, kind.quantity).replace(/x$/, "×")}];
  return (
    <>
      <NumberRuns runs={runs} />
      {kind.unit === "" || kind.quantity === "gain" ? "" : ` ${kind.unit}`}
      {placed ? ", placed" : ""}
    </>
  );
}

function Sheet({close, ...props}: ControlsProps & {readonly close: () => void}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      class="controls-sheet"
      ref={dialog}
      aria-label="What you can set"
      onClose={close}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
    >
      <Aside {...props} />
      <button type="button" class="sheet-close" onClick={() => dialog.current?.close()}>
        Back to the figure
      </button>
    </dialog>
  );
}

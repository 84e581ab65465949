import {computed, signal} from "@preact/signals";
import type {ReadonlySignal, Signal} from "@preact/signals";
import {writeInput} from "../scenario/address.ts";
import type {Quantity} from "../scenario/quantity.ts";
import type {Scenario} from "../scenario/schema.ts";
import {sectionFault} from "./sectionCheck.ts";
import * as History from "./history.ts";

/** What a person reads when something could not be done, or may be; nothing that was open is touched. */
export interface Notice {
  readonly kind: "problem" | "remark";
  readonly title: string;
  readonly lines: readonly string[];
  readonly action?: {readonly label: string; readonly run: () => void};
}

/** The part of the axes on show, axis units; left out: as the figure says. */
export interface Window {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** A document and the one it was opened as, which reset goes back to and "edited" is measured from. */
export interface Sheet {
  readonly scenario: Scenario;
  readonly original: Scenario;
}

/** The document with its history, and the live view, which is not undone. */
export interface Store {
  readonly scenario: ReadonlySignal<Scenario>;
  readonly original: ReadonlySignal<Scenario>;
  readonly edited: ReadonlySignal<boolean>;
  /** What undo and redo would take back or do again, in words; undefined where there is nothing. */
  readonly canUndo: ReadonlySignal<string | undefined>;
  readonly canRedo: ReadonlySignal<string | undefined>;
  /** The steps taken and those taken back. */
  readonly history: ReadonlySignal<History.History<Sheet>>;
  /** The scenario that this one is compared with, while one is pinned: live, neither in the document nor undone. */
  readonly pinned: Signal<Scenario | undefined>;
  /** A gesture (drag, slider move) is under way. */
  readonly moving: ReadonlySignal<boolean>;
  /** The model that is hovered, focused or dragged. */
  readonly active: Signal<string | undefined>;
  readonly window: Signal<Window | undefined>;
  readonly notice: Signal<Notice | undefined>;
  /** One undoable step; `label` names what changed: "compute of Muse Spark". */
  commit(next: Scenario, label: string): void;
  /** A change inside a gesture, shown at once. */
  preview(next: Scenario): void;
  /** Ends the gesture as one step. */
  settle(label: string): void;
  /** Takes the gesture back. */
  cancel(): void;
  undo(): void;
  redo(): void;
  /** So many steps on at once, or back where below 0; as far as there are any. */
  go(steps: number): void;
  /** The steps of last time around the document on show, which stays. */
  restore(last: History.History<Sheet>): void;
  /** Sets a quantity by address; `live` inside a gesture. */
  setInput(address: string, quantity: Quantity, how: {readonly live: boolean; readonly label: string}): void;
  /** Everything as it was opened, in the view of now. */
  reset(): void;
  /** Another view of the same document: no step, no edit, and left as it is by undo. */
  turn(figure: Scenario["view"]["figure"]): void;
  /** Another document takes the place of this one; undo leads back to this. */
  open(scenario: Scenario): void;
}

const turned = (scenario: Scenario, figure: Scenario["view"]["figure"]): Scenario =>
  scenario.view.figure === figure ? scenario : {...scenario, view: {...scenario.view, figure}};

/** Whether two documents are the same but for the view on show. */
function isSameSheet(one: Scenario, other: Scenario): boolean {
  if (one === other) return true;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]) as ReadonlySet<keyof Scenario>;
  const views = new Set([...Object.keys(one.view), ...Object.keys(other.view)]) as ReadonlySet<keyof Scenario["view"]>;
  return (
    [...keys].every((key) => key === "view" || one[key] === other[key]) &&
    [...views].every((key) => key === "figure" || one.view[key] === other.view[key])
  );
}

export function createStore(initial: Scenario): Store {
  const history = signal(History.begin<Sheet>({scenario: initial, original: initial}));
  const scenario = computed(() => history.value.present.scenario);
  const original = computed(() => history.value.present.original);
  const sheetWith = (next: Scenario): Sheet => {
    const {present} = history.value;
    return next === present.scenario ? present : {...present, scenario: next};
  };
  const change = (next: History.History<Sheet>) => {
    if (next !== history.value) history.value = next;
  };
  /** A history with its present shown in the view of another’s, unless it is another document. */
  const inView = (from: History.History<Sheet>, next: History.History<Sheet>): History.History<Sheet> => {
    const {scenario: now, original: opened} = from.present;
    if (next.present.original !== opened) return next;
    const shown = turned(next.present.scenario, now.view.figure);
    return shown === next.present.scenario ? next : {...next, present: {...next.present, scenario: shown}};
  };
  const store: Store = {
    scenario,
    original,
    edited: computed(() => !isSameSheet(scenario.value, original.value)),
    canUndo: computed(() => history.value.past.at(-1)?.label),
    canRedo: computed(() => history.value.future[0]?.label),
    history,
    pinned: signal(undefined),
    moving: computed(() => history.value.mark !== undefined),
    active: signal(undefined),
    window: signal(undefined),
    notice: signal(undefined),
    commit: (next, label) => change(History.commit(history.value, sheetWith(next), label)),
    preview: (next) => change(History.preview(history.value, sheetWith(next))),
    settle: (label) => change(History.settle(history.value, label)),
    cancel: () => change(History.cancel(history.value)),
    undo: () => store.go(-1),
    redo: () => store.go(1),
    go: (steps) => {
      let there = history.value;
      for (let left = Math.abs(steps); left > 0; --left)
        there = inView(there, steps < 0 ? History.undo(there) : History.redo(there));
      change(there);
    },
    restore: ({past, present, future}) => {
      change({past, present: {...present, scenario: scenario.value}, future});
    },
    reset: () => store.commit(turned(original.value, scenario.value.view.figure), "reset of everything"),
    turn: (figure) => {
      const still = History.cancel(history.value);
      change({...still, present: {...still.present, scenario: turned(still.present.scenario, figure)}});
    },
    setInput: (address, quantity, {live, label}) => {
      const next = writeInput(scenario.value, address, quantity);
      // A field has said so already; a hand stops where the scenario would no longer fit together.
      if (sectionFault(scenario.value, next) !== undefined) return;
      if (live) store.preview(next);
      else store.commit(next, label);
    },
    open: (next) => {
      change(History.commit(history.value, {scenario: next, original: next}, `opening of ${next.title}`));
      store.window.value = undefined;
      store.active.value = undefined;
    }
  };
  return store;
}

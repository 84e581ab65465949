import {batch, computed, signal} from "@preact/signals";
import type {ReadonlySignal, Signal} from "@preact/signals";
import type {Figure} from "../chart/figure.ts";
import {answerOf} from "../figures/answer.ts";
import type {Answer} from "../figures/answer.ts";
import {ladderAtHand} from "../figures/ladderAtHand.ts";
import type {AtHand} from "../figures/ladderAtHand.ts";
import type {Simulation, Uncertainty, ViewName} from "../figures/view.ts";
import {evidenceIndex, loadLedger} from "../scenario/ledger.ts";
import type {Ledger} from "../scenario/ledger.ts";
import type {Evidence, Scenario} from "../scenario/schema.ts";
import {createIntervals} from "./intervals.ts";
import type {Intervals} from "./intervals.ts";
import {createStore} from "./store.ts";
import type {Store} from "./store.ts";

/** What the page knows before any script runs: see `.config/pageParts.ts`. */
export interface Opening {
  readonly scenario: Scenario;
  readonly uncertainty: Uncertainty;
  /** The ledger’s entries behind the sliders on show at first, in short: whose they are and of which kind. */
  readonly evidence: readonly Evidence[];
}

/** A table of runs that is being opened. */
export interface OpenedTable {
  /** Of the file; what it is called where it has none. */
  readonly name: string;
  /** Undefined while nothing was chosen or pasted. */
  readonly content: string | Blob | undefined;
}

/** Everything on the page as a function of the document and the live view. */
export interface Model extends Intervals {
  readonly store: Store;
  readonly view: ReadonlySignal<ViewName>;
  readonly simulation: ReadonlySignal<Simulation>;
  /** A table of runs to be looked at before it is used; undefined while there is none. */
  readonly table: Signal<OpenedTable | undefined>;
  /** The page of what is wrong with the model is on show instead of a view. */
  readonly isLimits: Signal<boolean>;
  readonly figure: ReadonlySignal<Figure | undefined>;
  readonly answer: ReadonlySignal<Answer | undefined>;
  /** The rival in the answer, and the scenario's title: what a slider move leaves as it is has a signal of its own. */
  readonly rival: ReadonlySignal<string | undefined>;
  readonly title: ReadonlySignal<string>;
  /** The document as it was before the gesture under way, if there is one. */
  readonly atRest: ReadonlySignal<Scenario>;
  readonly find: ReadonlySignal<(id: string) => Evidence | undefined>;
  /** Undefined until it is there. */
  readonly ledger: ReadonlySignal<Ledger | undefined>;
  /** Loads the whole ledger, which is larger than all else: asked for when its rows come into view. */
  needLedger(): void;
  /** The numbers and figures of further views are there; until then the ladder’s stand in their place. */
  takeAtHand(views: AtHand): void;
  show(view: ViewName): void;
  /** Shows the view of fits with a table to look at. */
  openTable(table: OpenedTable): void;
  /** The rival of the answer; a live choice that the document holds too. */
  chooseRival(model: string): void;
}

export function createModel(opening: Opening): Model {
  const store = createStore(opening.scenario);
  const {scenario, window} = store;
  const ledger = signal<Ledger | undefined>(undefined);
  const openingEvidence = new Map(opening.evidence.map((entry) => [entry.id, entry]));
  let resting = scenario.peek();
  const atRest = computed(() => {
    if (!store.moving.value) resting = scenario.value;
    return resting;
  });
  const find = computed(() => {
    const lookup = evidenceIndex(atRest.value, ledger.value);
    return (id: string) => lookup(id) ?? openingEvidence.get(id);
  });
  const view = computed(() => scenario.value.view.figure);
  const atHand = signal(ladderAtHand);
  const simulation = computed(() => atHand.value.simulate(scenario.value, view.value));
  const intervals = createIntervals(store, view, opening);
  const isLimits = signal(false);
  const table = signal<OpenedTable | undefined>(undefined);
  const setView = (change: Partial<Scenario["view"]>, label: string) =>
    store.commit({...scenario.value, view: {...scenario.value.view, ...change}}, label);
  const show = (figure: ViewName) => {
    isLimits.value = false;
    if (figure === view.value) return;
    batch(() => {
      window.value = undefined;
      store.turn(figure);
    });
  };
  return {
    ...intervals,
    store,
    view,
    simulation,
    table,
    isLimits,
    figure: computed(() =>
      atHand.value.figure(scenario.value, view.value, simulation.value, intervals.uncertainty.value.value, {
        window: window.value,
        find: find.value
      })
    ),
    answer: computed(() => {
      const {ladder} = simulation.value;
      return ladder && answerOf(scenario.value, ladder, intervals.uncertainty.value.value.ladder);
    }),
    rival: computed(() => simulation.value.ladder?.rival),
    title: computed(() => scenario.value.title),
    atRest,
    find,
    ledger,
    needLedger: () => {
      if (ledger.value === undefined) void loadLedger().then((loaded) => (ledger.value = loaded));
    },
    takeAtHand: (views) => {
      atHand.value = views;
    },
    show,
    openTable: (opened) => {
      show("fit");
      table.value = opened;
    },
    chooseRival: (rival) => setView({rival}, "rival of the answer")
  };
}

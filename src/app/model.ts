import {batch, computed, effect, signal} from "@preact/signals";
import type {ReadonlySignal, Signal} from "@preact/signals";
import type {Figure} from "../chart/figure.ts";
import {answerOf} from "../figures/answer.ts";
import type {Answer} from "../figures/answer.ts";
import {figureOf, simulate} from "../figures/view.ts";
import type {Simulation, Uncertainty, ViewName} from "../figures/view.ts";
import {evidenceIndex, loadLedger} from "../scenario/ledger.ts";
import type {Ledger} from "../scenario/ledger.ts";
import type {Evidence, Scenario} from "../scenario/schema.ts";
import {createStore} from "./store.ts";
import type {Store} from "./store.ts";
import type {Answered, Request} from "./uncertaintyClient.ts";

/** What the page knows before any script runs: see `.config/pageParts.ts`. */
export interface Opening {
  readonly scenario: Scenario;
  readonly uncertainty: Uncertainty;
  /** The ledger's entries behind the sliders on show at first. */
  readonly evidence: readonly Evidence[];
}

/** Everything on the page as a function of the document and the live view. */
export interface Model {
  readonly store: Store;
  readonly view: ReadonlySignal<ViewName>;
  readonly simulation: ReadonlySignal<Simulation>;
  /** The newest intervals there are; `fresh` when they belong to the document on show. */
  readonly uncertainty: ReadonlySignal<{readonly value: Uncertainty; readonly fresh: boolean}>;
  /** How much of a long computation is done, 0 to 1; undefined while there is none. */
  readonly progress: ReadonlySignal<number | undefined>;
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
  show(view: ViewName): void;
  /** The rival of the answer; a live choice that the document holds too. */
  chooseRival(model: string): void;
  /** An answer of the worker arrived. */
  receive(answer: Answered, isNewest: boolean): void;
  /** Asks for intervals whenever the document, the view or the window changes; returns how to stop. */
  ask(send: (request: Request) => void): () => void;
}

/** While a hand moves, bands come from fewer draws and not more often than this, milliseconds: the hand goes first. */
const movingDraws = 1000;
const movingPause = 150;

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
  const simulation = computed(() => simulate(scenario.value, view.value));
  const drawn = signal<{readonly value: Uncertainty; readonly of: Scenario}>({
    value: opening.uncertainty,
    of: opening.scenario
  });
  // Bands and intervals of another document are of no use to this one: they are dropped when it is opened.
  const uncertainty = computed(() => ({value: drawn.value.value, fresh: drawn.value.of === scenario.value}));
  const progress = signal<number | undefined>(undefined);
  const isLimits = signal(false);
  let asked: Scenario = opening.scenario;
  const setView = (change: Partial<Scenario["view"]>, label: string) =>
    store.commit({...scenario.value, view: {...scenario.value.view, ...change}}, label);
  return {
    store,
    view,
    simulation,
    uncertainty,
    progress,
    isLimits,
    figure: computed(() =>
      figureOf(scenario.value, view.value, simulation.value, uncertainty.value.value, {
        window: window.value,
        find: find.value
      })
    ),
    answer: computed(() => {
      const {ladder} = simulation.value;
      return ladder && answerOf(scenario.value, ladder, uncertainty.value.value.ladder);
    }),
    rival: computed(() => simulation.value.ladder?.rival),
    title: computed(() => scenario.value.title),
    atRest,
    find,
    ledger,
    needLedger: () => {
      if (ledger.value === undefined) void loadLedger().then((loaded) => (ledger.value = loaded));
    },
    show: (figure) => {
      isLimits.value = false;
      if (figure === view.value) return;
      batch(() => {
        window.value = undefined;
        store.turn(figure);
      });
    },
    chooseRival: (rival) => setView({rival}, "rival of the answer"),
    receive: (answer, isNewest) => {
      if ("progress" in answer) {
        if (isNewest) progress.value = answer.progress;
        return;
      }
      progress.value = undefined;
      if ("error" in answer) {
        store.notice.value = {kind: "problem", title: "The intervals could not be computed.", lines: [answer.error]};
        return;
      }
      // While a hand moves, an overtaken answer is still nearer than none.
      if (isNewest || store.moving.value)
        drawn.value = {value: answer.uncertainty, of: isNewest ? asked : drawn.value.of};
    },
    ask: (send) => {
      let first = true;
      let document = store.original.value;
      let due: ReturnType<typeof setTimeout> | undefined;
      const stop = effect(() => {
        const current = scenario.value;
        const shown = view.value;
        const span = shown === "ladder" ? window.value?.x : undefined;
        const opened = store.original.value;
        const isMoving = store.moving.value;
        if (first) {
          // The opening has its draws already.
          first = false;
          return;
        }
        if (opened !== document) {
          document = opened;
          drawn.value = {value: {}, of: opened};
        }
        const request = (about: Scenario) => {
          asked = about;
          send({scenario: about, view: shown, ...(span === undefined ? {} : {window: span})});
        };
        if (!isMoving) {
          clearTimeout(due);
          due = undefined;
          request(current);
          return;
        }
        due ??= setTimeout(() => {
          due = undefined;
          const {uncertainty} = scenario.peek();
          const draws = Math.min(uncertainty.draws, movingDraws);
          if (store.moving.peek()) request({...scenario.peek(), uncertainty: {...uncertainty, draws}});
        }, movingPause);
      });
      return () => {
        clearTimeout(due);
        stop();
      };
    }
  };
}

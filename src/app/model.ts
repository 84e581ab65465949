import {batch, computed, effect, signal} from "@preact/signals";
import type {ReadonlySignal, Signal} from "@preact/signals";
import type {Figure} from "../chart/figure.ts";
import {answerOf} from "../figures/answer.ts";
import type {Answer} from "../figures/answer.ts";
import type {Simulation, Uncertainty, ViewName} from "../figures/view.ts";
import {figureAtHand, simulateAtHand} from "../figures/viewAtHand.ts";
import type {Coverage} from "../fitting/coverage.ts";
import {evidenceIndex, loadLedger} from "../scenario/ledger.ts";
import type {Ledger} from "../scenario/ledger.ts";
import type {Evidence, Scenario} from "../scenario/schema.ts";
import {isSamePlan} from "../scenario/samePlan.ts";
import {sectionOfView} from "../scenario/viewInputs.ts";
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

/** A table of runs that is being opened. */
export interface OpenedTable {
  /** Of the file; what it is called where it has none. */
  readonly name: string;
  /** Undefined while nothing was chosen or pasted. */
  readonly content: string | Blob | undefined;
}

/** Everything on the page as a function of the document and the live view. */
export interface Model {
  readonly store: Store;
  readonly view: ReadonlySignal<ViewName>;
  readonly simulation: ReadonlySignal<Simulation>;
  /** The newest intervals there are and the document they are of; `fresh` when that is the one on show. */
  readonly uncertainty: ReadonlySignal<{readonly value: Uncertainty; readonly of: Scenario; readonly fresh: boolean}>;
  /** How much of a long computation is done, 0 to 1; undefined while there is none. */
  readonly progress: ReadonlySignal<number | undefined>;
  /** What the worker is asked for; undefined once it has answered, or was told to stop. */
  readonly working: ReadonlySignal<"intervals" | "coverage" | undefined>;
  /** How good the intervals of these runs’ fit are, where that was found out. */
  readonly coverage: ReadonlySignal<{readonly value: Coverage | undefined; readonly of: Scenario["runs"]} | undefined>;
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
  show(view: ViewName): void;
  /** Shows the view of fits with a table to look at. */
  openTable(table: OpenedTable): void;
  /** The rival of the answer; a live choice that the document holds too. */
  chooseRival(model: string): void;
  /** An answer of the worker arrived. */
  receive(answer: Answered, isNewest: boolean): void;
  /** Stops the worker; what it found before stays, faded. */
  stop(): void;
  /** Asks for the intervals that a stop left out. */
  askAgain(): void;
  /** Asks how often the intervals of the fit on show hold the truth. */
  checkCoverage(): void;
  /** Asks for intervals whenever the document, the view or the window changes; returns how to stop. */
  ask(send: (request: Request) => void): () => void;
}

/** While a hand moves, bands come from fewer draws and not more often than this, milliseconds: the hand goes first. */
const movingDraws = 1000;
/** A draw of the ladders beside training is a whole curve. */
const movingSectionDraws = 100;
const movingFits = 200;
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
  const simulation = computed(() => simulateAtHand(scenario.value, view.value));
  const drawn = signal<{readonly value: Uncertainty; readonly of: Scenario}>({
    value: opening.uncertainty,
    of: opening.scenario
  });
  // Bands and intervals of another document are of no use to this one: they are dropped when it is opened.
  const uncertainty = computed(() => ({...drawn.value, fresh: drawn.value.of === scenario.value}));
  const progress = signal<number | undefined>(undefined);
  const working = signal<"intervals" | "coverage" | undefined>(undefined);
  const coverage = signal<{readonly value: Coverage | undefined; readonly of: Scenario["runs"]} | undefined>(undefined);
  const isLimits = signal(false);
  const table = signal<OpenedTable | undefined>(undefined);
  const again = signal(0);
  let sendRequest: (request: Request) => void = () => undefined;
  let fitDrawn: {readonly runs: Scenario["runs"]; readonly fit: Uncertainty["fit"]} | undefined;
  let planDrawn: {readonly of: Scenario; readonly plan: Uncertainty["plan"]} | undefined;
  let asked: Scenario = opening.scenario;
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
    store,
    view,
    simulation,
    uncertainty,
    progress,
    working,
    coverage,
    table,
    isLimits,
    figure: computed(() =>
      figureAtHand(scenario.value, view.value, simulation.value, uncertainty.value.value, {
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
    show,
    openTable: (opened) => {
      show("fit");
      table.value = opened;
    },
    chooseRival: (rival) => setView({rival}, "rival of the answer"),
    receive: (answer, isNewest) => {
      if ("progress" in answer) {
        if (isNewest) progress.value = answer.progress;
        return;
      }
      if (isNewest) {
        progress.value = undefined;
        working.value = undefined;
      }
      if ("coverage" in answer) {
        if (isNewest) coverage.value = {value: answer.coverage, of: asked.runs};
        return;
      }
      if ("error" in answer) {
        store.notice.value = {kind: "problem", title: "The intervals could not be computed.", lines: [answer.error]};
        return;
      }
      // While a hand moves, an overtaken answer is still nearer than none.
      if (isNewest && answer.uncertainty.fit !== undefined) fitDrawn = {runs: asked.runs, fit: answer.uncertainty.fit};
      if (isNewest && answer.uncertainty.plan !== undefined) planDrawn = {of: asked, plan: answer.uncertainty.plan};
      if (isNewest || store.moving.value)
        drawn.value = {value: answer.uncertainty, of: isNewest ? asked : drawn.value.of};
    },
    stop: () => {
      sendRequest({about: "nothing"});
      progress.value = undefined;
      working.value = undefined;
    },
    askAgain: () => {
      ++again.value;
    },
    checkCoverage: () => {
      asked = scenario.peek();
      working.value = "coverage";
      progress.value = 0;
      sendRequest({about: "coverage", scenario: asked});
    },
    ask: (send) => {
      sendRequest = send;
      let first = true;
      let document = store.original.value;
      let due: ReturnType<typeof setTimeout> | undefined;
      const stop = effect(() => {
        const current = scenario.value;
        const shown = view.value;
        const span = shown === "ladder" ? window.value?.x : undefined;
        const opened = store.original.value;
        const isMoving = store.moving.value;
        again.value satisfies number;
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
          progress.value = undefined;
          // A fit takes a while to draw: one that is known is not drawn again for a change elsewhere.
          if (shown === "fit" && fitDrawn !== undefined && fitDrawn.runs === about.runs) {
            working.value = undefined;
            send({about: "nothing"});
            drawn.value = {value: {fit: fitDrawn.fit}, of: about};
            return;
          }
          // Nor is a plan simulated again for a change elsewhere.
          if (shown === "plan" && planDrawn !== undefined && isSamePlan(planDrawn.of, about)) {
            working.value = undefined;
            send({about: "nothing"});
            drawn.value = {value: {plan: planDrawn.plan}, of: about};
            return;
          }
          working.value = "intervals";
          send({about: "intervals", scenario: about, view: shown, ...(span === undefined ? {} : {window: span})});
        };
        if (!isMoving) {
          clearTimeout(due);
          due = undefined;
          request(current);
          return;
        }
        due ??= setTimeout(() => {
          due = undefined;
          const {uncertainty, runs} = scenario.peek();
          const most = sectionOfView(view.peek()) === undefined ? movingDraws : movingSectionDraws;
          const draws = Math.min(uncertainty.draws, most);
          const fewer = runs && {runs: {...runs, draws: Math.min(runs.draws, movingFits)}};
          if (store.moving.peek()) request({...scenario.peek(), ...fewer, uncertainty: {...uncertainty, draws}});
        }, movingPause);
      });
      return () => {
        clearTimeout(due);
        stop();
      };
    }
  };
}

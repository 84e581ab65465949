import {computed, effect, signal} from "@preact/signals";
import type {ReadonlySignal} from "@preact/signals";
import type {Uncertainty, ViewName} from "../figures/view.ts";
import type {Coverage} from "../fitting/coverage.ts";
import {isSamePlan} from "../scenario/samePlan.ts";
import type {Scenario} from "../scenario/schema.ts";
import {sectionOfView} from "../scenario/viewInputs.ts";
import type {Store} from "./store.ts";
import type {Answered, Request} from "./uncertaintyClient.ts";

interface Drawn {
  readonly value: Uncertainty;
  readonly of: Scenario | undefined;
}

/** Intervals of another document, or of what is no longer said, are of no use: better none until the next are there. */
const dropped: Drawn = {value: {}, of: undefined};

/** What a worker finds out about the document: intervals of the view on show, and how good those of a fit are. */
export interface Intervals {
  /**
   * The newest intervals there are and the document they are of, undefined where they were dropped; `fresh` when that
   * is the one on show.
   */
  readonly uncertainty: ReadonlySignal<Drawn & {readonly fresh: boolean}>;
  /** How much of a long computation is done, 0 to 1; undefined while there is none. */
  readonly progress: ReadonlySignal<number | undefined>;
  /** What the worker is asked for; undefined once it has answered, or was told to stop. */
  readonly working: ReadonlySignal<"intervals" | "coverage" | undefined>;
  /** How good the intervals of these runs’ fit are, where that was found out. */
  readonly coverage: ReadonlySignal<{readonly value: Coverage | undefined; readonly of: Scenario["runs"]} | undefined>;
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

/** The document with so few draws that a moving hand is followed. */
function withFewerDraws(scenario: Scenario, view: ViewName): Scenario {
  const {uncertainty, runs} = scenario;
  const most = sectionOfView(view) === undefined ? movingDraws : movingSectionDraws;
  const fewer = runs && {runs: {...runs, draws: Math.min(runs.draws, movingFits)}};
  return {...scenario, ...fewer, uncertainty: {...uncertainty, draws: Math.min(uncertainty.draws, most)}};
}

/** @param opening the document the page opens with, and its intervals */
export function createIntervals(
  store: Store,
  view: ReadonlySignal<ViewName>,
  opening: {readonly scenario: Scenario; readonly uncertainty: Uncertainty}
): Intervals {
  const {scenario, window} = store;
  const drawn = signal<Drawn>({value: opening.uncertainty, of: opening.scenario});
  const progress = signal<number | undefined>(undefined);
  const working = signal<"intervals" | "coverage" | undefined>(undefined);
  const coverage = signal<{readonly value: Coverage | undefined; readonly of: Scenario["runs"]} | undefined>(undefined);
  const again = signal(0);
  let send: (request: Request) => void = () => undefined;
  let fitDrawn: {readonly runs: Scenario["runs"]; readonly fit: Uncertainty["fit"]} | undefined;
  let planDrawn: {readonly of: Scenario; readonly plan: Uncertainty["plan"]} | undefined;
  let asked: Scenario = opening.scenario;

  /** What takes a while to draw and is known already: not drawn again for a change elsewhere. */
  function known(of: Scenario, shown: ViewName): Uncertainty | undefined {
    if (shown === "fit" && fitDrawn !== undefined && fitDrawn.runs === of.runs) return {fit: fitDrawn.fit};
    if (shown === "plan" && planDrawn !== undefined && isSamePlan(planDrawn.of, of)) return {plan: planDrawn.plan};
    return undefined;
  }

  function request(of: Scenario, shown: ViewName, span: readonly [number, number] | undefined): void {
    asked = of;
    progress.value = undefined;
    const value = known(of, shown);
    if (value === undefined) {
      working.value = "intervals";
      send({about: "intervals", scenario: of, view: shown, ...(span === undefined ? {} : {window: span})});
    } else {
      working.value = undefined;
      send({about: "nothing"});
      drawn.value = {value, of};
    }
  }

  return {
    uncertainty: computed(() => ({...drawn.value, fresh: drawn.value.of === scenario.value})),
    progress,
    working,
    coverage,
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
        // No others come: those of what was on show before would stay beside the numbers of now.
        if (isNewest && drawn.value.of !== scenario.peek()) drawn.value = dropped;
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
      send({about: "nothing"});
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
      send({about: "coverage", scenario: asked});
    },
    ask: (sendRequest) => {
      send = sendRequest;
      let isFirst = true;
      let document = store.original.value;
      let due: ReturnType<typeof setTimeout> | undefined;
      let last = {scenario: scenario.peek(), shown: view.peek(), isMoving: false};
      const stop = effect(() => {
        const current = scenario.value;
        const shown = view.value;
        const span = shown === "ladder" ? window.value?.x : undefined;
        const opened = store.original.value;
        const isMoving = store.moving.value;
        again.value satisfies number;
        if (isFirst) {
          // The opening has its draws already.
          isFirst = false;
          return;
        }
        if (opened !== document) {
          document = opened;
          drawn.value = dropped;
        }
        // After a leap, not a move, the old intervals of a section may be of something else altogether.
        const isLeap = !isMoving && !last.isMoving && current !== last.scenario && shown === last.shown;
        last = {scenario: current, shown, isMoving};
        if (isLeap && sectionOfView(shown) !== undefined) drawn.value = dropped;
        if (!isMoving) {
          clearTimeout(due);
          due = undefined;
          request(current, shown, span);
          return;
        }
        due ??= setTimeout(() => {
          due = undefined;
          if (store.moving.peek()) request(withFewerDraws(scenario.peek(), view.peek()), shown, span);
        }, movingPause);
      });
      return () => {
        clearTimeout(due);
        stop();
      };
    }
  };
}

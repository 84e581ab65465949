import {computed, effect} from "@preact/signals";
import type {Figure} from "../../chart/figure.ts";
import {isOfView} from "../../figures/differences.ts";
import {outputWords} from "../../figures/compareWords.ts";
import {gainFigure, gainReadings} from "../../figures/gain.ts";
import {withGhosts} from "../../figures/ghosts.ts";
import {sensitivityFigure} from "../../figures/sensitivity.ts";
import {figuresOf, simulate} from "../../figures/view.ts";
import type {Simulation, ViewName} from "../../figures/view.ts";
import {subjectWaterfall} from "../../figures/waterfall.ts";
import type {Scenario} from "../../scenario/schema.ts";
import {outputPairs} from "../../simulation/outputChange.ts";
import {swingsOf} from "../../simulation/sensitivity.ts";
import type {Model} from "../model.ts";
import {compared} from "./compared.ts";
import {keepPinned} from "./keepPinned.ts";

/** The figures of a gain: every reading, and what the subject's is made of. */
function gainFigures(scenario: Scenario, {gains, ladder}: Simulation): readonly (Figure | undefined)[] {
  return [
    ...gainReadings.map((reading) => gains && gainFigure(scenario, gains, undefined, reading)),
    subjectWaterfall(scenario, ladder)
  ];
}

/** Every figure of a view: those it is exported as, and those that stand on its page alone. */
function shownFigures(scenario: Scenario, view: ViewName): readonly (Figure | undefined)[] {
  if (view === "sensitivity") return [sensitivityFigure(scenario, swingsOf(scenario))];
  const numbers = simulate(scenario, view);
  if (view === "gain") return gainFigures(scenario, numbers);
  return figuresOf(scenario, view, numbers, undefined);
}

/** Keeps what is compared in step with the pinned scenario and the view on show, for as long as the page is open. */
export function whilePinned({store, view}: Model): void {
  const {pinned} = store;
  /** What the sensitivity on show is of. */
  const asked = computed(() => store.scenario.value.view.output);
  /** The figures of the view in the pinned scenario; a fit of the same runs is not made twice. */
  const before = computed((): ReadonlyMap<string, Figure> => {
    const scenario = pinned.value;
    const shown = view.value;
    if (scenario === undefined || (shown === "fit" && scenario.runs === store.scenario.peek().runs)) return new Map();
    const output = asked.value;
    const figures = shownFigures(output === undefined ? scenario : {...scenario, view: {...scenario.view, output}}, shown);
    return new Map(figures.flatMap((figure) => (figure === undefined ? [] : [[figure.id, figure]])));
  });
  effect(() => {
    const scenario = pinned.value;
    if (scenario === undefined) {
      compared.value = undefined;
      return;
    }
    const figures = before.value;
    const shown = view.value;
    const pairs = outputPairs(scenario, scenario, (id) => isOfView(shown, id));
    compared.value = {
      ghosted: (figure) => {
        const other = figures.get(figure.id);
        return other === undefined ? figure : withGhosts(figure, other);
      },
      was: new Map(pairs.map(({id, kind, before: value}) => [id, {value, words: outputWords(kind, value)}]))
    };
  });
  effect(() => void keepPinned(store, pinned.value));
}

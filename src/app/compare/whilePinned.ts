import {computed, effect} from "@preact/signals";
import type {Figure} from "../../chart/figure.ts";
import {isOfView} from "../../figures/differences.ts";
import {outputWords} from "../../figures/compareWords.ts";
import {gainFigure, gainReadings} from "../../figures/gain.ts";
import {withGhosts} from "../../figures/ghosts.ts";
import {pictureOf, simulate} from "../../figures/view.ts";
import type {ViewName} from "../../figures/view.ts";
import type {Scenario} from "../../scenario/schema.ts";
import {outputPairs} from "../../simulation/outputChange.ts";
import type {Model} from "../model.ts";
import {compared} from "./compared.ts";
import {keepPinned} from "./keepPinned.ts";

/** The figures of a view: those it is exported as, and of a gain the third reading too. */
function figuresOf(scenario: Scenario, view: ViewName): readonly Figure[] {
  const numbers = simulate(scenario, view);
  const {gains} = numbers;
  if (view === "gain")
    return gains === undefined ? [] : gainReadings.map((reading) => gainFigure(scenario, gains, undefined, reading));
  const picture = pictureOf(scenario, view, numbers, undefined);
  if (picture === undefined) return [];
  return "panels" in picture ? picture.panels.map(({figure}) => figure) : [picture];
}

/** Keeps what is compared in step with the pinned scenario and the view on show, for as long as the page is open. */
export function whilePinned({store, view}: Model): void {
  const {pinned} = store;
  /** The figures of the view in the pinned scenario; a fit of the same runs is not made twice. */
  const before = computed((): ReadonlyMap<string, Figure> => {
    const scenario = pinned.value;
    const shown = view.value;
    if (scenario === undefined || (shown === "fit" && scenario.runs === store.scenario.peek().runs)) return new Map();
    const figures = figuresOf(scenario, shown);
    return new Map(figures.map((figure) => [figure.id, figure]));
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

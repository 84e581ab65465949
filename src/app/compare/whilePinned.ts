import {computed, effect} from "@preact/signals";
import type {Figure} from "../../chart/figure.ts";
import {isOfView} from "../../figures/differences.ts";
import {outputWords} from "../../figures/compareWords.ts";
import {withGhosts} from "../../figures/ghosts.ts";
import {pictureOf, simulate} from "../../figures/view.ts";
import {outputPairs} from "../../simulation/outputChange.ts";
import type {Model} from "../model.ts";
import {compared} from "./compared.ts";
import {keepPinned} from "./keepPinned.ts";

/** Keeps what is compared in step with the pinned scenario and the view on show, for as long as the page is open. */
export function whilePinned({store, view}: Model): void {
  const {pinned} = store;
  /** The figures of the view in the pinned scenario; a fit of the same runs is not made twice. */
  const before = computed((): ReadonlyMap<string, Figure> => {
    const scenario = pinned.value;
    const shown = view.value;
    if (scenario === undefined || (shown === "fit" && scenario.runs === store.scenario.peek().runs)) return new Map();
    const picture = pictureOf(scenario, shown, simulate(scenario, shown), undefined);
    const figures =
      picture === undefined ? [] : "panels" in picture ? picture.panels.map((panel) => panel.figure) : [picture];
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

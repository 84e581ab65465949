import {computed, effect} from "@preact/signals";
import type {Figure} from "../../chart/figure.ts";
import {withGhosts} from "../../figures/ghosts.ts";
import type {Model} from "../model.ts";
import {compared} from "./compared.ts";
import {shownFigures} from "./shownFigures.ts";
import {keepPinned} from "./keepPinned.ts";

/** Keeps what is compared in step with the pinned scenario and the view on show, for as long as the page is open. */
export function whilePinned({store, view}: Model): void {
  const {pinned} = store;
  /** What the sensitivity on show is of. */
  const asked = computed(() => store.scenario.value.view.output);
  const runs = computed(() => store.scenario.value.runs);
  /** A fit of the same runs moves nothing and is not made twice. */
  const isSameFit = computed(() => view.value === "fit" && pinned.value?.runs === runs.value);
  /** The figures of the view in the pinned scenario. */
  const before = computed((): ReadonlyMap<string, Figure> => {
    const scenario = pinned.value;
    const shown = view.value;
    if (scenario === undefined || isSameFit.value) return new Map();
    const output = asked.value;
    const figures = shownFigures(
      output === undefined ? scenario : {...scenario, view: {...scenario.view, output}},
      shown
    );
    return new Map(figures.flatMap((figure) => (figure === undefined ? [] : [[figure.id, figure]])));
  });
  effect(() => {
    const scenario = pinned.value;
    if (scenario === undefined) {
      compared.value = undefined;
      return;
    }
    const figures = before.value;
    compared.value = {
      ghosted: (figure) => {
        const other = figures.get(figure.id);
        return other === undefined ? figure : withGhosts(figure, other);
      }
    };
  });
  effect(() => void keepPinned(store, pinned.value));
}

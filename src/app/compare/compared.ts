import {signal} from "@preact/signals";
import type {Figure} from "../../chart/figure.ts";

/** What an output is in the pinned scenario. */
export interface Was {
  /** As `Output` reads it. */
  readonly value: number;
  readonly words: string;
}

/** What stands beside the numbers of now while a scenario is pinned; what computes it is loaded then. */
export interface Compared {
  /** A figure with what stood elsewhere in the pinned scenario. */
  readonly ghosted: (figure: Figure) => Figure;
  /** The outputs of the view on show in the pinned scenario, by their ids. */
  readonly was: ReadonlyMap<string, Was>;
}

/** Undefined while nothing is pinned. */
export const compared = signal<Compared | undefined>(undefined);

/** The figure to draw in a figure’s place. */
export const drawnFigure = (figure: Figure): Figure => compared.value?.ghosted(figure) ?? figure;

/** "was 1.7×", where an output reads otherwise now; empty where it does not, or nothing is pinned. */
export function wasWords(id: string, now: number, words: string): string {
  const was = compared.value?.was.get(id);
  if (was === undefined || was.words === words || was.value === now || Math.abs(was.value - now) < 1e-3) return "";
  return `was ${was.words}`;
}

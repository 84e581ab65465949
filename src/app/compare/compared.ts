import {signal} from "@preact/signals";
import type {Figure} from "../../chart/figure.ts";
import type {DrawnTables} from "../../figures/drawnWords.ts";

/** What stands behind the figures of now while a scenario is pinned; what computes it is loaded then. */
export interface Compared {
  /** A figure with what stood elsewhere in the pinned scenario. */
  readonly ghosted: (figure: Figure) => Figure;
}

/** Undefined while nothing is pinned. */
export const compared = signal<Compared | undefined>(undefined);

/** The figure to draw in a figure’s place. */
export const drawnFigure = (figure: Figure): Figure => compared.value?.ghosted(figure) ?? figure;

/** What the tables of the view said that takes draws; undefined while nothing is pinned, or nobody knows yet. */
export const drawnBefore = signal<DrawnTables | undefined>(undefined);

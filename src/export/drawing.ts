import type {Figure, Panels} from "../chart/figure.ts";
import type {FigureOptions} from "../figures/ladder.ts";
import {pictureOf, simulate, simulateUncertainty} from "../figures/view.ts";
import type {Simulation, Uncertainty, ViewName} from "../figures/view.ts";
import {evidenceIndex} from "../scenario/ledger.ts";
import type {Ledger} from "../scenario/ledger.ts";
import type {Scenario} from "../scenario/schema.ts";

export interface DrawingOptions {
  readonly view: ViewName;
  readonly ledger: Ledger;
  /** Intervals of this scenario and view that are known already; left out, they are drawn. */
  readonly uncertainty?: Uncertainty | undefined;
  /** The part of the axes on show, axis units; left out: as the scenario says. */
  readonly window?: FigureOptions["window"];
}

/** A view of a scenario with its numbers, before it has a size. */
export interface Drawing {
  readonly picture: Figure | Panels;
  readonly simulation: Simulation;
  readonly uncertainty: Uncertainty;
}

/** What every export of a view is made from; undefined where there is no curve, no section or no runs to draw. */
export function drawing(scenario: Scenario, options: DrawingOptions): Drawing | undefined {
  const {view, ledger, window} = options;
  const uncertainty = options.uncertainty ?? simulateUncertainty(scenario, view, {bandsOf: "reference"});
  const simulation = simulate(scenario, view);
  const picture = pictureOf(scenario, view, simulation, uncertainty, {find: evidenceIndex(scenario, ledger), window});
  return picture && {picture, simulation, uncertainty};
}

import type {Figure, Panels} from "../chart/figure.ts";
import type {FigureOptions} from "../figures/ladder.ts";
import {figuresOf, pictureOf, simulate, simulateUncertainty} from "../figures/view.ts";
import type {Simulation, Uncertainty, ViewName} from "../figures/view.ts";
import {evidenceIndex} from "../scenario/ledger.ts";
import type {Ledger} from "../scenario/ledger.ts";
import type {Scenario} from "../scenario/schema.ts";

export interface DrawingOptions {
  readonly view: ViewName;
  readonly ledger: Ledger;
  /** Intervals of this scenario and view that are known already; left out, they are drawn. */
  readonly uncertainty?: Uncertainty | undefined;
  /** One figure of the view alone, by its id; left out: all that the view is exported as. */
  readonly panel?: string | undefined;
  /** The part of the axes on show, axis units; left out: as the scenario says. */
  readonly window?: FigureOptions["window"];
}

/** A view of a scenario with its numbers, before it has a size. */
export interface Drawing {
  readonly picture: Figure | Panels;
  readonly simulation: Simulation;
  readonly uncertainty: Uncertainty;
}

/** What every export of a view is made from; undefined where there is no curve, no section, no runs or no such panel to draw. */
export function drawing(scenario: Scenario, options: DrawingOptions): Drawing | undefined {
  const {view, ledger, window, panel} = options;
  const uncertainty = options.uncertainty ?? simulateUncertainty(scenario, view, {bandsOf: "reference"});
  const simulation = simulate(scenario, view);
  const drawn = {find: evidenceIndex(scenario, ledger), window};
  const picture =
    panel === undefined
      ? pictureOf(scenario, view, simulation, uncertainty, drawn)
      : figuresOf(scenario, view, simulation, uncertainty, drawn).find(({id}) => id === panel);
  return picture && {picture, simulation, uncertainty};
}

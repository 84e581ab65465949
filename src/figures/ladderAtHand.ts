import type {Figure} from "../chart/figure.ts";
import type {Scenario} from "../scenario/schema.ts";
import {ladder} from "../simulation/ladder.ts";
import type {FigureOptions} from "./ladder.ts";
import {ladderFigure} from "./ladder.ts";
import type {Simulation, Uncertainty, ViewName} from "./view.ts";

/** What of the views can follow a moving hand: their central numbers, and the figure of each. */
export interface AtHand {
  /** The central answer of a view without fits. */
  readonly simulate: (scenario: Scenario, view: ViewName) => Simulation;
  /** Its figure; undefined where there is none to draw. */
  readonly figure: (
    scenario: Scenario,
    view: ViewName,
    simulation: Simulation,
    uncertainty: Uncertainty | undefined,
    options?: FigureOptions
  ) => Figure | undefined;
}

/** The ladder alone, whatever the view: what the page has from its first moment. */
export const ladderAtHand: AtHand = {
  simulate: (scenario) => ({ladder: ladder(scenario), thresholds: undefined, gains: undefined, fit: undefined}),
  figure: (scenario, _, {ladder: rungs}, uncertainty, options = {}) =>
    rungs && ladderFigure(scenario, rungs, uncertainty?.ladder, options)
};

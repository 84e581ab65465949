import type {Figure} from "../chart/figure.ts";
import type {Scenario} from "../scenario/schema.ts";
import {gains} from "../simulation/gains.ts";
import {ladder} from "../simulation/ladder.ts";
import {thresholds} from "../simulation/thresholds.ts";
import {gainFigure} from "./gain.ts";
import type {FigureOptions} from "./ladder.ts";
import {ladderFigure} from "./ladder.ts";
import {thresholdsFigure} from "./thresholds.ts";
import type {Simulation, Uncertainty, ViewName} from "./view.ts";

/**
 * The central answer of a view without fits: what the page has at hand from its first moment.
 *
 * Fits are most of the program's numbers and nobody needs them before runs are looked at; `simulate` has them too.
 */
export function simulateAtHand(scenario: Scenario, view: ViewName): Simulation {
  return {
    ladder: ladder(scenario),
    thresholds: view === "thresholds" ? thresholds(scenario) : undefined,
    gains: view === "gain" ? gains(scenario) : undefined,
    fit: undefined
  };
}

/** The figure of a view that is at hand; the ladder stands for those that are no figure. */
export function figureAtHand(
  scenario: Scenario,
  view: ViewName,
  {ladder: rungs, gains: pair, thresholds: lines}: Simulation,
  uncertainty: Uncertainty | undefined,
  options: FigureOptions = {}
): Figure | undefined {
  switch (view) {
    case "thresholds":
      return lines && thresholdsFigure(scenario, lines, uncertainty?.thresholds, options);
    case "gain":
      return pair && gainFigure(scenario, pair, uncertainty?.gains, "level", options);
    case "sensitivity":
    case "fit":
    case "rl":
    case "thinking":
    case "agents":
    case "cost":
    case "plan":
      return undefined;
    default:
      return rungs && ladderFigure(scenario, rungs, uncertainty?.ladder, options);
  }
}

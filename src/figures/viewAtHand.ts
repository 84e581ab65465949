import "../scenario/documentParts.ts";
import {gains} from "../simulation/gains.ts";
import {thresholds} from "../simulation/thresholds.ts";
import {gainFigure} from "./gain.ts";
import {ladderAtHand} from "./ladderAtHand.ts";
import type {AtHand} from "./ladderAtHand.ts";
import {thresholdsFigure} from "./thresholds.ts";

/**
 * The views of the training ladder, which follow a moving hand; the ladder stands for those that are no figure.
 *
 * Fits are most of the program’s numbers and nobody needs them before runs are looked at; `simulate` has them too.
 */
export const viewAtHand: AtHand = {
  simulate: (scenario, view) => ({
    ...ladderAtHand.simulate(scenario, view),
    thresholds: view === "thresholds" ? thresholds(scenario) : undefined,
    gains: view === "gain" ? gains(scenario) : undefined
  }),
  figure: (scenario, view, simulation, uncertainty, options = {}) => {
    const {gains: pair, thresholds: lines} = simulation;
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
        return ladderAtHand.figure(scenario, view, simulation, uncertainty, options);
    }
  }
};

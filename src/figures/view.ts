import type {Figure} from "../chart/figure.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {Band} from "../simulation/draws.ts";
import type {Ladder} from "../simulation/ladder.ts";
import {ladder} from "../simulation/ladder.ts";
import type {Thresholds} from "../simulation/thresholds.ts";
import {thresholdBands, thresholds} from "../simulation/thresholds.ts";
import type {LadderUncertainty} from "../simulation/uncertainty.ts";
import {ladderUncertainty} from "../simulation/uncertainty.ts";
import type {FigureOptions} from "./ladder.ts";
import {computeDomain, ladderFigure} from "./ladder.ts";
import {thresholdsFigure} from "./thresholds.ts";

/** Which figure a page or a command shows. */
export type ViewName = Scenario["view"]["figure"];
export const viewNames = ["ladder", "thresholds"] as const satisfies readonly ViewName[];

/** The intervals a view draws, which take a moment: a plain value that a worker can send. */
export interface Uncertainty {
  readonly ladder?: LadderUncertainty | undefined;
  readonly thresholds?: Readonly<Record<string, Band>> | undefined;
}

/** The central numbers of every view; undefined where the reference recipe has no curve on the metric. */
export interface Simulation {
  readonly ladder: Ladder | undefined;
  readonly thresholds: Thresholds | undefined;
}

/** The central answer of a view, at once. */
export function simulate(scenario: Scenario, view: ViewName): Simulation {
  return {
    ladder: ladder(scenario),
    thresholds: view === "thresholds" ? thresholds(scenario) : undefined
  };
}

/**
 * The intervals of a view from seeded draws: same scenario and seed, same bits, wherever it runs.
 *
 * @param window the compute axis on show, log10 FLOP, that bands have to cover; left out: the scenario's
 * @param bandsOf the reference's band alone, which is all a picture shows, or those that show at a touch too
 */
export function simulateUncertainty(
  scenario: Scenario,
  view: ViewName,
  {
    window,
    bandsOf = "all"
  }: {readonly window?: readonly [number, number] | undefined; readonly bandsOf?: "reference" | "all"} = {}
): Uncertainty {
  const central = ladder(scenario);
  if (central === undefined) return {};
  const own = computeDomain(scenario, central.solution.models.values());
  const domain = window === undefined ? own : ([Math.min(own[0], window[0]), Math.max(own[1], window[1])] as const);
  return {
    ladder: ladderUncertainty(scenario, domain, scenario.uncertainty, bandsOf),
    ...(view === "thresholds" ? {thresholds: thresholdBands(scenario)} : {})
  };
}

/** The figure of a view; undefined where there is no curve to draw. */
export function figureOf(
  scenario: Scenario,
  view: ViewName,
  simulation: Simulation,
  uncertainty: Uncertainty | undefined,
  options: FigureOptions = {}
): Figure | undefined {
  if (view === "thresholds") {
    return simulation.thresholds && thresholdsFigure(scenario, simulation.thresholds, uncertainty?.thresholds, options);
  }
  return simulation.ladder && ladderFigure(scenario, simulation.ladder, uncertainty?.ladder, options);
}

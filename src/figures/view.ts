import type {Figure, Panels} from "../chart/figure.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {ClaimDraws} from "../simulation/claims.ts";
import {claimDraws} from "../simulation/claims.ts";
import type {Band} from "../simulation/draws.ts";
import type {Gains, GainUncertainty} from "../simulation/gains.ts";
import type {LadderFit} from "../simulation/fits.ts";
import {ladderFit} from "../simulation/fits.ts";
import type {FitUncertainty} from "../simulation/fitUncertainty.ts";
import {fitUncertaintySteps} from "../simulation/fitUncertainty.ts";
import {gainUncertainty} from "../simulation/gains.ts";
import type {Ladder} from "../simulation/ladder.ts";
import {ladder} from "../simulation/ladder.ts";
import type {Sensitivity} from "../simulation/sensitivity.ts";
import {sensitivitySteps} from "../simulation/sensitivity.ts";
import type {Thresholds} from "../simulation/thresholds.ts";
import {thresholdBands} from "../simulation/thresholds.ts";
import type {LadderUncertainty} from "../simulation/uncertainty.ts";
import {ladderUncertainty} from "../simulation/uncertainty.ts";
import type {AgentsUncertainty} from "../simulation/agentsUncertainty.ts";
import type {PlanDraws} from "../simulation/planDraws.ts";
import type {ThinkingUncertainty} from "../simulation/thinkingUncertainty.ts";
import type {ReinforcementUncertainty} from "../simulation/reinforcementUncertainty.ts";
import {agentsPart} from "./agentsPart.ts";
import {costPart} from "./costPart.ts";
import type {CostUncertainty} from "./costPart.ts";
import {planPart} from "./planPart.ts";
import {reinforcementPart} from "./reinforcementPart.ts";
import {thinkingPart} from "./thinkingPart.ts";
import type {ViewPart} from "./viewPart.ts";
import {fitFigure} from "./fitFigure.ts";
import {fitPanels} from "./fitPanels.ts";
import {gainPanels} from "./gain.ts";
import type {FigureOptions} from "./ladder.ts";
import {computeDomain} from "./ladder.ts";
import {sensitivityFigure} from "./sensitivity.ts";
import {viewAtHand} from "./viewAtHand.ts";

/** What a page shows of a scenario. */
export type ViewName = Scenario["view"]["figure"];

/** The views that are a figure; the others are words and tables. */
export const figureViews = [
  "ladder",
  "gain",
  "thresholds",
  "rl",
  "thinking",
  "agents",
  "cost",
  "fit",
  "plan",
  "sensitivity"
] as const satisfies readonly ViewName[];
export type FigureView = (typeof figureViews)[number];

/** The figure of a view; the ladder stands for those that are none. */
export const figureViewOf = (view: ViewName): FigureView => figureViews.find((name) => name === view) ?? "ladder";

/** The ladders beside training, and what they cost: each from a section of the scenario of its own. */
export const sectionViews = {
  rl: reinforcementPart,
  thinking: thinkingPart,
  agents: agentsPart,
  cost: costPart,
  plan: planPart
} as const satisfies Partial<Record<ViewName, ViewPart>>;
export type SectionView = keyof typeof sectionViews;

export const isSectionView = (view: ViewName): view is SectionView => Object.hasOwn(sectionViews, view);

/** Why a view has no figure of a scenario, in words. */
export function missingFigure({reference}: Scenario, view: ViewName): string {
  if (isSectionView(view)) return sectionViews[view].missing;
  if (view === "fit") return "the scenario holds no runs to fit";
  return `the reference recipe "${reference}" has no curve on the metric on show`;
}

/** The intervals a view draws, which take a moment: a plain value that a worker can send. */
export interface Uncertainty {
  readonly ladder?: LadderUncertainty | undefined;
  readonly thresholds?: Readonly<Record<string, Band>> | undefined;
  readonly gains?: GainUncertainty | undefined;
  readonly claims?: readonly ClaimDraws[] | undefined;
  readonly sensitivity?: Sensitivity | undefined;
  readonly fit?: FitUncertainty | undefined;
  readonly agents?: AgentsUncertainty | undefined;
  readonly thinking?: ThinkingUncertainty | undefined;
  readonly reinforcement?: ReinforcementUncertainty | undefined;
  readonly cost?: CostUncertainty | undefined;
  readonly plan?: PlanDraws | undefined;
}

/** The central numbers of a view; undefined where the reference recipe has no curve on the metric. */
export interface Simulation {
  readonly ladder: Ladder | undefined;
  readonly thresholds: Thresholds | undefined;
  readonly gains: Gains | undefined;
  readonly fit: LadderFit | undefined;
}

/** The central answer of a view, at once. */
export const simulate = (scenario: Scenario, view: ViewName): Simulation => ({
  ...viewAtHand.simulate(scenario, view),
  fit: view === "fit" ? ladderFit(scenario) : undefined
});

interface UncertaintyOptions {
  /** The compute axis on show, log10 FLOP, that bands have to cover; left out: the scenario's. */
  readonly window?: readonly [number, number] | undefined;
  /** The reference's band alone, which is all a picture shows, or those that show at a touch too. */
  readonly bandsOf?: "reference" | "all";
}

/**
 * The intervals of a view from seeded draws, a step at a time: same scenario and seed, same bits, wherever it runs.
 *
 * Yields the fraction done between steps, so that a worker can say it and stop for a newer question.
 */
export function* uncertaintySteps(
  scenario: Scenario,
  view: ViewName,
  {window, bandsOf = "all"}: UncertaintyOptions = {}
): Generator<number, Uncertainty> {
  if (view === "fit") return {fit: yield* fitUncertaintySteps(scenario)};
  if (isSectionView(view)) return yield* sectionViews[view].steps(scenario);
  const central = ladder(scenario);
  if (central === undefined) return {};
  const own = computeDomain(scenario, central.solution.models.values());
  const domain = window === undefined ? own : ([Math.min(own[0], window[0]), Math.max(own[1], window[1])] as const);
  const common = {ladder: ladderUncertainty(scenario, domain, scenario.uncertainty, bandsOf)};
  switch (view) {
    case "thresholds":
      return {...common, thresholds: thresholdBands(scenario)};
    case "gain":
      return {...common, gains: gainUncertainty(scenario)};
    case "claims":
      return {...common, claims: claimDraws(scenario)};
    case "sensitivity":
      return {...common, sensitivity: yield* sensitivitySteps(scenario)};
    default:
      return common;
  }
}

/** The intervals of a view, all at once. */
export function simulateUncertainty(scenario: Scenario, view: ViewName, options: UncertaintyOptions = {}): Uncertainty {
  const steps = uncertaintySteps(scenario, view, options);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** What a view is exported as: its figure, or several in one picture; undefined where there is no curve to draw. */
export function pictureOf(
  scenario: Scenario,
  view: ViewName,
  simulation: Simulation,
  uncertainty: Uncertainty | undefined,
  options: FigureOptions = {}
): Figure | Panels | undefined {
  if (view === "fit") return simulation.fit && fitPanels(scenario, simulation.fit, uncertainty?.fit, options);
  if (isSectionView(view)) return sectionViews[view].picture(scenario, uncertainty, options);
  if (view !== "gain") return figureOf(scenario, view, simulation, uncertainty, options);
  return simulation.gains && gainPanels(scenario, simulation.gains, uncertainty?.gains, options);
}

/** Every figure of a view that can be shown alone, by its id: the panels of its picture, and those that are in none. */
export function figuresOf(
  scenario: Scenario,
  view: ViewName,
  simulation: Simulation,
  uncertainty: Uncertainty | undefined,
  options: FigureOptions = {}
): readonly Figure[] {
  const picture = pictureOf(scenario, view, simulation, uncertainty, options);
  const shown = picture !== undefined && "panels" in picture ? picture.panels.map(({figure}) => figure) : [picture];
  const part: ViewPart | undefined = isSectionView(view) ? sectionViews[view] : undefined;
  const known = [...shown, ...(part?.others?.(scenario, uncertainty, options) ?? [])].filter(
    (figure) => figure !== undefined
  );
  return [...new Map(known.map((figure) => [figure.id, figure])).values()];
}

/** The figure of a view; undefined where there is no curve, or no runs, to draw. */
export function figureOf(
  scenario: Scenario,
  view: ViewName,
  simulation: Simulation,
  uncertainty: Uncertainty | undefined,
  options: FigureOptions = {}
): Figure | undefined {
  if (isSectionView(view)) {
    const picture = sectionViews[view].picture(scenario, uncertainty, options);
    return picture === undefined || !("panels" in picture) ? picture : picture.panels[0]?.figure;
  }
  if (view === "sensitivity")
    return simulation.ladder && sensitivityFigure(scenario, uncertainty?.sensitivity, options);
  if (view !== "fit") return viewAtHand.figure(scenario, view, simulation, uncertainty, options);
  return simulation.fit && fitFigure(scenario, simulation.fit, uncertainty?.fit, options);
}

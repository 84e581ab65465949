import {figureViewOf, simulate as simulateView, simulateUncertainty} from "../figures/view.ts";
import type {FigureView, Simulation, Uncertainty, ViewName} from "../figures/view.ts";
import {defaultSize, renderSvg as renderWithLedger, sizeLimits} from "../export/svg.ts";
import {limits} from "../scenario/limits.ts";
import {loadLedger} from "../scenario/ledger.ts";
import {readScenario} from "../scenario/read.ts";
import type {ReadScenario} from "../scenario/read.ts";
import type {Scenario} from "../scenario/schema.ts";

// What the package gives to others. Everything here keeps its name and meaning while the first number of the version stays.

export type {Scenario, ScenarioInput} from "../scenario/schema.ts";
export {formatProblem} from "../scenario/read.ts";
export type {Problem} from "../scenario/read.ts";
export {writeScenario} from "../scenario/write.ts";
export {readInput, writeInput} from "../scenario/address.ts";
export {parseQuantity} from "../scenario/parseQuantity.ts";
export type {Quantity, QuantityInput, QuantityKind} from "../scenario/quantity.ts";
export {compareScenarios} from "../scenario/compareScenarios.ts";
export type {InputDifference, ScenarioComparison, StructuralDifference} from "../scenario/compareScenarios.ts";
export {simulationReport} from "../simulation/numbers.ts";
export {outputChange, outputPairs} from "../simulation/outputChange.ts";
export type {OutputChange, OutputPair} from "../simulation/outputChange.ts";
export type {Simulation, Uncertainty, ViewName} from "../figures/view.ts";

export {
  allocate,
  chinchillaCurve,
  computeToReach,
  loss,
  lossAtCompute,
  optimalAllocation,
  overtrainingPenalty,
  trainingCompute
} from "../laws/chinchilla.ts";
export type {Allocation, Policy, ScalingLaw} from "../laws/chinchilla.ts";
export type {Curve} from "../laws/curve.ts";
export {gain, withGain} from "../laws/gain.ts";
export type {Gain} from "../laws/gain.ts";
export {kaplanCurve, kaplanLoss} from "../laws/kaplan.ts";
export {logLinearCurve} from "../laws/logLinear.ts";
export {powerLawCurve} from "../laws/powerLaw.ts";
export {besiroglu2024, hoffmann2022, kaplan2020, muennighoff2023, publishedLaws} from "../laws/published.ts";

export {bootstrap} from "../fitting/bootstrap.ts";
export {compareLadders} from "../fitting/compareLadders.ts";
export {predict} from "../fitting/fit.ts";
export type {Fit, FitOptions, FitResult} from "../fitting/fit.ts";
export {fitLaw} from "../fitting/fitLaw.ts";
export {readRuns} from "../fitting/readRuns.ts";
export type {ReadRuns} from "../fitting/readRuns.ts";
export type {Observation} from "../laws/observation.ts";

/**
 * A scenario from the text of a file, or every problem with its line and column.
 *
 * Never throws on any text; nothing in it is evaluated. Units and the ledger of evidence are loaded when a file needs
 * them, hence the promise.
 */
export const parseScenario = (text: string): Promise<ReadScenario> => readScenario(text);

/** What is computed of a scenario, and how often its intervals are drawn. */
export interface SimulateOptions {
  /** Left out: the one the scenario opens with. */
  readonly view?: ViewName;
  /** 100 to 100,000; left out: the scenario's. */
  readonly draws?: number;
  /** A whole number from 0 to 4294967295; left out: the scenario's. */
  readonly seed?: number;
}

/** The numbers of a view: central ones, and their 90 % intervals. */
export interface Simulated {
  /** Computes and gains are log10 of FLOP and of factors. */
  readonly central: Simulation;
  readonly uncertainty: Uncertainty;
}

/**
 * The numbers of a view of a scenario; same scenario, view, seed and draws, same bits, in node and in any browser.
 *
 * @throws RangeError if draws or seed are out of their range
 */
export function simulate(scenario: Scenario, options: SimulateOptions = {}): Simulated {
  const {view = scenario.view.figure} = options;
  const {draws = scenario.uncertainty.draws, seed = scenario.uncertainty.seed} = options;
  if (!(Number.isInteger(draws) && draws >= limits.minDraws && draws <= limits.maxDraws)) {
    throw new RangeError(`invalid draws; not a whole number in [${limits.minDraws}, ${limits.maxDraws}]: ${draws}`);
  }
  if (!(Number.isInteger(seed) && seed >= 0 && seed <= 4294967295)) {
    throw new RangeError(`invalid seed; not a whole number in [0, 4294967295]: ${seed}`);
  }
  const drawn: Scenario = {...scenario, uncertainty: {...scenario.uncertainty, draws, seed}};
  return {central: simulateView(drawn, view), uncertainty: simulateUncertainty(drawn, view)};
}

/** How a figure is drawn. */
export interface RenderOptions {
  /** Left out: the one the scenario opens with; the ladder for views that are no figure. */
  readonly view?: FigureView;
  /** CSS pixels, 320 to 4000; 1200 where left out. */
  readonly width?: number;
  /** CSS pixels, 240 to 4000; 760 where left out. */
  readonly height?: number;
  readonly theme?: "light" | "dark";
}

function size(name: "width" | "height", pixels: number = defaultSize[name]): number {
  const [least, most] = sizeLimits[name];
  if (Number.isInteger(pixels) && pixels >= least && pixels <= most) return pixels;
  throw new RangeError(`invalid ${name}; not a whole number in [${least}, ${most}]: ${pixels}`);
}

/**
 * A view of a scenario as the text of an SVG file, the same bytes as `ladder render` and the page write.
 *
 * @returns undefined where there is no curve, or no runs, to draw
 * @throws RangeError (the promise is rejected) if a size is out of its range
 */
export async function renderSvg(scenario: Scenario, options: RenderOptions = {}): Promise<string | undefined> {
  const {view = figureViewOf(scenario.view.figure), theme = "light"} = options;
  const look = {view, theme, width: size("width", options.width), height: size("height", options.height)};
  return renderWithLedger(scenario, {...look, ledger: await loadLedger()});
}

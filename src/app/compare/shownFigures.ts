import type {Figure} from "../../chart/figure.ts";
import {gainFigure, gainReadings} from "../../figures/gain.ts";
import {isoFlopPanels} from "../../figures/isoFlopFigure.ts";
import {ladderGainFigure, ladderGainReadings} from "../../figures/ladderGainFigure.ts";
import {residualFigure} from "../../figures/residualFigure.ts";
import {sensitivityFigure} from "../../figures/sensitivity.ts";
import {figuresOf, simulate} from "../../figures/view.ts";
import type {Simulation, ViewName} from "../../figures/view.ts";
import {subjectWaterfall} from "../../figures/waterfall.ts";
import type {Scenario} from "../../scenario/schema.ts";
import {fitUncertaintySteps} from "../../simulation/fitUncertainty.ts";
import type {FitUncertainty} from "../../simulation/fitUncertainty.ts";
import {swingsOf} from "../../simulation/sensitivity.ts";

/** The figures of a gain: every reading, and what the subject's is made of. */
function gainFigures(scenario: Scenario, {gains, ladder}: Simulation): readonly (Figure | undefined)[] {
  return [
    ...gainReadings.map((reading) => gains && gainFigure(scenario, gains, undefined, reading)),
    subjectWaterfall(scenario, ladder)
  ];
}

/** A ghost shows where things were and no intervals: so few draws are quick, and none is too few for the fits. */
const fewDraws = 2;

/** What a fit’s ladders and budgets come to without their intervals. */
function quickComparison({runs}: Scenario): FitUncertainty | undefined {
  if (runs === undefined) return undefined;
  const steps = fitUncertaintySteps({runs: {...runs, draws: fewDraws}}, ["comparison", "isoFlop"]);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The figures that stand under a fit: what it missed, its ladders against one another, its budgets. */
function underFit(scenario: Scenario, {fit}: Simulation): readonly (Figure | undefined)[] {
  if (fit === undefined) return [];
  const drawn = quickComparison(scenario);
  const budgets = isoFlopPanels(scenario, fit, drawn)?.panels ?? [];
  return [
    residualFigure(scenario, fit),
    ...ladderGainReadings.map((reading) => ladderGainFigure(scenario, fit, drawn, reading)),
    ...budgets.map(({figure}) => figure)
  ];
}

/** Every figure of a view: those it is exported as, and those that stand on its page alone. */
export function shownFigures(scenario: Scenario, view: ViewName): readonly (Figure | undefined)[] {
  if (view === "sensitivity") return [sensitivityFigure(scenario, swingsOf(scenario))];
  const numbers = simulate(scenario, view);
  if (view === "gain") return gainFigures(scenario, numbers);
  const shown = figuresOf(scenario, view, numbers, undefined);
  return view === "fit" ? [...shown, ...underFit(scenario, numbers)] : shown;
}

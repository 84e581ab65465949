import type {Figure, Panels} from "../chart/figure.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {LadderFit} from "../simulation/fits.ts";
import type {FitUncertainty} from "../simulation/fitUncertainty.ts";
import {fitFigure} from "./fitFigure.ts";
import type {FigureOptions} from "./ladder.ts";
import {ladderGainFigure} from "./ladderGainFigure.ts";

/** The fit as it is exported: its figure, and the gain of the ladders beside it where there are several recipes. */
export function fitPanels(
  scenario: Scenario,
  fit: LadderFit,
  uncertainty: FitUncertainty | undefined,
  options: FigureOptions = {}
): Figure | Panels | undefined {
  if (scenario.runs === undefined) return undefined;
  const figure = fitFigure(scenario, fit, uncertainty, options);
  const gain = ladderGainFigure(scenario, fit, uncertainty, "compute");
  if (gain === undefined) return figure;
  const {title, subtitle, description, caption, footer} = figure;
  return {
    id: "fit",
    title,
    subtitle,
    description: `${description} ${gain.description}`,
    caption,
    footer,
    panels: [{figure}, {figure: gain}]
  };
}

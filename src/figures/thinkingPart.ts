import type {Figure, Panels} from "../chart/figure.ts";
import type {Scenario} from "../scenario/schema.ts";
import {thinking} from "../simulation/thinking.ts";
import {thinkingUncertaintySteps} from "../simulation/thinkingUncertainty.ts";
import {thinkingFigure} from "./thinkingFigure.ts";
import {thinkingIndexFigure} from "./thinkingIndex.ts";
import {thinkingPathFigure} from "./thinkingPath.ts";
import {thinkingSeriesFigure} from "./thinkingSeries.ts";
import {thinkingTable} from "./thinkingTable.ts";
import {thinkingAnswer} from "./thinkingWords.ts";
import type {Uncertainty} from "./view.ts";
import type {FigureOptions} from "./ladder.ts";
import type {ViewPart} from "./viewPart.ts";

/** Accuracy against thinking tokens, and beside it length over training and the tokens of index runs. */
function picture(
  scenario: Scenario,
  uncertainty: Uncertainty | undefined,
  options: FigureOptions
): Figure | Panels | undefined {
  const {thinking: section} = scenario;
  const numbers = thinking(scenario);
  if (section === undefined || numbers === undefined) return undefined;
  const drawn = uncertainty?.thinking;
  const figure = thinkingFigure(scenario, section, numbers, drawn, options);
  const beside = [
    thinkingIndexFigure(scenario, section, numbers, drawn, options),
    thinkingPathFigure(section, numbers, drawn, options)
  ].filter((item) => item !== undefined);
  if (beside.length === 0) return figure;
  const {id, title, subtitle, description, caption, footer} = figure;
  return {
    id,
    title,
    subtitle,
    description: [description, ...beside.map((item) => item.description)].join(" "),
    caption,
    footer,
    panels: [{figure, weight: 1.7}, ...beside.map((item) => ({figure: item}))]
  };
}

export const thinkingPart: ViewPart = {
  missing: 'the scenario has no section "thinking"',
  *steps(scenario) {
    return {thinking: yield* thinkingUncertaintySteps(scenario)};
  },
  answer: (scenario, uncertainty) => {
    const {thinking: section} = scenario;
    const numbers = thinking(scenario);
    return section && numbers && thinkingAnswer(scenario, section, numbers, uncertainty?.thinking);
  },
  picture,
  others: ({thinking: section}, _uncertainty, options) => [section && thinkingSeriesFigure(section, options)],
  table: (scenario, uncertainty) => {
    const {thinking: section} = scenario;
    const numbers = thinking(scenario);
    return section && numbers && thinkingTable(scenario, section, numbers, uncertainty?.thinking);
  }
};

import {reinforcementSteps} from "../simulation/reinforcementUncertainty.ts";
import {reinforcementFigure} from "./reinforcementFigure.ts";
import {reinforcementPassFigure} from "./reinforcementPassFigure.ts";
import {reinforcementTable} from "./reinforcementTable.ts";
import {passAssumption, passVerdict, reinforcementReport} from "./reinforcementWords.ts";
import type {ViewPart} from "./viewPart.ts";
import {join} from "./wording.ts";

export const reinforcementPart: ViewPart = {
  missing: 'the scenario has no section "reinforcement"',
  *steps(scenario) {
    return {reinforcement: yield* reinforcementSteps(scenario)};
  },
  answer: (scenario, uncertainty) => reinforcementReport(scenario, uncertainty?.reinforcement)?.answer,
  picture: (scenario, uncertainty, options) => {
    const drawn = uncertainty?.reinforcement;
    const report = reinforcementReport(scenario, drawn);
    if (report === undefined) return undefined;
    const {section, numbers} = report;
    const figure = reinforcementFigure(section, numbers, drawn, options);
    const passes = reinforcementPassFigure(section, numbers, drawn, options);
    if (passes === undefined) return figure;
    const {title, subtitle, caption, footer} = figure;
    return {
      id: "rl",
      title,
      subtitle: join(subtitle, ` ${passVerdict(numbers)}`),
      description: `${figure.description} ${passes.description}`,
      caption,
      footer: [passAssumption, ...footer],
      panels: [{figure, weight: 1.15}, {figure: passes}]
    };
  },
  table: (scenario, uncertainty) => {
    const report = reinforcementReport(scenario, uncertainty?.reinforcement);
    return report && reinforcementTable(report.section, report.numbers, uncertainty?.reinforcement);
  }
};

import type {Figure, Panels} from "../chart/figure.ts";
import type {Scenario} from "../scenario/schema.ts";
import {costSteps, undrawnCosts} from "../simulation/costUncertainty.ts";
import type {CostUncertainty} from "../simulation/costUncertainty.ts";
import {billFigure} from "./billFigure.ts";
import {costAnswer, costTitle} from "./costAnswer.ts";
import {costTable} from "./costTable.ts";
import type {FigureOptions} from "./ladder.ts";
import {lifetimeFigure} from "./lifetimeFigure.ts";
import {pipelineFigure} from "./pipelineFigure.ts";
import {tasksFigure} from "./tasksFigure.ts";
import type {ViewPart} from "./viewPart.ts";
import {plain} from "./wording.ts";

export type {CostUncertainty} from "../simulation/costUncertainty.ts";

/** Costs by tasks served, and over a model’s life where one is set. */
const besideFigures = (scenario: Scenario, drawn: CostUncertainty, options: FigureOptions): readonly Figure[] =>
  [tasksFigure(scenario, drawn, options), lifetimeFigure(scenario, drawn, options)].filter(
    (figure) => figure !== undefined
  );

/** The costs as they are exported: bills, and the way from one setup to another; without one, costs by tasks served. */
function costPanels(scenario: Scenario, drawn: CostUncertainty, options: FigureOptions): Panels | undefined {
  const bills = billFigure(scenario, drawn, options);
  const apart = (["total", "serving", "training", "seconds"] as const).flatMap(
    (part) => pipelineFigure(scenario, drawn, part, options) ?? []
  );
  if (bills === undefined) return undefined;
  const panels = [bills, ...(apart.length > 0 ? apart : besideFigures(scenario, drawn, options))];
  const {title, subtitle} = costTitle(scenario, drawn);
  return {
    id: "cost",
    title,
    subtitle: plain(subtitle),
    description: `${title}. ${panels.map(({description}) => description).join(" ")}`,
    caption: panels.map(({caption}) => caption).join(" "),
    footer: bills.footer,
    panels: panels.map((figure, i) => ({figure, weight: i === 0 ? 1.1 : 1}))
  };
}

export const costPart: ViewPart = {
  missing: 'the scenario has no section "cost"',
  *steps(scenario) {
    return {cost: yield* costSteps(scenario)};
  },
  answer: (scenario, uncertainty) => {
    const answer = costAnswer(scenario, uncertainty?.cost ?? undrawnCosts);
    return answer && {...answer, body: plain(answer.body), condition: plain(answer.condition)};
  },
  picture: (scenario, uncertainty, options) => costPanels(scenario, uncertainty?.cost ?? undrawnCosts, options),
  others: (scenario, uncertainty, options) => besideFigures(scenario, uncertainty?.cost ?? undrawnCosts, options),
  table: (scenario, uncertainty) => costTable(scenario, uncertainty?.cost ?? undrawnCosts)
};

import type {Panels} from "../chart/figure.ts";
import type {Scenario} from "../scenario/schema.ts";
import {knownPlan} from "../simulation/knownPlan.ts";
import type {PlanNumbers} from "../simulation/plan.ts";
import {planDrawsSteps} from "../simulation/planDraws.ts";
import type {PlanDraws} from "../simulation/planDraws.ts";
import type {FigureOptions} from "./ladder.ts";
import {planDesignFigure} from "./planDesignFigure.ts";
import {planIntervalFigure} from "./planIntervalFigure.ts";
import {planPowerFigure} from "./planPowerFigure.ts";
import {planTable} from "./planTable.ts";
import {planAnswerWords} from "./planWords.ts";
import type {ViewPart} from "./viewPart.ts";
import {join} from "./wording.ts";

/** The plan as it is exported: its power, the interval it gives, and where its runs stand. */
export function planPicture(
  scenario: Scenario,
  numbers: PlanNumbers,
  drawn: PlanDraws | undefined,
  options: FigureOptions = {}
): Panels {
  const power = planPowerFigure(scenario, numbers, drawn, options);
  const interval = planIntervalFigure(scenario, numbers, drawn, options);
  const design = planDesignFigure(scenario, numbers, options);
  const {title, body, verdict} = planAnswerWords(scenario, numbers, drawn);
  return {
    id: "plan",
    title,
    subtitle: join(body, `${verdict}.`),
    description: `${title}. ${[power, interval, design].map(({description}) => description).join(" ")}`,
    caption: [power, interval, design].map(({caption}) => caption).join(" "),
    footer: power.footer,
    panels: [{figure: power}, {figure: interval}, {figure: design}]
  };
}

const answered = (scenario: Scenario): PlanNumbers | undefined => {
  const numbers = knownPlan(scenario);
  return numbers?.ok === true ? numbers : undefined;
};

/** The view of ladder plans. */
export const planPart: ViewPart = {
  missing: 'the scenario has no section "plan", or its plan has no answer: `ladder plan` says why',
  *steps(scenario) {
    return {plan: yield* planDrawsSteps(scenario)};
  },
  answer: (scenario, uncertainty) => {
    const numbers = answered(scenario);
    return numbers && planAnswerWords(scenario, numbers, uncertainty?.plan);
  },
  picture: (scenario, uncertainty, options) => {
    const numbers = answered(scenario);
    return numbers && planPicture(scenario, numbers, uncertainty?.plan, options);
  },
  table: (scenario, uncertainty) => {
    const numbers = answered(scenario);
    return numbers && planTable(numbers, uncertainty?.plan);
  }
};

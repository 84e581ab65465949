import type {PlanAnswer} from "../fitting/plan/planPower.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {PlanChoice, PlanNumbers} from "../simulation/plan.ts";
import type {PlanUncertainty} from "../simulation/planUncertainty.ts";

/** JSON has no infinity: what has no upper end is null, as is a number that cannot be told. */
const amount = (value: number): number | null => (Number.isFinite(value) ? value : null);

const answerReport = ({deviation, low, high, power, wrongWinner, wrongVerdict}: PlanAnswer) => ({
  deviationOfLogGain: amount(deviation),
  interval: {low, high: amount(high)},
  power,
  wrongWinner,
  wrongVerdict
});

const choiceReport = (choice: PlanChoice | undefined) =>
  choice === undefined
    ? null
    : {
        compute: choice.cost,
        ...answerReport(choice.answer),
        runs: choice.runs.map(({recipe, compute, N, D, seeds, hours, dollars}) => ({
          recipe,
          compute,
          parameters: N,
          tokens: D,
          seeds,
          gpuHours: hours,
          dollars
        }))
      };

/** Whether the delta method agrees is null where there are too few ladders to tell. */
const simulatedReport = ({agreement, agrees, ...simulated}: PlanUncertainty) => ({
  ...simulated,
  agrees: agreement === "untold" ? null : agrees,
  agreement
});

/** What `ladder plan --json` prints. */
export function planReport(scenario: Scenario, numbers: PlanNumbers, simulated: PlanUncertainty | undefined): object {
  const {kind, question, shown, size, linearity, designed, geometric, least, geometricEfficiency} = numbers;
  const {model, law, noise, demand, budget, shape, hardware, assumed} = question;
  const point = (answer: PlanAnswer | undefined) => (answer === undefined ? null : answerReport(answer));
  return {
    title: scenario.title,
    name: scenario.plan?.name ?? null,
    kind,
    basis: scenario.plan?.basis ?? "placed",
    question: {
      gain: model.gain,
      growthPerTenfold: scenario.plan?.growth?.value ?? 1,
      target: model.target,
      ...demand,
      noise,
      law: {name: law.name, ...model.law},
      gainForm: model.gainForm,
      floor: model.floor,
      budget: budget ?? null,
      ...shape,
      hardware: {
        chip: hardware.chip,
        format: hardware.peak.format,
        peak: hardware.peak.rate,
        mfu: hardware.mfu,
        dollarsPerHour: hardware.price
      },
      assumed
    },
    answer: answerReport(shown.answer),
    smallestGainToldApart: amount(numbers.smallestGain),
    size: {
      rungs: size.rungs,
      rungsOfReference: size.rungsOf.reference,
      rungsOfNew: size.rungsOf.fresh,
      runs: size.runs,
      decadesOfLadder: size.span,
      decadesOfExtrapolation: size.extrapolation,
      compute: size.compute,
      gpuHours: size.hours,
      dollars: size.dollars,
      shareOfBigRun: size.shareOfBigRun
    },
    deltaMethod: {holds: linearity.holds, reason: linearity.reason ?? null, powerByDeviance: linearity.power},
    simulated: simulated === undefined ? null : simulatedReport(simulated),
    design: {
      designed: choiceReport(designed),
      geometric: choiceReport(geometric),
      geometricEfficiency: amount(geometricEfficiency),
      leastDeviation: least?.deviation ?? null,
      optimalityGap: least?.gap ?? null,
      shares: least?.shares ?? []
    },
    ...(kind === "autopsy" ? {published: choiceReport(shown)} : {}),
    budgets: numbers.curve.map((at) => ({
      budget: at.budget,
      designed: point(at.designed),
      geometric: point(at.geometric)
    })),
    rungsBuy: numbers.rungsBuy.map(({answer, ...rest}) => ({...rest, ...answerReport(answer)})),
    decadesBuy: numbers.decadesBuy.map(({answer, ...rest}) => ({...rest, ...answerReport(answer)}))
  };
}

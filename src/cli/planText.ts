import {
  agreementText,
  askedText,
  chanceText,
  countText,
  decadesText,
  noiseText,
  priceText,
  rungsText,
  shareText,
  simulatedText
} from "../figures/planTexts.ts";
import {formatFlop, formatMultiplier, withCommas} from "../scenario/numberText.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {PlanChoice, PlanNumbers} from "../simulation/plan.ts";
import type {LadderPoint} from "../simulation/planBuys.ts";
import type {PlanUncertainty} from "../simulation/planUncertainty.ts";
import {percent} from "./ladderWords.ts";

const flop = (compute: number): string => `${formatFlop(compute).text} FLOP`;

/** Beyond these ends an interval has no number worth reading. */
const times = (gain: number): string =>
  gain > 1000 ? "over 1,000×" : gain < 0.001 ? "under 0.001×" : formatMultiplier(gain);

/** Ends within a tenth of one another take a digit more. */
function between({low, high}: {readonly low: number; readonly high: number}): string {
  if (high / low > 1.1) return `${times(low)} to ${times(high)}`;
  return `${low.toPrecision(3)}× to ${high.toPrecision(3)}×`;
}

/** A gain that is not 1, however near: "2.6×", "1.02×". */
function besideOne(gain: number): string {
  const digits = [2, 3, 4, 5].find((count) => Number(gain.toPrecision(count)) !== 1);
  return digits === undefined || digits === 2 ? times(gain) : `${gain.toPrecision(digits)}×`;
}

/** The rungs of a ladder, a line a recipe: "new: 1.0×10^18 × 5, …". */
function rungLines({runs}: Pick<PlanChoice, "runs">): readonly string[] {
  return (["reference", "new"] as const).map((recipe) => {
    const own = runs.filter((run) => run.recipe === recipe);
    return `  ${recipe}: ${own.map(({compute, seeds}) => `${formatFlop(compute).text}${seeds === 1 ? "" : ` (${seeds} seeds)`}`).join(", ")}`;
  });
}

function questionLine(scenario: Scenario, {kind, question}: PlanNumbers): string {
  const {model, noise, demand} = question;
  const level = scenario.plan?.level;
  const form = model.gainForm === "constant" ? "a constant gain" : "an exponent of the new recipe’s own";
  return `${kind === "plan" ? "Planned" : `Taken apart: ${scenario.plan?.name ?? "a published ladder"}`}: ${times(model.gain)} against none at ${flop(model.target)}${level === undefined ? "" : `, where the reference’s loss is ${level.value}`}, ${askedText(demand.confidence)} confidence, noise ${noiseText(noise)} of the loss; fitted by ${form} and a ${model.floor} floor`;
}

function simulationLines(numbers: PlanNumbers, simulated: PlanUncertainty | undefined): readonly string[] {
  if (simulated === undefined) return [];
  const {uncalibrated, calibrated, draws} = simulated;
  const {confidence} = numbers.question.demand;
  const of = (share: number) => (share === 0 || share === 1 ? simulatedText(share, draws) : percent(share));
  return [
    `Simulated, ${withCommas(draws)} ladders, every one fitted twice: power ${of(uncalibrated.power)}, 90 %: ${between(simulated)}, wrong winner ${of(simulated.wrongWinner)}`,
    `  where there is no gain the test finds one all the same in ${of(uncalibrated.falseAlarms)} of ladders, calibrated in ${of(calibrated.falseAlarms)} (asked for: ${askedText(1 - confidence)}); calibrated power ${of(calibrated.power)}`,
    `  ${agreementText(numbers, simulated)}`
  ];
}

function designLines({designed, geometric, geometricEfficiency, least}: PlanNumbers): readonly string[] {
  const lines: string[] = [];
  if (designed !== undefined) {
    lines.push(
      `Designed for it: power ${chanceText(designed.answer.power)}, 90 %: ${between(designed.answer)}`,
      ...rungLines(designed)
    );
  }
  if (least !== undefined && designed !== undefined) {
    const part = least.deviation / designed.answer.deviation;
    lines.push(
      `  ${percent(Math.min(1, part * part))} as efficient as divided runs could be at best (optimality gap of that bound: ${shareText(least.gap)})`
    );
  }
  if (geometric !== undefined) {
    lines.push(
      `Geometric: power ${chanceText(geometric.answer.power)}, 90 %: ${between(geometric.answer)}`,
      ...rungLines(geometric)
    );
  }
  if (Number.isFinite(geometricEfficiency)) {
    lines.push(
      `  the geometric ladder is ${percent(geometricEfficiency)} as efficient as the designed one of equal budget`
    );
  }
  return lines;
}

/** What ladders buy, a line each: "  8 rungs: told in 87 % (1.7× to 5.4×), for 6.0×10^20 FLOP". */
const buysLines = (points: readonly LadderPoint[], of: (point: LadderPoint) => string): readonly string[] =>
  points.map(
    (point) =>
      `  ${of(point)}: told in ${chanceText(point.answer.power)} (${between(point.answer)}), for ${flop(point.cost)}`
  );

/** What `ladder plan` prints. */
export function planLines(
  scenario: Scenario,
  numbers: PlanNumbers,
  simulated: PlanUncertainty | undefined
): readonly string[] {
  const {shown, size, linearity, question} = numbers;
  const {answer} = shown;
  const assumed = Object.entries(question.assumed).map(([key, value]) => `${key} ${value}`);
  return [
    scenario.title,
    questionLine(scenario, numbers),
    `Power ${chanceText(answer.power)}; 90 %: ${between(answer)}; wrong winner ${chanceText(answer.wrongWinner)}`,
    numbers.smallestGain === Infinity
      ? `No gain is told from none with ${askedText(question.demand.power)} power`
      : `The smallest gain told from none with ${askedText(question.demand.power)} power: ${besideOne(numbers.smallestGain)}`,
    ...(linearity.reason === undefined ? [] : [`The delta method may be off here: ${linearity.reason}`]),
    `${rungsText(size.rungsOf)}, ${countText(size.runs, "run")} over ${decadesText(size.span)}, ${decadesText(size.extrapolation)} of extrapolation`,
    `Cost: ${flop(size.compute)}, ${priceText(size)}; ${shareText(size.shareOfBigRun)} of the big run`,
    ...simulationLines(numbers, simulated),
    ...designLines(numbers),
    "What rungs buy, geometric ladders between the same ends:",
    ...buysLines(numbers.rungsBuy, ({rungs}) => countText(rungs, "rung")),
    `What fewer decades of extrapolation buy, ${countText(question.shape.rungs, "rung")} each:`,
    ...buysLines(numbers.decadesBuy, ({extrapolation}) => decadesText(extrapolation)),
    ...(assumed.length === 0 ? [] : [`Assumed: ${assumed.join(", ")}`])
  ];
}

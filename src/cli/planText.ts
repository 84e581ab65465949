import {formatCount, formatFlop, formatMultiplier} from "../scenario/numberText.ts";
import {formatDollars} from "../figures/costWords.ts";
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

const plural = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

const decades = (count: number): string => `${count.toFixed(1)} decades`;

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
  const form = model.gainForm === "constant" ? "a constant gain" : "an exponent of the new recipe's own";
  return `${kind === "plan" ? "Planned" : `Taken apart: ${scenario.plan?.name ?? "a published ladder"}`}: ${times(model.gain)} against none at ${flop(model.target)}${level === undefined ? "" : `, where the reference's loss is ${level.value}`}, ${percent(demand.confidence)} confidence, noise ${(100 * noise).toPrecision(2)} % of the loss; fitted by ${form} and a ${model.floor} floor`;
}

function simulationLines(numbers: PlanNumbers, simulated: PlanUncertainty | undefined): readonly string[] {
  if (simulated === undefined) return [];
  const {uncalibrated, calibrated, draws, agrees, disagreements} = simulated;
  const {confidence} = numbers.question.demand;
  return [
    `Simulated, ${formatCount(draws)} ladders, every one fitted twice: power ${percent(uncalibrated.power)}, 90 %: ${between(simulated)}, wrong winner ${percent(simulated.wrongWinner)}`,
    `  without a gain the test says one in ${percent(uncalibrated.falseAlarms)} of ladders, calibrated in ${percent(calibrated.falseAlarms)} (asked for: ${percent(1 - confidence)}); calibrated power ${percent(calibrated.power)}`,
    agrees
      ? "  the delta method agrees within the simulation's own error"
      : `  the delta method is off here: ${disagreements.join("; ")}`
  ];
}

function designLines({designed, geometric, geometricEfficiency, least}: PlanNumbers): readonly string[] {
  const lines: string[] = [];
  if (designed !== undefined) {
    lines.push(
      `Designed for it: power ${percent(designed.answer.power)}, 90 %: ${between(designed.answer)}`,
      ...rungLines(designed)
    );
  }
  if (least !== undefined && designed !== undefined) {
    const part = least.deviation / designed.answer.deviation;
    lines.push(
      `  ${percent(Math.min(1, part * part))} as efficient as divided runs could be at best (optimality gap of that bound: ${percent(least.gap)})`
    );
  }
  if (geometric !== undefined) {
    lines.push(
      `Geometric: power ${percent(geometric.answer.power)}, 90 %: ${between(geometric.answer)}`,
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

const buysLine = (what: string, points: readonly LadderPoint[], of: (point: LadderPoint) => string): string =>
  `${what}: ${points.map((point) => `${of(point)} ${percent(point.answer.power)} (${between(point.answer)})`).join("; ")}`;

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
    `${percent(answer.power)} power; 90 %: ${between(answer)}; wrong winner ${percent(answer.wrongWinner)}`,
    numbers.smallestGain === Infinity
      ? `No gain is told from none with ${percent(question.demand.power)} power`
      : `The smallest gain told from none with ${percent(question.demand.power)} power: ${times(numbers.smallestGain)}`,
    ...(linearity.reason === undefined ? [] : [`The delta method may be off here: ${linearity.reason}`]),
    `${plural(size.rungs, "rung")} a recipe, ${plural(size.runs, "run")} over ${decades(size.span)}, ${decades(size.extrapolation)} of extrapolation`,
    `Cost: ${flop(size.compute)}, ${formatCount(size.hours)} GPU-hours, ${formatDollars(size.dollars)}; ${percent(size.shareOfBigRun)} of the big run`,
    ...simulationLines(numbers, simulated),
    ...designLines(numbers),
    buysLine("Rungs buy", numbers.rungsBuy, ({rungs}) => `${rungs}:`),
    buysLine("Decades of extrapolation buy", numbers.decadesBuy, ({extrapolation}) => `${extrapolation.toFixed(1)}:`),
    ...(assumed.length === 0 ? [] : [`Assumed: ${assumed.join(", ")}`])
  ];
}

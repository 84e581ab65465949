import {formatCount, formatFlop, withCommas} from "../scenario/numberText.ts";
import type {PlanNumbers} from "../simulation/plan.ts";
import type {LadderPoint} from "../simulation/planBuys.ts";
import type {PlanUncertainty} from "../simulation/planUncertainty.ts";
import type {Text} from "../chart/figure.ts";
import {formatRoughDollars} from "./costWords.ts";
import {
  askedText,
  chanceText,
  countText,
  decadesText,
  flopText,
  gainsText,
  gainText,
  priceText,
  rungsText,
  shareText,
  simulatedText
} from "./planTexts.ts";
import {join, plain} from "./wording.ts";

/** A number of the ladder on show, by the delta method and by simulation. */
export interface ToldRow {
  readonly name: string;
  readonly fast: Text;
  /** Left out where simulation has nothing to say of it. */
  readonly simulated?: string;
}

/** Whether the delta method is not to be trusted at a gain; of a ladder taken apart alone. */
function isOffAt({gains}: PlanNumbers, gain: number): boolean {
  const above = gains.findIndex((point) => point.gain >= gain);
  return above > 0 && [gains[above - 1], gains[above]].some((point) => point?.holds === false);
}

/** What the ladder on show tells, in words; what a simulation would tell that was stopped, or is on its way. */
export function toldRows(
  numbers: PlanNumbers,
  drawn: PlanUncertainty | undefined,
  isStopped = false
): readonly ToldRow[] {
  const {shown, size, smallestGain, question} = numbers;
  const {answer} = shown;
  const {model, demand} = question;
  const [uncalibrated, calibrated] = [drawn?.uncalibrated, drawn?.calibrated];
  const late = drawn !== undefined ? "" : isStopped ? "stopped" : "on its way";
  const asked = askedText(1 - demand.confidence);
  const of = (share: number | undefined) =>
    drawn === undefined || share === undefined ? late : simulatedText(share, drawn.draws);
  return [
    {
      name: `Told from 1×, if ${gainText(model.gain)} is true`,
      fast: plain(chanceText(answer.power)),
      simulated: of(uncalibrated?.power)
    },
    {
      name: "Gain at the target, 90 % of cases",
      fast: plain(gainsText(answer)),
      simulated: drawn ? gainsText(drawn) : late
    },
    {
      name: "Wrong winner",
      fast: plain(chanceText(answer.wrongWinner)),
      simulated: of(drawn?.wrongWinner)
    },
    {
      name: `Told though there is no gain, uncalibrated (asked for: ${asked})`,
      fast: plain(asked),
      simulated: of(uncalibrated?.falseAlarms)
    },
    {
      name: "Told though there is no gain, calibrated by parametric bootstrap",
      fast: plain(""),
      simulated: calibrated ? `${of(calibrated.falseAlarms)}; with the gain ${of(calibrated.power)}` : late
    },
    {
      name: `Smallest gain told with ${askedText(demand.power)} power`,
      fast: plain(
        `${smallestGain === Infinity ? "none" : gainText(smallestGain)}${isOffAt(numbers, smallestGain) ? ", where the delta method may be off" : ""}`
      )
    },
    {
      name: "Rungs, and runs of both recipes",
      fast: plain(`${rungsText(size.rungsOf)}; ${countText(size.runs, "run")}`)
    },
    {
      name: "Decades of the ladder, and from it to the target",
      fast: plain(`${size.span.toFixed(1)}, then ${decadesText(size.extrapolation)}`)
    },
    {
      name: "Cost",
      fast: join(flopText(size.compute), `, ${priceText(size)}; ${shareText(size.shareOfBigRun)} of the big run`)
    }
  ];
}

/** What a geometric ladder of so many rungs, or so many decades below the target, buys. */
export const buysRows = (points: readonly LadderPoint[], by: "rungs" | "decades") =>
  points.map((point) => ({
    name: by === "rungs" ? String(point.rungs) : point.extrapolation.toFixed(1),
    cost: flopText(point.cost),
    power: chanceText(point.answer.power),
    gains: Number.isFinite(point.answer.deviation) ? gainsText(point.answer) : "no number"
  }));

/** The runs of the ladder on show, those that differ in their seed alone in one row. */
export const runRows = ({shown}: PlanNumbers) =>
  shown.runs.map(({recipe, compute, N, D, seeds, hours, dollars}) => ({
    recipe: recipe === "reference" ? "Reference" : "New",
    role: recipe === "reference" ? "reference" : "subject",
    compute: formatFlop(compute).runs,
    parameters: formatCount(N),
    tokens: formatCount(D),
    seeds: String(seeds),
    hours: formatCount(Number((hours * seeds).toPrecision(3))),
    dollars: formatRoughDollars(dollars * seeds)
  }));

/** All runs of the ladder on show together. */
export const runsTotal = ({size}: PlanNumbers) => ({
  runs: withCommas(size.runs),
  compute: formatFlop(size.compute).runs,
  hours: formatCount(Number(size.hours.toPrecision(3))),
  dollars: formatRoughDollars(size.dollars)
});

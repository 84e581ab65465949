import {withCommas} from "../scenario/numberText.ts";
import type {Scenario} from "../scenario/schema.ts";
import {reinforcement} from "../simulation/reinforcement.ts";
import type {Passes} from "../simulation/reinforcementPasses.ts";
import {reinforcementUncertainty} from "../simulation/reinforcementUncertainty.ts";
import type {PassIntervals} from "../simulation/reinforcementUncertainty.ts";
import {inBrackets, percent, pointsOf} from "./ladderWords.ts";
import type {SectionReport} from "./ladderWords.ts";

/** Three digits, in groups: "20,000". */
const rough = (value: number): string => {
  const short = Number(value.toPrecision(3));
  return Number.isInteger(short) && short < 1e15 ? withCommas(short) : String(short);
};

/** What `ladder rl` reports; undefined where the scenario has no reinforcement learning. */
export function reinforcementText(scenario: Scenario): SectionReport | undefined {
  const numbers = reinforcement(scenario);
  const intervals = reinforcementUncertainty(scenario);
  const {reinforcement: section} = scenario;
  if (numbers === undefined || intervals === undefined || section === undefined) return undefined;
  const {at, slope, tolerance, parting, passes, fit} = numbers;
  const amount = (value: number) => `${rough(value)} ${section.unit}`;
  const said = (when: string, {pass1, passK, advantage}: Passes, drawn: PassIntervals | undefined) =>
    `${when}: pass@1 ${percent(pass1)}${inBrackets(drawn?.pass1, percent)}, pass@${passes?.k} ${percent(passK)}${inBrackets(drawn?.passK, percent)}, samples add ${pointsOf(advantage)}`;
  return {
    numbers: {unit: section.unit, ...numbers},
    intervals,
    lines: [
      `at ${amount(at.compute)}: ${percent(at.score)}${inBrackets(intervals.at, percent)}${at.heldOut === undefined ? "" : `, held out ${percent(at.heldOut)}`}; the log-linear line ${percent(at.line)}`,
      `in the middle ${pointsOf(slope)} per tenfold`,
      parting === undefined
        ? "sigmoid and line never part: training adds nothing"
        : `sigmoid and line are within ${(100 * tolerance).toFixed(1)} points from ${amount(parting.low)} to ${amount(parting.high)}, and part beyond`,
      ...(passes === undefined ? [] : [said("before training", passes.before, intervals.before)]),
      ...(passes?.after === undefined
        ? []
        : [
            said("after training", passes.after, intervals.after),
            passes.overtakenAt === undefined || passes.overtakenAt === Infinity
              ? "the model before training is never ahead, however many the samples"
              : `the model before training is ahead from about ${rough(passes.overtakenAt)} samples on`
          ]),
      ...(fit === undefined
        ? []
        : "missing" in fit
          ? [`no fit: ${fit.missing}`]
          : [
              `fit: from ${percent(fit.R0)} to ${percent(fit.A)}, B ${fit.B.toPrecision(3)}, middle ${amount(fit.CMid)}; largest residual ${pointsOf(fit.largestResidual)}${fit.isExact ? "; as many numbers as points" : ""}${fit.converged ? "" : "; did not converge"}`
            ])
    ]
  };
}

import {amountSet, amountText} from "../figures/reinforcementNumbers.ts";
import {overtakenWords} from "../figures/reinforcementWords.ts";
import type {Scenario} from "../scenario/schema.ts";
import {reinforcement} from "../simulation/reinforcement.ts";
import type {Passes} from "../simulation/reinforcementPasses.ts";
import {reinforcementUncertainty} from "../simulation/reinforcementUncertainty.ts";
import type {PassIntervals} from "../simulation/reinforcementUncertainty.ts";
import {inBrackets, percent, pointsOf} from "./ladderWords.ts";
import type {SectionReport} from "./ladderWords.ts";

/** What `ladder rl` reports; undefined where the scenario has no reinforcement learning. */
export function reinforcementText(scenario: Scenario): SectionReport | undefined {
  const numbers = reinforcement(scenario);
  const intervals = reinforcementUncertainty(scenario);
  const {reinforcement: section} = scenario;
  if (numbers === undefined || intervals === undefined || section === undefined) return undefined;
  const {at, slope, tolerance, parting, passes, fit} = numbers;
  const now = amountSet(at.compute, section.unit);
  const said = (when: string, {pass1, passK, advantage}: Passes, drawn: PassIntervals | undefined) =>
    `${when}: pass@1 ${percent(pass1)}${inBrackets(drawn?.pass1, percent)}, pass@${passes?.k} ${percent(passK)}${inBrackets(drawn?.passK, percent)}, samples add ${pointsOf(advantage)}`;
  return {
    numbers: {unit: section.unit, ...numbers},
    intervals,
    lines: [
      `at ${now}: ${percent(at.score)}${inBrackets(intervals.at, percent)}${at.heldOut === undefined ? "" : `, held out ${percent(at.heldOut)}`}; the log-linear line ${percent(at.line)}`,
      `in the middle ${pointsOf(slope)} per tenfold`,
      parting === undefined
        ? "sigmoid and line never part: training adds nothing"
        : `sigmoid and line are within ${(100 * tolerance).toFixed(1)} points from ${amountText(parting.low)} to ${amountText(parting.high)} ${section.unit}, and part beyond`,
      ...(passes === undefined ? [] : [said("before training", passes.before, intervals.before)]),
      ...(passes?.now === undefined || passes.after === undefined
        ? []
        : [
            said(`at ${now}`, passes.now, intervals.now),
            said("after training without end", passes.after, intervals.after),
            overtakenWords(section, numbers)
          ]),
      ...(fit === undefined
        ? []
        : "missing" in fit
          ? [`no fit: ${fit.missing}`]
          : [
              `fit: from ${percent(fit.R0)} to ${percent(fit.A)}, B ${fit.B.toPrecision(3)}, middle ${amountSet(fit.CMid, section.unit)}; largest residual ${pointsOf(fit.largestResidual)}${fit.isExact ? "; as many numbers as points" : ""}${fit.converged ? "" : "; did not converge"}`
            ])
    ]
  };
}

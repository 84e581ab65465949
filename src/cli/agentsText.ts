import {doublingWords, overSingle} from "../figures/agentsAnswer.ts";
import {shownDifference, timeText} from "../figures/agentsWords.ts";
import type {Scenario} from "../scenario/schema.ts";
import {fittedRows, parameterNames, refitWords, unreadWords} from "../figures/agentsFitWords.ts";
import {inARow} from "../figures/wording.ts";
import {agents} from "../simulation/agents.ts";
import type {FittedAgentsNumbers} from "../simulation/agents.ts";
import {agentsRefits} from "../simulation/agentsRefits.ts";
import type {AgentsRefits} from "../simulation/agentsRefits.ts";
import {agentsUncertainty} from "../simulation/agentsUncertainty.ts";
import {inBrackets, percent, pointsOf, tokensText} from "./ladderWords.ts";
import type {SectionReport} from "./ladderWords.ts";

/** The fit with its intervals, a line each; nothing where no number is free. */
function refitLines(scenario: Scenario, {law, fit}: FittedAgentsNumbers, refits: AgentsRefits | undefined) {
  const free = scenario.agents?.fit ?? [];
  if (fit === undefined) return ["no number of the law is free: nothing is fitted"];
  if (refits === undefined) return [unreadWords];
  const rows = fittedRows(law, fit, free, refits);
  return [
    ...rows.map(
      ({label, fitted, interval}) => `fitted ${label}: ${fitted}${interval === undefined ? "" : ` (${interval})`}`
    ),
    refitWords(refits)
  ];
}

/** What `ladder agents` reports, with intervals of the fit where they are asked for; undefined without agents. */
export function agentsText(scenario: Scenario, isFitted = false): SectionReport | undefined {
  const numbers = agents(scenario);
  const intervals = agentsUncertainty(scenario);
  if (numbers === undefined || intervals === undefined) return undefined;
  const {rows, count, tokensUnit, fit, points} = numbers;
  const {agents: section, uncertainty} = scenario;
  const refits =
    isFitted && section !== undefined && fit !== undefined
      ? agentsRefits(section, fit, section.fit ?? [], uncertainty)
      : undefined;
  const amount = (output: number) => (tokensUnit === "tokens" ? tokensText(output) : `${output} × ${tokensUnit}`);
  const shown = [...new Set([1, 2, 4, 8, 16, 32, 64, count])].sort((a, b) => a - b);
  const lines = shown.flatMap((n) => {
    const row = rows[n - 1];
    if (row === undefined) return [];
    const {score, output, seconds, single} = row;
    return [
      `${n} ${n === 1 ? "agent" : "agents"}: ${percent(score)}${n === count ? inBrackets(intervals.atCount, percent) : ""}, ${amount(output)}, ${seconds === undefined ? "seconds not disclosed" : timeText(seconds)}; ${single === undefined ? "no single agent beside" : `one that thinks for as many tokens ${percent(single)}`}`
    ];
  });
  const over = intervals.overSingle;
  return {
    numbers: {
      ...numbers,
      ties: scenario.agents?.joining.kind === "vote" ? "drawn" : undefined,
      singleMissing: numbers.singleMissing ?? null,
      ...(isFitted ? {refits: refits ?? null} : {})
    },
    intervals,
    lines: [
      ...lines,
      numbers.singleMissing === undefined
        ? `${count} agents over the single one: ${pointsOf(overSingle(numbers) ?? NaN)}${inBrackets(over, pointsOf)}`
        : `No single agent that thinks for as many tokens: ${numbers.singleMissing}`,
      doublingWords(numbers),
      ...points.map(({agents: n, score}) =>
        score === undefined
          ? `measured, ${n} agents: not disclosed`
          : `measured, ${n} ${n === 1 ? "agent" : "agents"}: ${percent(score)}; the law ${pointsOf(shownDifference(rows[n - 1]?.score ?? NaN, score))}`
      ),
      ...(fit === undefined
        ? []
        : [
            `fit of ${inARow((scenario.agents?.fit ?? []).map((name) => parameterNames[name]))}: off by up to ${pointsOf(fit.largestResidual).replace("+", "")}${fit.converged ? "" : "; did not converge"}`
          ]),
      ...(isFitted ? refitLines(scenario, numbers, refits) : [])
    ]
  };
}

import {withCommas} from "../scenario/numberText.ts";
import type {Scenario} from "../scenario/schema.ts";
import {agents} from "../simulation/agents.ts";
import type {FirstDoubling} from "../simulation/agents.ts";
import {agentsUncertainty} from "../simulation/agentsUncertainty.ts";
import {inBrackets, percent, pointsOf, tokensText} from "./ladderWords.ts";
import type {SectionReport} from "./ladderWords.ts";

const doublingWords = (whose: string, {first, all, most, share}: FirstDoubling): string =>
  `${whose}: the first doubling adds ${pointsOf(first)} of the ${pointsOf(all)} that ${most} agents add${Number.isNaN(share) ? "" : `, ${percent(share)} of them`}`;

/** What `ladder agents` reports; undefined where the scenario has no agents. */
export function agentsText(scenario: Scenario): SectionReport | undefined {
  const numbers = agents(scenario);
  const intervals = agentsUncertainty(scenario);
  if (numbers === undefined || intervals === undefined) return undefined;
  const {rows, count, tokensUnit, firstDoubling, measuredDoubling, fit, points} = numbers;
  const amount = (output: number) => (tokensUnit === "tokens" ? tokensText(output) : `${output} × ${tokensUnit}`);
  const shown = [...new Set([1, 2, 4, 8, 16, 32, 64, count])].sort((a, b) => a - b);
  const lines = shown.flatMap((n) => {
    const row = rows[n - 1];
    if (row === undefined) return [];
    const {score, output, seconds, single} = row;
    return [
      `${n} ${n === 1 ? "agent" : "agents"}: ${percent(score)}${n === count ? inBrackets(intervals.atCount, percent) : ""}, ${amount(output)}, ${seconds === undefined ? "seconds not disclosed" : `${withCommas(Math.round(seconds))} s`}; ${single === undefined ? "no single agent beside" : `one that thinks as long ${percent(single)}`}`
    ];
  });
  const over = intervals.overSingle;
  return {
    numbers: {
      ...numbers,
      ties: scenario.agents?.joining.kind === "vote" ? "drawn" : undefined,
      singleMissing: numbers.singleMissing ?? null
    },
    intervals,
    lines: [
      ...lines,
      numbers.singleMissing === undefined
        ? `${count} agents over the single one: ${pointsOf((rows[count - 1]?.score ?? NaN) - (rows[count - 1]?.single ?? NaN))}${inBrackets(over, pointsOf)}`
        : `No single agent that thinks as long: ${numbers.singleMissing}`,
      doublingWords("By the law", firstDoubling),
      ...(measuredDoubling === undefined ? [] : [doublingWords("As measured", measuredDoubling)]),
      ...points.map(({agents: n, score, residual}) =>
        score === undefined
          ? `measured, ${n} agents: not disclosed`
          : `measured, ${n} ${n === 1 ? "agent" : "agents"}: ${percent(score)}; the law ${pointsOf(residual)}`
      ),
      ...(fit === undefined
        ? []
        : [
            `fit of ${scenario.agents?.fit?.join(", ")}: largest residual ${pointsOf(fit.largestResidual)}${fit.converged ? "" : "; did not converge"}`
          ])
    ]
  };
}

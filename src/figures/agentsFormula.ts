import type {Text} from "../chart/figure.ts";
import {concentrationOf} from "../laws/sharpening.ts";
import {meanSuccess} from "../laws/sampling.ts";
import type {Agents} from "../scenario/schema.ts";
import {formatCount} from "../scenario/numberText.ts";
import type {AgentsNumbers} from "../simulation/agents.ts";
import {share, timeText} from "./agentsWords.ts";
import {join, plain, raised} from "./wording.ts";

/** A formula with today’s numbers in it. */
export interface AgentsFormula {
  readonly name: string;
  readonly law: Text;
  readonly numbers: Text;
  readonly source?: string;
}

const three = (value: number): string => String(Number(value.toPrecision(3)));

function joiningFormula({law: {success, joining}, rows, count}: AgentsNumbers): AgentsFormula {
  const p = meanSuccess(success);
  const score = share(rows[count - 1]?.score ?? NaN);
  const many = `over how many of ${count} repeat and how easy the problem is: ${score}`;
  switch (joining.kind) {
    case "vote":
      return {
        name: "Joining: a vote",
        law: plain("S(n) = P(right has most votes) + P(right shares the lead) ÷ those that share it; S(1) = S(2) = p"),
        numbers: plain(
          `wrong answers ${joining.wrongAnswers === Infinity ? "never agree" : `fall on ${joining.wrongAnswers}`}, summed ${many}`
        ),
        source: "Wang et al. 2022, arXiv:2203.11171"
      };
    case "verifier": {
      const {truePositive: t, falsePositive: f} = joining;
      const ceiling = (p * t) / (p * t + (1 - p) * f);
      return {
        name: "Joining: best of n by a verifier",
        law: plain(
          "one of the accepted answers; of none accepted one of all; for alike problems at most p t / (p t + (1 − p) f)"
        ),
        numbers: plain(
          `t = ${three(t)}, f = ${three(f)}: at most ${Number.isNaN(ceiling) ? "no number" : share(ceiling)}; summed ${many}`
        ),
        source: "Stroebl et al. 2024, arXiv:2411.17501"
      };
    }
    case "refine":
      return {
        name: "Joining: refine and aggregate",
        law: join("with j right of n attempts 1 − (1 − i)", raised("j"), " (1 − j / n)"),
        numbers: plain(`insight i = ${three(joining.insight)}, summed ${many}`),
        source: "shape of Madaan et al. 2025, arXiv:2510.01123; the law is ours"
      };
  }
}

/** The laws of the agents view, with today’s numbers and the papers they are of. */
export function agentsFormulas(section: Agents, numbers: AgentsNumbers): readonly AgentsFormula[] {
  const {law, count, rows, effective} = numbers;
  const {success, repeat} = law;
  const row = rows[count - 1];
  const [first] = rows;
  const {work, pace} = section;
  return [
    {
      name: "One agent, problem by problem",
      law: plain("chance of success ~ Beta(a, b), p = a / (a + b)"),
      numbers: plain(
        `p = ${three(meanSuccess(success))}, a + b = ${three(concentrationOf(success))}: a = ${three(success.a)}, b = ${three(success.b)}`
      ),
      source: "Schaeffer et al. 2025, arXiv:2502.17578, for the spread over problems"
    },
    {
      name: "How alike the agents are",
      law: join(
        "with chance ρ an agent hands in one shared attempt, else a fresh one: two agree with correlation ρ",
        raised("2")
      ),
      numbers: join(
        `ρ = ${three(repeat)}: the mean of ${count} varies like that of ${three(effective)} independent ones, n / (1 + (n − 1) ρ`,
        raised("2"),
        ")"
      ),
      source: "Kish 1965, the design effect, for the last"
    },
    joiningFormula(numbers),
    ...(work === undefined || row === undefined
      ? []
      : [
          {
            name: "Tokens written",
            law: plain("n × tokens of an agent + tokens of the joining step"),
            numbers: plain(
              `${count} × ${formatCount(work.tokens.value)}${count > 1 && work.joining !== undefined ? ` + ${formatCount(work.joining.value)}` : ""} = ${formatCount(row.output)}`
            )
          }
        ]),
    ...(row?.single === undefined || first?.single === undefined
      ? []
      : [
          {
            name: "The one agent with as many tokens",
            law: plain("its log odds move as those of the Thinking section do between the tokens: an assumption"),
            numbers: plain(
              `from ${share(first.single)} at ${formatCount(first.output)} to ${share(row.single)} at ${formatCount(row.output)}`
            )
          }
        ]),
    ...(pace === undefined || row?.seconds === undefined
      ? []
      : [
          {
            name: "Seconds to the answer",
            law: plain(
              "first token + tokens ÷ pace × (1 + unevenness (1/2 + … + 1/n)), the slowest agent, then the joining step"
            ),
            numbers: plain(
              `pace ${three(pace.tokensPerSecond.value)} a second, unevenness ${three(pace.unevenness?.value ?? 0)}: ${timeText(row.seconds)}`
            ),
            source: "our illustration: no times are published"
          }
        ])
  ];
}

import {amountRow, inside, numberRow, shareRow, tokensRow} from "./inputRows.ts";
import type {InputKind} from "./inputs.ts";

const tokens: readonly [number, number] = [100, 1e6];
const tokenTicks = [100, 1000, 10_000, 100_000, 1e6];

/** What can be set of agents that work side by side. */
export const agentsInputs = {
  agentsCount: {
    path: "agents.count",
    label: "agents",
    unit: "agents",
    quantity: "amount",
    scale: "linear",
    range: [1, 64],
    step: 1,
    bounds: {from: 1, to: 64, whole: "agents"},
    whole: true,
    ticks: [1, 16, 32, 48, 64],
    help: "How many agents work on each problem side by side: a whole number, 1 to 64."
  },
  agentsMean: {
    ...shareRow(
      "agents.success.mean",
      "success of one agent",
      "Share of problems one agent solves: the mean of the Beta distribution of success over problems, a / (a + b)."
    ),
    bounds: inside
  },
  agentsConcentration: numberRow(
    "agents.success.concentration",
    "likeness of problems",
    [0.01, 100],
    [0.01, 0.1, 1, 10, 100],
    "a + b of the Beta distribution of success: small where problems are solved always or never, large where all are alike."
  ),
  agentsRepeat: {
    ...shareRow(
      "agents.repeat",
      "chance to repeat, rho",
      "With chance rho an agent hands in one shared draw, otherwise it draws afresh; two agents then agree beyond the problem with correlation rho squared. 0: independent; 1: as good as one."
    ),
    stated: true
  },
  agentsTruePositive: shareRow(
    "agents.joining.truePositive",
    "true positive rate",
    "Chance that the verifier accepts a right answer; of the accepted ones one is taken, of none accepted one of all."
  ),
  agentsFalsePositive: shareRow(
    "agents.joining.falsePositive",
    "false positive rate",
    "Chance that the verifier accepts a wrong answer: it caps what more agents can reach, p t / (p t + (1 - p) f)."
  ),
  agentsInsight: shareRow(
    "agents.joining.insight",
    "insight of the joining step",
    "Chance that a right attempt convinces the joining step: with j right of n, 1 - (1 - insight)^j (1 - j / n)."
  ),
  agentsTokens: tokensRow(
    "agents.work.tokens",
    "tokens per agent",
    "Tokens each agent writes: n agents write n times as many, side by side or not."
  ),
  agentsPrompt: amountRow(
    "agents.work.prompt",
    "tokens read",
    "tokens",
    tokens,
    tokenTicks,
    "Tokens each agent reads."
  ),
  agentsHandedOn: amountRow(
    "agents.work.handedOn",
    "tokens handed on",
    "tokens",
    tokens,
    tokenTicks,
    "Tokens of each agent’s answer that the joining step reads."
  ),
  agentsJoiningTokens: amountRow(
    "agents.work.joining",
    "tokens of the joining step",
    "tokens",
    tokens,
    tokenTicks,
    "Tokens the joining step writes; 0 for a vote."
  ),
  agentsPace: numberRow(
    "agents.pace.tokensPerSecond",
    "tokens per second",
    [5, 1000],
    [5, 10, 100, 1000],
    "Tokens one agent writes in a second."
  ),
  agentsFirstToken: amountRow(
    "agents.pace.firstToken",
    "seconds to the first token",
    "seconds",
    [0.1, 100],
    [0.1, 1, 10, 100],
    "Seconds before the first token, of an agent and of the joining step each."
  ),
  agentsUnevenness: shareRow(
    "agents.pace.unevenness",
    "unevenness of the agents’ times",
    "Standard deviation of an agent’s time over its mean; the slowest of n takes 1 + unevenness (1/2 + ... + 1/n) times the mean."
  )
} as const satisfies Record<string, InputKind>;

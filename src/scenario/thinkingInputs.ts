import {amountRow, factorRow, inside, numberRow, shareRow, tokensRow} from "./inputRows.ts";
import type {InputKind} from "./inputs.ts";
import type {Bounds} from "./quantityRange.ts";

const tokens: readonly [number, number] = [100, 1e6];
const tokenTicks = [100, 1000, 10_000, 100_000, 1e6];
/** As far as thoughts are lost, or let on: longer than any is found in. */
const long = {range: [100, 1e7], ticks: [100, 1000, 10_000, 100_000, 1e6, 1e7]} as const;
const pathTokens = (key: string, when: string): InputKind =>
  tokensRow(`thinking.path.${key}`, `length ${when}`, `Mean length of thought ${when}, tokens.`);

/** At alpha 1 or more a long right answer would be worth less than a wrong one. */
export const aroraBounds: Bounds = {above: 0, below: 1};

/** What can be set of thinking. */
export const thinkingInputs = {
  thinkingWeight: amountRow(
    "thinking.difficulties.*.weight",
    "share",
    "",
    [0.01, 1],
    [0.01, 0.1, 1],
    "How many of the problems are of this difficulty, in any unit."
  ),
  thinkingFloor: shareRow("thinking.difficulties.*.floor", "accuracy at once", "Accuracy without a thought."),
  thinkingCeiling: shareRow(
    "thinking.difficulties.*.ceiling",
    "ceiling",
    "Accuracy where the answer is found and kept; not below the accuracy at once."
  ),
  thinkingFind: tokensRow(
    "thinking.difficulties.*.find",
    "tokens to find",
    "Tokens of thinking until the answer is found, on average: floor + (ceiling - floor)(1 - exp(-T / find)) where nothing is lost."
  ),
  thinkingLose: {
    ...tokensRow(
      "thinking.difficulties.*.lose",
      "tokens to lose",
      "Tokens of thinking until a found answer is talked away, on average: over-thinking. Left out: it never is."
    ),
    ...long
  },
  thinkingFactor: factorRow(
    "thinking.compressed.factors.*",
    "compression",
    [0.5, 10],
    [0.5, 1, 2, 5, 10],
    "The compressed recipe says the same in this many times fewer tokens; no gain of training."
  ),
  thinkingLimit: {
    ...tokensRow("thinking.limit", "longest thought", "The longest thought there may be, tokens."),
    ...long
  },
  thinkingPerToken: amountRow(
    "thinking.penalties.*.perToken",
    "lambda",
    "per token",
    [1e-7, 1e-3],
    [1e-7, 1e-6, 1e-5, 1e-4, 1e-3],
    "reward = correct - lambda x tokens; 0 is no penalty."
  ),
  thinkingPenaltyWeight: amountRow(
    "thinking.penalties.*.weight",
    "weight of the length reward",
    "",
    [0.01, 10],
    [0.01, 0.1, 1, 10],
    "Kimi k1.5: 1/2 - (T - shortest) / (longest - shortest), times this weight; of a wrong answer what is below 0."
  ),
  thinkingShortest: amountRow(
    "thinking.penalties.*.shortest",
    "shortest answer",
    "tokens",
    tokens,
    tokenTicks,
    "Tokens of the shortest answer to the same problem."
  ),
  thinkingLongest: tokensRow(
    "thinking.penalties.*.longest",
    "longest answer",
    "Tokens of the longest answer to the same problem."
  ),
  thinkingAlpha: numberRow(
    "thinking.penalties.*.alpha",
    "penalty alpha",
    [1e-6, 0.9],
    [1e-6, 1e-4, 1e-2, 0.9],
    "Arora and Zanette: correct x (1 - alpha sigmoid((T - mean) / sd)), alpha below 1. L1: alpha per token off the target."
  ),
  thinkingMean: amountRow(
    "thinking.penalties.*.mean",
    "mean of correct answers",
    "tokens",
    tokens,
    tokenTicks,
    "Mean tokens of the correct answers to the same problem."
  ),
  thinkingSd: tokensRow(
    "thinking.penalties.*.sd",
    "spread of correct answers",
    "Standard deviation of the tokens of correct answers."
  ),
  thinkingTarget: amountRow(
    "thinking.penalties.*.target",
    "target",
    "tokens",
    tokens,
    tokenTicks,
    "Tokens that L1 asks for."
  ),
  thinkingDelta: shareRow(
    "thinking.penalties.*.delta",
    "offset delta",
    "L1 max: correct x clip(alpha (target - T) + delta, 0, 1)."
  ),
  thinkingStart: pathTokens("start", "at the start of training"),
  thinkingPathLongest: pathTokens("longest", "where it turns first"),
  thinkingPathCompressed: pathTokens("compressed", "where it turns again"),
  thinkingEnd: pathTokens("end", "at the end of training"),
  thinkingLongestAt: {
    ...shareRow("thinking.path.longestAt", "progress at the longest", "Share of training done there."),
    bounds: inside
  },
  thinkingCompressedAt: {
    ...shareRow("thinking.path.compressedAt", "progress at the most compressed", "Share of training done there."),
    bounds: inside
  },
  thinkingProgress: shareRow(
    "thinking.path.progress",
    "progress of training",
    "Share of training done: answers lengthen, are compressed, and lengthen again."
  ),
  thinkingIndexTokens: {
    ...tokensRow("thinking.index.runs.*.tokens", "tokens to run the index", "Output tokens of one run of the index."),
    range: [1e6, 1e9],
    ticks: [1e6, 1e7, 1e8, 1e9]
  },
  thinkingIndexSlope: {
    path: "thinking.index.slope",
    label: "points per tenfold tokens",
    unit: "points",
    quantity: "slope",
    scale: "log",
    range: [1, 100],
    step: 1.05,
    ticks: [1, 3, 10, 30, 100],
    help: "Points of the index that one model gains with ten times its tokens: with it runs are read at equal score."
  }
} as const satisfies Record<string, InputKind>;

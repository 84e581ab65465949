import {formatPoints} from "../scenario/numberText.ts";
import type {Scenario, Thinking} from "../scenario/schema.ts";
import type {ThinkingNumbers} from "../simulation/thinking.ts";
import type {ThinkingUncertainty} from "../simulation/thinkingUncertainty.ts";
import {
  againstNone,
  countText,
  equalScoreOf,
  indexPoints,
  leanWords,
  modelName,
  ninety,
  ninetyTimes,
  percentText,
  timesText
} from "./thinkingWords.ts";

/** A number as a table says it, with what stands behind it in slate. */
export interface ThinkingCell {
  readonly value: string;
  readonly note?: string;
}

export interface ThinkingRows {
  readonly title: string;
  readonly remark: string;
  readonly head: readonly string[];
  readonly rows: readonly {readonly key: string; readonly name: string; readonly cells: readonly ThinkingCell[]}[];
}

const bare = (words: string): string => words.trim().replace(/^\(90 %: (.*)\)$/, "$1");

/** What each reward picks, and what that is against no penalty. */
export function penaltyTable({penalties}: ThinkingNumbers, drawn: ThinkingUncertainty | undefined): ThinkingRows {
  const none = penalties.find(({id}) => id === "none");
  return {
    title: "What each reward picks",
    remark: "means over problems, 90 % intervals",
    head: ["Reward", "Tokens", "Solved", "Against no penalty"],
    rows: penalties.map((row, i) => {
      const told = drawn?.penalties[i];
      const {factor, points} = againstNone(row, none);
      return {
        key: row.id,
        name: row.id === "none" ? "No penalty" : row.name,
        cells: [
          {value: countText(row.tokens), note: bare(ninety(told?.tokens, countText))},
          {value: percentText(row.accuracy), note: bare(ninety(told?.accuracy, percentText))},
          row.id === "none" ? {value: "the same"} : {value: `${timesText(factor)} fewer`, note: formatPoints(points)}
        ]
      };
    })
  };
}

/** The interval of a factor, or that there is none because some draws never get there. */
function factorNote(drawn: ThinkingUncertainty | undefined, i: number): string {
  const interval = drawn?.compression[i];
  return drawn !== undefined && interval === undefined ? "not reached in every draw" : bare(ninetyTimes(interval));
}

/** The compressed recipe at equal accuracy; undefined where the section has none. */
export function compressionTable(
  {compression}: ThinkingNumbers,
  drawn: ThinkingUncertainty | undefined,
  name: string
): ThinkingRows | undefined {
  if (compression.length === 0) return undefined;
  return {
    title: "Compression at equal accuracy",
    remark: "a factor belongs to the accuracy it is read at",
    head: ["Solved", "Tokens before", name, "Fewer"],
    rows: compression.map(({accuracy, before, after, factor}, i) => ({
      key: String(i),
      name: percentText(accuracy),
      cells: [
        {value: Number.isFinite(before) ? countText(before) : "never reached"},
        {value: Number.isFinite(after) ? countText(after) : "never reached"},
        Number.isFinite(factor) ? {value: timesText(factor), note: factorNote(drawn, i)} : {value: "no number"}
      ]
    }))
  };
}

/** The tokens of the runs of an index against the subject’s, as run and at equal score. */
export function indexTable(
  scenario: Scenario,
  section: Thinking,
  numbers: ThinkingNumbers,
  drawn: ThinkingUncertainty | undefined
): ThinkingRows | undefined {
  const {index} = section;
  if (index === undefined || numbers.index.length === 0) return undefined;
  const own = modelName(scenario, index.subject);
  return {
    title: `Tokens to run the index, against ${own}`,
    remark: index.slope === undefined ? "as run" : "as run, and read at its score by an assumed slope",
    head: ["Rival", "As run", "At equal score", `${own} uses`],
    rows: numbers.index.map((row) => {
      const name = modelName(scenario, row.id);
      const equal = equalScoreOf(numbers, drawn, row.id);
      return {
        key: row.id,
        name,
        cells: [
          {value: timesText(row.ratio), note: `${countText(row.tokens)}, ${indexPoints(row.points)}`},
          Number.isNaN(row.ratioAtEqualScore)
            ? {value: "no number"}
            : {value: timesText(row.ratioAtEqualScore), note: bare(ninetyTimes(equal))},
          {value: "", note: leanWords(name, row, equal)}
        ]
      };
    })
  };
}

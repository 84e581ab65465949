import {indexPoints, leanWords, modelName, ninetyTimes, timesText} from "../figures/thinkingWords.ts";
import type {Scenario} from "../scenario/schema.ts";
import {thinking} from "../simulation/thinking.ts";
import {thinkingUncertainty} from "../simulation/thinkingUncertainty.ts";
import {tokenVerdict} from "../simulation/tokenVerdict.ts";
import {inBrackets, percent, tokensText} from "./ladderWords.ts";
import type {SectionReport} from "./ladderWords.ts";

/** What `ladder thinking` reports; undefined where the scenario has no thinking. */
export function thinkingText(scenario: Scenario): SectionReport | undefined {
  const numbers = thinking(scenario);
  const intervals = thinkingUncertainty(scenario);
  const {thinking: section} = scenario;
  if (numbers === undefined || intervals === undefined || section === undefined) return undefined;
  const {rows, penalties, compression, path, index, peaks} = numbers;
  const name = (id: string) => modelName(scenario, id);
  const atEqual = (id: string) => intervals.index.find((row) => row.id === id)?.ratioAtEqualScore;
  const subject = name(section.index?.subject ?? "");
  const rowEvery = Math.max(1, Math.floor(rows.length / 6));
  return {
    numbers: {
      difficulties: section.difficulties.map(({id}) => id),
      ...numbers,
      index: index.map((row) => ({...row, subjectUses: tokenVerdict(row, atEqual(row.id))})),
      series: section.series ?? []
    },
    intervals,
    lines: [
      ...rows
        .filter((_, i) => i % rowEvery === 0)
        .map(
          ({tokens, mixed, compressed}) =>
            `${tokensText(tokens)}: ${percent(mixed)}${compressed === undefined ? "" : `, compressed ${percent(compressed)}`}`
        ),
      ...section.difficulties.map(
        (difficulty, i) =>
          `${difficulty.name}: best at ${peaks[i] === Infinity ? "any length, the longer the better" : tokensText(peaks[i] ?? NaN)}`
      ),
      ...penalties.map(({id, name: called, tokens, accuracy}, i) => {
        const drawn = intervals.penalties[i];
        return `${id === "none" ? "no penalty" : called}: picks ${tokensText(tokens)}${inBrackets(drawn?.tokens, tokensText)}, ${percent(accuracy)}`;
      }),
      ...compression
        .filter(({factor}) => Number.isFinite(factor))
        .map(
          ({accuracy, before, after, factor}) =>
            `at ${percent(accuracy)}: ${tokensText(before)}, compressed ${tokensText(after)}, ${timesText(factor)} fewer`
        ),
      ...(path === undefined
        ? []
        : [
            `at ${percent(path.progress)} of training: ${tokensText(path.tokens)}${inBrackets(intervals.path, tokensText)}, in the phase “${path.phase}”`
          ]),
      ...index.map((row) => {
        const {id, ratio, points, ratioAtEqualScore} = row;
        const read = Number.isNaN(ratioAtEqualScore)
          ? ""
          : `; at equal score ${timesText(ratioAtEqualScore)}${ninetyTimes(atEqual(id))}`;
        return `${name(id)} against ${subject}: ${timesText(ratio)} the tokens for ${indexPoints(points)}${read}: ${subject} uses ${leanWords(name(id), row, atEqual(id))}`;
      })
    ]
  };
}

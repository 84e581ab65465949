import type {Scenario} from "../scenario/schema.ts";
import {thinking} from "../simulation/thinking.ts";
import {thinkingUncertainty} from "../simulation/thinkingUncertainty.ts";
import {inBrackets, percent, timesText, tokensText} from "./ladderWords.ts";
import type {SectionReport} from "./ladderWords.ts";

const points = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)} points`;

/** What `ladder thinking` reports; undefined where the scenario has no thinking. */
export function thinkingText(scenario: Scenario): SectionReport | undefined {
  const numbers = thinking(scenario);
  const intervals = thinkingUncertainty(scenario);
  const {thinking: section} = scenario;
  if (numbers === undefined || intervals === undefined || section === undefined) return undefined;
  const {rows, penalties, compression, path, index, peaks} = numbers;
  const name = (id: string) => scenario.models.find((model) => model.id === id)?.name ?? id;
  const subject = name(section.index?.subject ?? "");
  const rowEvery = Math.max(1, Math.floor(rows.length / 6));
  return {
    numbers: {difficulties: section.difficulties.map(({id}) => id), ...numbers, series: section.series ?? []},
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
      ...index.map(({id, ratio, points: more, ratioAtEqualScore, subject: verdict}, i) => {
        const equal = intervals.index[i]?.ratioAtEqualScore;
        const atEqual = Number.isNaN(ratioAtEqualScore)
          ? ""
          : `; at equal score ${timesText(ratioAtEqualScore)}${inBrackets(equal, timesText)}`;
        return `${name(id)} against ${subject}: ${timesText(ratio)} the tokens for ${points(more)}${atEqual}: ${subject} uses ${verdict}`;
      })
    ]
  };
}

import {lengthAt, phaseAt} from "../laws/lengthPath.ts";
import type {LengthPhase} from "../laws/lengthPath.ts";
import {tokensPicked} from "../laws/pickedLength.ts";
import {benchmarkAccuracy, thinkingAccuracy, tokensAtPeak} from "../laws/thinking.ts";
import type {Difficulty} from "../laws/thinking.ts";
import {exp, log, pow10} from "../numerics/exp.ts";
import type {Scenario, Thinking} from "../scenario/schema.ts";
import {centralDifficulties, compressedOf, difficultiesOf, mixedTokens, pathOf, penaltyOf} from "./thinkingLaws.ts";
import type {Penalty} from "./thinkingLaws.ts";
import {central} from "./valuation.ts";
import type {Valuation} from "./valuation.ts";

/** Accuracy after so many thinking tokens. */
export interface ThinkingRow {
  readonly tokens: number;
  /** By difficulty, in the order of the section. */
  readonly accuracies: readonly number[];
  readonly mixed: number;
  /** Of the compressed recipe. */
  readonly compressed: number | undefined;
}

/** What a penalty picks: by difficulty, and the mean over problems. */
export interface PenaltyRow {
  /** The penalty's id; "none" is reward for correctness alone. */
  readonly id: string;
  readonly name: string;
  readonly tokens: number;
  readonly accuracy: number;
  readonly byDifficulty: readonly {readonly tokens: number; readonly accuracy: number}[];
}

/** Two recipes at equal accuracy; tokens are NaN where it is never reached. */
export interface CompressionRow {
  readonly accuracy: number;
  readonly before: number;
  readonly after: number;
  readonly factor: number;
}

/** A rival's run of the index against the subject's. */
export interface IndexRow {
  readonly id: string;
  readonly tokens: number;
  readonly score: number;
  /** The rival's tokens over the subject's. */
  readonly ratio: number;
  /** The rival's score less the subject's. */
  readonly points: number;
  /** The ratio at the subject's score, by the slope; NaN where none is stated. */
  readonly ratioAtEqualScore: number;
}

export interface ThinkingNumbers {
  readonly rows: readonly ThinkingRow[];
  /** By difficulty, tokens of best accuracy; Infinity where nothing is lost. */
  readonly peaks: readonly number[];
  readonly penalties: readonly PenaltyRow[];
  readonly compression: readonly CompressionRow[];
  readonly path: {readonly progress: number; readonly tokens: number; readonly phase: LengthPhase} | undefined;
  /** The length at each percent of progress, from 0 to 100. */
  readonly pathCurve: readonly number[];
  readonly index: readonly IndexRow[];
}

const places = 61;

/** Tokens even in their logarithm, from a thousandth of the limit to the limit. */
export function tokenPlaces(limit: number, count = places): readonly number[] {
  return Array.from({length: count}, (_, i) => limit * exp(-log(1000) * (1 - i / (count - 1))));
}

const noPenalty = {id: "none", name: "no penalty"} as const;

/** What a penalty picks at each difficulty, and on average over problems; undefined for reward of correctness alone. */
export function penaltyRow(
  section: Thinking,
  penalty: Penalty | undefined,
  value: Valuation,
  difficulties = difficultiesOf(section, value)
): PenaltyRow {
  const limit = value("thinking.limit", section.limit);
  const law = penalty === undefined ? ({kind: "linear", perToken: 0} as const) : penaltyOf(penalty, value);
  const total = difficulties.reduce((sum, {weight}) => sum + weight, 0);
  const byDifficulty = difficulties.map((difficulty) => {
    const {tokens, accuracy} = tokensPicked(difficulty.law, law, limit);
    return {tokens, accuracy};
  });
  const mean = (key: "tokens" | "accuracy") =>
    byDifficulty.reduce((sum, row, i) => sum + row[key] * (difficulties[i]?.weight ?? 0), 0) / total;
  const {id, name} = penalty ?? noPenalty;
  return {id, name, tokens: mean("tokens"), accuracy: mean("accuracy"), byDifficulty};
}

/** What each penalty of a section picks, no penalty first. */
export function penaltyRows(
  section: Thinking,
  value: Valuation,
  difficulties = difficultiesOf(section, value)
): readonly PenaltyRow[] {
  return [undefined, ...(section.penalties ?? [])].map((penalty) => penaltyRow(section, penalty, value, difficulties));
}

/** One recipe against the other at each of some accuracies. */
export function compressionRows(
  before: readonly Difficulty[],
  after: readonly Difficulty[],
  accuracies: readonly number[],
  limit: number
): readonly CompressionRow[] {
  const [from, to] = [mixedTokens(before, accuracies, limit), mixedTokens(after, accuracies, limit)];
  return accuracies.map((accuracy, i) => {
    const [more, fewer] = [from[i] ?? NaN, to[i] ?? NaN];
    return {accuracy, before: more, after: fewer, factor: more > 0 && fewer > 0 ? more / fewer : NaN};
  });
}

/** Accuracies from what is reached at once to what is reached at best, both left out. */
export function accuracyLevels(difficulties: readonly Difficulty[], limit: number): readonly number[] {
  const least = benchmarkAccuracy(difficulties, 0);
  const best = Math.max(...tokenPlaces(limit, 241).map((T) => benchmarkAccuracy(difficulties, T)));
  return Array.from({length: 9}, (_, i) => least + ((best - least) * (i + 1)) / 10);
}

/** The accuracy of all problems, each thought about for so many tokens. */
export const mixedAccuracyAt = (section: Thinking, tokens: number): number =>
  benchmarkAccuracy(centralDifficulties(section), tokens);

/** Runs of the index held against the subject's, at central values or in a draw. */
export function indexRows({thinking, models}: Scenario, value: Valuation): readonly IndexRow[] {
  const index = thinking?.index;
  if (index === undefined) return [];
  const {metric, subject, runs, slope} = index;
  const read = runs.map(({id, tokens}) => {
    const score = models.find((model) => model.id === id)?.score[metric];
    return {
      id,
      tokens: value(`thinking.index.runs.${id}.tokens`, tokens),
      score: score === undefined ? NaN : value(`models.${id}.score.${metric}`, score)
    };
  });
  const own = read.find(({id}) => id === subject);
  if (own === undefined) return [];
  const perTenfold = slope === undefined ? NaN : value("thinking.index.slope", slope);
  return read
    .filter(({id}) => id !== subject)
    .map(({id, tokens, score}) => {
      const [ratio, points] = [tokens / own.tokens, score - own.score];
      return {
        id,
        tokens,
        score,
        ratio,
        points,
        ratioAtEqualScore: ratio * pow10(-points / perTenfold)
      };
    });
}

/** The numbers of the thinking view; undefined where the scenario has no thinking. */
export function thinking(scenario: Scenario): ThinkingNumbers | undefined {
  const {thinking: section} = scenario;
  if (section === undefined) return undefined;
  const difficulties = centralDifficulties(section);
  const shorter = compressedOf(section, central);
  const limit = section.limit.value;
  const along = section.path && pathOf(section.path, central);
  return {
    rows: tokenPlaces(limit).map((tokens) => ({
      tokens,
      accuracies: difficulties.map(({law}) => thinkingAccuracy(law, tokens)),
      mixed: benchmarkAccuracy(difficulties, tokens),
      compressed: shorter && benchmarkAccuracy(shorter, tokens)
    })),
    peaks: difficulties.map(({law}) => tokensAtPeak(law)),
    penalties: penaltyRows(section, central, difficulties),
    compression:
      shorter === undefined ? [] : compressionRows(difficulties, shorter, accuracyLevels(difficulties, limit), limit),
    path: along && {
      progress: along.progress,
      tokens: lengthAt(along.path, along.progress),
      phase: phaseAt(along.path, along.progress)
    },
    pathCurve: along === undefined ? [] : Array.from({length: 101}, (_, i) => lengthAt(along.path, i / 100)),
    index: indexRows(scenario, central)
  };
}

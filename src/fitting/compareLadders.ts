import {log10} from "../numerics/exp.ts";
import {seededRandom} from "../numerics/random.ts";
import type {Policy} from "../laws/chinchilla.ts";
import type {Observation} from "../laws/observation.ts";
import type {Spread} from "./bootstrap.ts";
import {resample, spreadOf, usualDraws} from "./bootstrap.ts";
import {lossObstacle} from "./fitLaw.ts";
import type {FitSharing} from "../scenario/fitChoices.ts";
import type {LossFormName} from "./forms.ts";
import {isUsableFor, parameterNames} from "./forms.ts";
import type {LossOptimum} from "./fitLoss.ts";
import {lossFitter} from "./fitLoss.ts";
import {lawCurveOf} from "./lawCurve.ts";
import type {LossProblem, Parameters} from "./lossProblem.ts";
import {lawParameters, lossProblem} from "./lossProblem.ts";
import type {Objective} from "./objective.ts";

/** The runs of one recipe. */
export interface NamedLadder {
  readonly name: string;
  readonly runs: readonly Observation[];
}

export interface CompareOptions {
  readonly form: LossFormName;
  readonly objective: Objective;
  readonly sharing: FitSharing;
  /** What makes a law of N and D one of compute; a law of compute alone takes no notice. */
  readonly policy: Policy;
  readonly seed: number;
  readonly draws?: number;
  /** How many levels the gain is read at. */
  readonly levels?: number;
  /** How far beyond the better of the largest runs the levels reach, decades of compute of the reference. */
  readonly beyond?: number;
  /** Further levels of loss to read the gain at. */
  readonly at?: readonly number[];
}

/** The gain of one recipe over the reference at one level. */
export interface GainAtLevel {
  /** The loss it is read at. */
  readonly level: number;
  /** log10 of the compute the reference needs; Infinity where it never gets there. */
  readonly log10Reference: number;
  readonly log10Gain: number;
  /** Of log10 gain, its ends infinite where one side never gets there; undefined where neither does in some draws. */
  readonly spread: Spread | undefined;
  /** Share of the draws in which the gain is above 1, 3 and 10. */
  readonly above: readonly [number, number, number];
  /** Both ladders have runs on either side of the level. */
  readonly isInside: boolean;
}

/** A recipe against the reference. */
export interface LadderGain {
  readonly name: string;
  readonly levels: readonly GainAtLevel[];
  /** Decades of gain per decade of the reference’s compute, over the levels inside both ladders; 0: a constant gain. */
  readonly trend: Spread & {readonly central: number};
}

/** The law of one ladder, and its parameters in every draw, drawn together with those of the others. */
export interface FittedLaw {
  readonly name: string;
  readonly parameters: Parameters;
  readonly runs: number;
  readonly draws: Readonly<Record<string, Float64Array>>;
}

export interface LadderComparison {
  readonly reference: string;
  readonly laws: readonly FittedLaw[];
  readonly value: number;
  readonly converged: boolean;
  readonly gains: readonly LadderGain[];
  readonly draws: number;
  readonly failed: number;
  readonly seed: number;
}

export type ComparisonResult =
  {readonly ok: true; readonly comparison: LadderComparison} | {readonly ok: false; readonly message: string};

export const gainMarks = [1, 3, 10] as const;

const drawsPerStep = 25;
const usualLevels = 33;
const usualBeyond = 2;

/**
 * Ladders against the first of them: their laws, fitted apart or with something in common, and the gain at each level
 * with its bootstrap interval, a step at a time.
 *
 * Runs are drawn anew within each ladder. Same ladders, options and seed: same bits.
 */
export function* compareLaddersSteps(
  ladders: readonly NamedLadder[],
  options: CompareOptions
): Generator<number, ComparisonResult> {
  const {form, objective, sharing, policy, seed, draws = usualDraws} = options;
  const usable = ladders.map(({name, runs}) => ({name, runs: runs.filter((run) => isUsableFor(form, run))}));
  const [reference, ...others] = usable;
  if (reference === undefined || others.length === 0) {
    return {ok: false, message: "a comparison takes two ladders at least; name the column that tells them apart"};
  }
  for (const {name, runs} of usable) {
    const obstacle = lossObstacle(form, runs);
    if (obstacle !== undefined) return {ok: false, message: `${name}: ${obstacle}`};
  }
  const problem = lossProblem(
    form,
    usable.map(({runs}) => runs),
    sharing
  );
  const fitOnce = lossFitter(problem, objective);
  const once = usable.map(({runs}) => new Float64Array(runs.length).fill(1));
  const optimum = fitOnce(once);
  const curvesOf = ({theta}: LossOptimum) =>
    usable.map((_, g) => lawCurveOf(form, lawParameters(problem, theta, g), policy));
  const central = curvesOf(optimum);
  const levels = levelsOf(usable, problem, optimum, options);

  const weights = usable.map(({runs}) => new Float64Array(runs.length));
  const random = seededRandom(seed, `compare ${form}`);
  const least = Math.ceil(problem.sum.size / usable.length);
  const drawn = others.map(() => levels.map(() => new Float64Array(draws)));
  const names = parameterNames(form);
  const parameterDraws = usable.map(() =>
    Object.fromEntries(names.map((name) => [name, new Float64Array(draws)] as const))
  );
  let failed = 0;
  for (let draw = 0; draw < draws; ++draw) {
    if (draw > 0 && draw % drawsPerStep === 0) yield draw / draws;
    weights.forEach((counts) => resample(counts, random, least));
    const near = fitOnce(weights, [optimum.theta]);
    const found = near.converged ? near : fitOnce(weights);
    if (!found.converged) ++failed;
    parameterDraws.forEach((columns, g) => {
      for (const [name, value] of Object.entries(lawParameters(problem, found.theta, g))) columns[name]![draw] = value;
    });
    const [base, ...rest] = curvesOf(found);
    levels.forEach((level, l) => {
      const needed = base?.log10Compute(level) ?? NaN;
      rest.forEach((curve, i) => (drawn[i]![l]![draw] = needed - curve.log10Compute(level)));
    });
  }

  const [base, ...rest] = central;
  const inside = (level: number, name: string) =>
    [reference, ...others.filter((other) => other.name === name)].every(({runs}) => {
      const [least, most] = endsOf(runs.map(({loss}) => loss));
      return level >= least && level <= most;
    });
  const gains = others.map(({name}, i): LadderGain => {
    const rows = levels.map((level, l): GainAtLevel => {
      const needed = base?.log10Compute(level) ?? NaN;
      const values = drawn[i]![l]!;
      const told = values.every((value) => !Number.isNaN(value)) ? spreadOf(values) : undefined;
      const share = (mark: number) => values.reduce((sum, value) => sum + (value > log10(mark) ? 1 : 0), 0) / draws;
      return {
        level,
        log10Reference: needed,
        log10Gain: needed - (rest[i]?.log10Compute(level) ?? NaN),
        spread: told,
        above: [share(gainMarks[0]), share(gainMarks[1]), share(gainMarks[2])],
        isInside: inside(level, name)
      };
    });
    return {name, levels: rows, trend: trendOf(rows, drawn[i]!)};
  });
  return {
    ok: true,
    comparison: {
      reference: reference.name,
      laws: usable.map(({name, runs}, g) => ({
        name,
        parameters: lawParameters(problem, optimum.theta, g),
        runs: runs.length,
        draws: parameterDraws[g] ?? {}
      })),
      value: optimum.value,
      converged: optimum.converged,
      gains,
      draws,
      failed,
      seed
    }
  };
}

/** The least and the most of values, of which there may be too many for the arguments of one call. */
const endsOf = (values: readonly number[]): readonly [number, number] =>
  values.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [Infinity, -Infinity]);

/** Levels of loss, evenly spaced in the reference’s compute from its smallest run to beyond all runs. */
function levelsOf(
  ladders: readonly NamedLadder[],
  problem: LossProblem,
  {theta}: LossOptimum,
  {form, policy, levels = usualLevels, beyond = usualBeyond, at = []}: CompareOptions
): readonly number[] {
  const curve = lawCurveOf(form, lawParameters(problem, theta, 0), policy);
  const losses = ladders.flatMap(({runs}) => runs.map(({loss}) => loss));
  const within = losses.map((loss) => curve.log10Compute(loss)).filter(Number.isFinite);
  const [from, most] = endsOf(within);
  const to = most + beyond;
  const even = Array.from({length: levels}, (_, i) => curve.score(from + ((to - from) * i) / (levels - 1)));
  return [...even, ...at].sort((one, other) => other - one);
}

/** The slope of log10 gain over log10 compute of the reference, by least squares over the levels inside. */
function trendOf(rows: readonly GainAtLevel[], drawn: readonly Float64Array[]): LadderGain["trend"] {
  const chosen = rows.flatMap(({isInside, log10Reference, log10Gain}, l) =>
    isInside && Number.isFinite(log10Reference) && Number.isFinite(log10Gain) ? [l] : []
  );
  const x = chosen.map((l) => rows[l]!.log10Reference);
  const mean = x.reduce((sum, value) => sum + value, 0) / x.length;
  const square = x.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const slope = (read: (l: number) => number) =>
    chosen.reduce((sum, l, i) => sum + (x[i]! - mean) * read(l), 0) / square;
  const draws = drawn[0]?.length ?? 0;
  const slopes = Float64Array.from({length: draws}, (_, draw) => slope((l) => drawn[l]![draw]!));
  const central = slope((l) => rows[l]!.log10Gain);
  return chosen.length < 2 || slopes.some(Number.isNaN)
    ? {central: NaN, low: NaN, median: NaN, high: NaN}
    : {central, ...spreadOf(slopes)};
}

/** Runs a comparison to its end. */
export function compareLadders(ladders: readonly NamedLadder[], options: CompareOptions): ComparisonResult {
  const steps = compareLaddersSteps(ladders, options);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

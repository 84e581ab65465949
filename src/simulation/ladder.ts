import {log10} from "../numerics/exp.ts";
import type {Claim, Metric, Model, Scenario} from "../scenario/schema.ts";
import type {Solution, Solved} from "./solve.ts";
import {runCurve, solve} from "./solve.ts";
import type {Valuation} from "./valuation.ts";
import {central} from "./valuation.ts";

/** The subject held against one rival, by both readings. */
export interface Comparison {
  readonly rival: string;
  /** Horizontal: log10 of how many times less compute the subject's recipe needs, at the subject's score. */
  readonly log10Gain: number;
  /** Vertical: how much better the subject's recipe scores with the rival's compute; positive is better. */
  readonly points: number;
  /** log10 of the compute at which the rival's curve meets the subject's score; ±Infinity where it never does. */
  readonly crossing: number;
  /** How far the crossing lies from the rival's own compute, in decades. */
  readonly decadesAway: number;
}

/** Where a claim puts things on the compute axis; log10 FLOP. */
export interface ClaimPlace {
  readonly claim: Claim;
  /** The model it compares with. */
  readonly against: string;
  /** The rung it is read at. */
  readonly score: number;
  /** Where the subject would have to be for the claim to hold: from the larger ratio to the smaller one. */
  readonly from: number;
  readonly to: number;
  /** The claim is a bound: there is no end on the side of less compute. */
  readonly open: boolean;
  /** Whether the subject stands inside; undefined where the claim is not about the subject's place on this metric. */
  readonly met?: boolean;
}

/** All central numbers of the ladder view. */
export interface Ladder {
  readonly metric: string;
  readonly solution: Solution;
  readonly subject?: string;
  readonly rivals: readonly string[];
  /** The rival of the answer. */
  readonly rival?: string;
  readonly comparisons: readonly Comparison[];
  readonly claims: readonly ClaimPlace[];
}

const sign = (metric: Metric | undefined): number => (metric?.better === "lower" ? -1 : 1);

/** The metric a scenario is shown on: the one its view names, or the first. */
export function shownMetric({view, metrics}: Scenario): string {
  return view.metric ?? Object.keys(metrics)[0] ?? "";
}

/** Whom the answer is about and whom it is held against, with what the view leaves out filled in. */
export function cast(scenario: Scenario): {
  readonly subject?: string;
  readonly rivals: readonly string[];
  readonly rival?: string;
} {
  const {view, models, reference} = scenario;
  const ids = new Set(models.map(({id}) => id));
  const subject = view.subject ?? models.find(({recipe}) => recipe !== reference)?.id ?? models[1]?.id;
  const rivals = (view.rivals ?? models.map(({id}) => id).slice(0, 4)).filter((id) => id !== subject && ids.has(id));
  const rival = view.rival !== undefined && view.rival !== subject && ids.has(view.rival) ? view.rival : rivals[0];
  return {
    ...(subject !== undefined && ids.has(subject) ? {subject} : {}),
    rivals,
    ...(rival === undefined ? {} : {rival})
  };
}

/** The run a rival is held at: as trained, or the compute-optimal run of equal loss where the baseline says so. */
export function atBaseline(run: Solved): Solved {
  const {penalty} = run;
  if (Number.isNaN(penalty)) return run;
  return {
    ...run,
    log10C: run.log10C - penalty,
    log10Gain: run.log10Gain + penalty,
    residual: run.residual + penalty
  };
}

/**
 * The subject against a rival: gain = C_rival(q) / C_subject at the subject's score q, and points at equal compute.
 *
 * Where both recipes have the reference's curve shape the gain is the ratio of their gains and does not depend on q. It
 * is infinite where the rival never reaches the subject's score.
 */
export function compare(
  solution: Solution,
  subject: Solved,
  asTrained: Solved,
  better: number
): Omit<Comparison, "rival"> {
  const rival = atBaseline(asTrained);
  const crossing = runCurve(solution, rival).log10Compute(subject.score);
  return {
    log10Gain: crossing - subject.log10C,
    points: better * (runCurve(solution, subject).score(rival.log10C) - rival.score),
    crossing,
    decadesAway: Math.abs(crossing - rival.log10C)
  };
}

/** log10 of the smallest and the largest ratio a claim names; a bound has no largest. */
function claimedRatios(claim: Claim, value: Valuation): {readonly least: number; readonly most: number} {
  const {low, high, bound} = claim.ratio;
  const least = log10(low ?? value(`claims.${claim.id}.ratio`, claim.ratio));
  return {least, most: bound === "over" ? Infinity : high === undefined ? least : log10(high)};
}

function placeClaim(solution: Solution, claim: Claim, against: string): ClaimPlace | undefined {
  const rival = solution.models.get(against);
  const subject = solution.models.get(claim.subject);
  if (rival === undefined || subject === undefined) return undefined;
  const {least, most} = claimedRatios(claim, central);
  const onMetric = claim.metric === solution.metric;
  const level =
    onMetric && claim.level === undefined ? subject : (solution.models.get(claim.level ?? against) ?? rival);
  const score = level.score;
  // At the rival's own score its compute is its own; elsewhere it is where its curve meets that score.
  const held = atBaseline(rival);
  const rivalCompute = score === held.score ? held.log10C : runCurve(solution, held).log10Compute(score);
  const to = rivalCompute - least;
  const open = most === Infinity;
  const from = open ? to : rivalCompute - most;
  if (!Number.isFinite(to) || !Number.isFinite(score)) return undefined;
  const met = onMetric && level === subject ? subject.log10C <= to && (open || subject.log10C >= from) : undefined;
  return {claim, against, score, from, to, open, ...(met === undefined ? {} : {met})};
}

/** The central answer of the ladder view; undefined where the reference recipe has no curve on the metric. */
export function ladder(scenario: Scenario): Ladder | undefined {
  const metric = shownMetric(scenario);
  const solution = solve(scenario, metric, central);
  if (solution === undefined) return undefined;
  const {subject, rivals, rival} = cast(scenario);
  const subjectSolved = subject === undefined ? undefined : solution.models.get(subject);
  const better = sign(scenario.metrics[metric]);
  const comparisons = rivals.flatMap((id): Comparison[] => {
    const solved = solution.models.get(id);
    if (solved === undefined || subjectSolved === undefined) return [];
    return [{rival: id, ...compare(solution, subjectSolved, solved, better)}];
  });
  const claims = scenario.claims.flatMap((claim) => {
    const against = rival !== undefined && claim.against.includes(rival) ? rival : claim.against[0];
    return against === undefined ? [] : (placeClaim(solution, claim, against) ?? []);
  });
  return {
    metric,
    solution,
    ...(subject === undefined ? {} : {subject}),
    rivals,
    ...(rival === undefined ? {} : {rival}),
    comparisons,
    claims
  };
}

/** The models of a scenario by id. */
export const modelsById = ({models}: Scenario): ReadonlyMap<string, Model> =>
  new Map(models.map((model) => [model.id, model]));

import type {Scenario} from "../scenario/schema.ts";
import type {Band, Interval} from "./draws.ts";
import {drawer, interval, isKnown} from "./draws.ts";
import {cast, compare, shownMetric} from "./ladder.ts";
import {reducedTo} from "./reduce.ts";
import {solver} from "./solve.ts";

/** The intervals of the ladder view. */
export interface LadderUncertainty {
  readonly seed: number;
  readonly draws: number;
  /** Around the reference curve and each recipe's, by recipe id. */
  readonly bands: Readonly<Record<string, Band>>;
  /** By rival id: log10 gain, points at equal compute, and the share of draws with a gain above 1. */
  readonly comparisons: Readonly<
    Record<string, {readonly log10Gain: Interval; readonly points: Interval; readonly above1: number}>
  >;
  /** log10 gain over the reference of the models in the answer: the subject and its rivals, by id. */
  readonly gains: Readonly<Record<string, Interval>>;
}

/** How many places along the axis a band is computed at. */
const bandPlaces = 49;

/**
 * Intervals of everything the ladder view shows, from seeded draws of every interval in the scenario.
 *
 * Same scenario and seed, same bits, in page, worker and command. Undefined where the reference has no curve.
 *
 * @param domain the compute axis the bands cover, log10 FLOP
 * @param bandsOf whose bands: the reference's alone, as a picture shows them, or also those of the models in the answer
 */
export function ladderUncertainty(
  scenario: Scenario,
  domain: readonly [number, number],
  {seed, draws} = scenario.uncertainty,
  bandsOf: "reference" | "all" = "all"
): LadderUncertainty | undefined {
  const metric = shownMetric(scenario);
  const {subject, rivals} = cast(scenario);
  const better = scenario.metrics[metric]?.better === "lower" ? -1 : 1;
  const relevant = new Set([...(subject === undefined ? [] : [subject]), ...rivals]);
  const reduced = reducedTo(scenario, relevant);
  const {models, recipes} = reduced;
  const {valuation, select} = drawer(scenario, {seed, draws});
  const compared = subject === undefined ? [] : rivals.filter((id) => models.some((model) => model.id === id));
  const empty = () => new Float64Array(draws);
  const gainDraws = new Map(models.map(({id}) => [id, empty()]));
  const comparisonDraws = new Map(compared.map((id) => [id, {log10Gain: empty(), points: empty()}]));
  const places = Array.from(
    {length: bandPlaces},
    (_, i) => domain[0] + ((domain[1] - domain[0]) * i) / (bandPlaces - 1)
  );
  const isShown = (recipe: string) =>
    recipe === scenario.reference ||
    (bandsOf === "all" && models.some((model) => relevant.has(model.id) && model.recipe === recipe));
  const shownBands = recipes.filter(({id}) => isShown(id));
  const bandDraws = new Map(shownBands.map(({id}) => [id, places.map(empty)]));

  const solveDraw = solver(reduced, metric);
  for (let draw = 0; draw < draws; ++draw) {
    select(draw);
    const solution = solveDraw?.(valuation);
    if (solution === undefined) return undefined;
    for (const [id, target] of gainDraws) target[draw] = solution.models.get(id)?.log10Gain ?? NaN;
    const subjectSolved = solution.models.get(subject ?? "");
    for (const [id, target] of comparisonDraws) {
      const rival = solution.models.get(id);
      if (rival === undefined || subjectSolved === undefined) continue;
      const {log10Gain, points} = compare(solution, subjectSolved, rival, better);
      target.log10Gain[draw] = log10Gain;
      target.points[draw] = points;
    }
    for (const [id, targets] of bandDraws) {
      const curve = solution.curves.get(id);
      targets.forEach((target, i) => (target[draw] = curve?.score(places[i] ?? NaN) ?? NaN));
    }
  }

  const entries = <T, U>(map: ReadonlyMap<string, T>, to: (value: T) => U): Record<string, U> =>
    Object.fromEntries([...map].map(([id, value]) => [id, to(value)]));
  const known = new Map([...gainDraws].filter(([, values]) => isKnown(values)));
  const told = new Map([...comparisonDraws].filter(([, {log10Gain}]) => isKnown(log10Gain)));
  const drawnBands = new Map([...bandDraws].filter(([, [first]]) => first !== undefined && isKnown(first)));
  return {
    seed,
    draws,
    bands: entries(drawnBands, (targets) =>
      targets.map((target, i) => {
        const {low, high} = interval(target);
        return {x: places[i] ?? NaN, low, high};
      })
    ),
    comparisons: entries(told, ({log10Gain, points}) => ({
      log10Gain: interval(log10Gain),
      points: interval(points),
      above1: log10Gain.reduce((above, value) => above + (value > 0 ? 1 : 0), 0) / draws
    })),
    gains: entries(known, interval)
  };
}

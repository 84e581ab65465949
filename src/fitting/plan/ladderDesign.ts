import {cOptimalDesign} from "./cOptimal.ts";
import {relaxedDesign} from "./cappedDesign.ts";
import type {DesignRun} from "./cappedDesign.ts";
import {gainDeviation} from "./gainDeviation.ts";
import {growingLadder} from "./growingLadder.ts";
import type {PlanModel, PlanRecipe, PlanRung} from "./planModel.ts";
import {gainPlace, logLossGradient, planRecipes} from "./planModel.ts";
import {geometricRungs, ladderCost} from "./plannedLadder.ts";
import type {PlannedLadder} from "./plannedLadder.ts";
import {wholeRuns} from "./wholeRuns.ts";

/** What a ladder may be made of. */
export interface DesignLimits {
  /** Smallest and largest rung allowed, FLOP; smallest < largest. */
  readonly smallest: number;
  readonly largest: number;
  /** The most seeds of a rung; left out: as many as the budget pays for. */
  readonly seeds?: number;
}

/** The design that divided runs would allow, which no ladder of whole runs of the candidate rungs betters. */
export interface LeastVariance {
  /** The least standard deviation of the natural log of the gain: a bound. */
  readonly deviation: number;
  /** By how much the variance of the best divided design that was found is above the bound, relative. */
  readonly gap: number;
  /** Its rungs, each with the share of the spending it takes. */
  readonly shares: readonly {readonly recipe: PlanRecipe; readonly compute: number; readonly share: number}[];
}

/** Designs for any budget, which share the work that does not depend on it. */
export interface LadderDesigner {
  /**
   * The ladder of whole runs within a budget, FLOP, whose gain varies least; undefined where it pays for none. A larger
   * budget never gives a larger deviation.
   */
  readonly within: (budget: number) => PlannedLadder | undefined;
  /** The least budget that pays for a ladder, FLOP; Infinity where none determines the gain. */
  readonly leastBudget: number;
  readonly leastVariance: (budget: number) => LeastVariance | undefined;
}

/** How many rungs a recipe may choose from, evenly spaced in log compute. */
export const candidateRungs = 25;

/** The largest rung of a design is tried at every third place of the grid from this one on. */
const everyTop = 3;
const firstTop = 3;

/** Shares below this are none. */
const leastShare = 1e-4;

interface Candidate extends DesignRun {
  readonly recipe: PlanRecipe;
  readonly compute: number;
}

/**
 * Designs of two ladders, one a recipe, that make the variance of the gain at the target least for what they cost.
 *
 * The c-optimal design over rungs evenly spaced in log compute says where runs are worth most. Runs are whole: where
 * seeds are not limited each rung has as many as its share pays for, one at least; where they are, the ladder grows
 * from one run of each such rung by what lessens the variance most for its cost. Since the largest rung may be too dear,
 * this is done for smaller largest rungs too and the best is taken: each of these ladders only gains runs as the budget
 * grows, so that the best of them never tells less.
 *
 * @param noise standard deviation of log loss between seeds; > 0
 */
export function ladderDesigner(model: PlanModel, limits: DesignLimits, noise: number): LadderDesigner {
  const {smallest, largest, seeds: most = Infinity} = limits;
  const computes = geometricRungs(smallest, largest, candidateRungs);
  const candidatesUpTo = (count: number): readonly Candidate[] =>
    planRecipes.flatMap((recipe) =>
      computes
        .slice(0, count)
        .map((compute) => ({recipe, compute, cost: compute, gradient: logLossGradient(model, recipe, compute)}))
    );
  const all = candidatesUpTo(candidateRungs);
  const tops = Array.from({length: candidateRungs - firstTop + 1}, (_, i) => candidateRungs - i).filter(
    (_, i) => i % everyTop === 0
  );
  const families = tops.flatMap((count) => familyOf(model, candidatesUpTo(count), most, smallest) ?? []);
  const optimal = optimalOf(all, smallest);
  return {
    within(budget) {
      let best: FamilyMember | undefined;
      for (const {within} of families) {
        const made = within(budget);
        if (made !== undefined && (best === undefined || made.deviation < best.deviation)) best = made;
      }
      if (best === undefined) return undefined;
      const rungs = best.rungs();
      return {rungs, cost: ladderCost(rungs), deviation: gainDeviation(model, rungs, noise)};
    },
    leastBudget: Math.min(...families.map(({least}) => least)),
    leastVariance(budget) {
      if (optimal === undefined) return undefined;
      const isFree = optimal.support.every(({candidate, share}) => share * budget <= most * all[candidate]!.cost);
      if (isFree) {
        return {
          deviation: noise * optimal.deviation * Math.sqrt(smallest / budget),
          gap: optimal.gap,
          shares: optimal.support.map(({candidate, share}) => ({...pointOf(all[candidate]!), share}))
        };
      }
      const relaxed = relaxedDesign(all, gainPlace, most, budget);
      if (relaxed === undefined) return undefined;
      const {counts, deviation, bound} = relaxed;
      const spent = counts.reduce((sum, count, i) => sum + count * all[i]!.cost, 0);
      return {
        deviation: noise * bound,
        gap: (deviation / bound) * (deviation / bound) - 1,
        shares: all
          .map((candidate, i) => ({...pointOf(candidate), share: (counts[i]! * candidate.cost) / spent}))
          .filter(({share}) => share > leastShare)
      };
    }
  };
}

const pointOf = ({recipe, compute}: Candidate) => ({recipe, compute});

/** The c-optimal design of candidates for the gain, runs divided as one likes; a cost of `unit` counts as 1. */
const optimalOf = (candidates: readonly Candidate[], unit: number) =>
  cOptimalDesign(
    candidates.map(({gradient, cost}) => gradient.map((value) => value / Math.sqrt(cost / unit))),
    gainPlace
  );

/** Ladders of one set of candidates by their budget: a larger budget only adds runs. */
interface Family {
  readonly least: number;
  readonly within: (budget: number) => FamilyMember | undefined;
}

interface FamilyMember {
  /** For noise of deviation 1. */
  readonly deviation: number;
  readonly rungs: () => readonly PlanRung[];
}

function familyOf(model: PlanModel, candidates: readonly Candidate[], most: number, unit: number): Family | undefined {
  const design = optimalOf(candidates, unit);
  if (design === undefined) return undefined;
  const places = design.support.map(({candidate}) => candidate);
  const least = places.reduce((sum, place) => sum + candidates[place]!.cost, 0);
  if (most === Infinity) {
    const points = design.support.map(({candidate, share}) => ({...pointOf(candidates[candidate]!), share}));
    return {
      least,
      within(budget) {
        const rungs = wholeRuns(points, budget);
        return rungs && {deviation: gainDeviation(model, rungs, 1), rungs: () => rungs};
      }
    };
  }
  const grown = growingLadder(candidates, gainPlace, places, most);
  if (grown === undefined) return undefined;
  const {steps, costs, deviations} = grown;
  return {
    least,
    within(budget) {
      if (budget < least) return undefined;
      let last = places.length - 1;
      while (last + 1 < steps.length && costs[last + 1]! <= budget) ++last;
      return {deviation: deviations[last]!, rungs: () => rungsOf(candidates, steps.slice(0, last + 1))};
    }
  };
}

/** The rungs that steps add up to. */
function rungsOf(
  candidates: readonly Candidate[],
  steps: readonly {readonly run: number; readonly count: number}[]
): readonly PlanRung[] {
  const seeds = new Float64Array(candidates.length);
  for (const {run, count} of steps) seeds[run]! += count;
  return candidates.flatMap((candidate, i): readonly PlanRung[] =>
    seeds[i]! > 0 ? [{...pointOf(candidate), seeds: seeds[i]!}] : []
  );
}

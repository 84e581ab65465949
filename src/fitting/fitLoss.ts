import {newtonMinimizer} from "../numerics/newton.ts";
import type {Minimum} from "../numerics/newton.ts";
import type {LossForm} from "./forms.ts";
import {forms} from "./forms.ts";
import type {LossProblem} from "./lossProblem.ts";
import type {Objective} from "./objective.ts";
import {deltasOf, objectiveValue} from "./objective.ts";
import {powerStarts} from "./powerStarts.ts";
import {huberSum, logResiduals} from "./powerSum.ts";

/** The global optimum of a problem. */
export interface LossOptimum {
  readonly theta: Float64Array;
  /** Of the objective, all runs weighted. */
  readonly value: number;
  readonly converged: boolean;
  readonly iterations: number;
}

/** Two descents that end this near one another, relative, ended at the same place. */
const sameValue = 1e-9;

/** How often a descent that has not arrived goes on, where no starts were given. */
const patience = 20;

/** How much wider than the delta of a sum those are that lead to it. */
const easings: readonly number[] = [100, 10];

/**
 * A fitter of one problem, its work space made once: call it with weights, as often as a bootstrap has draws.
 *
 * Without starts it looks for the global optimum from the hollows of a grid (`powerStarts`), each refined by Newton's
 * method with exact derivatives; with starts it descends from those alone.
 */
export function lossFitter(
  problem: LossProblem,
  objective: Objective
): (weights: readonly Float64Array[], starts?: readonly Float64Array[]) => LossOptimum {
  const {sum, bounds} = problem;
  const minimize = newtonMinimizer(sum.size);
  const deltas = deltasOf(objective);
  // From a start that is given the last step squares what is left: no more need be asked before it.
  const near = {...bounds, tolerance: 1e-9};

  const descend = (weights: readonly Float64Array[], start: Float64Array, options = bounds): Minimum => {
    let before: Float64Array | undefined;
    let x = start;
    let found: Minimum = {x, value: Infinity, iterations: 0, converged: false};
    let iterations = 0;
    for (const delta of deltas) {
      found = minimize(huberSum(sum, weights, delta), x, options);
      iterations += found.iterations;
      // The optimum moves all but straight with delta: a tenth of the last way is left to the next, and so on.
      const last = before;
      x = last === undefined ? found.x : found.x.map((value, i) => value + 0.1 * (value - last[i]!));
      before = found.x;
    }
    return {...found, iterations};
  };

  return (weights, starts) => {
    const from = starts ?? withEased(startsOf(problem, weights, deltas[0]!, descend), weights);
    let best: Minimum | undefined;
    let iterations = 0;
    for (const start of from) {
      const found = descend(weights, start, starts === undefined ? bounds : near);
      iterations += found.iterations;
      const isBetter =
        best === undefined ||
        found.value < best.value * (1 - sameValue) ||
        // Of two that ended together, the one that says it has arrived.
        (found.value <= best.value * (1 + sameValue) && found.converged && !best.converged);
      if (isBetter) best = found;
    }
    if (best === undefined) throw new RangeError("invalid starts; there are none");
    // Runs that hardly tell an exponent from 0 leave a long curved valley, which takes many steps.
    for (let turn = 0; turn < (starts === undefined ? patience : 0) && !best.converged; ++turn) {
      best = descend(weights, best.x);
      iterations += best.iterations;
    }
    const {x: theta, converged, value} = best;
    return {theta, converged, iterations, value: objective.kind === "lad" ? total(theta, weights) : value};
  };

  /** One start more: where the best one comes to as the sum of wider deltas, which has fewer hollows, narrows. */
  function withEased(found: readonly Float64Array[], weights: readonly Float64Array[]): readonly Float64Array[] {
    const first = deltas[0]!;
    if (found.length === 0 || first === Infinity) return found;
    const eased = easings.reduce((x, ease) => minimize(huberSum(sum, weights, ease * first), x, bounds).x, found[0]!);
    return [...found, eased];
  }

  function total(theta: Float64Array, weights: readonly Float64Array[]): number {
    return sum.groups.reduce(
      (value, group, g) => value + objectiveValue(objective, logResiduals(group, theta), weights[g]),
      0
    );
  }
}

/** Starts of a problem: those of a single ladder, or what its ladders come to alone, and each one's exponents for all. */
function startsOf(
  problem: LossProblem,
  weights: readonly Float64Array[],
  delta: number,
  descend: (weights: readonly Float64Array[], start: Float64Array) => Minimum
): readonly Float64Array[] {
  const {sum, form} = problem;
  const {terms}: LossForm = forms[form];
  const tied = new Set(terms.map(({exponent}) => exponent)).size < terms.length;
  const each = sum.groups.map((group, g) => powerStarts(group, weights[g]!, delta, tied));
  const [only, second] = sum.groups;
  if (only !== undefined && second === undefined) {
    return (each[0] ?? []).map(({floor, scale, exponent}) => {
      const theta = new Float64Array(sum.size);
      if (only.floor >= 0) theta[only.floor] = floor;
      only.scale.forEach((at, t) => (theta[at] = scale[t]!));
      only.exponent.forEach((at, t) => (theta[at] = exponent[t]!));
      return theta;
    });
  }
  // The best of each ladder alone; what is shared is taken from one after another.
  const alone = sum.groups.map((group, g) => {
    const own: LossProblem = {...problem, ...singled(problem, g)};
    const found = startsOf(own, [weights[g]!], delta, descend).map((start) =>
      newtonMinimizer(own.sum.size)(huberSum(own.sum, [weights[g]!], delta), start, own.bounds)
    );
    const best = found.reduce((one, other) => (other.value < one.value ? other : one));
    return {group, own: own.sum.groups[0]!, theta: best.x};
  });
  return alone.map((_, first) => {
    const theta = new Float64Array(sum.size);
    const order = [...alone.slice(first), ...alone.slice(0, first)].reverse();
    for (const {group, own, theta: found} of order) {
      if (group.floor >= 0) theta[group.floor] = found[own.floor]!;
      group.scale.forEach((at, t) => (theta[at] = found[own.scale[t]!]!));
      group.exponent.forEach((at, t) => (theta[at] = found[own.exponent[t]!]!));
    }
    return theta;
  });
}

/** One ladder of a problem as a problem of its own. */
function singled({sum, bounds}: LossProblem, g: number): Pick<LossProblem, "sum" | "bounds"> {
  const group = sum.groups[g]!;
  const used = [...new Set([group.floor, ...group.scale, ...group.exponent].filter((at) => at >= 0))];
  const place = (at: number) => used.indexOf(at);
  return {
    sum: {
      size: used.length,
      groups: [
        {...group, floor: place(group.floor), scale: group.scale.map(place), exponent: group.exponent.map(place)}
      ]
    },
    bounds: {
      lower: Float64Array.from(used, (at) => bounds.lower[at]!),
      upper: Float64Array.from(used, (at) => bounds.upper[at]!)
    }
  };
}

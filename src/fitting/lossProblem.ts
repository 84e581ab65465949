import {exp, log} from "../numerics/exp.ts";
import type {NewtonOptions} from "../numerics/newton.ts";
import type {Observation} from "../laws/observation.ts";
import type {FitSharing} from "../scenario/fitChoices.ts";
import type {LossForm, LossFormName} from "./forms.ts";
import {forms} from "./forms.ts";
import type {PowerGroup, PowerSum} from "./powerSum.ts";

/** The parameters of a law by the names its form gives them. */
export type Parameters = Readonly<Record<string, number>>;

/** Ladders made ready for a fit of a form: centred logarithms, losses over their scale. */
export interface LossProblem {
  readonly form: LossFormName;
  readonly sum: PowerSum;
  readonly bounds: NewtonOptions;
  /** The geometric mean of all losses, by which floors and scales are divided. */
  readonly scale: number;
  /** The mean natural logarithm of what each term is of. */
  readonly centers: readonly number[];
}

/** Exponents are looked for between these; nothing in print comes near either. */
const exponentRange = [1e-4, 20] as const;

/** Of the natural logarithm of a term at the centre, over the scale of losses. */
const logScaleRange = 80;

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The problem of fitting a form to ladders, each a list of runs that have all the form needs.
 *
 * @throws RangeError if a ladder has no runs
 */
export function lossProblem(
  form: LossFormName,
  ladders: readonly (readonly Observation[])[],
  sharing: FitSharing = "nothing"
): LossProblem {
  if (ladders.length === 0 || ladders.some((runs) => runs.length === 0)) {
    throw new RangeError("invalid ladder; it has no runs");
  }
  const {terms, floor: hasFloor}: LossForm = forms[form];
  const all = ladders.flat();
  const logScale = mean(Float64Array.from(all, ({loss}) => log(loss)));
  const centers = terms.map(({of}) => mean(Float64Array.from(all, (run) => log(run[of]))));
  const lower: number[] = [];
  const upper: number[] = [];
  const parameter = (low: number, high: number): number => {
    lower.push(low);
    return upper.push(high) - 1;
  };
  const once = <T>(isShared: boolean, make: () => T): ((g: number) => T) => {
    const made: T[] = [];
    return (g) => (made[isShared ? 0 : g] ??= make());
  };
  const floorOf = once(sharing.includes("floor"), () => (hasFloor ? parameter(0, Infinity) : -1));
  const exponentsOf = once(sharing.includes("exponents"), () => {
    const byName = new Map<string, number>();
    return terms.map(({exponent}) => {
      const at = byName.get(exponent) ?? parameter(...exponentRange);
      byName.set(exponent, at);
      return at;
    });
  });
  const groups = ladders.map((runs, g): PowerGroup => ({
    logLoss: Float64Array.from(runs, ({loss}) => log(loss) - logScale),
    x: terms.map(({of}, t) => Float64Array.from(runs, (run) => log(run[of]) - centers[t]!)),
    floor: floorOf(g),
    scale: terms.map(() => parameter(-logScaleRange, logScaleRange)),
    exponent: exponentsOf(g)
  }));
  return {
    form,
    sum: {size: lower.length, groups},
    bounds: {lower: Float64Array.from(lower), upper: Float64Array.from(upper)},
    scale: exp(logScale),
    centers
  };
}

/** The law of one ladder in the letters of its form, from the parameters of the problem. */
export function lawParameters({form, sum, scale, centers}: LossProblem, theta: Float64Array, g = 0): Parameters {
  const {terms, floor: hasFloor}: LossForm = forms[form];
  const group = sum.groups[g]!;
  const exponents = Object.fromEntries(terms.map(({exponent}, t) => [exponent, theta[group.exponent[t]!]!]));
  const scales = terms.map(({scale: name}, t): [string, number] => [
    name,
    scale * exp(theta[group.scale[t]!]! + theta[group.exponent[t]!]! * centers[t]!)
  ]);
  return {...(hasFloor ? {E: scale * theta[group.floor]!} : {}), ...Object.fromEntries(scales), ...exponents};
}

/** The loss a form gives a run, in the unit of the losses it was fitted to. */
export function formLoss(form: LossFormName, parameters: Parameters, run: Pick<Observation, "N" | "D" | "C">): number {
  const {terms, floor}: LossForm = forms[form];
  let loss = floor ? parameters["E"]! : 0;
  // One exponential of a sum: scale and power alone may leave the range of numbers.
  for (const {of, scale, exponent} of terms)
    loss += exp(log(parameters[scale]!) - parameters[exponent]! * log(run[of]));
  return loss;
}

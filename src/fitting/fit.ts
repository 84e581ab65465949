import {log, log10} from "../numerics/exp.ts";
import {accuracyAt} from "../laws/link.ts";
import {sigmoidCurve} from "../laws/logistic.ts";
import type {Observation} from "../laws/observation.ts";
import type {FormName} from "./forms.ts";
import {isLossForm} from "./forms.ts";
import type {Parameters} from "./lossProblem.ts";
import {formLoss} from "./lossProblem.ts";
import type {Objective} from "./objective.ts";

/** How a ladder is to be fitted. */
export interface FitOptions {
  readonly form: FormName;
  readonly objective: Objective;
  /** The least and the most a score can be; as a fraction 0 and 1. */
  readonly scoreRange: readonly [number, number];
  /** In two steps: whether a model without loss, and the best score there is, counts as one more point of the second. */
  readonly anchor: boolean;
}

/** The law that makes the objective least, and how good it is. */
export interface Fit {
  readonly options: FitOptions;
  /** By the names of the form; in two steps those of both. */
  readonly parameters: Parameters;
  /** Of the objective; in two steps that of the second. */
  readonly value: number;
  /** Of the objective of the first of two steps. */
  readonly firstValue?: number;
  readonly converged: boolean;
  readonly iterations: number;
  /** Which of the runs given were used, by place in their list; in two steps those of the first. */
  readonly used: readonly number[];
  /** Log loss, or score, of the law less that of the run, in the order of `used`; in two steps of the second. */
  readonly residuals: Float64Array;
  /** How far apart the data pin their best and their worst known combination of parameters; 1 at best. */
  readonly condition: number;
  /** Parameters that only go together: the data cannot tell them apart. */
  readonly confounded: readonly string[];
  /** Parameters that ended at the edge of what is allowed, as a floor of 0. */
  readonly atBound: readonly string[];
}

export type FitResult = {readonly ok: true; readonly fit: Fit} | {readonly ok: false; readonly message: string};

/** What a law of a form gives for a run: a loss in the unit it was fitted to, or a score. */
export function predict(form: FormName, parameters: Parameters, run: Pick<Observation, "N" | "D" | "C">): number {
  const p = (name: string): number => parameters[name] ?? NaN;
  if (isLossForm(form)) return formLoss(form, parameters, run);
  if (form === "logistic") {
    const [floor, ceiling, log10CMid, steepness] = [p("floor"), p("ceiling"), p("log10CMid"), p("steepness")];
    return sigmoidCurve({floor, ceiling, log10CMid, steepness}).score(log10(run.C));
  }
  const link = {a: p("a"), L0: p("L0"), k: p("k"), b: p("b")};
  return accuracyAt(link, formLoss("chinchilla", parameters, run));
}

/** What a fit missed a run by: log loss or score, of the law less that of the run. */
export function missed(form: FormName, parameters: Parameters, run: Observation): number {
  const predicted = predict(form, parameters, run);
  return isLossForm(form) ? log(predicted) - log(run.loss) : predicted - run.score;
}

import {log} from "../numerics/exp.ts";
import type {Observation} from "../laws/observation.ts";
import type {Fit, FitOptions} from "./fit.ts";
import {fitLaw} from "./fitLaw.ts";
import type {FormName} from "./forms.ts";
import {formNames, isLossForm, parameterNames} from "./forms.ts";
import type {Rolled} from "./holdOut.ts";
import {rolledHoldOut} from "./holdOut.ts";

/** A form beside others on the same runs. */
export interface FormRow {
  readonly form: FormName;
  readonly fit?: Fit;
  /** Why there is no fit. */
  readonly message?: string;
  /** Mean size of the errors of the rolled hold-out; undefined where no stop could be fitted. */
  readonly holdOutError?: number;
  readonly rolled: readonly Rolled[];
  /** Corrected Akaike criterion; compares only forms of one yardstick fitted to the same runs. */
  readonly aicc?: number;
}

/**
 * Akaike's criterion corrected for few runs: 2k − 2 log likelihood + 2k(k+1)/(n−k−1), k with the scale of the errors.
 *
 * Errors are taken as normal under least squares; under the Huber sum, whose delta is far below any error met, and
 * under least absolute deviations as Laplace. Infinity where n ≤ k + 1.
 *
 * @see Hurvich and Tsai 1989, Biometrika 76, 297
 */
export function aicc(residuals: Float64Array, parameters: number, isNormal: boolean): number {
  const n = residuals.length;
  const k = parameters + 1;
  if (n <= k + 1) return Infinity;
  const mean = residuals.reduce((sum, r) => sum + (isNormal ? r * r : Math.abs(r)), 0) / n;
  const deviance = isNormal ? n * (log(2 * Math.PI * mean) + 1) : 2 * n * (log(2 * mean) + 1);
  return deviance + 2 * k + (2 * k * (k + 1)) / (n - k - 1);
}

/**
 * The forms that give a loss, or those that give a score, side by side: by the error of a rolled hold-out first, and
 * by AICc second.
 */
export function compareForms(
  runs: readonly Observation[],
  options: FitOptions,
  names: readonly FormName[] = formNames.filter((form) => isLossForm(form) === isLossForm(options.form))
): readonly FormRow[] {
  const rows = names.map((form): FormRow => {
    const own = {...options, form};
    const result = fitLaw(runs, own);
    if (!result.ok) return {form, message: result.message, rolled: []};
    const {fit} = result;
    const rolled = rolledHoldOut(runs, own);
    const errors = rolled.map(({meanError}) => meanError);
    // In two steps the criterion would speak of the second alone.
    const isNormal = fit.options.objective.kind === "squares";
    return {
      form,
      fit,
      rolled,
      ...(errors.length === 0 ? {} : {holdOutError: errors.reduce((sum, error) => sum + error, 0) / errors.length}),
      ...(form === "two-step" ? {} : {aicc: aicc(fit.residuals, parameterNames(form).length, isNormal)})
    };
  });
  const rank = ({holdOutError = Infinity}: FormRow) => holdOutError;
  return [...rows].sort(
    (one, other) =>
      (rank(one) === rank(other) ? 0 : rank(one) - rank(other)) || (one.aicc ?? Infinity) - (other.aicc ?? Infinity)
  );
}

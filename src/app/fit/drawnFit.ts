import type {Runs} from "../../scenario/schema.ts";
import type {FitUncertainty} from "../../simulation/fitUncertainty.ts";
import type {Model} from "../model.ts";

const withoutForecasts = new WeakMap<FitUncertainty, FitUncertainty>();

/**
 * The part of draws that may stand, faded, until those of the runs on show are there.
 *
 * Draws of another form or of other rows have nothing to say of these. Where other runs take part, what counts in the
 * list of those is left out.
 */
export function standing(drawn: FitUncertainty, of: Runs | undefined, now: Runs): FitUncertainty | undefined {
  if (of?.rows !== now.rows || of.form !== now.form || of.columns !== now.columns) return undefined;
  if (of.recipe === now.recipe && JSON.stringify(of.without) === JSON.stringify(now.without)) return drawn;
  const known = withoutForecasts.get(drawn) ?? {...drawn, holdOut: undefined};
  withoutForecasts.set(drawn, known);
  return known;
}

/** The draws of the fit on show, or those of a moment ago as far as they may stand. */
export function drawnFit({store, uncertainty}: Model): FitUncertainty | undefined {
  const {value, of} = uncertainty.value;
  const {runs} = store.scenario.value;
  return value.fit === undefined || runs === undefined ? undefined : standing(value.fit, of?.runs, runs);
}

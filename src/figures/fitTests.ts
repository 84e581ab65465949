import type {FormName} from "../fitting/forms.ts";
import {forms, isLossForm} from "../fitting/forms.ts";
import type {HoldOut} from "../fitting/holdOut.ts";
import type {LadderFit} from "../simulation/fits.ts";
import type {FitUncertainty} from "../simulation/fitUncertainty.ts";
import {errorText} from "./fitNumbers.ts";
import {plural} from "./fitWords.ts";

/** Whether all forecasts missed to one side. */
function sideOf({forecasts}: HoldOut, isLoss: boolean): string {
  const what = isLoss ? "loss" : "score";
  if (forecasts.length < 2) return "";
  if (forecasts.every(({error}) => error > 0)) return ` Every forecast of the ${what} was too high.`;
  return forecasts.every(({error}) => error < 0) ? ` Every forecast of the ${what} was too low.` : "";
}

/** What the law of the smaller runs said of those left out; empty where no hold-out is asked for. */
export function holdOutWords({options}: Pick<LadderFit, "options">, uncertainty: FitUncertainty | undefined): string {
  const result = uncertainty?.holdOut;
  if (result === undefined) return "";
  if (!result.ok) return `No hold-out: ${result.message}.`;
  const {fitted, forecasts, meanError, worstError, decades} = result.holdOut;
  const {form} = options;
  const many = forecasts.length > 1;
  const missed = many
    ? `by ${errorText(form, meanError)} on average and ${errorText(form, worstError)} at most`
    : `by ${errorText(form, worstError)}`;
  const reach = decades >= 0.05 ? `, up to ${decades.toFixed(1)} decades beyond them` : "";
  return `Fitted to ${plural(fitted, "run")}, the law missed the ${many ? `${forecasts.length} runs` : "run"} left out ${missed}${reach}.${sideOf(result.holdOut, isLossForm(form))}`;
}

/** A form in the comparison, in words; the best first. */
export interface FormRowWords {
  readonly form: FormName;
  readonly name: string;
  readonly formula: string;
  /** Mean error of the rolled hold-out: "0.42 %". */
  readonly holdOut: string;
  readonly aicc: string;
  readonly remark: string;
  readonly isBest: boolean;
  /** The one that is fitted. */
  readonly isShown: boolean;
}

/** The forms side by side: error of the rolled hold-out first, AICc second, the best first; empty until it is there. */
export function formRows(
  {options}: Pick<LadderFit, "options">,
  uncertainty: FitUncertainty | undefined
): readonly FormRowWords[] {
  const rows = uncertainty?.forms ?? [];
  return rows.map(({form, message, holdOutError, aicc, converged}, i): FormRowWords => {
    const {name, formula} = forms[form];
    const none = message === undefined ? "too few runs" : "no fit";
    return {
      form,
      name,
      formula,
      holdOut: holdOutError === undefined ? none : errorText(form, holdOutError),
      aicc: aicc === undefined ? "not comparable" : aiccText(aicc),
      remark: message ?? (converged ? "" : "not converged"),
      isBest: i === 0 && holdOutError !== undefined,
      isShown: form === options.form
    };
  });
}

const aiccText = (aicc: number): string =>
  Number.isFinite(aicc) ? aicc.toFixed(1).replace("-", "−") : aicc > 0 ? "too few runs" : "no number";

/** Which form foretells best, and whether it is the one that is fitted; empty until it is known. */
export function formsSentence(fit: Pick<LadderFit, "options">, uncertainty: FitUncertainty | undefined): string {
  const rows = formRows(fit, uncertainty);
  const best = rows.find(({isBest}) => isBest);
  if (rows.length === 0) return "";
  if (best === undefined)
    return "Too few runs for a rolled hold-out: the forms cannot be told apart by what they foretell.";
  const shown = rows.find(({isShown}) => isShown);
  const other =
    best.isShown || shown === undefined ? "" : ` The one fitted here, ${shown.name}, misses by ${shown.holdOut}.`;
  return `${best.name} foretells larger runs best: it misses them by ${best.holdOut} on average in a rolled hold-out.${shown?.holdOut === "no fit" || shown?.holdOut === "too few runs" ? "" : other}`;
}

import {withCommas} from "../scenario/numberText.ts";
import {forms} from "../fitting/forms.ts";
import type {Objective} from "../fitting/objective.ts";
import type {Runs} from "../scenario/schema.ts";
import type {LadderFit} from "../simulation/fits.ts";
import type {FitUncertainty} from "../simulation/fitUncertainty.ts";
import {limitsLine} from "./footer.ts";

/** What a fit makes small, in words. */
export function objectiveWords(objective: Objective): string {
  switch (objective.kind) {
    case "huber":
      return `Huber sum, delta ${objective.delta}`;
    case "lad":
      return "least absolute deviations";
    case "squares":
      return "least squares";
  }
}

const firstSentence = (text: string): string => /^.*?[.!?](?=\s+[A-Z]|\s*$)/s.exec(text)?.[0] ?? text;

/** Whose runs they are, short: the name and the first sentence of what is known about them. */
export const runsSource = ({name, note}: Pick<Runs, "name" | "note">): string =>
  `Runs: ${name}.${note === undefined ? "" : ` ${firstSentence(note)}`}`;

/** Where the runs come from and how they were fitted, under an exported figure. */
export function fitFooter(
  {name, note}: Pick<Runs, "name" | "note">,
  {options, result}: Pick<LadderFit, "options" | "result">,
  uncertainty: FitUncertainty | undefined
): readonly string[] {
  const {formula, source} = forms[options.form];
  const own = result.ok ? result.fit.options.objective : options.objective;
  const drawn =
    uncertainty === undefined
      ? ""
      : ` 90 % intervals from a bootstrap of ${withCommas(uncertainty.draws)} draws, seed ${uncertainty.seed}.`;
  return [
    `Runs: ${name}.${note === undefined ? "" : ` ${note}`}`,
    `${formula} (${source}), ${objectiveWords(own)}.${drawn} ${limitsLine}`
  ];
}

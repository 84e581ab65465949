import type {chinchillaCurve, overtrainingPenalty} from "../laws/chinchilla.ts";
import type {dataConstrainedCurve} from "../laws/dataConstrained.ts";
import type {compileExpression} from "../laws/expression.ts";
import type {formulaCurve} from "../laws/formulaCurve.ts";
import type {kaplanCurve} from "../laws/kaplan.ts";
import type {kaplan2020, muennighoff2023Repetition} from "../laws/published.ts";
import type {twoStepCurve} from "../laws/twoStep.ts";
import type {chinchillaLaws} from "./chinchillaLaws.ts";

/**
 * The laws a document may stand on beside straight lines, sigmoids and power laws: most of the room of laws.
 *
 * A document without them does without them. Who reads a document has them, as the inputs of sections: see
 * `documentParts.ts`.
 */
export interface FurtherLaws {
  readonly chinchillaCurve: typeof chinchillaCurve;
  readonly chinchillaLaws: typeof chinchillaLaws;
  readonly compileExpression: typeof compileExpression;
  readonly dataConstrainedCurve: typeof dataConstrainedCurve;
  readonly formulaCurve: typeof formulaCurve;
  readonly kaplan2020: typeof kaplan2020;
  readonly kaplanCurve: typeof kaplanCurve;
  readonly muennighoff2023Repetition: typeof muennighoff2023Repetition;
  readonly overtrainingPenalty: typeof overtrainingPenalty;
  readonly twoStepCurve: typeof twoStepCurve;
}

let known: FurtherLaws | undefined;

/** From here on the further laws are known. */
export const provideLaws = (laws: FurtherLaws): void => {
  known = laws;
};

/**
 * The further laws.
 *
 * @throws Error where a document stands on them and nothing that reads documents was loaded
 */
export function furtherLaws(): FurtherLaws {
  if (known === undefined) throw new Error("a document stands on a law that is not loaded: import documentParts.ts");
  return known;
}

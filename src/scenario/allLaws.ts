import {chinchillaCurve, overtrainingPenalty} from "../laws/chinchilla.ts";
import {dataConstrainedCurve} from "../laws/dataConstrained.ts";
import {compileExpression} from "../laws/expression.ts";
import {formulaCurve} from "../laws/formulaCurve.ts";
import {kaplanCurve} from "../laws/kaplan.ts";
import {kaplan2020, muennighoff2023Repetition} from "../laws/published.ts";
import {twoStepCurve} from "../laws/twoStep.ts";
import {chinchillaLaws} from "./chinchillaLaws.ts";
import {provideLaws} from "./furtherLaws.ts";

provideLaws({
  chinchillaCurve,
  chinchillaLaws,
  compileExpression,
  dataConstrainedCurve,
  formulaCurve,
  kaplan2020,
  kaplanCurve,
  muennighoff2023Repetition,
  overtrainingPenalty,
  twoStepCurve
});

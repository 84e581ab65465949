import type {Curve} from "./curve.ts";
import {accuracyAt, lossAt, type SigmoidLink} from "./link.ts";

/**
 * Accuracy in two steps: compute gives the task’s loss, and the loss its accuracy.
 *
 * @param lossCurve the loss of the task as a curve of compute
 * @see Grattafiori et al. 2024, arXiv:2407.21783, section 3.2.1; Bhagia et al. 2024, arXiv:2412.04403, equations 1, 2
 */
export function twoStepCurve(lossCurve: Curve, link: SigmoidLink): Curve {
  return {
    score: (log10C) => accuracyAt(link, lossCurve.score(log10C)),
    log10Compute: (accuracy) => lossCurve.log10Compute(lossAt(link, accuracy)),
    limit: accuracyAt(link, lossCurve.limit),
    start: accuracyAt(link, lossCurve.start)
  };
}

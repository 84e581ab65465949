import {amountRow, factorRow, inside, numberRow, shareRow, some} from "./inputRows.ts";
import type {InputKind} from "./inputs.ts";

const amounts: readonly [number, number] = [10, 1e7];
const amountTicks = [10, 1000, 1e5, 1e7];

const lawRows = (section: string) => ({
  before: shareRow(`reinforcement.${section}.before`, "score before", "R0: the score before reinforcement learning."),
  ceiling: shareRow(`reinforcement.${section}.ceiling`, "ceiling", "A: the score without limit of compute."),
  steepness: numberRow(
    `reinforcement.${section}.steepness`,
    "steepness",
    [0.1, 10],
    [0.1, 1, 10],
    "B of R = R0 + (A - R0) / (1 + (Cmid / C)^B); above 0."
  ),
  middle: {
    ...amountRow(
      `reinforcement.${section}.middle`,
      "middle",
      "",
      amounts,
      amountTicks,
      "Cmid: where half of the way is done, in the unit of the axis."
    ),
    bounds: some
  }
});

const own = lawRows("law");
const heldOut = lawRows("heldOut");

/** What can be set of reinforcement learning. */
export const reinforcementInputs = {
  reinforcementBefore: own.before,
  reinforcementCeiling: own.ceiling,
  reinforcementSteepness: own.steepness,
  reinforcementMiddle: own.middle,
  heldOutBefore: heldOut.before,
  heldOutCeiling: heldOut.ceiling,
  heldOutSteepness: heldOut.steepness,
  heldOutMiddle: heldOut.middle,
  reinforcementCompute: {
    ...amountRow(
      "reinforcement.compute",
      "amount of reinforcement learning",
      "",
      amounts,
      amountTicks,
      "Steps or GPU-hours at which the score is read; no training compute."
    ),
    bounds: some
  },
  reinforcementTolerance: {
    ...shareRow(
      "reinforcement.tolerance",
      "how far apart counts as parting",
      "The log-linear line touches the sigmoid in its middle; they have parted where they differ by more than this."
    ),
    bounds: {above: 0, to: 1}
  },
  reinforcementMean: {
    ...shareRow(
      "reinforcement.success.mean",
      "pass@1 before",
      "Share of problems solved in one attempt before training: the mean of the Beta distribution, a / (a + b). Left out: the score before training, whose pass@1 it then is."
    ),
    bounds: inside
  },
  reinforcementConcentration: numberRow(
    "reinforcement.success.concentration",
    "likeness of problems",
    [0.01, 100],
    [0.01, 0.1, 1, 10, 100],
    "a + b before training; pass@k = 1 - B(a, b + k) / B(a, b)."
  ),
  reinforcementLift: factorRow(
    "reinforcement.sharpening.lift",
    "lift",
    [0.5, 20],
    [0.5, 1, 5, 20],
    "By how much training multiplies the odds a / b of pass@1: it raises pass@k at every k. Left out: as the score goes from before training to its ceiling."
  ),
  reinforcementSharpness: factorRow(
    "reinforcement.sharpening.sharpness",
    "sharpness",
    [0.5, 20],
    [0.5, 1, 5, 20],
    "By how much training divides a and b: alone it leaves pass@1 and lowers pass@k beyond."
  )
} as const satisfies Record<string, InputKind>;

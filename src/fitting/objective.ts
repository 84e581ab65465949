/**
 * What a fit makes small: a sum over runs of a function of the residual.
 *
 * `huber`: r²/2 up to delta, delta (|r| − delta/2) beyond (Hoffmann et al. 2022, arXiv:2203.15556, section 3.3).
 * `lad`: |r|, which a Huber fit with a free scale comes to (Besiroglu et al. 2024, arXiv:2404.10102: their printed
 * row). `squares`: r²/2. Residuals are of log loss, or of a score.
 */
export type Objective =
  {readonly kind: "huber"; readonly delta: number} | {readonly kind: "lad"} | {readonly kind: "squares"};

/** The delta of Hoffmann et al. and of those who came after. */
export const usualDelta = 1e-3;

export const usualObjective: Objective = {kind: "huber", delta: usualDelta};

/** Least absolute deviations, and Huber sums of a small delta, are found as the limit of Huber sums: from this delta down … */
const firstDelta = 1e-3;
/** … to the one asked for, or to this, tenfold each time; |r| differs from the last by half of it at most. */
const lastDelta = 1e-9;

/** The deltas of the Huber sums to be minimized one after another; Infinity is least squares. */
export function deltasOf(objective: Objective): readonly number[] {
  switch (objective.kind) {
    case "huber":
      return [...narrowing(objective.delta), objective.delta];
    case "squares":
      return [Infinity];
    case "lad":
      return [...narrowing(lastDelta), lastDelta];
  }
}

/** The deltas on the way to a small one: a narrow sum has hollows all over that a wider one has not. */
function narrowing(delta: number): readonly number[] {
  const deltas: number[] = [];
  for (let wider = firstDelta; wider > delta * 1.5; wider /= 10) deltas.push(wider);
  return deltas;
}

/** The Huber function of a residual; half its square where delta is Infinity. */
export function huber(residual: number, delta: number): number {
  const size = Math.abs(residual);
  return size <= delta ? (residual * residual) / 2 : delta * (size - delta / 2);
}

/** The weighted sum an objective gives to residuals. */
export function objectiveValue(objective: Objective, residuals: Float64Array, weights?: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < residuals.length; ++i) {
    const weight = weights?.[i] ?? 1;
    if (weight === 0) continue;
    const residual = residuals[i]!;
    sum +=
      weight *
      (objective.kind === "lad"
        ? Math.abs(residual)
        : huber(residual, objective.kind === "huber" ? objective.delta : Infinity));
  }
  return sum;
}

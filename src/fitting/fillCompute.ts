import type {ComputeMismatch, Filled, Run} from "./run.ts";

/** Relative difference between C and 6ND beyond which it is worth a word. */
const worthAWord = 0.02;

/**
 * The runs with C = 6ND, D = C/(6N) or N = C/(6D) where that one quantity is missing, and how often it was.
 *
 * @see Kaplan et al. 2020, arXiv:2001.08361, section 2.1: C ≈ 6ND, without attention
 */
export function fillCompute(runs: readonly Run[]): {readonly runs: readonly Run[]; readonly filled: readonly Filled[]} {
  const counts = {C: 0, D: 0, N: 0};
  const whole = runs.map((run) => {
    const {N, D, C} = run;
    if (C > 0 && D > 0 && N > 0) return run;
    if (N > 0 && D > 0) return (++counts.C, {...run, C: 6 * N * D});
    if (N > 0 && C > 0) return (++counts.D, {...run, D: C / (6 * N)});
    if (D > 0 && C > 0) return (++counts.N, {...run, N: C / (6 * D)});
    return run;
  });
  const filled = (["C", "D", "N"] as const)
    .filter((quantity) => counts[quantity] > 0)
    .map((quantity): Filled => {
      const count = counts[quantity];
      return {
        quantity,
        count,
        words: `${formulas[quantity]} is filled in for ${runsInWords(count)} without ${quantity}`
      };
    });
  return {runs: whole, filled};
}

const formulas = {C: "C = 6ND", D: "D = C/(6N)", N: "N = C/(6D)"} as const;

/** "1 run", "40 runs". */
export const runsInWords = (count: number): string => `${count} run${count === 1 ? "" : "s"}`;

/** How far stated compute lies from 6ND; undefined where no run that states all three differs by more than 2 %. */
export function computeMismatch(runs: readonly Run[]): ComputeMismatch | undefined {
  const ratios = runs.map(({N, D, C}) => C / (6 * N * D)).filter((ratio) => ratio > 0 && ratio < Infinity);
  const count = ratios.filter((ratio) => Math.abs(ratio - 1) > worthAWord).length;
  if (count === 0) return undefined;
  const sorted = ratios.sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  const words = `The stated compute C differs from 6ND by more than 2 % in ${count} of ${runsInWords(ratios.length)}; at the median it is ${apart(median)}`;
  return {median, count, words};
}

function apart(ratio: number): string {
  if (Math.abs(ratio - 1) < 5e-4) return "6ND";
  if (ratio > 2 || ratio < 0.5) return `${Number(ratio.toPrecision(2))}× of 6ND`;
  return `${Number((100 * Math.abs(ratio - 1)).toPrecision(2))} % ${ratio > 1 ? "above" : "below"} 6ND`;
}

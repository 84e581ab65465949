import {exp, log} from "../numerics/exp.ts";
import {requirePositive, requireProbability} from "../numerics/ranges.ts";

// Meta says of thought compression, on some evaluations: answers first grow longer, then a length penalty compresses
// them, then they grow again. No lengths, times or penalty are published. What follows draws that sentence: an
// illustration, not a fit.

/** Length of thought, tokens, over the training of a penalised model. */
export interface LengthPath {
  /** At the start of training; > 0. */
  readonly start: number;
  /** Where it turns for the first time. */
  readonly longest: number;
  /** Where it turns for the second time. */
  readonly compressed: number;
  /** At the end of training. */
  readonly end: number;
  /** Progress at the longest; 0 < longestAt < compressedAt. */
  readonly longestAt: number;
  /** Progress at the most compressed; below 1. */
  readonly compressedAt: number;
}

/** The phases, by what the length does in each. */
export type LengthPhase = "longer" | "compressed" | "longer again";

/**
 * The length of thought, tokens, at a progress of training in [0, 1].
 *
 * In each phase the logarithm of the length follows 3u² − 2u³ from one end to the other, u being the share of the phase
 * that is done: level at the turns, steepest in the middle, and never beyond the ends.
 *
 * @throws RangeError if the progress is not in [0, 1], a length is not positive, they do not rise, fall and rise, or the
 * turns are not in order within (0, 1)
 */
export function lengthAt(path: LengthPath, progress: number): number {
  const {start, longest, compressed, end, longestAt, compressedAt} = path;
  switch (phaseAt(path, progress)) {
    case "longer":
      return eased(start, longest, progress / longestAt);
    case "compressed":
      return eased(longest, compressed, (progress - longestAt) / (compressedAt - longestAt));
    case "longer again":
      return eased(compressed, end, (progress - compressedAt) / (1 - compressedAt));
  }
}

/**
 * The phase that a progress of training is in; a turn belongs to the phase that it ends.
 *
 * @throws RangeError as lengthAt
 */
export function phaseAt(path: LengthPath, progress: number): LengthPhase {
  requireProbability("progress of training", progress);
  const {start, longest, compressed, end, longestAt, compressedAt} = path;
  for (const tokens of [start, longest, compressed, end]) requirePositive("length of thought", tokens);
  if (!(longest >= start && compressed <= longest && end >= compressed)) {
    const lengths = [start, longest, compressed, end].join(", ");
    throw new RangeError(`invalid lengths of thought; they do not rise, fall and rise: ${lengths}`);
  }
  if (!(longestAt > 0 && longestAt < compressedAt && compressedAt < 1)) {
    throw new RangeError(`invalid turns of length; not in order within (0, 1): ${longestAt}, ${compressedAt}`);
  }
  return progress <= longestAt ? "longer" : progress <= compressedAt ? "compressed" : "longer again";
}

function eased(from: number, to: number, u: number): number {
  if (u === 0 || u === 1) return u === 0 ? from : to;
  return from * exp(log(to / from) * u * u * (3 - 2 * u));
}

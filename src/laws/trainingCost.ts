import {requireNonnegative, requirePositive} from "../numerics/ranges.ts";

// Training compute of parameters and tokens, 6ND, is `trainingCompute` of chinchilla.ts.

/** The peak of a chip. A utilisation is a fraction of one peak, and means nothing without its number format. */
export interface NamedPeak {
  /** The number format: BF16, FP8. */
  readonly format: string;
  /** Dense peak of one chip, FLOP/s; > 0. */
  readonly rate: number;
}

/** Chips at work. */
export interface Utilized {
  readonly peak: NamedPeak;
  /** The share of that peak which training turns into model FLOP (MFU), in (0, 1]. */
  readonly mfu: number;
}

/**
 * What one chip achieves, FLOP/s: peak times MFU.
 *
 * @throws RangeError if the peak has no number format or is not positive and finite, or the MFU is not in (0, 1]
 * @see Chowdhery et al. 2022, arXiv:2204.02311, appendix B, for the MFU
 */
export function achievedRate({peak, mfu}: Utilized): number {
  if (peak.format.trim() === "") throw new RangeError(`invalid peak; of no number format: ${peak.rate} FLOP/s`);
  requirePositive(`peak in ${peak.format}`, peak.rate);
  if (!(mfu > 0 && mfu <= 1)) throw new RangeError(`invalid MFU; not in (0, 1]: ${mfu}`);
  return peak.rate * mfu;
}

/**
 * Training compute of chips at work, FLOP: chips × hours × 3600 × peak × MFU.
 *
 * @param chips how many; ≥ 0
 * @param hours that each works; ≥ 0
 * @throws RangeError if chips or hours is negative or not finite, or as achievedRate
 */
export function computeOfChips(chips: number, hours: number, utilized: Utilized): number {
  requireNonnegative("number of chips", chips);
  requireNonnegative("hours", hours);
  return chips * hours * 3600 * achievedRate(utilized);
}

/**
 * The chip-hours that compute C takes.
 *
 * @param C training compute, FLOP; ≥ 0
 * @throws RangeError if C is negative or not finite, or as achievedRate
 */
export function chipHours(C: number, utilized: Utilized): number {
  requireNonnegative("training compute", C);
  return C / (3600 * achievedRate(utilized));
}

/**
 * The days that compute C takes on so many chips.
 *
 * @throws RangeError if the number of chips is not positive, or as chipHours
 */
export function trainingDays(C: number, chips: number, utilized: Utilized): number {
  requirePositive("number of chips", chips);
  return chipHours(C, utilized) / chips / 24;
}

/**
 * What compute C costs to rent, dollars: chip-hours times the price of one.
 *
 * @param pricePerHour of one chip, dollars; > 0
 * @throws RangeError if the price is not positive, or as chipHours
 */
export function trainingDollars(C: number, pricePerHour: number, utilized: Utilized): number {
  return chipHours(C, utilized) * priced(pricePerHour);
}

/**
 * Dollars per FLOP of chips at work.
 *
 * @throws RangeError if the price is not positive, or as achievedRate
 */
export function dollarsPerFlop(pricePerHour: number, utilized: Utilized): number {
  return priced(pricePerHour) / (3600 * achievedRate(utilized));
}

function priced(pricePerHour: number): number {
  requirePositive("price of a chip-hour", pricePerHour);
  return pricePerHour;
}

/** A chance is kept so far from 0 and 1, where it has no odds and no Beta distribution has it for its mean. */
const off = 1e-9;

/** A chance, moved off 0 and 1. */
export const offEnds = (chance: number): number => Math.min(1 - off, Math.max(off, chance));

/** The odds of a chance, p / (1 − p); finite at 0 and 1 too. */
export const oddsOf = (chance: number): number => offEnds(chance) / (1 - offEnds(chance));

/**
 * A chance whose odds are multiplied by the ratio of two others’ odds: its log odds move as theirs do.
 *
 * Itself where the two are the same.
 *
 * @param chance in [0, 1], as are the other two
 */
export function movedWith(chance: number, from: number, to: number): number {
  if (from === to) return chance;
  const odds = (oddsOf(chance) * oddsOf(to)) / oddsOf(from);
  return odds / (1 + odds);
}

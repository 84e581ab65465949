/** A coordinate as it is written: two decimals, and no negative zero, so that equal figures are equal bytes. */
export function round(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

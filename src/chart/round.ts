/** A coordinate as it is written: a tenth of a pixel, and no negative zero, so that equal figures are equal bytes. */
export function round(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

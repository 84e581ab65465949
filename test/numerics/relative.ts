/** |actual / expected − 1|, and 0 where both are the same, 0 and infinities included. */
export function relativeError(actual: number, expected: number): number {
  return Object.is(actual, expected) || actual === expected ? 0 : Math.abs(actual / expected - 1);
}

/** The 64 bits of a number as 16 hexadecimal digits. */
export function bitsOf(x: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  return view.getBigUint64(0).toString(16).padStart(16, "0");
}

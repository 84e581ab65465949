// What a number must be to be asked of a law; each throws a RangeError that names it and says the value.

/** @throws RangeError if p is not in [0, 1] */
export function requireProbability(name: string, p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`invalid ${name}; not in [0, 1]: ${p}`);
}

/** @throws RangeError if x is not positive and finite */
export function requirePositive(name: string, x: number): void {
  if (!(x > 0 && x < Infinity)) throw new RangeError(`invalid ${name}; not positive and finite: ${x}`);
}

/** @throws RangeError if x is negative or not finite */
export function requireNonnegative(name: string, x: number): void {
  if (!(x >= 0 && x < Infinity)) throw new RangeError(`invalid ${name}; not 0 or more and finite: ${x}`);
}

/** @throws RangeError if n is not a whole number from least to most */
export function requireWhole(name: string, n: number, least: number, most: number = Number.MAX_SAFE_INTEGER): void {
  if (Number.isInteger(n) && n >= least && n <= most) return;
  const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
  throw new RangeError(`invalid ${name}; not a whole number ${range}: ${n}`);
}

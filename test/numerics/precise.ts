// exp, log and powers to some 250 binary places, from whole-number arithmetic and the series alone: what
// src/numerics/exp.ts is measured against. Slow and plain on purpose, and shares no line with it.

const places = 300;
const one = 1n << BigInt(places);

/** A positive double, m × 2^e with a whole m of 53 binary digits at most. */
function parts(x: number): {readonly m: bigint; readonly e: number} {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, x);
  const high = bits.getUint32(0);
  const fraction = (BigInt(high & 0xfffff) << 32n) | BigInt(bits.getUint32(4));
  const exponent = (high >>> 20) & 0x7ff;
  return exponent === 0 ? {m: fraction, e: -1074} : {m: fraction | (1n << 52n), e: exponent - 1075};
}

/** value × 2^shift, rounded down. */
function shifted(value: bigint, shift: number): bigint {
  return shift >= 0 ? value << BigInt(shift) : value >> BigInt(-shift);
}

/** A double in fixed point. */
export function fixed(x: number): bigint {
  const {m, e} = parts(Math.abs(x));
  const size = shifted(m, e + places);
  return x < 0 ? -size : size;
}

function twiceArtanh(numerator: bigint, denominator: bigint): bigint {
  const ratio = (numerator << BigInt(places)) / denominator;
  const square = (ratio * ratio) / one;
  let sum = 0n;
  for (let term = ratio, n = 1n; term !== 0n; term = (term * square) / one, n += 2n) sum += (2n * term) / n;
  return sum;
}

const ln2 = twiceArtanh(1n, 3n);
export const ln10 = 3n * ln2 + twiceArtanh(1n, 9n);

/** log(x) in fixed point, x > 0. */
export function fixedLog(x: number): bigint {
  const {m, e} = parts(x);
  const digits = m.toString(2).length;
  const near = digits - (3n * m > 4n << BigInt(digits - 1) ? 0 : 1); // x = m / 2^near × 2^(e + near), m / 2^near in 2/3…4/3
  const unit = 1n << BigInt(near);
  return BigInt(e + near) * ln2 + twiceArtanh(m - unit, m + unit);
}

/** x × y for x in fixed point and any double y. */
export function times(x: bigint, y: number): bigint {
  const {m, e} = parts(Math.abs(y));
  const size = shifted(x * m, e);
  return y < 0 ? -size : size;
}

export function dividedBy(x: bigint, y: bigint): bigint {
  return (x << BigInt(places)) / y;
}

/** How many ulps of the result y lies from an exact fixed-point value. */
export function ulpsFrom(exact: bigint, y: number): number {
  return ulpsFromScaled(exact, 0, y);
}

/** How many ulps of the result y lies from exp of a fixed-point argument. */
export function ulpsFromExp(x: bigint, y: number): number {
  const k = Number((2n * x + ln2) / (2n * ln2)) - (x < 0n ? 1 : 0);
  const r = x - BigInt(k) * ln2;
  let sum = 0n;
  for (let term = one, n = 1n; term !== 0n; term = (term * r) / one / n, ++n) sum += term;
  return ulpsFromScaled(sum, k, y);
}

/** The error of y as a value of exact × 2^k, in ulps of y. */
function ulpsFromScaled(exact: bigint, k: number, y: number): number {
  const {m, e} = parts(Math.abs(y));
  const guard = 40;
  const exactInUlps = shifted(exact < 0n ? -exact : exact, k - places - e + guard);
  const error = Number(exactInUlps - (m << BigInt(guard))) / 2 ** guard;
  return Math.sign(y) * (exact < 0n ? -1 : 1) < 0 ? Infinity : Math.abs(error);
}

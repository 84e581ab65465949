import {
  expHead,
  expRest,
  inverseLn10Pair,
  ln10Pair,
  ln2Over128Pair,
  ln2Pair,
  logHead,
  logInverse,
  logRest,
  powersOfTen,
  powersOfTwo
} from "./expTables.ts";

// Read once: a field of an object from another module costs a load at each use.
const {head: ln2Head, rest: ln2Rest} = ln2Pair;
const {head: ln2Over128Head, rest: ln2Over128Rest} = ln2Over128Pair;
const {head: ln10Head, rest: ln10Rest} = ln10Pair;
const {head: inverseLn10Head, rest: inverseLn10Rest} = inverseLn10Pair;

// Only + − × / and bit reads are used, which IEEE 754 and the language fix to the last bit: Math.exp, Math.log
// and ** are free to differ between engines, and do.

const asNumber = new Float64Array(1);
const asWords = new Int32Array(asNumber.buffer);
asNumber[0] = 1;
const highWord = asWords[1] === 0 ? 0 : 1; // 1 on a little-endian machine

/** Where logOf leaves what its result lacks; a returned pair would be an allocation per call. */
const remainder = new Float64Array(1);

const per128th = 128 / Math.LN2;
const toWhole = 1.5 * 2 ** 52; // adding and subtracting it rounds to a whole number

/** The leading 26 binary digits of x; |x| < 2^996. */
function leading(x: number): number {
  const shifted = 134217729 * x;
  return shifted - (shifted - x);
}

/** exp(x + tail) / 2^shift for a tail below an ulp or two of x, where it is a normal number. */
function shiftedExp(x: number, tail: number, shift: number): number {
  const k = x * per128th + toWhole - toWhole;
  const r = x - k * ln2Over128Head - k * ln2Over128Rest + tail; // |r| ≤ log(2) / 256
  const whole = k | 0;
  const j = whole & 127;
  const head = expHead[j]!;
  const rr = r * r;
  const growth = r + (rr * (1 / 2 + r * (1 / 6)) + rr * rr * (1 / 24 + r * (1 / 120)));
  return (head + (expRest[j]! + head * growth)) * powersOfTwo[(whole >> 7) - shift + 1074]!;
}

/** exp(x + tail) for a tail below an ulp or two of x. */
function expOfSum(x: number, tail: number): number {
  if (Math.abs(x) < 708) return shiftedExp(x, tail, 0);
  if (!(x < 709.79)) return x > 0 ? Infinity : NaN;
  if (x < -745.14) return 0;
  // One power of two would overflow, or lose digits, before the product does.
  return x > 0 ? shiftedExp(x, tail, 64) * 18446744073709551616 : shiftedExp(x, tail, -64) / 18446744073709551616;
}

/**
 * The double nearest to log(x), 0 < x < Infinity; `remainder[0]` is set to what it lacks, so that both together
 * are right to some 68 binary digits.
 *
 * x = 2^k m and i ≈ 1/m of few digits, so that r = i m − 1 is exact as a sum of two doubles; then
 * log x = k log 2 − log i + r − r²/2 + …, summed so that only the last terms round.
 */
function logOf(x: number): number {
  let y = x;
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    y *= 18014398509481984; // 2^54 lifts subnormal numbers
    k = -54;
  }
  asNumber[0] = y;
  const offset = asWords[highWord]! - 0x3fe6b000; // the leading bits of 0.709, where cell 0 begins
  const e = offset >> 20;
  const j = (offset >> 13) & 127;
  const m = y * powersOfTwo[1074 - e]!;
  const i = logInverse[j]!;
  const mHead = m + 201326592 - 201326592; // a multiple of 2^−25
  const a = mHead * i - 1;
  const b = (m - mHead) * i;
  const r = a + b;
  k += e;
  const base = k * ln2Head + logHead[j]!;
  const first = base + r;
  const rHead = r + 393216 - 393216; // a multiple of 2^−34
  const square = -0.5 * rHead * rHead;
  const sum = first + square;
  const rest =
    r -
    (first - base) +
    (square - (sum - first)) +
    (k * ln2Rest + logRest[j]!) +
    (b - (r - a)) * (1 - r) -
    0.5 * (r - rHead) * (r + rHead) +
    r * r * r * (1 / 3 - r * (1 / 4) + r * r * (1 / 5 - r * (1 / 6) + r * r * (1 / 7 - r * (1 / 8))));
  const result = sum + rest;
  remainder[0] = rest - (result - sum);
  return result;
}

/** e^x; error below 0.52 ulp (0.76 where the result is subnormal). */
export function exp(x: number): number {
  return expOfSum(x, 0);
}

/** The natural logarithm of x; error below 0.51 ulp; log(0) = −Infinity, NaN below 0. */
export function log(x: number): number {
  if (x > 0 && x < Infinity) return logOf(x);
  return x === 0 ? -Infinity : x > 0 ? Infinity : NaN;
}

/** The decimal logarithm of x; error below 0.51 ulp, and k itself for the double nearest to 10^k. */
export function log10(x: number): number {
  if (!(x > 0 && x < Infinity)) return log(x);
  const y = logOf(x);
  const head = leading(y);
  const rest = (y - head) * inverseLn10Head + y * inverseLn10Rest + remainder[0]! * inverseLn10Head;
  return head * inverseLn10Head + rest;
}

/** 10^x; error below 0.52 ulp, and the double nearest to 10^x for whole x. */
export function pow10(x: number): number {
  // The rare cases apart, as bands are computed by the million.
  if (!(Math.abs(x) < 307) || Math.floor(x) === x) return pow10Apart(x);
  const head = leading(x);
  const main = head * ln10Head;
  const rest = (x - head) * ln10Head + x * ln10Rest;
  const sum = main + rest;
  return shiftedExp(sum, rest - (sum - main), 0);
}

/** 10^x for whole x, and where it is hardly a normal number. */
function pow10Apart(x: number): number {
  if (x >= 309) return Infinity;
  if (x <= -325) return 0;
  if (Number.isInteger(x) && x > -324) return powersOfTen[x + 323]!;
  const head = leading(x);
  const main = head * ln10Head;
  const rest = (x - head) * ln10Head + x * ln10Rest;
  const sum = main + rest;
  return expOfSum(sum, rest - (sum - main));
}

/** x^y, special cases as Math.pow; error below 0.52 ulp. */
export function pow(x: number, y: number): number {
  if (x > 0 && x < Infinity && Math.abs(y) < Infinity) {
    const logX = logOf(x);
    const product = y * logX;
    if (!(Math.abs(product) < 746)) return product > 0 ? Infinity : 0;
    const yHead = leading(y);
    const logHead = leading(logX);
    const yRest = y - yHead;
    const lost = yHead * logHead - product + yHead * (logX - logHead) + yRest * logHead + yRest * (logX - logHead);
    return expOfSum(product, lost + y * remainder[0]!);
  }
  // Powers of a negative number are those of its size, with a sign for odd exponents.
  if (x < 0 && x > -Infinity && Number.isInteger(y)) return y % 2 === 0 ? pow(-x, y) : -pow(-x, y);
  // Only 0, ±Infinity, NaN and roots of negative numbers are left: what ** gives for them is exact.
  return x ** y;
}

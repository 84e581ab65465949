/**
 * The tables and constants behind exp and log, worked out when the program starts.
 *
 * They come from whole-number arithmetic to 128 binary places, so they need no long list of literals and hold
 * the same bits in every engine: BigInt operations are exact, and Number(bigint) rounds to nearest by the standard.
 */

const places = 128n;
const one = 1n << places;

/** A real number as the sum of a double and a much smaller one. */
interface Pair {
  readonly head: number;
  readonly rest: number;
}

/** 2^e for e = −1074…1023, at index e + 1074. */
export const powersOfTwo = new Float64Array(2098);
for (let i = 0, power = Number.MIN_VALUE; i < powersOfTwo.length; ++i, power *= 2) powersOfTwo[i] = power;

/** The fixed-point value split after `headPlaces` binary places, or where a double ends. */
function pair(value: bigint, headPlaces?: number): Pair {
  const unit = headPlaces === undefined ? 1n : 1n << (places - BigInt(headPlaces));
  const head = Number((value / unit) * unit);
  const scale = powersOfTwo[1074 - Number(places)]!;
  return {head: head * scale, rest: Number(value - BigInt(head)) * scale};
}

/** log(numerator / denominator) = 2 artanh((n − d) / (n + d)) ≥ 0, in fixed point. */
function fixedLog(numerator: number, denominator: number): bigint {
  const ratio = (BigInt(numerator - denominator) * one) / BigInt(numerator + denominator);
  const square = (ratio * ratio) >> places;
  let sum = 0n;
  for (let term = ratio, n = 1n; term !== 0n; term = (term * square) >> places, n += 2n) sum += term / n;
  return 2n * sum;
}

/** exp of a fixed-point number in 0…1, in fixed point. */
function fixedExp(x: bigint): bigint {
  let sum = 0n;
  for (let term = one, n = 1n; term !== 0n; term = ((term * x) >> places) / n, ++n) sum += term;
  return sum;
}

const ln2 = fixedLog(2, 1);
const ln10 = 3n * ln2 + fixedLog(10, 8);

/** log 2 in two parts; k × head is exact for |k| < 2048. */
export const ln2Pair = pair(ln2, 42);

/** log(2) / 128 in two parts; k × head is exact for |k| < 2^18. */
export const ln2Over128Pair = pair(ln2 / 128n, 42);

/** log 10 in two parts; the head has 26 binary digits, so that products with another such head are exact. */
export const ln10Pair = pair(ln10, 24);

/** 1 / log 10 in two parts; the head has 26 binary digits. */
export const inverseLn10Pair = pair((one * one) / ln10, 27);

/** 2^(j/128) for j = 0…127: heads, and what they leave. */
export const expHead = new Float64Array(128);
export const expRest = new Float64Array(128);
for (let j = 0; j < 128; ++j) {
  const {head, rest} = pair(fixedExp((ln2 * BigInt(j)) / 128n));
  expHead[j] = head;
  expRest[j] = rest;
}

/**
 * For each cell j = 0…127 of the mantissas in 0.709…1.418, centred on c: about 1/c, in whole 1/1024ths, and
 * minus its logarithm in two parts. Cell 74 is centred on 1, where both are exact: log keeps its digits there.
 */
export const logInverse = new Float64Array(128);
export const logHead = new Float64Array(128);
export const logRest = new Float64Array(128);
for (let j = 0; j < 128; ++j) {
  const center = 1 + (j - 74) / (j < 74 ? 256 : 128);
  const inverse = Math.round(1024 / center);
  const {head, rest} = pair(inverse > 1024 ? -fixedLog(inverse, 1024) : fixedLog(1024, inverse), 42);
  logInverse[j] = inverse / 1024;
  logHead[j] = head;
  logRest[j] = rest;
}

/** The doubles nearest to 10^k for k = −323…308, at index k + 323; reading a decimal rounds correctly. */
export const powersOfTen = Float64Array.from({length: 632}, (_, i) => Number(`1e${i - 323}`));

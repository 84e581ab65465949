import {exp, log} from "./exp.ts";

/** The quotient of two polynomials, coefficients from the constant term up. */
function quotient(numerator: readonly number[], denominator: readonly number[], x: number): number {
  return polynomial(numerator, x) / polynomial(denominator, x);
}

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; --i) sum = sum * x + coefficients[i]!;
  return sum;
}

// Wichura’s a, b for |p − 1/2| ≤ 0.425, his c, d for the tails and e, f for the far tails.
// prettier-ignore
const [a, b, c, d, e, f] = [
  [3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
    45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727],
  [1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077,
    21213.794301586595867, 39307.89580009271061, 28729.085735721942674, 5226.495278852854561],
  [1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
    1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4],
  [1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455,
    0.14810397642748007459, 0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9],
  [6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
    0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7],
  [1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525,
    7.868691311456132591e-4, 1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15]
] as const;

/**
 * The x that a standard normal variable stays below with probability p; ±Infinity at p = 1 and 0.
 *
 * @throws RangeError if p is not in [0, 1]
 * @see Wichura 1988, Applied Statistics 37, algorithm AS 241 (PPND16): relative error about 1e-16
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`invalid probability; not in [0, 1]: ${p}`);
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * quotient(a, b, 0.180625 - q * q);
  const tail = q < 0 ? p : 1 - p;
  if (tail === 0) return q < 0 ? -Infinity : Infinity;
  const r = Math.sqrt(-log(tail));
  const x = r <= 5 ? quotient(c, d, r - 1.6) : quotient(e, f, r - 5);
  return q < 0 ? -x : x;
}

// Cody’s coefficients for |x| ≤ 0.66291, up to sqrt(32), and beyond.
// prettier-ignore
const [nearTop, nearBottom, middleTop, middleBottom, farTop, farBottom] = [
  [18154.981253343561249, 1067.6894854603709582, 161.02823106855587881, 2.2352520354606839287, 0.065682337918207449113],
  [45507.789335026729956, 10260.932208618978205, 976.09855173777669322, 47.20258190468824187, 1],
  [9842.7148383839780218, 11602.651437647350124, 6848.1904505362823326, 2494.5375852903726711,
    597.27027639480026226, 93.506656132177855979, 8.8831497943883759412, 0.39894151208813466764, 1.0765576773720192317e-8],
  [19685.429676859990727, 38912.003286093271411, 34900.952721145977266, 18615.571640885098091,
    6485.558298266760755, 1519.377599407554805, 235.38790178262499861, 22.266688044328115691, 1],
  [2.9112874951168792e-5, 0.001421619193227893466, 0.022235277870649807, 0.1274011611602473639,
    0.21589853405795699, 0.02307344176494017303],
  [7.29751555083966205e-5, 0.00378239633202758244, 0.0659881378689285515, 0.468238212480865118, 1.28426009614491121, 1]
] as const;
const inverseSqrtTwoPi = 0.3989422804014327;

/**
 * The probability that a standard normal variable stays below x, with small relative error far into the lower tail.
 *
 * @see Cody 1969, Mathematics of Computation 23, as arranged for the normal integral by Cody 1993 (ACM 715)
 */
export function normalCdf(x: number): number {
  const y = Math.abs(x);
  if (y <= 0.66291) return 0.5 + x * quotient(nearTop, nearBottom, x * x);
  const tail = y <= 5.656854249492381 ? quotient(middleTop, middleBottom, y) : farTail(y);
  const probability = tail * expOfMinusHalfSquare(y);
  return x < 0 ? probability : 1 - probability;
}

function farTail(y: number): number {
  const w = 1 / (y * y);
  return (inverseSqrtTwoPi - w * quotient(farTop, farBottom, w)) / y;
}

/** exp(−y²/2), with y split so that the rounding of y² is not multiplied by its size; 0 beyond y = 39. */
function expOfMinusHalfSquare(y: number): number {
  if (!(y < 39)) return y >= 39 ? 0 : NaN;
  const head = Math.floor(y * 16) / 16;
  return exp(-head * head * 0.5) * exp(-(y - head) * (y + head) * 0.5);
}

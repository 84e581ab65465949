import {log} from "./exp.ts";
import {expm1, log1p} from "./nearOne.ts";
import {requireNonnegative, requirePositive} from "./ranges.ts";

/** log Γ(2 + z) = z (c0 + c1 z + c2 z² + …): 1 − Euler’s constant, then ±(ζ(k) − 1) / k from k = 2. */
// prettier-ignore
const aboutTwo = [
  0.42278433509846714, 0.32246703342411322, -0.067352301053198095, 0.020580808427784548, -0.0073855510286739853,
  0.0028905103307415233, -0.001192753911703261, 5.0966952474304242e-4, -2.2315475845357938e-4, 9.9457512781808534e-5,
  -4.4926236738133142e-5, 2.0507212775670692e-5, -9.4394882752683959e-6, 4.3748667899074878e-6, -2.0392157538013662e-6,
  9.5514121304074198e-7, -4.4924691987645660e-7, 2.1207184805554666e-7, -1.0043224823968100e-7, 4.7698101693639806e-8,
  -2.2711094608943165e-8, 1.0838659214896954e-8, -5.1834750419700467e-9, 2.4836745438024783e-9, -1.1921401405860912e-9,
  5.7313672416788620e-10, -2.7595228851242331e-10
];

/** Stirling’s corrections B(2k) / (2k (2k − 1)), from k = 1. */
// prettier-ignore
const stirling = [
  1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400, 43867 / 244188
];

/** From here on Stirling’s series is right to the last digit. */
const large = 10;
const halfLogTwoPi = 0.91893853320467274;

/** log Γ(x) − ((x − 1/2) log x − x + log(2π) / 2); x ≥ 10. */
function stirlingCorrection(x: number): number {
  const inverse = 1 / x;
  const square = inverse * inverse;
  let sum = 0;
  for (let i = stirling.length - 1; i >= 0; --i) sum = sum * square + stirling[i]!;
  return sum * inverse;
}

/** log Γ(2 + z), |z| ≤ 1/2. */
function logGammaAboutTwo(z: number): number {
  let sum = 0;
  for (let i = aboutTwo.length - 1; i >= 0; --i) sum = sum * z + aboutTwo[i]!;
  return sum * z;
}

/**
 * log Γ(x), with small relative error also near its zeros at 1 and 2.
 *
 * The Taylor series about 2 within a half, reached by Γ(x + 1) = x Γ(x) below 10, and Stirling’s series from there.
 *
 * @param x > 0
 * @throws RangeError if x is not positive and finite
 * @see Abramowitz and Stegun 1964, 6.1.33 and 6.1.41
 */
export function logGamma(x: number): number {
  requirePositive("argument of log Γ", x);
  if (x >= large) return (x - 0.5) * (log(x) - 1) + (halfLogTwoPi - 0.5) + stirlingCorrection(x);
  if (x <= 0.5) return logGammaAboutTwo(x) - log1p(x) - log(x);
  if (x < 1.5) return logGammaAboutTwo(x - 1) - log(x);
  let product = 1;
  let y = x;
  while (y > 2.5) {
    y -= 1;
    product *= y;
  }
  return product === 1 ? logGammaAboutTwo(x - 2) : log(product) + logGammaAboutTwo(y - 2);
}

/**
 * log(Γ(x + a) / Γ(x)), which keeps its digits where x is so large that the two logarithms nearly agree.
 *
 * @param x > 0
 * @param a ≥ 0
 * @throws RangeError if x is not positive, a is negative, or either is not finite
 * @see Didonato and Morris 1992, ACM Transactions on Mathematical Software 18, 360–373, algorithm 708 (ALGDIV)
 */
export function logGammaRatio(x: number, a: number): number {
  requirePositive("argument of log Γ", x);
  requireNonnegative("step of log Γ", a);
  let below = 0;
  let y = x;
  for (; y < large; y += 1) below += log1p(a / y);
  const growth = log1p(a / y);
  return a * (log(y) - 1) + (y + a - 0.5) * growth + stirlingDifference(y, growth) - below;
}

/** What Stirling’s corrections gain from y to y exp(growth), term by term so that a small step keeps its digits. */
function stirlingDifference(y: number, growth: number): number {
  const square = 1 / (y * y);
  let sum = 0;
  for (let i = stirling.length - 1; i >= 0; --i) sum = sum * square + stirling[i]! * expm1(-(2 * i + 1) * growth);
  return sum / y;
}

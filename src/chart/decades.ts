import type {Text} from "./figure.ts";

// Built from +, −, × and ÷ alone: Math.log10 and ** differ in the last bit between engines.

const ln10 = 2.302585092994046;

/** The common logarithm of a number in [1, 10], by the series of artanh. */
export function log10Mantissa(m: number): number {
  const t = (m - 1) / (m + 1);
  let power = t;
  let sum = 0;
  for (let k = 1; k < 200; k += 2) {
    sum += power / k;
    power *= t * t;
  }
  return (2 * sum) / ln10;
}

/** Ten to a power in [0, 1]. */
export function tenTo(power: number): number {
  const x = power * ln10;
  let term = 1;
  let sum = 1;
  for (let k = 1; k < 40; ++k) {
    term *= x / k;
    sum += term;
  }
  return sum;
}

/** The mantissa in [1, 10) to two digits, and the decade, of ten to a power. */
function scientific(log10: number): {readonly mantissa: string; readonly exponent: number} {
  const exponent = Math.floor(log10);
  const mantissa = tenTo(log10 - exponent).toFixed(1);
  return mantissa === "10.0" ? {mantissa: "1.0", exponent: exponent + 1} : {mantissa, exponent};
}

export function signed(value: string): string {
  return value.replace(/^-/, "−");
}

/** 10 with its exponent, behind a multiple other than one. */
export function powerText(mantissa: string, exponent: number): Text {
  const ten = mantissa === "1" ? "10" : `${mantissa}×10`;
  return [{text: ten}, {text: signed(String(exponent)), sup: true}];
}

/** A plain decimal of mantissa × 10^exponent with commas in thousands. */
export function decimalText(mantissa: number, exponent: number): string {
  const value = Number(`${mantissa}e${exponent}`);
  const [whole = "", fraction] = value.toString().split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** A log10 value as people write the quantity: 3.0×10^25. */
export function quantityText(log10: number): Text {
  const {mantissa, exponent} = scientific(log10);
  return [{text: `${mantissa}×10`}, {text: signed(String(exponent)), sup: true}];
}

/** A log10 value as a multiple: 1.7×. */
export function multipleText(log10: number): Text {
  const {mantissa, exponent} = scientific(log10);
  if (exponent >= 6 || exponent < -4) return [...quantityText(log10), {text: "×"}];
  const decimals = Math.max(0, 1 - exponent);
  return [{text: `${decimalText(Number(mantissa), exponent).replace(/^(\d+)$/, decimals === 1 ? "$1.0" : "$1")}×`}];
}

/** A log10 value in plain decimals to two digits: 1,300. */
export function amountText(log10: number): Text {
  const {mantissa, exponent} = scientific(log10);
  if (exponent > 6 || exponent < -4) return quantityText(log10);
  return [{text: decimalText(Number(mantissa), exponent)}];
}

import {faultAt, wholeFault, type FormulaFault} from "./formulaFault.ts";

/** Why signs of other languages have no place in a formula; typographic ones with what to write instead. */
const reasons: readonly (readonly [signs: string, reason: string, hint?: string])[] = [
  ["=", "a formula assigns nothing"],
  [";\n\r", "a formula is one expression on one line"],
  ["[]", "there are no lists"],
  ["{}", "there are no objects"],
  ["\"'`\u2018\u2019\u201C\u201D", "there is no text"],
  [":", "there are no ranges"],
  ["?", "there are no conditions", "min and max can bound a value"],
  ["!", "there is no factorial"],
  ["%", "there are no percentages", "write 0.05 for 5 %"],
  ["<>&|~≤≥≠", "there are no comparisons", "min and max can bound a value"],
  ["#", "there are no comments"],
  [".", "nothing has properties", "a decimal point needs a digit after it or before it"],
  ["×·⋅∙", "it is not a sign that is read", "write *"],
  ["−–—", "it is not a sign that is read", "write -"],
  ["÷∕", "it is not a sign that is read", "write /"],
  ["⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "raised digits are not read", "write ^2 for ²"],
  ["√", "it is not a sign that is read", "write sqrt(…)"],
  ["∞", "numbers are finite"],
  ["π", "the number pi is not there", "write 3.141592653589793"]
];

const greek: Readonly<Record<string, string>> = {α: "alpha", β: "beta", γ: "gamma", δ: "delta", κ: "kappa", σ: "sigma"};

/** The fault of the character at an offset, which is none that a formula is written in. */
export function foreignSign(text: string, offset: number): FormulaFault {
  const column = offset + 1;
  const sign = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  if (/[\p{C}\p{Z}\p{M}]/u.test(sign) && !"\n\r".includes(sign)) {
    const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return {...wholeFault(`has U+${code} at column ${column}: it cannot be seen`), column};
  }
  if (Object.hasOwn(greek, sign)) {
    return faultAt(sign, column, "names are written in the letters a to z", `write ${greek[sign]}`);
  }
  if (/\p{L}/u.test(sign) && sign !== "π") return faultAt(sign, column, "names are written in the letters a to z");
  const [, reason, hint] = reasons.find(([signs]) => signs.includes(sign)) ?? ["", "it means nothing in a formula"];
  return faultAt("\n\r".includes(sign) ? "line break" : sign, column, reason, hint);
}

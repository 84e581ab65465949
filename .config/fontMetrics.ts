import * as fontkit from "fontkit";

/** The weights the chart sets text in. */
const weights = [400, 450, 550, 600, 650, 700];

/** Widths are kept in this fraction of an em, rounded up, so that two digits in base 36 hold the widest glyph. */
const unitsPerEm = 512;

/**
 * How much wider each glyph is at a weight than at 400, in font units.
 *
 * Asks the font's table of advance widths itself: `getVariation` cannot read outlines out of a woff2 file.
 */
function widening(path: string, weight: number): (glyph: number) => number {
  const font = fontkit.openSync(path);
  font.variationCoords = [weight];
  const processor = font._variationProcessor;
  return (glyph) => processor.getAdvanceAdjustment(glyph, font.HVAR);
}

/** Glyphs that may stand for a character: digits have a proportional and a tabular form, and a page may ask for either. */
function forms(font: fontkit.Font, code: number): readonly fontkit.Glyph[] {
  return [font.glyphForCodePoint(code), ...font.layout(String.fromCodePoint(code), ["tnum"]).glyphs.slice(0, 1)];
}

function packed(widths: readonly number[]): string {
  return widths.map((width) => width.toString(36).padStart(2, "0")).join("");
}

/** The text of src/chart/fontMetrics.ts for a font file. */
export function fontMetricsSource(path: string): string {
  const font = fontkit.openSync(path);
  const codes = font.characterSet.filter((code) => code >= 0x20).sort((a, b) => a - b);
  const rows = weights.map((weight) => {
    const wider = widening(path, weight);
    return codes.map((code) => {
      const widths = forms(font, code).map((glyph) => glyph.advanceWidth + wider(glyph.id));
      return Math.ceil((Math.max(...widths) * unitsPerEm) / font.unitsPerEm - 1e-6);
    });
  });
  const first = rows[0] ?? [];
  const last = rows.at(-1) ?? [];
  const wide = first.map((width, i) => (last[i] ?? width) - width);
  // Between two masters every width moves by the same share; the share of each weight is fitted over all characters.
  const shares = rows.map((row) => {
    const moved = row.reduce((sum, width, i) => sum + (width - (first[i] ?? 0)) * (wide[i] ?? 0), 0);
    return Math.round((moved / wide.reduce((sum, w) => sum + w * w, 0)) * 1000) / 1000;
  });
  const characters = codes.map((code) => String.fromCodePoint(code)).join("");
  return [
    "// Written by .config/fontMetrics.ts from src/assets/fonts/inter.woff2. Do not edit.",
    "",
    `/** Widths below are in 1/${unitsPerEm} em. */`,
    `export const unitsPerEm = ${unitsPerEm};`,
    "",
    "/** How far each weight lies between the widths of 400 and those of 700. */",
    `export const shares = {${weights.map((weight, i) => `${weight}: ${shares[i]}`).join(", ")}} as const;`,
    "",
    "// prettier-ignore",
    `export const characters = ${JSON.stringify(characters)};`,
    "",
    "/** Advance widths at weight 400 and 700, two digits in base 36 a character, in the order above. */",
    "// prettier-ignore",
    `export const regular = "${packed(first)}";`,
    "// prettier-ignore",
    `export const bold = "${packed(last)}";`,
    ""
  ].join("\n");
}

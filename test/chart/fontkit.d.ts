/** The part of fontkit that fontMetrics.ts asks, and the inner parts it leans on; the package ships no types. */
declare module "fontkit" {
  export interface Glyph {
    readonly id: number;
    readonly advanceWidth: number;
  }

  export interface Font {
    readonly unitsPerEm: number;
    readonly characterSet: readonly number[];
    readonly HVAR: unknown;
    readonly _variationProcessor: {getAdvanceAdjustment(glyph: number, table: unknown): number};
    variationCoords: readonly number[] | null;
    glyphForCodePoint(code: number): Glyph;
    layout(
      text: string,
      features?: readonly string[]
    ): {readonly advanceWidth: number; readonly glyphs: readonly Glyph[]};
  }

  export function openSync(path: string): Font;
}

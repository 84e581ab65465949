import {readFileSync, writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import * as fontkit from "fontkit";
import {expect, test} from "vitest";
import {fontMetricsSource} from "../../.config/fontMetrics.ts";
import {textWidth} from "../../src/chart/textWidth.ts";

const fontPath = fileURLToPath(new URL("../../src/assets/fonts/inter.woff2", import.meta.url));
const tablePath = fileURLToPath(new URL("../../src/chart/fontMetrics.ts", import.meta.url));

test("the table of widths is what the font file says", () => {
  const source = fontMetricsSource(fontPath);
  if (process.env["UPDATE_GOLDEN"]) writeFileSync(tablePath, source);
  expect(readFileSync(tablePath, "utf8")).toBe(source);
});

test("textWidth is the sum of the font’s own advances, never more than 1 % below or 4 % above", () => {
  const font = fontkit.openSync(fontPath);
  for (const text of ["Llama 4 Maverick", "would put Muse Spark here. Press only", "6 points per tenfold (3 to 12)"]) {
    const own = (font.layout(text, ["tnum"]).advanceWidth / font.unitsPerEm) * 12.5;
    const ours = textWidth(text, 12.5, 400);
    expect(ours / own).toBeGreaterThan(0.99);
    expect(ours / own).toBeLessThan(1.04);
  }
});

test("textWidth grows with weight, size and tracking", () => {
  const width = textWidth("Muse Spark", 12.5, 400);
  expect(textWidth("Muse Spark", 12.5, 650)).toBeGreaterThan(width);
  expect(textWidth("Muse Spark", 25, 400)).toBeCloseTo(2 * width, 9);
  expect(textWidth("Muse Spark", 12.5, 400, -0.3)).toBeCloseTo(width - 3, 9);
});

test("textWidth gives characters the font lacks a width at least as large as most fonts do", () => {
  expect(textWidth("中文", 10, 400)).toBe(20);
  expect(textWidth("👍", 10, 400)).toBeGreaterThanOrEqual(10);
  expect(textWidth("e\u0331", 10, 400)).toBe(textWidth("e", 10, 400));
  expect(textWidth("\u2068a\u2069", 10, 400)).toBe(textWidth("a", 10, 400));
});

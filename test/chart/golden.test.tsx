import {existsSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";
import type {Figure, Panels} from "../../src/chart/figure.ts";
import {layoutFigure} from "../../src/chart/layout.ts";
import type {LayoutOptions} from "../../src/chart/layout.ts";
import {layoutPanels} from "../../src/chart/panels.ts";
import {darkTheme, lightTheme} from "../../src/chart/theme.ts";
import type {Theme} from "../../src/chart/theme.ts";
import {svgText} from "../../src/export/svgText.tsx";
import {ladderSample} from "./ladderSample.ts";
import {gainSample, panelsSample, tornadoSample, waterfallSample} from "./rowSamples.ts";

interface Golden {
  readonly name: string;
  readonly figure: Figure | Panels;
  readonly options: LayoutOptions;
  readonly theme: Theme;
}

const wide = {width: 1200, height: 760, chrome: "export"} as const;

const small = {width: 390, height: 700, chrome: "export"} as const;

const goldens: readonly Golden[] = [
  {name: "wide", figure: ladderSample, options: wide, theme: lightTheme},
  {name: "wide-dark", figure: ladderSample, options: wide, theme: darkTheme},
  {name: "page", figure: ladderSample, options: {width: 900, height: 560, chrome: "page"}, theme: lightTheme},
  {name: "phone", figure: ladderSample, options: {width: 366, height: 440, chrome: "page"}, theme: lightTheme},
  {name: "tornado", figure: tornadoSample, options: wide, theme: lightTheme},
  {name: "tornado-phone", figure: tornadoSample, options: small, theme: darkTheme},
  {name: "waterfall", figure: waterfallSample, options: wide, theme: darkTheme},
  {name: "waterfall-phone", figure: waterfallSample, options: small, theme: lightTheme},
  {name: "gain", figure: gainSample, options: wide, theme: lightTheme},
  {name: "panels", figure: panelsSample, options: wide, theme: lightTheme},
  {name: "panels-phone", figure: panelsSample, options: small, theme: lightTheme}
];

const path = (name: string) => fileURLToPath(new URL(`golden/${name}.svg`, import.meta.url));

// UPDATE_GOLDEN=1 writes the files anew; look at them before committing.
test.each(goldens)("$name is drawn to the byte as before", ({name, figure, options, theme}) => {
  const placed = "panels" in figure ? layoutPanels(figure, options) : layoutFigure(figure, options);
  const svg = svgText(placed, theme, {header: false});
  if (process.env["UPDATE_GOLDEN"]) writeFileSync(path(name), svg);
  const isSame = existsSync(path(name)) && readFileSync(path(name), "utf8") === svg;
  if (isSame) rmSync(path(`${name}-changed`), {force: true});
  else writeFileSync(path(`${name}-changed`), svg);
  expect(isSame, `test/chart/golden/${name}.svg differs from ${name}-changed.svg`).toBe(true);
});

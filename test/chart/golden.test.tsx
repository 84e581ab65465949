import {existsSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {renderToString} from "preact-render-to-string";
import {expect, test} from "vitest";
import {FigureView} from "../../src/chart/FigureView.tsx";
import {layoutFigure} from "../../src/chart/layout.ts";
import type {LayoutOptions} from "../../src/chart/layout.ts";
import {darkTheme, lightTheme} from "../../src/chart/theme.ts";
import type {Theme} from "../../src/chart/theme.ts";
import {ladderSample} from "./ladderSample.ts";

interface Golden {
  readonly name: string;
  readonly options: LayoutOptions;
  readonly theme: Theme;
}

const wide = {width: 1200, height: 760, chrome: "export"} as const;

const goldens: readonly Golden[] = [
  {name: "wide", options: wide, theme: lightTheme},
  {name: "wide-dark", options: wide, theme: darkTheme},
  {name: "page", options: {width: 900, height: 560, chrome: "page"}, theme: lightTheme},
  {name: "phone", options: {width: 366, height: 440, chrome: "page"}, theme: lightTheme}
];

const path = (name: string) => fileURLToPath(new URL(`golden/${name}.svg`, import.meta.url));

// UPDATE_GOLDEN=1 writes the files anew; look at them before committing.
test.each(goldens)("$name is drawn to the byte as before", ({name, options, theme}) => {
  const svg = `${renderToString(<FigureView placed={layoutFigure(ladderSample, options)} theme={theme} />)}\n`;
  if (process.env["UPDATE_GOLDEN"]) writeFileSync(path(name), svg);
  const isSame = existsSync(path(name)) && readFileSync(path(name), "utf8") === svg;
  if (isSame) rmSync(path(`${name}-changed`), {force: true});
  else writeFileSync(path(`${name}-changed`), svg);
  expect(isSame, `test/chart/golden/${name}.svg differs from ${name}-changed.svg`).toBe(true);
});

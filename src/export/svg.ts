import {layoutFigure} from "../chart/layout.ts";
import {layoutPanels} from "../chart/panels.ts";
import {darkTheme, lightTheme, printTheme} from "../chart/theme.ts";
import type {Scenario} from "../scenario/schema.ts";
import {carriedText} from "./carried.ts";
import {drawing} from "./drawing.ts";
import type {DrawingOptions} from "./drawing.ts";
import {withMetadata} from "./svgMetadata.ts";
import {svgText} from "./svgText.tsx";

export interface SvgOptions extends DrawingOptions {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly theme: ThemeName;
  /** Whether the scenario travels in the picture; it does where left out. */
  readonly metadata?: boolean;
}

/** Size of an exported figure where none is asked for, and the smallest and largest there are. */
export const defaultSize = {width: 1200, height: 760} as const;
export const sizeLimits = {width: [320, 4000], height: [240, 4000]} as const;

/** Sizes by what they are for, CSS pixels. */
export const namedSizes = {
  slide: {width: 1280, height: 720},
  column: {width: 720, height: 560},
  "double-column": {width: 1080, height: 680}
} as const;
export type SizeName = keyof typeof namedSizes;

const themes = {light: lightTheme, dark: darkTheme, print: printTheme} as const;
export type ThemeName = keyof typeof themes;
export const themeNames = Object.keys(themes) as readonly ThemeName[];

/**
 * A view of a scenario as the text of an SVG file that carries the scenario; undefined where there is nothing to draw.
 *
 * Page and command both call this, so the same scenario, view, size and theme give the same bytes.
 */
export function renderSvg(scenario: Scenario, options: SvgOptions): string | undefined {
  const {view, width, height, theme, ledger, metadata = true} = options;
  const drawn = drawing(scenario, options);
  if (drawn === undefined) return undefined;
  const {picture} = drawn;
  const layout = {width, height, chrome: "export"} as const;
  const svg = svgText(
    "panels" in picture ? layoutPanels(picture, layout) : layoutFigure(picture, layout),
    themes[theme]
  );
  return metadata ? withMetadata(svg, carriedText(scenario, {view, width, height, theme}, ledger)) : svg;
}

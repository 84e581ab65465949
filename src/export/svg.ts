import {layoutFigure} from "../chart/layout.ts";
import {layoutPanels} from "../chart/panels.ts";
import {darkTheme, lightTheme} from "../chart/theme.ts";
import {pictureOf, simulate, simulateUncertainty} from "../figures/view.ts";
import type {Uncertainty, ViewName} from "../figures/view.ts";
import {evidenceIndex} from "../scenario/ledger.ts";
import type {Ledger} from "../scenario/ledger.ts";
import type {Scenario} from "../scenario/schema.ts";
import {svgText} from "./svgText.tsx";

export interface SvgOptions {
  readonly view: ViewName;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly theme: "light" | "dark";
  readonly ledger: Ledger;
  /** Intervals of this scenario and view that are known already; left out, they are drawn. */
  readonly uncertainty?: Uncertainty | undefined;
}

/** Size of an exported figure where none is asked for, and the smallest and largest there are. */
export const defaultSize = {width: 1200, height: 760} as const;
export const sizeLimits = {width: [320, 4000], height: [240, 4000]} as const;

const themes = {light: lightTheme, dark: darkTheme} as const;

/**
 * A view of a scenario as the text of an SVG file; undefined where it has no curve to draw.
 *
 * Page and command both call this, so the same scenario, view, size and theme give the same bytes.
 */
export function renderSvg(scenario: Scenario, options: SvgOptions): string | undefined {
  const {view, width, height, theme, ledger} = options;
  const uncertainty = options.uncertainty ?? simulateUncertainty(scenario, view, {bandsOf: "reference"});
  const find = evidenceIndex(scenario, ledger);
  const picture = pictureOf(scenario, view, simulate(scenario, view), uncertainty, {find});
  if (picture === undefined) return undefined;
  const layout = {width, height, chrome: "export"} as const;
  return svgText("panels" in picture ? layoutPanels(picture, layout) : layoutFigure(picture, layout), themes[theme]);
}

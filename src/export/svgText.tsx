import {renderToString} from "preact-render-to-string";
import {FigureView} from "../chart/FigureView.tsx";
import type {PlacedPanels} from "../chart/panels.ts";
import {PanelsView} from "../chart/PanelsView.tsx";
import type {PlacedFigure} from "../chart/placed.ts";
import type {Theme} from "../chart/theme.ts";

/** What makes an SVG a file of its own. */
export const xmlHeader = `<?xml version="1.0" encoding="UTF-8"?>\n`;

/** A placed figure, or several in one picture, as SVG text; the same bytes for the same input and theme. */
export function svgText(
  placed: PlacedFigure | PlacedPanels,
  theme: Theme,
  {header = true}: {readonly header?: boolean} = {}
): string {
  const svg = renderToString(
    "panels" in placed ? <PanelsView placed={placed} theme={theme} /> : <FigureView placed={placed} theme={theme} />
  );
  return `${header ? xmlHeader : ""}${svg}\n`;
}

import {renderToString} from "preact-render-to-string";
import {FigureView} from "../chart/FigureView.tsx";
import type {PlacedFigure} from "../chart/placed.ts";
import type {Theme} from "../chart/theme.ts";

/** What makes an SVG a file of its own. */
export const xmlHeader = `<?xml version="1.0" encoding="UTF-8"?>\n`;

/** A placed figure as SVG text; the same bytes for the same figure and theme. */
export function svgText(placed: PlacedFigure, theme: Theme, {header = true}: {readonly header?: boolean} = {}): string {
  const svg = renderToString(<FigureView placed={placed} theme={theme} />);
  return `${header ? xmlHeader : ""}${svg}\n`;
}

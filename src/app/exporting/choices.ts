import {defaultSize, namedSizes, sizeLimits} from "../../export/svg.ts";
import type {SizeName, ThemeName} from "../../export/svg.ts";
import type {Rows} from "../../figures/figureRows.ts";

/** What an export is, its size, and how it looks. */
export interface ExportChoices {
  readonly format: "svg" | "png" | "csv" | "json";
  readonly size: SizeName | "wide" | "screen";
  readonly theme: ThemeName;
  /** Pixels of a PNG a CSS pixel. */
  readonly scale: 1 | 2 | 3;
  readonly rows: Rows;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What title and footer of an exported figure take beyond the figure of the page, px. */
const surround = 150;

const clamped = (value: number, [least, most]: readonly [number, number]): number =>
  Math.round(Math.min(most, Math.max(least, value)));

/** How large the figure of the page is drawn, with room for the title and footer it gets. */
function sizeOnScreen(): Size {
  const box = document.querySelector("main .figure svg")?.getBoundingClientRect();
  if (box === undefined || box.width === 0) return defaultSize;
  return {width: clamped(box.width, sizeLimits.width), height: clamped(box.height + surround, sizeLimits.height)};
}

/** The size that is meant, CSS pixels. */
export function sizeOf(size: ExportChoices["size"]): Size {
  if (size === "screen") return sizeOnScreen();
  return size === "wide" ? defaultSize : namedSizes[size];
}

export const sizeWords: readonly (readonly [ExportChoices["size"], string])[] = [
  ["wide", "Wide, 1200 × 760"],
  ["slide", "Slide, 1280 × 720"],
  ["column", "One column, 720 × 560"],
  ["double-column", "Two columns, 1080 × 680"],
  ["screen", "As on screen, axes as zoomed"]
];

import {contains} from "./boxes.ts";
import type {Box, Pixel} from "./boxes.ts";
import {base, pixel} from "./place.ts";
import type {ByType, Place} from "./place.ts";
import type {PlacedBracket} from "./placed.ts";
import {round} from "./round.ts";
import type {Sizes} from "./textStyle.ts";

/** Upright brackets shorter than this are left to the table. */
const leastUpright = 14;

/** The line of a bracket between two places, and what it covers, px; undefined where it is too short to be read. */
export function bracketLine(
  along: "x" | "y",
  from: Pixel,
  to: Pixel,
  plot: Box,
  sizes: Sizes,
  level = 0
): {readonly d: string; readonly box: Box} | undefined {
  const [x1, x2] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  const [y1, y2] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  if (along === "y") {
    if (y2 - y1 < leastUpright) return undefined;
    const x = x2 + sizes.handle + 5 > plot.x2 - 6 ? x2 - sizes.handle - 9 : x2 + sizes.handle + 5;
    return {d: `M${round(x)} ${y1}H${round(x + 4)}V${y2}H${round(x)}`, box: {x1: x, x2: x + 4, y1, y2}};
  }
  const y = from.y + sizes.shelf + 5 + level * (sizes.multiplier + 12);
  return {d: `M${x1} ${round(y)}v4H${x2}v-4`, box: {x1, x2, y1: y, y2: y + 4}};
}

/** Brackets along one rung hang below each other, so that two gains can be shown at once. */
export function placeBrackets(marks: ByType, {plot, scales, sizes}: Place): readonly PlacedBracket[] {
  const hung: {y: number; x1: number; x2: number}[] = [];
  return (marks.bracket ?? []).flatMap((mark): PlacedBracket[] => {
    const from = pixel(scales, mark.from);
    const to = pixel(scales, mark.to);
    if (!Number.isFinite(from.x + from.y + to.x + to.y)) return [];
    if (!contains(plot, from) || !contains(plot, to)) return [];
    const [x1, x2] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
    const near = hung.filter((other) => Math.abs(other.y - from.y) < 20 && other.x1 < x2 + 30 && other.x2 > x1 - 30);
    if (mark.along === "x") hung.push({y: from.y, x1, x2});
    const line = bracketLine(mark.along, from, to, plot, sizes, near.length);
    return line === undefined ? [] : [{...base(mark), mark, cross: to, ...line}];
  });
}

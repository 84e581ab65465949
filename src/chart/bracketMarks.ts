import {contains} from "./boxes.ts";
import {base, pixel} from "./place.ts";
import type {ByType, Place} from "./place.ts";
import type {PlacedBracket} from "./placed.ts";
import {round} from "./round.ts";

/** Upright brackets shorter than this are left to the table. */
const leastUpright = 14;

/** Brackets along one rung hang below each other, so that two gains can be shown at once. */
export function placeBrackets(marks: ByType, {plot, scales, sizes}: Place): readonly PlacedBracket[] {
  const hung: {y: number; x1: number; x2: number; level: number}[] = [];
  return (marks.bracket ?? []).flatMap((mark): PlacedBracket[] => {
    const from = pixel(scales, mark.from);
    const to = pixel(scales, mark.to);
    if (!Number.isFinite(from.x + from.y + to.x + to.y)) return [];
    if (!contains(plot, from) || !contains(plot, to)) return [];
    const [x1, x2] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
    const [y1, y2] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
    if (mark.along === "y") {
      if (y2 - y1 < leastUpright) return [];
      const x = x2 + sizes.handle + 5 > plot.x2 - 6 ? x2 - sizes.handle - 9 : x2 + sizes.handle + 5;
      const d = `M${round(x)} ${y1}H${round(x + 4)}V${y2}H${round(x)}`;
      return [{...base(mark), mark, d, cross: to, box: {x1: x, x2: x + 4, y1, y2}}];
    }
    const near = hung.filter((other) => Math.abs(other.y - from.y) < 20 && other.x1 < x2 + 30 && other.x2 > x1 - 30);
    const level = near.length;
    hung.push({y: from.y, x1, x2, level});
    const y = from.y + sizes.shelf + 5 + level * (sizes.multiplier + 12);
    const d = `M${x1} ${round(y)}v4H${x2}v-4`;
    return [{...base(mark), mark, d, cross: to, box: {x1, x2, y1: y, y2: y + 4}}];
  });
}

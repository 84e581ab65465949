import type {Figure, Panels} from "../../chart/figure.ts";
import {areAcross, heightFor} from "../../chart/panels.ts";

/** The least height in which one figure, and each of several one under another, is read, px. */
const least = {alone: 240, stacked: 200};

/** Figures in two rows are so much higher than side by side; a frame with room for it has them so. */
const twoRows = 1.35;

/** What answer, condition and link around a picture take in a frame of the width of an article, px. */
const around = 200;

/** How a picture stands in a frame that leaves it some room: its height, px, and whether in rows though it is wide. */
export function inFrame(picture: Figure | Panels, width: number, room: number) {
  const wish = heightFor(picture, width);
  if (!("panels" in picture)) return {height: Math.max(least.alone, Math.min(wish, room)), inRows: false};
  const {panels} = picture;
  if (!areAcross(picture, width)) {
    return {height: Math.max(panels.length * least.stacked, Math.min(wish, room)), inRows: false};
  }
  const inRows = panels.length > 2 && room >= twoRows * wish && Number.isFinite(room);
  return {height: Math.max(least.alone, Math.min(inRows ? 2 * wish : wish, room)), inRows};
}

/** The height of a frame in which all figures of a view have room in the column of an article, px. */
export function frameHeight(figures: number): number {
  return Math.max(720, around + figures * (least.stacked + 60));
}

import type {PointMark} from "./figure.ts";
import {round} from "./round.ts";

type Shape = PointMark["shape"];

/** Outlines of equal area around a centre, for a circle of the given radius. */
const outlines: Record<Shape, (x: number, y: number, r: number) => string> = {
  circle: (x, y, r) => `M${round(x - r)} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`,
  square: (x, y, r) => {
    const h = round(0.89 * r);
    return `M${round(x - h)} ${round(y - h)}h${2 * h}v${2 * h}h${-2 * h}Z`;
  },
  diamond: (x, y, r) => {
    const h = round(1.25 * r);
    return `M${x} ${round(y - h)}l${h} ${h}l${-h} ${h}l${-h} ${-h}Z`;
  },
  triangle: (x, y, r) => {
    const h = round(1.35 * r);
    return `M${x} ${round(y - 0.9 * h - 0.4)}L${round(x + h)} ${round(y + 0.75 * h)}H${round(x - h)}Z`;
  }
};

export function outline(shape: Shape, x: number, y: number, radius: number): string {
  return outlines[shape](x, y, radius);
}

import {round} from "./round.ts";

/** A rectangle in px, x to the right and y down. */
export interface Box {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** Area two boxes share, px². */
export function sharedArea(a: Box, b: Box): number {
  const width = Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1);
  const height = Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1);
  return width > 0 && height > 0 ? width * height : 0;
}

export function isWithin(inner: Box, outer: Box): boolean {
  return inner.x1 >= outer.x1 && inner.x2 <= outer.x2 && inner.y1 >= outer.y1 && inner.y2 <= outer.y2;
}

export function grow({x1, y1, x2, y2}: Box, x: number, y = x): Box {
  return {x1: x1 - x, y1: y1 - y, x2: x2 + x, y2: y2 + y};
}

export function around({x, y}: Pixel, radius: number): Box {
  return {x1: x - radius, y1: y - radius, x2: x + radius, y2: y + radius};
}

export function contains({x1, y1, x2, y2}: Box, {x, y}: Pixel, slack = 0.5): boolean {
  return x >= x1 - slack && x <= x2 + slack && y >= y1 - slack && y <= y2 + slack;
}

export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

/** A box as the attributes of a rectangle. */
export function rectOf({x1, y1, x2, y2}: Box) {
  return {x: round(x1), y: round(y1), width: round(x2 - x1), height: round(y2 - y1)};
}

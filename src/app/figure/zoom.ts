import type {Window} from "../store.ts";

type Domain = readonly [number, number];

/** Narrowest and widest the axes go, axis units: a twentieth of a decade or point, to 60 decades or 10,000 points. */
const limits = {x: [0.05, 60], y: [0.05, 10000]} as const;

function scaled([low, high]: Domain, factor: number, at: number, [least, most]: Domain): Domain {
  const width = Math.min(Math.max((high - low) * factor, least), most);
  const fixed = low + (high - low) * at;
  return [fixed - width * at, fixed + width * (1 - at)];
}

/** The window grown or shrunk by a factor around a place in it, given as fractions from left and bottom. */
export function zoomed({x, y}: Window, factor: number, at: {readonly x: number; readonly y: number}): Window {
  return {x: scaled(x, factor, at.x, limits.x), y: scaled(y, factor, at.y, limits.y)};
}

/** The window moved by fractions of itself, right and up. */
export function panned({x, y}: Window, dx: number, dy: number): Window {
  const [right, up] = [(x[1] - x[0]) * dx, (y[1] - y[0]) * dy];
  return {x: [x[0] + right, x[1] + right], y: [y[0] + up, y[1] + up]};
}

import type {Box, Pixel} from "./boxes.ts";
import type {Mark, MarkType} from "./figure.ts";
import type {Scales} from "./frame.ts";
import {round} from "./round.ts";
import type {Sizes} from "./textStyle.ts";

/** Where marks are placed. */
export interface Place {
  readonly plot: Box;
  readonly scales: Scales;
  readonly sizes: Sizes;
}

/** The marks of a figure by their type. */
export type ByType = {readonly [T in MarkType]?: readonly Extract<Mark, {type: T}>[]};

/** What every placed mark keeps of its mark. */
export function base({id, role, model}: Mark) {
  return {id, role, ...(model === undefined ? {} : {model})};
}

export function pixel({toX, toY}: Scales, {x, y}: {readonly x: number; readonly y: number}): Pixel {
  return {x: round(toX(x)), y: round(toY(y))};
}

/** A stretch along x cut to the plot; undefined where nothing of it shows. */
export function stretch({plot, scales: {toX, toY}}: Place, from: number, to: number, y: number) {
  const py = toY(y);
  const [x1, x2] = [toX(Math.min(from, to)), toX(Math.max(from, to))];
  if (!(py >= plot.y1 - 0.5 && py <= plot.y2 + 0.5 && x2 >= plot.x1 && x1 <= plot.x2)) return undefined;
  return {x1: round(Math.max(plot.x1, x1)), x2: round(Math.min(plot.x2, x2)), y: round(py)};
}

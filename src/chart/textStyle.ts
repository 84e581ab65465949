import type {Weight} from "./textWidth.ts";

/** Sizes in px. A phone has its own: type stays legible, marks shrink. */
export interface Sizes {
  /** A label of a model or recipe in focus, and of the rest. */
  readonly label: number;
  readonly context: number;
  /** The bold and the plain line of a remark. */
  readonly noteTitle: number;
  readonly note: number;
  readonly noteLine: number;
  readonly multiplier: number;
  readonly tick: number;
  readonly decade: number;
  readonly shelf: number;
  readonly handle: number;
  readonly point: number;
  readonly focusPoint: number;
  /** Radius of each point of a cloud. */
  readonly cloud: number;
  /** Height of the hatched place and of its posts. */
  readonly span: number;
}

export const wideSizes: Sizes = {
  label: 12.5,
  context: 11.5,
  noteTitle: 12.5,
  note: 11.5,
  noteLine: 15,
  multiplier: 15,
  tick: 11.5,
  decade: 13,
  shelf: 7,
  handle: 7,
  point: 4.5,
  focusPoint: 5.5,
  cloud: 2.25,
  span: 14
};

export const phoneSizes: Sizes = {
  label: 11,
  context: 11,
  noteTitle: 11,
  note: 10.5,
  noteLine: 13,
  multiplier: 12,
  tick: 11,
  decade: 12,
  shelf: 5,
  handle: 6,
  point: 3.75,
  focusPoint: 5.5,
  cloud: 1.75,
  span: 10
};

/** Narrower figures follow the rules of a phone. */
export const phoneWidth = 560;

export function labelWeight(focus: boolean, isContext: boolean): Weight {
  if (focus) return 650;
  return isContext ? 450 : 550;
}

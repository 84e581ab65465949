import type {PlacedFigure} from "../../chart/placed.ts";
import type {Model} from "../model.ts";
import type {Window} from "../store.ts";
import type {Pixel} from "./drag.ts";
import {panned, zoomed} from "./zoom.ts";

/** What one press of a key zooms by. */
const keyFactor = 1.25;
const keyFactors: Readonly<Record<string, number>> = {
  "+": 1 / keyFactor,
  "=": 1 / keyFactor,
  "-": keyFactor,
  _: keyFactor
};

/** The axes of a figure on the move: dragged, pinched, wheeled and keyed. */
export interface AxesMoves {
  /** A hand takes hold of the plot; nothing outside it. */
  take(at: Pixel): boolean;
  isHeld(): boolean;
  /** The hand that holds the plot is here now. */
  drag(at: Pixel): void;
  release(): void;
  /** Two fingers went from two places to two others. */
  pinch(before: readonly Pixel[], after: readonly Pixel[]): void;
  /** A wheel over the plot; false where it is none of ours and scrolls the page. */
  wheel(event: WheelEvent, at: Pixel): boolean;
  /** Plus and minus zoom, 0 goes back to the axes of the figure. */
  key(key: string): void;
  reset(): void;
}

export function axesMoves({store, figure}: Model, placedFigure: () => PlacedFigure | undefined): AxesMoves {
  let held: {readonly at: Pixel; readonly window: Window} | undefined;

  const show = (window: Window) => {
    store.window.value = window;
  };
  const isInPlot = ({x, y}: Pixel): boolean => {
    const plot = placedFigure()?.plot;
    return plot !== undefined && x >= plot.x1 && x <= plot.x2 && y >= plot.y1 && y <= plot.y2;
  };
  const windowNow = (): Window | undefined => {
    const shown = figure.value;
    return shown && {x: shown.x.domain, y: shown.y.domain};
  };
  /** Where in the plot a pixel lies, as fractions from left and bottom. */
  const fractions = ({x, y}: Pixel) => {
    const {x1, x2, y1, y2} = placedFigure()?.plot ?? {x1: 0, x2: 1, y1: 0, y2: 1};
    return {x: (x - x1) / (x2 - x1), y: (y2 - y) / (y2 - y1)};
  };
  const middle = (a: Pixel, b: Pixel): Pixel => ({x: (a.x + b.x) / 2, y: (a.y + b.y) / 2});

  return {
    take: (at) => {
      const window = windowNow();
      if (window === undefined || !isInPlot(at)) return false;
      held = {at, window};
      return true;
    },
    isHeld: () => held !== undefined,
    drag: (at) => {
      if (held === undefined) return;
      const [from, to] = [fractions(held.at), fractions(at)];
      show(panned(held.window, from.x - to.x, from.y - to.y));
    },
    release: () => {
      held = undefined;
    },
    pinch: ([a, b], [c, d]) => {
      const window = windowNow();
      if (a === undefined || b === undefined || c === undefined || d === undefined || window === undefined) return;
      const factor = Math.hypot(a.x - b.x, a.y - b.y) / Math.max(1, Math.hypot(c.x - d.x, c.y - d.y));
      const [from, to] = [fractions(middle(a, b)), fractions(middle(c, d))];
      show(zoomed(panned(window, from.x - to.x, from.y - to.y), factor, to));
    },
    wheel: ({ctrlKey, metaKey, deltaY}, at) => {
      // A plain wheel scrolls the page; with Ctrl or a pinch on a trackpad it zooms.
      const window = windowNow();
      if (!(ctrlKey || metaKey) || window === undefined || !isInPlot(at)) return false;
      show(zoomed(window, Math.min(2, Math.max(0.5, 1 + deltaY * 0.005)), fractions(at)));
      return true;
    },
    key: (key) => {
      const window = windowNow();
      if (window === undefined) return;
      const factor = keyFactors[key];
      if (factor !== undefined) show(zoomed(window, factor, {x: 0.5, y: 0.5}));
      if (key === "0") store.window.value = undefined;
    },
    reset: () => {
      store.window.value = undefined;
    }
  };
}

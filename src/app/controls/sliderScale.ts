import type {InputKind} from "../../scenario/inputs.ts";

/** Along a log slider of more decades than this, a pixel is a larger step than the third digit. */
const fewDecades = 3;

const isLog = ({scale}: InputKind): boolean => scale === "log";

/** The value in the units of the slider: log10 of it on a log scale. */
export const positionOf = (kind: InputKind, value: number): number => (isLog(kind) ? Math.log10(value) : value);

/** The ends of the slider in its own units. */
export const sliderEnds = (kind: InputKind): readonly [number, number] => [
  positionOf(kind, kind.range[0]),
  positionOf(kind, kind.range[1])
];

/** Where a value stands along the track, from 0 to 1; what lies beyond an end stands at the end. */
export function fractionOf(kind: InputKind, value: number): number {
  const [low, high] = sliderEnds(kind);
  const fraction = (positionOf(kind, value) - low) / (high - low);
  return Number.isNaN(fraction) ? 0 : Math.min(1, Math.max(0, fraction));
}

const decimalsOf = (step: number): number => Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));

/** A value as short as the slider is exact: what its field shows is then the value itself. */
export function rounded(kind: InputKind, value: number): number {
  if (kind.whole === true) return Math.round(value);
  if (kind.quantity === "count") return Math.round(isLog(kind) ? Number(value.toPrecision(2)) : value);
  if (!isLog(kind)) return Number(value.toFixed(decimalsOf(kind.step) + 1));
  const [low, high] = sliderEnds(kind);
  return Number(value.toPrecision(high - low > fewDecades ? 2 : 3));
}

/** The value at a position in the slider's own units. */
export function valueAt(kind: InputKind, position: number): number {
  return rounded(kind, isLog(kind) ? 10 ** position : position);
}

/** Which end of the slider a value lies beyond, if it does. */
export function beyond({range}: InputKind, value: number): "below" | "above" | undefined {
  if (value < range[0]) return "below";
  return value > range[1] ? "above" : undefined;
}

/**
 * The value some key presses away: ratios on a log scale, differences on a linear one.
 *
 * Keys stop at the ends of the slider; a value beyond them, which a field may hold, comes back by keys and goes no
 * further out.
 */
export function stepped(kind: InputKind, value: number, steps: number): number {
  const next = isLog(kind)
    ? Number((value * kind.step ** steps).toPrecision(3))
    : Number((value + kind.step * steps).toFixed(decimalsOf(kind.step) + 2));
  const whole = kind.quantity === "count" ? (steps > 0 ? Math.ceil(next) : Math.floor(next)) : next;
  const outward = steps > 0 ? "above" : "below";
  if (beyond(kind, value) === outward) return value;
  const [low, high] = kind.range;
  return steps > 0 ? (value < low ? whole : Math.min(high, whole)) : value > high ? whole : Math.max(low, whole);
}

/** What a key asks of a slider: steps from the value, or an end; undefined for keys that are not the slider's. */
export function valueOfKey(kind: InputKind, value: number, key: string, far: boolean): number | undefined {
  const stride = far ? 10 : 1;
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return stepped(kind, value, stride);
    case "ArrowLeft":
    case "ArrowDown":
      return stepped(kind, value, -stride);
    case "PageUp":
      return stepped(kind, value, 10);
    case "PageDown":
      return stepped(kind, value, -10);
    case "Home":
      return kind.range[0];
    case "End":
      return kind.range[1];
    default:
      return undefined;
  }
}

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

interface Sample {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly color: string;
  readonly bg: string;
}

/** Filled: size and tokens are published. */
export function KnownPoint({x, y, radius, color, bg, shape = "circle"}: Sample & {readonly shape?: Shape}) {
  const paint = {fill: color, stroke: bg, "stroke-width": 1.5};
  return shape === "circle" ? (
    <circle cx={x} cy={y} r={radius} {...paint} />
  ) : (
    <path d={outline(shape, x, y, radius)} {...paint} />
  );
}

/** A ring with a dot: somebody else’s estimate. */
export function EstimatedPoint({x, y, radius, color, bg, shape = "circle"}: Sample & {readonly shape?: Shape}) {
  const paint = {fill: bg, stroke: color, "stroke-width": 1.75};
  const ring =
    shape === "circle" ? (
      <circle cx={x} cy={y} r={radius} {...paint} />
    ) : (
      <path d={outline(shape, x, y, radius)} {...paint} />
    );
  return (
    <>
      {ring}
      <circle cx={x} cy={y} r={radius < 4 ? 1.15 : 1.9} fill={color} />
    </>
  );
}

/** Hollow, with two chevrons: the reader’s own place. */
export function HandleShape({x, y, radius, color, bg, strokeWidth}: Sample & {readonly strokeWidth: number}) {
  const chevrons = `M${round(x - 1.6)} ${round(y - 2.4)}l-2.2 2.4l2.2 2.4M${round(x + 1.6)} ${round(y - 2.4)}l2.2 2.4l-2.2 2.4`;
  return (
    <>
      <circle cx={x} cy={y} r={radius} fill={bg} stroke={color} stroke-width={strokeWidth} />
      <path d={chevrons} fill="none" stroke={color} stroke-width={1.4} stroke-linecap="round" stroke-linejoin="round" />
    </>
  );
}

import type {PointMark} from "./figure.ts";
import {outline} from "./outline.ts";
import {round} from "./round.ts";

type Shape = PointMark["shape"];

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

/** A ring: what a law says, not a run. */
export function ForecastPoint({x, y, radius, color, bg, shape = "circle"}: Sample & {readonly shape?: Shape}) {
  return <path d={outline(shape, x, y, radius)} fill={bg} stroke={color} stroke-width={1.75} />;
}

/** A faint ring: a run that takes no part. */
export function LeftOutPoint({x, y, radius, color, shape = "circle"}: Sample & {readonly shape?: Shape}) {
  return (
    <path d={outline(shape, x, y, radius - 0.5)} fill="none" stroke={color} stroke-width={1.25} stroke-opacity={0.6} />
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

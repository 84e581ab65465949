import type {Active} from "./active.ts";
import {dataOf} from "./active.ts";
import type {PointMark} from "./figure.ts";
import {estimateReach} from "./marks.ts";
import type {PlacedCloud, PlacedHandle, PlacedPoint} from "./placed.ts";
import {round} from "./round.ts";
import {still} from "./still.ts";
import {outline} from "./outline.ts";
import {EstimatedPoint, ForecastPoint, HandleShape, KnownPoint, LeftOutPoint} from "./Symbols.tsx";
import {roleColor} from "./theme.ts";
import type {Theme} from "./theme.ts";

/** From this many plain points on they are drawn together. */
const crowd = 300;

const symbols: Record<PointMark["basis"], typeof KnownPoint> = {
  known: KnownPoint,
  estimate: EstimatedPoint,
  "left-out": LeftOutPoint,
  forecast: ForecastPoint
};

/** A ring around a run must not cover its neighbours. */
const isHollow = ({basis, focus}: PointMark): boolean => basis === "forecast" && !focus;

interface PointProps {
  readonly point: PlacedPoint;
  readonly theme: Theme;
  readonly active: Active | undefined;
}

const PointView = still(({point, theme, active}: PointProps) => {
  const {x, y, radius, role, mark} = point;
  const color = theme[roleColor[role]];
  const Shape = symbols[mark.basis];
  return (
    <g {...dataOf(point, active)}>
      {mark.scoreEstimated && (
        <path
          d={`M${x} ${round(y - estimateReach)}v${2 * estimateReach}`}
          stroke={color}
          stroke-width={1.25}
          stroke-dasharray="2 2"
        />
      )}
      <Shape x={x} y={y} radius={radius} color={color} bg={isHollow(mark) ? "none" : theme.bg} shape={mark.shape} />
    </g>
  );
});

/** A crowd of models as one path for each look: a thousand elements would cost a frame. */
const Crowd = still(({points, theme}: {readonly points: readonly PlacedPoint[]; readonly theme: Theme}) => {
  const known = points.filter(({mark}) => mark.basis === "known");
  const estimates = points.filter(({mark}) => mark.basis === "estimate");
  const path = (items: readonly PlacedPoint[]) =>
    items.map(({mark, x, y, radius}) => outline(mark.shape, x, y, radius)).join("");
  return (
    <g data-role="context">
      <path d={path(known)} fill={theme.ink3} stroke={theme.bg} stroke-width={1} />
      <path d={path(estimates)} fill={theme.bg} stroke={theme.ink3} stroke-width={1.5} />
      <path
        d={estimates.map(({x, y}) => `M${x} ${y}h0.01`).join("")}
        stroke={theme.ink3}
        stroke-width={2.6}
        stroke-linecap="round"
      />
    </g>
  );
});

const isOfModel = ({basis}: PointMark): boolean => basis === "known" || basis === "estimate";

interface CloudsProps {
  readonly clouds: readonly PlacedCloud[];
  readonly theme: Theme;
  readonly active: Active | undefined;
}

/** Series of points, each as one path. */
export const Clouds = still(({clouds, theme, active}: CloudsProps) => (
  <>
    {clouds.map((cloud) => {
      const color = theme[roleColor[cloud.role]];
      const paint =
        cloud.mark.basis === "known"
          ? {fill: color, "fill-opacity": 0.75}
          : {fill: "none", stroke: color, "stroke-opacity": cloud.mark.basis === "forecast" ? 1 : 0.6};
      return <path key={cloud.id} d={cloud.d} {...paint} {...dataOf(cloud, active)} />;
    })}
  </>
));

/** Whether a handle would hide what somebody measured or estimated: the point is drawn over it then. */
const isUnderHandle = ({mark, x, y}: PlacedPoint, handles: readonly PlacedHandle[]): boolean =>
  isOfModel(mark) &&
  handles.some((handle) => (handle.x - x) * (handle.x - x) + (handle.y - y) * (handle.y - y) < handle.radius ** 2);

interface PointsProps {
  readonly points: readonly PlacedPoint[];
  readonly handles: readonly PlacedHandle[];
  readonly theme: Theme;
  readonly active: Active | undefined;
}

/** All points but those that handles would hide. */
export const Points = still(({points: all, handles, theme, active}: PointsProps) => {
  const points = all.filter((point) => !isUnderHandle(point, handles));
  const plain = points.filter(
    ({role, mark}) => role === "context" && isOfModel(mark) && !mark.focus && !mark.scoreEstimated
  );
  const together = plain.length > crowd ? new Set(plain) : new Set<PlacedPoint>();
  return (
    <>
      {together.size > 0 && <Crowd points={plain} theme={theme} />}
      {points
        .filter((point) => !together.has(point))
        .map((point) => (
          <PointView key={point.id} point={point} theme={theme} active={active} />
        ))}
    </>
  );
});

/** The points that handles would hide, to be drawn over them. */
export const PointsOverHandles = still(({points, handles, theme, active}: PointsProps) => (
  <>
    {points
      .filter((point) => isUnderHandle(point, handles))
      .map((point) => (
        <PointView key={point.id} point={point} theme={theme} active={active} />
      ))}
  </>
));

interface HandlesProps {
  readonly handles: readonly PlacedHandle[];
  readonly theme: Theme;
  readonly active: Active | undefined;
}

export const Handles = still(({handles, theme, active}: HandlesProps) => (
  <>
    {handles.map((handle) => {
      const {id, x, y, radius, role, mark} = handle;
      return (
        <g key={id} {...dataOf(handle, active)}>
          <HandleShape
            x={x}
            y={y}
            radius={radius}
            color={theme[roleColor[role]]}
            bg={theme.bg}
            strokeWidth={mark.focus ? 2.5 : 1.75}
          />
        </g>
      );
    })}
  </>
));

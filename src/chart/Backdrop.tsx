import type {Box} from "./boxes.ts";
import type {Frame, PlacedKey, PlacedThreshold} from "./placed.ts";
import {still} from "./still.ts";
import {EstimatedPoint, ForecastPoint, HandleShape, KnownPoint, LeftOutPoint} from "./Symbols.tsx";
import {TextLine} from "./TextLine.tsx";
import type {KeyEntry} from "./figure.ts";
import {roleColor} from "./theme.ts";
import type {Theme} from "./theme.ts";

/** The plot to clip to and the hatching, under ids of the figure’s own. */
export const Definitions = still(
  ({id, plot, theme}: {readonly id: string; readonly plot: Box; readonly theme: Theme}) => (
    <defs>
      <pattern id={`${id}-hatch`} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1={0} y1={0} x2={0} y2={5} stroke={theme.ink3} stroke-width={1.3} stroke-opacity={0.6} />
      </pattern>
      <clipPath id={`${id}-plot`}>
        <rect x={plot.x1} y={plot.y1} width={plot.x2 - plot.x1} height={plot.y2 - plot.y1} />
      </clipPath>
    </defs>
  )
);

/** Grid, axes, their texts and the texts around the plot. */
export const Axes = still(({frame, theme}: {readonly frame: Frame; readonly theme: Theme}) => (
  <g>
    <path d={frame.grid} fill="none" stroke={theme.line} />
    <path d={frame.baseline + frame.tickLines} fill="none" stroke={theme.line2} />
    {frame.texts.map((text) => (
      <TextLine text={text} theme={theme} />
    ))}
  </g>
));

interface ThresholdsProps {
  readonly thresholds: readonly PlacedThreshold[];
  readonly plot: Box;
  readonly theme: Theme;
}

export const Thresholds = still(({thresholds, plot, theme}: ThresholdsProps) => (
  <path
    d={thresholds.map(({x}) => `M${x} ${plot.y1 - 2}V${plot.y2}`).join("")}
    fill="none"
    stroke={theme.ink3}
    stroke-width={1.25}
    stroke-dasharray="1.5 3.5"
    stroke-linecap="round"
  />
));

interface SampleProps {
  readonly x: number;
  readonly y: number;
  readonly theme: Theme;
  readonly role: KeyEntry["role"];
}

type Sample = (props: SampleProps) => preact.JSX.Element;

/** A piece of a broken curve, so far to either side. */
const dashes = ({x, y, theme, role = "context"}: SampleProps, reach: number, pattern: string) => (
  <path
    d={`M${x - reach} ${y}h${2 * reach}`}
    stroke={theme[roleColor[role]]}
    stroke-width={2}
    stroke-dasharray={pattern}
    stroke-linecap="round"
  />
);

const samples: Record<KeyEntry["sample"], Sample> = {
  known: ({x, y, theme, role = "context"}) => (
    <KnownPoint x={x} y={y} radius={4.5} color={theme[roleColor[role]]} bg={theme.bg} />
  ),
  estimate: ({x, y, theme, role = "context"}) => (
    <EstimatedPoint x={x} y={y} radius={4.5} color={theme[roleColor[role]]} bg={theme.bg} />
  ),
  "left-out": ({x, y, theme}) => <LeftOutPoint x={x} y={y} radius={4.5} color={theme.ink3} bg={theme.bg} />,
  forecast: ({x, y, theme}) => <ForecastPoint x={x} y={y} radius={4.5} color={theme.ink3} bg={theme.bg} />,
  handle: ({x, y, theme}) => (
    <HandleShape x={x} y={y} radius={6.5} color={theme.ink3} bg={theme.bg} strokeWidth={1.75} />
  ),
  beyond: (sample) => dashes(sample, 10, "0.1 5"),
  placed: (sample) => dashes(sample, 11, "7 5"),
  band: ({x, y, theme}) => <rect x={x - 10} y={y - 4} width={20} height={8} fill={theme.ink3} fill-opacity={0.26} />,
  low: ({x, y, theme}) => <rect x={x - 10} y={y - 5} width={20} height={10} fill={theme.ink3} fill-opacity={0.55} />,
  high: ({x, y, theme, role = "ink"}) => (
    <rect x={x - 10} y={y - 5} width={20} height={10} fill={theme[roleColor[role]]} />
  )
};

/** What filled, ringed, hollow and dotted mean. */
export const Key = still(({entries, theme}: {readonly entries: PlacedKey["entries"]; readonly theme: Theme}) => (
  <g>
    {entries.map(({sample, role, x, y, text}) => {
      const Shape = samples[sample];
      return (
        <>
          <Shape x={x} y={y} theme={theme} role={role} />
          <TextLine text={text} theme={theme} />
        </>
      );
    })}
  </g>
));

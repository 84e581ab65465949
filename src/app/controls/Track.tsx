import {useComputed} from "@preact/signals";
import type {ReadonlySignal} from "@preact/signals";
import type {InputKind} from "../../scenario/inputs.ts";
import type {NamedBand} from "../../scenario/inputList.ts";
import {formatCount, formatShort} from "../../scenario/numberText.ts";
import type {NumberRun} from "../../scenario/numberText.ts";
import type {Quantity} from "../../scenario/quantity.ts";
import {fractionOf} from "./sliderScale.ts";

const percent = (fraction: number): string => `${(100 * fraction).toFixed(2)}%`;

const power = (value: number): readonly NumberRun[] => [
  {text: "10"},
  {text: String(Math.round(Math.log10(value))), sup: true}
];

const tickRuns: Readonly<Record<InputKind["quantity"], (value: number) => readonly NumberRun[]>> = {
  compute: power,
  gain: (value) => (value >= 1e4 ? [...power(value), {text: "×"}] : [{text: `${formatShort(value)}×`}]),
  score: (value) => [{text: String(value).replace("-", "−")}],
  slope: (value) => [{text: String(value)}],
  coefficient: (value) => [{text: String(value)}],
  money: (value) => [{text: value < 1e3 ? String(value) : formatCount(value)}],
  utilization: (value) => [{text: String(value)}],
  number: (value) => (value < 1e15 ? [{text: formatCount(value)}] : power(value)),
  share: (value) => [{text: String(value)}],
  amount: (value) => [{text: value < 1e-3 && value > 0 ? value.toExponential() : formatCount(value)}],
  parameters: (value) => (value < 1e15 ? [{text: formatCount(value)}] : power(value)),
  tokens: (value) => (value < 1e15 ? [{text: formatCount(value)}] : power(value)),
  count: (value) => [{text: formatShort(value)}]
};

function Tick({kind, value}: {readonly kind: InputKind; readonly value: number}) {
  const fraction = fractionOf(kind, value);
  const anchor = fraction < 0.02 ? "start" : fraction > 0.98 ? "end" : "middle";
  return (
    <text x={percent(fraction)} y="33" text-anchor={anchor}>
      {tickRuns[kind.quantity](value).map(({text, sup}, i) =>
        sup ? (
          <tspan key={i} dy="-0.42em" font-size="0.74em">
            {text}
          </tspan>
        ) : (
          <tspan key={i} dy={i > 0 ? "0.31em" : undefined}>
            {text}
          </tspan>
        )
      )}
    </text>
  );
}

/** A track of this width, px, is the narrowest; a name too long for its stretch there is left out. */
const narrowestTrack = 300;
const letterWidth = 5.5;
const overhang = 10;
/** Half the gap between neighbouring rules, as a fraction of the track. */
const halfGap = 0.008;

function Band({kind, band: {from, to, name}}: {readonly kind: InputKind; readonly band: NamedBand}) {
  const start = fractionOf(kind, from);
  const end = fractionOf(kind, to);
  const left = start === 0 ? 0 : start + halfGap;
  const right = end === 1 ? 1 : end - halfGap;
  const fits = name.length * letterWidth <= (end - start) * narrowestTrack + overhang;
  return (
    <>
      <line class="slider-rule" x1={percent(left)} x2={percent(right)} y1="42" y2="42">
        <title>{name}</title>
      </line>
      {fits && (
        <text x={percent((left + right) / 2)} y="55" text-anchor="middle">
          {name}
        </text>
      )}
    </>
  );
}

/** The stretch of the interval, from 0 to 1; a bound without an end runs to the end of the track. */
function spanOf(kind: InputKind, {value, low, high, bound}: Quantity): readonly [number, number] {
  if (bound === "over") return [fractionOf(kind, value), 1];
  if (bound === "under") return [0, fractionOf(kind, value)];
  return low === undefined || high === undefined ? [0, 0] : [fractionOf(kind, low), fractionOf(kind, high)];
}

/** The least width an interval is drawn with. */
const leastWidth = 0.006;

export interface TrackProps {
  readonly kind: InputKind;
  readonly bands: readonly NamedBand[];
  readonly quantity: ReadonlySignal<Quantity>;
  /** Where the document as it was opened has it. */
  readonly original: ReadonlySignal<Quantity | undefined>;
  /** The track alone, without ticks and names. */
  readonly bare?: boolean;
}

/** What lies under a slider's thumb: track, interval, where it stood at first, ticks and named stretches. */
export function Track({kind, bands, quantity, original, bare = false}: TrackProps) {
  const span = useComputed(() => spanOf(kind, quantity.value));
  const x = useComputed(() => percent(span.value[0]));
  const width = useComputed(() => {
    const size = span.value[1] - span.value[0];
    return percent(span.value[1] > 0 ? Math.max(leastWidth, size) : 0);
  });
  const mark = useComputed(() =>
    original.value === undefined ? "0%" : percent(fractionOf(kind, original.value.value))
  );
  const marked = useComputed(() => (original.value === undefined ? "hidden" : "visible"));
  return (
    <svg
      class="slider-scale"
      width="100%"
      height={bare ? 22 : bands.length > 0 ? 59 : 37}
      aria-hidden="true"
      focusable="false"
    >
      <rect class="slider-line" x="0" y="10" width="100%" height="2" rx="1" />
      <rect class="slider-interval" x={x} y="7" width={width} height="8" rx="2" />
      <line class="slider-default" x1={mark} x2={mark} y1="3" y2="19" visibility={marked} />
      {!bare && kind.ticks.map((value) => <Tick key={value} kind={kind} value={value} />)}
      {!bare && bands.map((band) => <Band key={band.from} kind={kind} band={band} />)}
    </svg>
  );
}

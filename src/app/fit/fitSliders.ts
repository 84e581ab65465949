import type {Input} from "../../scenario/inputList.ts";
import type {InputKind} from "../../scenario/inputs.ts";

/** Decades between ticks, so that no more than seven stand under a slider. */
function decadeTicks([low, high]: readonly [number, number]): readonly number[] {
  const [from, to] = [Math.round(Math.log10(low)), Math.round(Math.log10(high))];
  const stride = Math.max(1, Math.ceil((to - from) / 6));
  return Array.from({length: Math.floor((to - from) / stride) + 1}, (_, i) => 10 ** (from + i * stride));
}

/** Whole decades around a span of compute, with some more at its upper end. */
export function decadesAround([low, high]: readonly [number, number], beyond = 0): readonly [number, number] {
  return [10 ** Math.floor(Math.log10(low)), 10 ** (Math.ceil(Math.log10(high)) + beyond)];
}

/** A compute of the fit as a slider’s input. */
export function computeInput(
  address: "runs.target" | "runs.holdOut",
  label: string,
  step: string,
  range: readonly [number, number],
  value: number
): Input {
  const kind: InputKind = {
    path: address,
    label,
    unit: "FLOP",
    quantity: "compute",
    scale: "log",
    range,
    step: 1.1,
    ticks: decadeTicks(range),
    help: ""
  };
  return {
    address,
    kind,
    label,
    step,
    quantity: {value, written: value},
    group: "Assumptions",
    evidence: [],
    placed: false,
    bands: []
  };
}

/** A compute that leaves out about a quarter of the runs, two digits, for a hold-out that was just switched on. */
export function usualHoldOut(computes: readonly number[]): number {
  const sorted = computes.filter((C) => C > 0 && C < Infinity).sort((a, b) => a - b);
  const different = [...new Set(sorted)];
  const quarter = sorted[Math.floor(0.75 * sorted.length)] ?? NaN;
  const below = different.filter((C) => C < quarter).at(-1) ?? different[0] ?? 1;
  const above = different.find((C) => C > below) ?? below * 10;
  return Number(Math.sqrt(below * above).toPrecision(2));
}

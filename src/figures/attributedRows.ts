import type {ScenarioComparison} from "../scenario/compareScenarios.ts";
import {structure} from "../simulation/outputChange.ts";
import type {OutputChange} from "../simulation/outputChange.ts";
import {partWords} from "./compareWords.ts";

/** A changed input and its part of the change of an output. */
export interface AttributedRow {
  readonly change: string;
  readonly label: string;
  readonly words: string;
  /** Ends of its bar, percent of the width; all bars begin at the place of no change. */
  readonly from: number;
  readonly to: number;
}

const nothing = "moves nothing here";

/** Smaller parts are what rounding leaves. */
const leastPart = 1e-9;

/** How the change was shared out, as a sentence; what stands in the way where it was not. */
export function methodWords({attribution: {method, parts}}: OutputChange): string {
  if (method === "none") return "A mixture of the two has no finite number, so the change is not shared out.";
  if (parts.length === 0) return "No input that differs moves it.";
  return method === "shapley"
    ? "Each part is the mean over all orders in which the changes can be made (Shapley)."
    : "There are too many changes for all orders: each part is that of a change made behind those above it.";
}

/** The parts of a change, the largest first where their order means nothing, and what moves nothing behind them. */
export function attributedRows(
  {kind, attribution: {method, parts}, idle}: OutputChange,
  {inputs}: ScenarioComparison
): readonly AttributedRow[] {
  const labels = new Map(inputs.map(({address, label}) => [address, label]));
  const labelOf = (change: string) =>
    change === structure ? "What is built otherwise" : (labels.get(change) ?? change);
  const shown = method === "shapley" ? [...parts].sort((a, b) => Math.abs(b.part) - Math.abs(a.part)) : parts;
  const least = Math.min(0, ...parts.map(({part}) => part));
  const most = Math.max(0, ...parts.map(({part}) => part));
  const share = (part: number) => (most === least ? 0 : Number(((100 * (part - least)) / (most - least)).toFixed(2)));
  const rows = shown.map(({change, part}): AttributedRow => ({
    change,
    label: labelOf(change),
    words: Math.abs(part) < leastPart ? nothing : partWords(kind, part),
    from: share(Math.min(0, part)),
    to: share(Math.max(0, part))
  }));
  const zero = share(0);
  return [
    ...rows,
    ...(method === "none" ? [] : idle).map((change) => ({
      change,
      label: labelOf(change),
      words: nothing,
      from: zero,
      to: zero
    }))
  ];
}

import {inFocusOrder} from "./active.ts";
import {rectOf} from "./boxes.ts";
import type {Hit} from "./placed.ts";
import {still} from "./still.ts";

/** What a screen reader says of something that moves. */
export interface SliderText {
  readonly label: string;
  readonly valueText: string;
  readonly now: number;
  readonly min: number;
  readonly max: number;
}

/** What a screen reader says of something that takes part or does not. */
export interface SwitchText {
  readonly label: string;
  readonly checked: boolean;
}

export type Describe = (hit: Hit) => SliderText | SwitchText | undefined;

/** So many are in the order of the keyboard, and so many have an element at all; the page finds the rest by hitAt. */
const mostFocusable = 60;
const mostShown = 300;

function speech(hit: Hit, describe: Describe | undefined) {
  const text = hit.type === "bar" ? undefined : describe?.(hit);
  if (text === undefined) return {role: "img" as const, "aria-label": hit.detail || hit.id};
  if ("checked" in text) {
    return {
      role: "checkbox" as const,
      "aria-label": text.label,
      "aria-checked": text.checked ? "true" : "false"
    } as const;
  }
  return {
    role: "slider" as const,
    "aria-label": text.label,
    "aria-valuetext": text.valueText,
    "aria-valuenow": text.now,
    "aria-valuemin": text.min,
    "aria-valuemax": text.max
  };
}

/** Where a pointer or a key takes hold: over everything, in the order of the keyboard. */
export const Hits = still(
  ({hits, describe}: {readonly hits: readonly Hit[]; readonly describe: Describe | undefined}) => (
    <g>
      {inFocusOrder(hits)
        .slice(0, mostShown)
        .map((hit, i) => (
          <g
            key={hit.id}
            data-id={hit.id}
            data-model={hit.model}
            data-role={hit.role}
            data-type={hit.type}
            cursor={hit.type === "handle" ? "grab" : "pointer"}
            {...(i < mostFocusable ? {tabindex: 0, ...speech(hit, describe)} : {"aria-hidden": "true" as const})}
          >
            {hit.box ? (
              <rect {...rectOf(hit.box)} fill="none" pointer-events="all" />
            ) : (
              <circle cx={hit.x} cy={hit.y} r={hit.radius} fill="none" pointer-events="all" />
            )}
          </g>
        ))}
    </g>
  )
);

import type {Active} from "./active.ts";
import {dataOf, isActive} from "./active.ts";
import type {Trust} from "./figure.ts";
import type {PlacedBand, PlacedCurve, PlacedRung, PlacedShelf} from "./placed.ts";
import {round} from "./round.ts";
import {still} from "./still.ts";
import {roleColor} from "./theme.ts";
import type {Theme} from "./theme.ts";
import type {Role} from "./figure.ts";

interface Props<T> {
  readonly items: readonly T[];
  readonly theme: Theme;
  readonly active: Active | undefined;
}

/** 90 % bands around curves; a recipe’s own only while it is active. */
export const Bands = still(({items, theme, active, isWaiting}: Props<PlacedBand> & {readonly isWaiting: boolean}) => (
  <g {...(isWaiting ? {opacity: 0.5} : {})}>
    {items
      .filter((band) => !band.mark.onlyActive || isActive(band, active))
      .map((band) => (
        <path
          key={band.id}
          d={band.d}
          fill={theme[roleColor[band.role]]}
          fill-opacity={0.09}
          {...dataOf(band, active)}
        />
      ))}
  </g>
));

const strokes: Record<
  PlacedCurve["mark"]["weight"],
  Record<Trust, {"stroke-width": number; "stroke-dasharray"?: string}>
> = {
  main: {
    known: {"stroke-width": 2.5},
    placed: {"stroke-width": 2.25, "stroke-dasharray": "9 5"},
    beyond: {"stroke-width": 1.75, "stroke-dasharray": "0.1 5"}
  },
  minor: {
    known: {"stroke-width": 1.75},
    placed: {"stroke-width": 1.75, "stroke-dasharray": "9 5"},
    beyond: {"stroke-width": 1.75, "stroke-dasharray": "0.1 5"}
  }
};

const dashes: Record<NonNullable<PlacedCurve["mark"]["dash"]>, string> = {
  long: "16 5",
  short: "5 5",
  "dash-dot": "11 5 0.1 5"
};

function strokeOf({weight, dash}: PlacedCurve["mark"], trust: Trust) {
  const stroke = strokes[weight][trust];
  return dash === undefined || trust !== "placed" ? stroke : {...stroke, "stroke-dasharray": dashes[dash]};
}

/** Curves, each stretch as far as it can be trusted. */
export const Curves = still(({items, theme, active}: Props<PlacedCurve>) => (
  <>
    {items.map((curve) => (
      <g
        key={curve.id}
        fill="none"
        stroke={theme[roleColor[curve.role]]}
        stroke-linecap="round"
        stroke-linejoin="round"
        {...dataOf(curve, active)}
      >
        {curve.pieces.map(({trust, d}) => (
          <path d={d} {...strokeOf(curve.mark, trust)} />
        ))}
      </g>
    ))}
  </>
));

/** Lines of equal score. */
export const Rungs = still(({items, theme, active}: Props<PlacedRung>) => (
  <>
    {items.map((rung) => (
      <path
        key={rung.id}
        d={`M${rung.x1} ${rung.y}H${rung.x2}`}
        stroke={theme[roleColor[rung.role]]}
        stroke-opacity={0.45}
        {...dataOf(rung, active)}
      />
    ))}
  </>
));

const tints: Record<Role, number> = {
  reference: 0.22,
  subject: 0.26,
  rival1: 0.3,
  rival2: 0.2,
  rival3: 0.2,
  context: 0.2,
  ink: 0.2
};

/** Bands nobody stated: tinted, without ends, standing on or hanging from the exact score. */
export const Shelves = still(({items, theme, active}: Props<PlacedShelf>) => (
  <>
    {items.map((shelf) => {
      const {id, role, x1, x2, y, height} = shelf;
      const lean = shelf.lean === "none" && isActive(shelf, active) ? "up" : shelf.lean;
      const color = theme[roleColor[role]];
      return (
        <g key={id} {...dataOf(shelf, active)}>
          {lean !== "none" && (
            <rect
              x={x1}
              y={lean === "up" ? round(y - height) : y}
              width={round(x2 - x1)}
              height={height}
              fill={color}
              fill-opacity={tints[role]}
            />
          )}
          <path d={`M${x1} ${y}H${x2}`} stroke={color} stroke-width={1.25} />
        </g>
      );
    })}
  </>
));

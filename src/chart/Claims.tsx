import type {Active} from "./active.ts";
import {dataOf} from "./active.ts";
import type {PlacedBracket, PlacedClaim, PlacedSpan, PlacedWhisker} from "./placed.ts";
import {round} from "./round.ts";
import {still} from "./still.ts";
import {roleColor} from "./theme.ts";
import type {Theme} from "./theme.ts";

interface Props<T> {
  readonly items: readonly T[];
  readonly theme: Theme;
  readonly active: Active | undefined;
}

/** Intervals somebody stated: thin, with caps. */
export const Whiskers = still(({items, theme, active}: Props<PlacedWhisker>) => (
  <>
    {items.map((whisker) => (
      <path
        key={whisker.id}
        d={whisker.d}
        fill="none"
        stroke={theme[roleColor[whisker.role]]}
        stroke-width={1.25}
        {...dataOf(whisker, active)}
      />
    ))}
  </>
));

/** An arrowhead of 4 px with its tip at a place. */
function arrowhead(x: number, y: number, way: 1 | -1): string {
  return `M${round(x - 4 * way)} ${y - 4}l${4 * way} 4l${-4 * way} 4`;
}

/** From the model a claim is read at to where it would lead, with an arrow on the side without a bound. */
function claimPath({x1, x2, y, cut, mark: {open}}: PlacedClaim): {readonly line: string; readonly ends: string} {
  const way = open === "right" ? 1 : -1;
  const isCut = open === "right" ? cut.right : cut.left;
  const bar = open === "right" ? x2 : x1;
  const model = open === "right" ? x1 : x2;
  // A gap is left where the point of the model stands.
  const line = `M${round(bar - way)} ${y}H${round(x2 - x1 > 24 ? model + 9 * way : model)}`;
  // Where the edge of the plot cuts it off it only points on.
  if (isCut) return {line, ends: arrowhead(bar - 2 * way, y, way)};
  const arrow =
    open === undefined ? "" : `M${round(bar + 4 * way)} ${y}h${9 * way}${arrowhead(bar + 13 * way, y, way)}`;
  return {line, ends: `M${bar} ${y - 6}v12${arrow}`};
}

/** Claims about another metric: dashed ink, never a recipe’s colour. */
export const ClaimBrackets = still(({items, theme, active}: Props<PlacedClaim>) => (
  <>
    {items.map((claim) => {
      const {line, ends} = claimPath(claim);
      return (
        <g key={claim.id} fill="none" stroke={theme.ink2} stroke-width={1.5} {...dataOf(claim, active)}>
          <path d={line} stroke-dasharray="5 3" />
          <path d={ends} stroke-linecap="round" stroke-linejoin="round" />
        </g>
      );
    })}
  </>
));

/** Where the subject would have to stand: hatched between two posts on its rung, outlined once it stands there. */
export const Spans = still(({items, theme, active, hatch}: Props<PlacedSpan> & {readonly hatch: string}) => (
  <>
    {items.map((span) => {
      const {id, x1, x2, y, height, mark, cut} = span;
      const post = (x: number, isCut: boolean) => (isCut ? "" : `M${x} ${round(y - height - 3)}V${y}`);
      const area = {x: x1, y: round(y - height), width: round(x2 - x1), height};
      return (
        <g key={id} {...dataOf(span, active)}>
          <rect {...area} fill={theme.bg} />
          <rect {...area} fill={`url(#${hatch})`} {...(mark.met ? {stroke: theme.ink, "stroke-width": 2} : {})} />
          <path d={post(x1, cut.left) + post(x2, cut.right)} stroke={theme.ink2} stroke-width={1.5} />
        </g>
      );
    })}
  </>
));

/** The multiple between two places on one rung, with a cross where the rival’s curve meets it. */
export const Brackets = still(({items, theme, active}: Props<PlacedBracket>) => (
  <>
    {items.map((bracket) => {
      const {id, d, cross, mark} = bracket;
      return (
        <g key={id} fill="none" {...dataOf(bracket, active)}>
          <path d={d} stroke={theme.ink} stroke-width={1.5} />
          {mark.cross && (
            <path
              d={`M${round(cross.x - 3.5)} ${round(cross.y - 3.5)}l7 7m0 -7l-7 7`}
              stroke={theme[roleColor[mark.cross]]}
              stroke-width={2}
              stroke-linecap="round"
            />
          )}
        </g>
      );
    })}
  </>
));

import type {PlacedGhost} from "./placed.ts";
import {still} from "./still.ts";
import type {Theme} from "./theme.ts";

interface GhostsProps {
  readonly ghosts: readonly PlacedGhost[];
  readonly theme: Theme;
}

/** What stood elsewhere in the scenario that is compared with: outlines alone, under the marks of now. */
export const Ghosts = still(({ghosts, theme}: GhostsProps) => (
  <g fill="none" stroke={theme.ink3} pointer-events="none">
    {ghosts.map(({id, mark, d, arrow}) => (
      <g key={id} data-ghost={id}>
        {mark.isBar && <path d={d} stroke={theme.bg} stroke-width={3} />}
        <path d={d} stroke-opacity={0.6} stroke-width={mark.isBracket ? 1 : 1.5} stroke-dasharray="3 3" />
        {arrow !== "" && <path d={arrow} />}
      </g>
    ))}
  </g>
));

/** Curves that were elsewhere. */
export const curvesOf = (ghosts: readonly PlacedGhost[]) =>
  ghosts.filter(({at, mark}) => at === undefined && !mark.isBar && !mark.isSpan && !mark.isBracket);
/** Bars that were longer or shorter. */
export const barsOf = (ghosts: readonly PlacedGhost[]) => ghosts.filter(({mark}) => mark.isBar);
/** Places that were elsewhere, the intervals beside them and the brackets between them. */
export const placesOf = (ghosts: readonly PlacedGhost[]) =>
  ghosts.filter(({at, mark}) => at !== undefined || mark.isSpan || mark.isBracket);

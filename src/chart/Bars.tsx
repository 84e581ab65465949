import type {Active} from "./active.ts";
import {dataOf} from "./active.ts";
import {grow, rectOf} from "./boxes.ts";
import type {Box} from "./boxes.ts";
import type {PlacedBar, PlacedRule} from "./placed.ts";
import {round} from "./round.ts";
import {nameLift} from "./rows.ts";
import type {PlacedRow} from "./rows.ts";
import {still} from "./still.ts";
import type {PlacedText} from "./text.ts";
import {TextLine} from "./TextLine.tsx";
import {roleColor} from "./theme.ts";
import type {Theme} from "./theme.ts";

interface BarsProps {
  readonly bars: readonly PlacedBar[];
  readonly theme: Theme;
  readonly active: Active | undefined;
}

/** Low ends are slate and light, steps lighter than what they come to: told apart without colour. */
function paint({mark, role}: PlacedBar, theme: Theme) {
  if (mark.emphasis === "low") return {fill: theme.ink3, "fill-opacity": 0.55};
  const fill = theme[roleColor[role]];
  return mark.emphasis === "part" ? {fill, "fill-opacity": 0.62} : {fill};
}

/** A path, or nothing where there is nothing to draw. */
function Lines(props: {readonly d: string; readonly fill: string; readonly stroke?: string}) {
  return props.d === "" ? null : <path {...props} />;
}

/** What hides the grid behind a bar one could look through. */
function under({mark, x1, x2, y, height}: PlacedBar): string {
  return mark.emphasis === "low" || mark.emphasis === "part" ? `M${x1} ${y}H${x2}v${height}H${x1}Z` : "";
}

/** Bars with the thin lines that tie steps. */
export const Bars = still(({bars, theme, active}: BarsProps) => (
  <g>
    <Lines d={bars.map(under).join("")} fill={theme.bg} />
    <Lines d={bars.map(({tie}) => tie).join("")} fill="none" stroke={theme.ink3} />
    {bars.map((bar) => (
      <g key={bar.id} {...dataOf({...bar, model: bar.model ?? bar.id}, active)}>
        <title>{bar.title}</title>
        <rect
          x={bar.x1}
          y={bar.y}
          width={round(Math.max(1, bar.x2 - bar.x1))}
          height={bar.height}
          {...paint(bar, theme)}
        />
      </g>
    ))}
  </g>
));

/** What is written beside the ends of bars, over lines of reference. */
export const BarLabels = still(({bars, theme, active}: BarsProps) => (
  <g pointer-events="none">
    {bars.map((bar) => (
      <g key={bar.id} {...dataOf({...bar, model: bar.model ?? bar.id}, active)}>
        {bar.labels.map((text) => (
          <TextLine text={text} theme={theme} />
        ))}
      </g>
    ))}
  </g>
));

interface RowNamesProps {
  readonly rows: readonly PlacedRow[];
  /** They stand in the plot over their bars, and lines must not run through them. */
  readonly isOver: boolean;
  readonly theme: Theme;
}

/** As far as to the bar under a name: the rest of a tie would hang from its letters. */
function ground({box, y: baseline}: PlacedText): string {
  const {x, y, width, height} = rectOf({...grow(box, 2, 1), y2: baseline + nameLift});
  return `M${x} ${y}h${width}v${height}h${-width}Z`;
}

/** The names of rows. */
export const RowNames = still(({rows, isOver, theme}: RowNamesProps) => (
  <g>
    {isOver && <path d={rows.flatMap(({texts}) => texts.map(ground)).join("")} fill={theme.bg} />}
    {rows.map(({id, texts}) => (
      <g key={id} data-row={id}>
        {texts.map((text) => (
          <TextLine text={text} theme={theme} />
        ))}
      </g>
    ))}
  </g>
));

interface RulesProps {
  readonly rules: readonly PlacedRule[];
  readonly plot: Box;
  readonly theme: Theme;
  readonly active: Active | undefined;
}

/** Lines of reference across the plot. */
export const Rules = still(({rules, plot, theme, active}: RulesProps) => (
  <>
    {rules.map((rule) => (
      <path
        key={rule.id}
        d={rule.mark.along === "x" ? `M${plot.x1} ${rule.at}H${plot.x2}` : `M${rule.at} ${plot.y1}V${plot.y2}`}
        fill="none"
        stroke={theme[roleColor[rule.role]]}
        {...(rule.mark.dashed ? {"stroke-dasharray": "5 4"} : {})}
        {...dataOf(rule, active)}
      />
    ))}
  </>
));

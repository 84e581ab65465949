import type {Active} from "./active.ts";
import {dataOf} from "./active.ts";
import type {Box} from "./boxes.ts";
import type {PlacedBar, PlacedRule} from "./placed.ts";
import {round} from "./round.ts";
import type {PlacedRow} from "./rows.ts";
import {still} from "./still.ts";
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

/** Bars with the thin lines that tie steps, and what is written beside their ends. */
export const Bars = still(({bars, theme, active}: BarsProps) => (
  <g>
    <path d={bars.map(({tie}) => tie).join("")} fill="none" stroke={theme.ink3} />
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
        {bar.labels.map((text) => (
          <TextLine text={text} theme={theme} />
        ))}
      </g>
    ))}
  </g>
));

/** The names of rows. */
export const RowNames = still(({rows, theme}: {readonly rows: readonly PlacedRow[]; readonly theme: Theme}) => (
  <g>
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

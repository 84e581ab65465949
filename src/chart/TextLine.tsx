import {supRise, supSize} from "./text.ts";
import type {PlacedText, StyledRun} from "./text.ts";
import type {Theme} from "./theme.ts";

/** What a run needs beyond what its line says; exponents rise by their own size, what follows comes back down. */
function runAttributes(run: StyledRun, before: StyledRun | undefined, first: StyledRun, theme: Theme) {
  return {
    ...(run.sup ? {dy: `-${supRise}em`, "font-size": `${supSize}em`} : before?.sup ? {dy: "0.31em"} : {}),
    ...(run.color === first.color ? {} : {fill: theme[run.color]}),
    ...(run.weight === first.weight ? {} : {"font-weight": run.weight})
  };
}

/** One line of text with its exponents and its halo. */
export function TextLine({text, theme}: {readonly text: PlacedText; readonly theme: Theme}) {
  const {x, y, anchor, size, runs, halo, tracking} = text;
  const [first] = runs;
  if (first === undefined) return null;
  return (
    <text
      x={x}
      y={y}
      fill={theme[first.color]}
      font-size={size}
      font-weight={first.weight}
      {...(anchor === "start" ? {} : {"text-anchor": anchor})}
      {...(tracking === undefined ? {} : {"letter-spacing": tracking})}
      {...(halo
        ? {
            stroke: theme.bg,
            "stroke-width": 3,
            "stroke-opacity": 0.88,
            "stroke-linejoin": "round" as const,
            "paint-order": "stroke"
          }
        : {})}
    >
      {runs.map((run, i) => {
        const attributes = runAttributes(run, runs[i - 1], first, theme);
        return Object.keys(attributes).length === 0 ? run.text : <tspan {...attributes}>{run.text}</tspan>;
      })}
    </text>
  );
}

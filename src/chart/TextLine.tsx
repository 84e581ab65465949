import {supRise, supSize} from "./text.ts";
import type {PlacedText, StyledRun} from "./text.ts";
import type {Theme} from "./theme.ts";

/**
 * A weight that every program knows: hundreds, rounded down.
 *
 * Inkscape takes 650 for no weight at all and sets it regular. The next lower hundred is no wider than what the
 * layout measured, so nothing comes to overlap.
 */
const knownWeight = (weight: number): number => Math.floor(weight / 100) * 100;

/**
 * Spaces at the ends of a run hold as no-break spaces: Inkscape drops plain ones where a run begins or ends.
 *
 * librsvg drops those too unless spaces are preserved: “GPT-5.4 56.80” would read as another version.
 */
const heldSpaces = (text: string): string => text.replace(/^ | $/g, "\u00A0");

/** What a run needs beyond what its line says; exponents rise by their own size, what follows comes back down. */
function runAttributes(run: StyledRun, before: StyledRun | undefined, first: StyledRun, theme: Theme) {
  return {
    ...(run.sup ? {dy: `-${supRise}em`, "font-size": `${supSize}em`} : before?.sup ? {dy: "0.31em"} : {}),
    ...(run.color === first.color ? {} : {fill: theme[run.color]}),
    ...(run.weight === first.weight ? {} : {"font-weight": knownWeight(run.weight)})
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
      font-weight={knownWeight(first.weight)}
      {...(anchor === "start" ? {} : {"text-anchor": anchor})}
      {...(runs.length > 1 ? {"xml:space": "preserve"} : {})}
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
        const text = runs.length === 1 ? run.text : heldSpaces(run.text);
        return Object.keys(attributes).length === 0 ? text : <tspan {...attributes}>{text}</tspan>;
      })}
    </text>
  );
}

import type {CurveMark, Position, Trust} from "../chart/figure.ts";
import type {Curve} from "../laws/curve.ts";
import type {Model, Scenario} from "../scenario/schema.ts";
import type {Solution} from "../simulation/solve.ts";

type Span = readonly [number, number];

/** A run stands for its recipe's curve when it lies within half a decade of it. */
const nearDecades = 0.5;

/** The stretch within a tenfold of the given runs of a recipe; undefined where there are none near its curve. */
function reach(models: readonly Model[], {models: solved}: Solution): Span | undefined {
  const places = models.flatMap(({id}) => {
    const run = solved.get(id);
    return run !== undefined && Math.abs(run.residual) <= nearDecades && Number.isFinite(run.log10C)
      ? [run.log10C]
      : [];
  });
  return places.length === 0 ? undefined : [Math.min(...places) - 1, Math.max(...places) + 1];
}

const within = (x: number, span: Span | undefined): boolean => span !== undefined && x >= span[0] && x <= span[1];

/** How densely a bent curve is sampled; a straight one needs its ends alone. */
const places = 48;

function sample(curve: Curve, [from, to]: Span): Position[] {
  const point = (x: number): Position => ({x, y: curve.score(x)});
  const ends = [point(from), point(to)] as const;
  const middle = point((from + to) / 2);
  const isStraight = Math.abs(middle.y - (ends[0].y + ends[1].y) / 2) <= 1e-9 * (1 + Math.abs(middle.y));
  if (isStraight) return [...ends];
  return Array.from({length: places + 1}, (_, i) => point(from + ((to - from) * i) / places)).filter(({y}) =>
    Number.isFinite(y)
  );
}

/**
 * A recipe's curve over the axis, cut where trust changes: solid near known runs, dashed near placed ones, dotted
 * beyond both.
 */
export function curvePieces(
  scenario: Scenario,
  solution: Solution,
  recipe: string,
  [start, end]: Span
): CurveMark["pieces"] {
  const curve = solution.curves.get(recipe);
  if (curve === undefined) return [];
  const models = scenario.models.filter((model) => model.recipe === recipe);
  const known = reach(
    models.filter(({basis}) => basis !== "placed"),
    solution
  );
  const placed = reach(
    models.filter(({basis}) => basis === "placed"),
    solution
  );
  const inner = [...(known ?? []), ...(placed ?? [])].filter((x) => x > start && x < end).sort((a, b) => a - b);
  const cuts = [start, ...inner, end];
  return cuts.slice(1).flatMap((to, i) => {
    const from = cuts[i] ?? start;
    if (!(to > from)) return [];
    const middle = (from + to) / 2;
    const trust: Trust = within(middle, known) ? "known" : within(middle, placed) ? "placed" : "beyond";
    const points = sample(curve, [from, to]);
    return points.length < 2 ? [] : [{trust, points}];
  });
}

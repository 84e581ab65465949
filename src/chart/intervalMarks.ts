import {clamp} from "./boxes.ts";
import {base, stretch} from "./place.ts";
import type {ByType, Place} from "./place.ts";
import type {Lean, PlacedShelf, PlacedWhisker} from "./placed.ts";
import {round} from "./round.ts";
import {leansOf} from "./shelves.ts";

/** Places of a model along its rung, each leaning away from its neighbours unless a side is held. */
export function placeShelves(marks: ByType, place: Place, held: ReadonlyMap<string, Lean>): readonly PlacedShelf[] {
  const {shelf: height} = place.sizes;
  const shelves = (marks.shelf ?? []).flatMap((mark) => {
    const at = stretch(place, mark.x1, mark.x2, mark.y);
    return at === undefined ? [] : [{...base(mark), mark, ...at}];
  });
  const leans = leansOf(shelves, height);
  return shelves.map((shelf) => ({...shelf, height, lean: held.get(shelf.id) ?? leans.get(shelf.id) ?? "up"}));
}

/** Intervals of a point, with a cap at each end that lies in the plot. */
export function placeWhiskers(marks: ByType, {plot, scales: {toX, toY}}: Place): readonly PlacedWhisker[] {
  return (marks.whisker ?? []).flatMap((mark) => {
    const isAlongX = mark.along === "x";
    const to = isAlongX ? toX : toY;
    const ends = [to(mark.low), to(mark.high)].sort((a, b) => a - b);
    const at = round(isAlongX ? toY(mark.at) : toX(mark.at));
    const [least, most] = isAlongX ? [plot.x1, plot.x2] : [plot.y1, plot.y2];
    const [first = 0, last = 0] = ends;
    const isInside = isAlongX ? at >= plot.y1 && at <= plot.y2 : at >= plot.x1 && at <= plot.x2;
    if (!(isInside && last >= least && first <= most)) return [];
    const [low, high] = [round(clamp(first, least, most)), round(clamp(last, least, most))];
    // A cap stands only where the interval ends, not where the plot does.
    const caps = [first, last].filter((end) => end >= least && end <= most).map((end) => round(end));
    const d = isAlongX
      ? `M${low} ${at}H${high}${caps.map((x) => `M${x} ${round(at - 4)}v8`).join("")}`
      : `M${at} ${low}V${high}${caps.map((y) => `M${round(at - 4)} ${y}h8`).join("")}`;
    const box = isAlongX ? {x1: low, x2: high, y1: at - 4, y2: at + 4} : {x1: at - 4, x2: at + 4, y1: low, y2: high};
    return [{...base(mark), mark, d, box}];
  });
}

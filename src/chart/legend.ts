import type {KeyEntry} from "./figure.ts";
import type {PlacedKey} from "./placed.ts";
import {round} from "./round.ts";
import {line, placeText, runsWidth} from "./text.ts";
import type {Sizes} from "./textStyle.ts";
import {cutRuns} from "./wrap.ts";

const sampleWidth = 28;
const between = 22;
const lineHeight = 20;

/** The key in lines over a plot of bars, which leave no empty place inside it; undefined where there is none. */
export function placeLegend(
  key: readonly KeyEntry[],
  left: number,
  top: number,
  room: number,
  {note}: Sizes
): {readonly key: PlacedKey; readonly depth: number} | undefined {
  if (key.length === 0) return undefined;
  let x = left;
  let y = top + 5;
  const entries = key.map(({sample, role, text}) => {
    const runs = cutRuns(line(text, "ink3", 400), note, room - sampleWidth);
    const width = sampleWidth + runsWidth(runs, note);
    if (x > left && x + width > left + room) {
      x = left;
      y += lineHeight;
    }
    const at = {x: round(x + 10), y: round(y), text: placeText(runs, note, x + sampleWidth, y + 4)};
    x += width + between;
    return {sample, ...(role === undefined ? {} : {role}), ...at};
  });
  const depth = y - top + lineHeight - 3;
  return {key: {entries, box: {x1: left, x2: left + room, y1: top, y2: top + depth}}, depth};
}

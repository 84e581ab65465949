import {runsWidth} from "./text.ts";
import type {StyledRun} from "./text.ts";

const ellipsis = "…";

/** Words with the spaces behind them; an exponent stays with the word it belongs to. */
function words(runs: readonly StyledRun[]): readonly (readonly StyledRun[])[] {
  const result: StyledRun[][] = [[]];
  for (const run of runs) {
    for (const piece of run.text.split(/(?<= )/)) {
      result.at(-1)?.push({...run, text: piece});
      if (piece.endsWith(" ")) result.push([]);
    }
  }
  return result.filter((word) => word.length > 0);
}

/** Joins neighbours of one style and takes the space off the end. */
function joined(runs: readonly StyledRun[]): readonly StyledRun[] {
  const result: StyledRun[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last?.color === run.color && last.weight === run.weight && last.sup === run.sup) {
      result[result.length - 1] = {...last, text: last.text + run.text};
    } else {
      result.push(run);
    }
  }
  const last = result.at(-1);
  if (last) result[result.length - 1] = {...last, text: last.text.trimEnd()};
  return result.filter(({text}) => text !== "");
}

function trimmedWidth(runs: readonly StyledRun[], size: number): number {
  return runsWidth(joined(runs), size);
}

/** The runs cut to a width, the last shown ending in an ellipsis if anything had to go. */
export function cutRuns(runs: readonly StyledRun[], size: number, width: number, tracking = 0): readonly StyledRun[] {
  if (runsWidth(runs, size, tracking) <= width) return runs;
  const kept: StyledRun[] = [];
  for (const run of runs) {
    const characters = Array.from(run.text);
    const fits = (count: number) =>
      runsWidth([...kept, {...run, text: characters.slice(0, count).join("") + ellipsis}], size, tracking) <= width;
    if (fits(characters.length)) {
      kept.push(run);
      continue;
    }
    let count = characters.length;
    while (count > 0 && !fits(count)) count -= 1;
    // An isolate that was opened is closed again.
    const open = run.text.startsWith("\u2068") && count > 0 ? "\u2069" : "";
    return [...kept, {...run, text: characters.slice(0, count).join("").trimEnd() + ellipsis + open}];
  }
  const last = kept.pop();
  return last === undefined ? [] : [...kept, {...last, text: last.text + ellipsis}];
}

/** The runs in lines of at most a width; what does not fit in `most` lines is cut. */
export function wrapRuns(
  runs: readonly StyledRun[],
  size: number,
  width: number,
  most: number
): readonly (readonly StyledRun[])[] {
  const lines: StyledRun[][] = [[]];
  for (const word of words(runs)) {
    const current = lines.at(-1) ?? [];
    const isFull = current.length > 0 && trimmedWidth([...current, ...word], size) > width;
    if (isFull && lines.length < most) lines.push([...word]);
    else current.push(...word);
  }
  return lines.filter((words) => words.length > 0).map((words) => cutRuns(joined(words), size, width));
}

import {runsWidth} from "./text.ts";
import type {StyledRun} from "./text.ts";

const ellipsis = "…";

/** Words with the spaces behind them; an exponent, or a percent sign, stays with what it belongs to. */
function words(runs: readonly StyledRun[]): readonly (readonly StyledRun[])[] {
  const result: StyledRun[][] = [[]];
  for (const run of runs) {
    for (const piece of run.text.split(/(?<= )(?!%)/)) {
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

function trimmedWidth(runs: readonly StyledRun[], size: number, tracking: number): number {
  return runsWidth(joined(runs), size, tracking);
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

type Lines = readonly (readonly StyledRun[])[];

/** The runs in lines of at most a width; what does not fit in `most` lines is cut. */
export function wrapRuns(runs: readonly StyledRun[], size: number, width: number, most: number, tracking = 0): Lines {
  const lines: StyledRun[][] = [[]];
  for (const word of words(runs)) {
    const current = lines.at(-1) ?? [];
    const isFull = current.length > 0 && trimmedWidth([...current, ...word], size, tracking) > width;
    if (isFull && lines.length < most) lines.push([...word]);
    else current.push(...word);
  }
  return lines.filter((words) => words.length > 0).map((words) => cutRuns(joined(words), size, width, tracking));
}

const isCut = (lines: Lines): boolean => lines.at(-1)?.at(-1)?.text.endsWith(ellipsis) ?? false;

/** In as few lines as the width allows, of about the same length. */
export function wrapEvenly(runs: readonly StyledRun[], size: number, width: number, most: number, tracking = 0): Lines {
  const widest = wrapRuns(runs, size, width, most, tracking);
  if (widest.length < 2 || isCut(widest)) return widest;
  let lines = widest;
  for (let share = 0.95; share > 0.5; share -= 0.05) {
    const next = wrapRuns(runs, size, width * share, most, tracking);
    if (isCut(next)) break;
    lines = next;
  }
  return lines;
}

/** Where a sentence ends and another begins. */
const sentenceEnd = /(?<=[.!?]) (?=[\p{Lu}\u2068“])/u;

/** The runs without their last sentence; nothing if there is but one. */
function withoutLastSentence(runs: readonly StyledRun[]): readonly StyledRun[] {
  const kept = [...runs];
  for (let run = kept.pop(); run !== undefined; run = kept.pop()) {
    const sentences = run.text.split(sentenceEnd);
    if (sentences.length > 1) return [...kept, {...run, text: sentences.slice(0, -1).join(" ")}];
  }
  return [];
}

/** The runs in lines, as many whole sentences as fit; where not even the first does, it is cut. */
export function wrapSentences(runs: readonly StyledRun[], size: number, width: number, most: number): Lines {
  const whole = wrapRuns(runs, size, width, most);
  let lines = whole;
  for (let kept = runs; isCut(lines); lines = wrapRuns(kept, size, width, most)) {
    kept = withoutLastSentence(kept);
    if (kept.length === 0) return whole;
  }
  return lines;
}

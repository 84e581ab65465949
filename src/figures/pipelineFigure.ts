import type {BarMark, Figure, Mark, Text} from "../chart/figure.ts";
import {log10} from "../numerics/exp.ts";
import type {Scenario} from "../scenario/schema.ts";
import {pipeline} from "../simulation/pipeline.ts";
import type {Pipeline, PipelineShare} from "../simulation/pipeline.ts";
import type {Told} from "../simulation/costNumbers.ts";
import type {CostUncertainty} from "../simulation/costUncertainty.ts";
import type {Interval} from "../simulation/draws.ts";
import {rowsAxis} from "./axes.ts";
import {costFooter, setupLooks} from "./costMarks.ts";
import {isNarrow, times} from "./costWords.ts";
import {factorNames, factorText, hasOtherSeconds, isServedAlike, secondsNames} from "./pipelineWords.ts";
import {isShared} from "./sharedFactors.ts";
import type {FigureOptions} from "./ladder.ts";
import {plain} from "./wording.ts";

const finiteOr = (value: number): number | null => (Number.isFinite(value) ? value : null);

interface Step {
  readonly id: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Its own factor. */
  readonly factor: Told;
  /** The 90 % ends of where it leads, log10; undefined where nothing about it is uncertain. */
  readonly ends: readonly [number, number] | undefined;
  readonly isTotal: boolean;
}

const endsOf = (from: number, interval: Interval | undefined): Step["ends"] =>
  interval === undefined || isNarrow(interval) ? undefined : [from + log10(interval.low), from + log10(interval.high)];

/** What is taken apart: a share of a task's cost, or all of it. */
export type PipelinePart = PipelineShare | "total" | "seconds";

/** What each part comes to in the end, in words. */
const wholes: Readonly<Record<PipelinePart, string>> = {
  serving: "the serving bill",
  training: "its share of the training",
  total: "a task in all",
  seconds: "the seconds of a task"
};

function stepsOf(
  {factors, before, after, seconds, secondsFactors}: Pipeline,
  part: PipelinePart,
  {pipeline: drawn}: CostUncertainty
): readonly Step[] {
  let at = 0;
  const step = (id: string, name: string, from: number, value: number, interval: Interval | undefined): Step => {
    const factor = {value: Number.isFinite(value) ? value : null, interval: interval ?? null};
    return {id, name, from, to: from + log10(value), factor, ends: endsOf(from, interval), isTotal: id === "whole"};
  };
  if (part === "seconds") {
    const steps = secondsFactors
      .filter(({name, value}) => !isShared({value, interval: drawn?.seconds[name] ?? null}))
      .map(({name, value}): Step => {
        const found = step(name, secondsNames[name], at, value, drawn?.seconds[name]);
        at = found.to;
        return found;
      });
    return [...steps, step("whole", wholes.seconds, 0, seconds.after / seconds.before, drawn?.ratios.seconds)];
  }
  const own = factors
    .filter((factor) => part === "total" || factor.share === part)
    .filter(
      ({name, share, ofServing}) =>
        share === "training" || !isShared({value: ofServing, interval: drawn?.factors[name]?.own ?? null})
    )
    .map(({name, ofServing, ofTraining, ofTotal}): Step => {
      const value = {serving: ofServing, training: ofTraining, total: ofTotal}[part];
      const interval = drawn?.factors[name]?.[part === "total" ? "ofTotal" : "own"];
      const found = step(name, factorNames[name], at, value, interval);
      at = found.to;
      return found;
    });
  return [...own, step("whole", wholes[part], 0, after[part] / before[part], drawn?.ratios[part])];
}

/** All parts on one scale, so that their bars compare: log10 of a multiplier. */
function domainOf(steps: readonly Step[]): readonly [number, number] {
  const ends = steps.flatMap(({from, to, ends: own = []}) => [from, to, ...own]);
  const told = [0, ...ends.filter(Number.isFinite)];
  const [low, high] = [Math.min(...told), Math.max(...told)];
  const room = 0.1 * (high - low) || 0.3;
  // Labels stand behind the ends of intervals: of a factor below 1 that reaches furthest, on the left.
  const isLeft = steps.some(({from, to, ends: own}) => to < from && own?.[0] === low);
  return [low - (isLeft ? 2.5 : 1) * room, high + 2.5 * room];
}

const headings: Readonly<Record<PipelinePart, string>> = {
  serving: "Serving bill of a task: no training gain in it",
  training: "Share of the training in a task",
  total: "A task in all: the bill and its share of the training, added",
  seconds: "Seconds of a task"
};

const shortHeadings: Readonly<Record<PipelinePart, string>> = {...headings, total: "A task in all"};

const captions: Readonly<Record<PipelinePart, string>> = {
  serving: "Each step multiplies what stands before it; a line is its 90 % interval.",
  training: "Each step multiplies what stands before it; a line is its 90 % interval.",
  total:
    "Each step multiplies the cost of a task, bill and training added: a factor of the smaller of the two does little. A line is its 90 % interval.",
  seconds: "Agents side by side wait for the slowest; a line is the 90 % interval of a step."
};

/**
 * One share of a task's cost, or all of it, taken from one setup to another as steps that multiply; undefined where no two are
 * named, and of a share of which no factor changes: of the bill where both are served alike, of the training where both
 * run one, of the seconds where both take as long or no pace is set.
 *
 * The training gain is a step of the training alone: among those of the serving bill it does not stand.
 */
export function pipelineFigure(
  scenario: Scenario,
  drawn: CostUncertainty,
  part: PipelinePart,
  {find}: FigureOptions = {}
): Figure | undefined {
  const found = pipeline(scenario);
  if (found === undefined) return undefined;
  const isTimed = hasOtherSeconds({
    secondsFactors: found.secondsFactors,
    ratios: {seconds: {value: finiteOr(found.seconds.after / found.seconds.before)}}
  });
  const isShown = {serving: !isServedAlike(found), training: !found.isTrainedOnce, seconds: isTimed, total: true};
  if (!isShown[part]) return undefined;
  const looks = setupLooks(scenario);
  const [from, to] = [looks.get(found.from), looks.get(found.to)];
  const [serving, training] = [stepsOf(found, "serving", drawn), stepsOf(found, "training", drawn)];
  const total = stepsOf(found, "total", drawn);
  const seconds = isTimed ? stepsOf(found, "seconds", drawn) : [];
  const steps = {serving, training, total, seconds}[part];
  const isTold = steps.every((step) => Number.isFinite(step.to));
  const bound = {trainingGain: {bound: scenario.cost?.pipeline?.gain?.bound ?? null}};
  const say = ({id}: Step, told: Told) =>
    id === "gain" && part === "training" ? factorText(bound, id, told) : times(told);
  // To the digit of its interval, which stands with the name.
  const alone = (text: string) => text.replace(/ \(.*\)$/, "");
  const note = ({factor, ends}: Step): {readonly note?: Text} =>
    ends === undefined ? {} : {note: plain(/\((.*)\)/.exec(times(factor))?.[1] ?? "")};
  const marks = (isTold ? steps : []).flatMap((step, row): readonly Mark[] => {
    const {id, name, from: start, to: end, factor, ends, isTotal} = step;
    const bar: BarMark = {
      type: "bar",
      id: `${part}-${id}`,
      role: isTotal ? (to?.role ?? "ink") : "ink",
      row,
      x1: start,
      x2: end,
      emphasis: isTotal ? "total" : "part",
      endLabel: plain(alone(say(step, factor))),
      detail: `${name}: ${say(step, factor)}.`
    };
    if (ends === undefined) return [bar];
    const [low, high] = ends;
    return [bar, {type: "whisker", id: `${part}-${id}-span`, role: "ink", along: "x", at: row, low, high}];
  });
  const title = `From ${from?.name ?? found.from} to ${to?.name ?? found.to}: ${wholes[part]}`;
  const missing = part === "serving" ? "the serving bill of one of them" : "the training of one of them";
  return {
    id: `pipeline-${part}`,
    title,
    subtitle: plain("Factors; they multiply."),
    description: `${title}. ${marks.flatMap((mark) => ("detail" in mark ? [mark.detail] : [])).join(" ")}`,
    metric: headings[part],
    shortMetric: shortHeadings[part],
    x: {
      scale: "log10",
      domain: domainOf([...serving, ...training, ...total, ...seconds]),
      title: plain(`Times ${from?.shortName ?? found.from} (log axis)`),
      shortTitle: plain(`Times ${from?.shortName ?? found.from} (log axis)`),
      ticks: "multiplier"
    },
    y: rowsAxis(steps.map((step) => ({id: step.id, name: step.name, ...(isTold ? note(step) : {})}))),
    marks,
    key: [],
    caption: captions[part],
    footer: costFooter(scenario, drawn, find),
    ...(isTold ? {} : {empty: `Cannot be told: ${missing} has no number`})
  };
}

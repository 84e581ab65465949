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
import {factorNames, factorText, isNarrow, isServedAlike, times} from "./costWords.ts";
import type {FigureOptions} from "./ladder.ts";
import {plain} from "./wording.ts";

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

/** What each share comes to in the end, in words. */
const wholes: Readonly<Record<PipelineShare, string>> = {
  serving: "the serving bill",
  training: "its share of the training"
};

function stepsOf(
  {factors, before, after}: Pipeline,
  share: PipelineShare,
  {pipeline: drawn}: CostUncertainty
): readonly Step[] {
  let at = 0;
  const step = (id: string, name: string, from: number, value: number, interval: Interval | undefined): Step => {
    const factor = {value: Number.isFinite(value) ? value : null, interval: interval ?? null};
    return {id, name, from, to: from + log10(value), factor, ends: endsOf(from, interval), isTotal: id === "whole"};
  };
  const own = factors
    .filter((factor) => factor.share === share)
    .map(({name, ofServing, ofTraining}): Step => {
      const found = step(
        name,
        factorNames[name],
        at,
        share === "serving" ? ofServing : ofTraining,
        drawn?.factors[name]?.own
      );
      at = found.to;
      return found;
    });
  return [...own, step("whole", wholes[share], 0, after[share] / before[share], drawn?.ratios[share])];
}

/** Both shares on one scale, so that their bars compare: log10 of a multiplier. */
function domainOf(steps: readonly Step[]): readonly [number, number] {
  const ends = steps.flatMap(({from, to, ends: own = []}) => [from, to, ...own]);
  const told = [0, ...ends.filter(Number.isFinite)];
  const [low, high] = [Math.min(...told), Math.max(...told)];
  const room = 0.1 * (high - low) || 0.3;
  // Labels stand behind the ends of intervals.
  return [low - room, high + 2.5 * room];
}

/**
 * One share of a task's cost, taken from one setup to another as steps that multiply; undefined where no two are
 * named, and of the serving bill where both are served alike.
 *
 * The training gain is a step of the training alone: among those of the serving bill it does not stand.
 */
export function pipelineFigure(
  scenario: Scenario,
  drawn: CostUncertainty,
  share: PipelineShare,
  {find}: FigureOptions = {}
): Figure | undefined {
  const found = pipeline(scenario);
  if (found === undefined || (share === "serving" && isServedAlike(found))) return undefined;
  const looks = setupLooks(scenario);
  const [from, to] = [looks.get(found.from), looks.get(found.to)];
  const [serving, training] = [stepsOf(found, "serving", drawn), stepsOf(found, "training", drawn)];
  const steps = share === "serving" ? serving : training;
  const isTold = steps.every((step) => Number.isFinite(step.to));
  const bound = {trainingGain: {bound: scenario.cost?.pipeline?.gain?.bound ?? null}};
  const say = ({id}: Step, told: Told) => (id === "gain" ? factorText(bound, id, told) : times(told));
  const note = ({factor, ends}: Step): {readonly note?: Text} =>
    ends === undefined ? {} : {note: plain(/\((.*)\)/.exec(times(factor))?.[1] ?? "")};
  const marks = (isTold ? steps : []).flatMap((step, row): readonly Mark[] => {
    const {id, name, from: start, to: end, factor, ends, isTotal} = step;
    const bar: BarMark = {
      type: "bar",
      id: `${share}-${id}`,
      role: isTotal ? (to?.role ?? "ink") : "ink",
      row,
      x1: start,
      x2: end,
      emphasis: isTotal ? "total" : "part",
      endLabel: plain(say(step, {...factor, interval: null})),
      detail: `${name}: ${say(step, factor)}.`
    };
    if (ends === undefined) return [bar];
    const [low, high] = ends;
    return [bar, {type: "whisker", id: `${share}-${id}-span`, role: "ink", along: "x", at: row, low, high}];
  });
  const heading =
    share === "serving" ? "Serving bill of a task: no training gain in it" : "Share of the training in a task";
  const title = `From ${from?.name ?? found.from} to ${to?.name ?? found.to}: ${wholes[share]}`;
  const missing = share === "serving" ? "the serving bill of one of them" : "the training of one of them";
  return {
    id: `pipeline-${share}`,
    title,
    subtitle: plain("Factors; they multiply."),
    description: `${title}. ${marks.flatMap((mark) => ("detail" in mark ? [mark.detail] : [])).join(" ")}`,
    metric: heading,
    shortMetric: heading,
    x: {
      scale: "log10",
      domain: domainOf([...serving, ...training]),
      title: plain(`Times ${from?.shortName ?? found.from} (log axis)`),
      shortTitle: plain(`Times ${from?.shortName ?? found.from} (log axis)`),
      ticks: "multiplier"
    },
    y: rowsAxis(steps.map((step) => ({id: step.id, name: step.name, ...(isTold ? note(step) : {})}))),
    marks,
    key: [],
    caption: "Each step multiplies what stands before it; a line is its 90 % interval.",
    footer: costFooter(scenario, drawn, find),
    ...(isTold ? {} : {empty: `Cannot be told: ${missing} has no number`})
  };
}

import type {BarMark, Figure, Text} from "../chart/figure.ts";
import {log10} from "../numerics/exp.ts";
import {inputAt} from "../scenario/inputList.ts";
import {formatCount, formatFlop, formatMultiplier, writeField} from "../scenario/numberText.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {Output} from "../simulation/outputs.ts";
import {isLogOutput, outputsOf, outputShown} from "../simulation/outputs.ts";
import type {Sensitivity} from "../simulation/sensitivity.ts";
import {shownMetric} from "../simulation/ladder.ts";
import {rowsAxis} from "./axes.ts";
import {outputWords} from "./compareWords.ts";
import {outputDollars, taskUnitOf} from "./costWords.ts";
import {footerOf} from "./footer.ts";
import type {FigureOptions} from "./ladder.ts";
import type {ViewAnswer} from "./viewPart.ts";
import {asString, flop, join, multiplier, plain, pointsText} from "./wording.ts";

/** An output's value in words. */
export function outputText(scenario: Scenario, {kind}: Output, value: number): Text {
  switch (kind) {
    case "gain":
      return plain(multiplier(value));
    case "compute":
      return flop(value);
    case "points":
      return plain(pointsText(value, scenario.metrics[shownMetric(scenario)]?.unit ?? "points"));
    case "share":
      return plain(`${(100 * value).toFixed(1)} %`);
    case "dollars":
      return plain(outputDollars(value, taskUnitOf(scenario)));
    case "seconds":
    case "tokens":
    case "amount":
    case "difference":
      return plain(outputWords(kind, value));
    case "score":
      return plain(value.toFixed(scenario.metrics[shownMetric(scenario)]?.decimals ?? 2));
  }
}

/** An input's value in words. */
export function inputText(scenario: Scenario, address: string, value: number): Text {
  const kind = inputAt(scenario, address)?.kind.quantity;
  if (kind === "compute") return formatFlop(value).runs;
  if (kind === "gain") return plain(formatMultiplier(value));
  if (kind === "parameters" || kind === "tokens") return plain(formatCount(value));
  return plain(kind === undefined || kind === "count" ? String(value) : writeField(value, kind));
}

/** At most this many inputs have a bar. */
export const mostBars = 12;

/** The tornado of an output: what each input alone does to it, the widest first. */
export function sensitivityFigure(
  scenario: Scenario,
  sensitivity: Sensitivity | undefined,
  {find}: FigureOptions = {}
): Figure {
  const output = outputsOf(scenario).find(({id}) => id === sensitivity?.output) ?? outputShown(scenario);
  const isLog = output !== undefined && isLogOutput(output);
  const swings = (sensitivity?.swings ?? [])
    .filter(({atLow, atHigh}) => Number.isFinite(atLow) && Number.isFinite(atHigh))
    .slice(0, mostBars);
  const unit = output?.kind === "dollars" ? taskUnitOf(scenario) : undefined;
  // Dollars of a million tasks stand on an axis of their own.
  const shift = log10(unit?.tasks ?? 1);
  const axis = (output?.name ?? "").replace("a task", unit?.name ?? "a task");
  const middle = sensitivity?.central ?? 0;
  const values = [middle, ...swings.flatMap(({atLow, atHigh}) => [atLow, atHigh])];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = 0.22 * (high - low) || 0.5;
  const say = (value: number) => (output === undefined ? plain("") : outputText(scenario, output, value));
  const label = (address: string) => inputAt(scenario, address)?.label ?? address;
  const marks = swings.flatMap(({address, inputLow, inputHigh, atLow, atHigh}, row): readonly BarMark[] => {
    const [from, to] = [inputText(scenario, address, inputLow), inputText(scenario, address, inputHigh)];
    const bar = (emphasis: "low" | "high", x2: number, at: Text): BarMark => ({
      type: "bar",
      id: `${emphasis}-${row}`,
      role: "ink",
      row,
      x1: middle + shift,
      x2: x2 + shift,
      emphasis,
      endLabel: say(x2),
      detail: `${label(address)} at ${asString(at)}: ${output?.name ?? ""} ${asString(say(x2))}.`
    });
    return [bar("low", atLow, from), bar("high", atHigh, to)];
  });
  const title = output === undefined ? "No answer to be sensitive" : `What the ${output.name} hangs on`;
  return {
    id: "sensitivity",
    title,
    subtitle: join(
      "One input at a time, from its 5th to its 95th percentile, all others as they are: ",
      say(middle),
      "."
    ),
    description: `${title}. ${marks.map(({detail}) => detail).join(" ")}`,
    metric: axis,
    shortMetric: axis,
    x: {
      scale: isLog ? "log10" : "linear",
      domain: [low - room + shift, high + room + shift],
      title: plain(axis),
      shortTitle: plain(axis),
      ticks: output?.kind === "gain" ? "multiplier" : output?.kind === "compute" ? "power" : "number"
    },
    y: rowsAxis(
      swings.map(({address, inputLow, inputHigh}) => ({
        id: address,
        name: label(address),
        note: join(inputText(scenario, address, inputLow), " to ", inputText(scenario, address, inputHigh))
      }))
    ),
    marks:
      swings.length === 0 ? [] : [{type: "rule", id: "central", role: "ink", along: "y", at: middle + shift}, ...marks],
    key:
      swings.length === 0
        ? []
        : [
            {sample: "low", text: "input at its 5th percentile"},
            {sample: "high", text: "input at its 95th percentile"}
          ],
    caption: "Each bar moves one input from its 5th to its 95th percentile.",
    footer: footerOf(scenario, shownMetric(scenario), find),
    ...(swings.length === 0
      ? {empty: sensitivity === undefined ? "Being computed" : "No input of this answer has an interval"}
      : {})
  };
}

/** A group's share as a row says it. */
export interface ShareRow {
  readonly inputs: string;
  /** The same inside a sentence: “compute of Muse Spark”. */
  readonly step: string;
  readonly first: number;
  readonly total: number;
}

/** What the shares may be off by chance, and the samples they leave out, in words: whole percent points. */
export function shareError({shares, draws}: Sensitivity): string {
  const most = Math.max(0, ...shares.flatMap(({firstError, totalError}) => [firstError, totalError]));
  const points = Math.max(1, Math.ceil(100 * most));
  const leftOut = Math.max(0, ...shares.map((share) => share.leftOut));
  const error = `standard error at most ${points} ${points === 1 ? "point" : "points"}`;
  return leftOut === 0 ? error : `${error}, without the ${percentOf(leftOut / draws)} that give no number`;
}

/** A share in whole percent: "63 %". */
export const percentOf = (share: number): string => (share < 0.005 ? "under 1 %" : `${(100 * share).toFixed(0)} %`);

/** The variance shares in words, the largest first; a total below its own part alone is so by chance. */
export const shareRows = (scenario: Scenario, {shares}: Sensitivity): readonly ShareRow[] =>
  shares.map(({addresses, first, total}) => ({
    step: addresses.map((address) => inputAt(scenario, address)?.step ?? address).join(" and the "),
    inputs: addresses.map((address) => inputAt(scenario, address)?.label ?? address).join(" together with "),
    first,
    total: Math.max(first, total)
  }));

/** The answer of the view: which input most of what is not known comes from. */
export function sensitivityAnswer(scenario: Scenario, sensitivity: Sensitivity | undefined): ViewAnswer {
  const output = outputShown(scenario);
  if (output === undefined) return {body: plain("There is no answer to be sensitive"), condition: []};
  const found = sensitivity?.output === output.id ? sensitivity : undefined;
  const [widest] = found === undefined ? [] : shareRows(scenario, found);
  const isStill = found?.swings.length === 0;
  return {
    body: plain(
      widest === undefined
        ? `What the ${output.name} hangs on`
        : `${percentOf(widest.total)} of what is not known about the ${output.name} is the ${widest.step}`
    ),
    condition: join(
      ...(found === undefined ? [] : ["As set it is ", outputText(scenario, output, found.central), ". "]),
      isStill
        ? "No input of it has an interval: nothing moves it. Give an input an interval, or choose another output."
        : "A bar moves one input from its 5th to its 95th percentile and leaves all others."
    )
  };
}

import {outputDollars} from "./costWords.ts";
import {timeText} from "./agentsWords.ts";
import {amountText as roundAmount} from "./reinforcementNumbers.ts";
import {pow10} from "../numerics/exp.ts";
import type {InputDifference, ScenarioComparison, StructuralDifference} from "../scenario/compareScenarios.ts";
import type {InputKind} from "../scenario/inputs.ts";
import {formatCount, formatFlop, formatMultiplier, formatPoints, writeField} from "../scenario/numberText.ts";
import type {Quantity} from "../scenario/quantity.ts";
import {isLogOutput} from "../simulation/outputs.ts";
import type {OutputChange, OutputPair} from "../simulation/outputChange.ts";
import {structure} from "../simulation/outputChange.ts";

const none = "not set";

function amountText(value: number, {quantity, unit}: InputKind): string {
  if (quantity === "count") return String(value);
  if (quantity === "gain") return formatMultiplier(value);
  if (quantity === "compute") return formatFlop(value, 3).text;
  const text = writeField(value, quantity);
  return unit === "" || unit === "of 1" ? text : `${text} ${unit}`;
}

/** A quantity with its interval: `3.00×10^25 FLOP (90 %: 3.00×10^24 to 3.00×10^26)`, `over 10×`. */
export function quantityWords({value, low, high, bound}: Quantity, kind: InputKind): string {
  const central = `${bound === undefined ? "" : `${bound} `}${amountText(value, kind)}${kind.quantity === "compute" ? " FLOP" : ""}`;
  if (low === undefined || high === undefined) return central;
  return `${central} (90 %: ${amountText(low, kind)} to ${amountText(high, kind)})`;
}

/** `Muse Spark, compute: 3.00×10^25 FLOP → 1.50×10^25 FLOP`. */
export function inputWords({label, kind, before, after}: InputDifference): string {
  const side = (quantity: Quantity | undefined) => (quantity === undefined ? none : quantityWords(quantity, kind));
  return `${label}: ${side(before)} → ${side(after)}`;
}

/** `models.new-one added: New One`, `models.muse-spark.basis: placed → known`. */
export function structureWords({path, what, before = "", after = ""}: StructuralDifference): string {
  if (what === "added") return `${path} added: ${after}`;
  if (what === "removed") return `${path} removed: ${before}`;
  return `${path}: ${before} → ${after}`;
}

/** How an output's numbers are said; of gains and computes they are log10. */
const valueWords: Readonly<Record<OutputPair["kind"], (value: number) => string>> = {
  gain: (value) => (value === Infinity ? "never reached" : formatMultiplier(pow10(value))),
  compute: (value) => (value === Infinity ? "never reached" : `${formatFlop(pow10(value)).text} FLOP`),
  dollars: outputDollars,
  seconds: (value) => timeText(pow10(value)),
  tokens: (value) => formatCount(Number(pow10(value).toPrecision(3))),
  amount: (value) => roundAmount(pow10(value)),
  difference: (value) => formatPoints(100 * value),
  share: (value) => `${(100 * value).toFixed(1)} %`,
  points: formatPoints,
  score: (value) => (Number.isFinite(value) ? String(Number(value.toPrecision(4))) : "no number")
};

/** An output's value in words; `not there` where that scenario has no such output. */
export const outputWords = (kind: OutputPair["kind"], value: number): string =>
  Number.isNaN(value) ? "not there" : valueWords[kind](value);

/** Both numbers of an output in words. */
export const pairWords = ({kind, endless, before, after}: OutputPair): {readonly was: string; readonly now: string} => {
  const say = (value: number) => (value === Infinity && endless !== undefined ? endless : outputWords(kind, value));
  return {was: say(before), now: say(after)};
};

/** A part of a change in words: a factor where factors multiply, else what it adds. */
export function partWords(kind: OutputPair["kind"], part: number): string {
  if (isLogOutput({kind})) return `times ${formatMultiplier(pow10(part)).replace("×", "")}`;
  if (kind === "share" || kind === "difference") return formatPoints(100 * part);
  const text = part.toFixed(2).replace("-", "−");
  return `${part < 0 || /^−?0\.00$/.test(text) ? text.replace(/^−0\.00$/, "0.00") : `+${text}`}${kind === "points" ? " points" : ""}`;
}

/** The change of one output and where it comes from, a line a changed input, the largest part first. */
export function attributionLines(change: OutputChange, {inputs}: ScenarioComparison): readonly string[] {
  const {name, kind, attribution, idle} = change;
  const {was, now} = pairWords(change);
  const labels = new Map(inputs.map(({address, label}) => [address, label]));
  const said = (address: string) =>
    address === structure ? "what is built otherwise" : (labels.get(address) ?? address);
  const {method, parts} = attribution;
  const head = `${name}: ${was} → ${now}`;
  if (method === "none") {
    return [`${head}; a mixture of the two has no finite number, so the change is not shared out`];
  }
  const how = {
    shapley: "mean over all orders of the changes (Shapley)",
    "in-order": "each change behind those before it, in the order listed"
  }[method];
  const shown = method === "shapley" ? [...parts].sort((a, b) => Math.abs(b.part) - Math.abs(a.part)) : parts;
  return [
    head,
    ...(parts.length === 0 ? [] : [`  by ${how}:`]),
    ...shown.map(({change: address, part}) => `  ${said(address)}: ${partWords(kind, part)}`),
    ...idle.map((address) => `  ${said(address)}: moves nothing here`)
  ];
}

import {highestPeak, chips, findChip, type Chip} from "./chips.ts";
import {editDistance} from "./nearest.ts";
import type {Parsed} from "./quantity.ts";
import {isSymbol, textOf, wordOf, type Token} from "./quantityTokens.ts";
import type {RarerUnits} from "./rarerUnits.ts";
import {accepted, isPerSecond, readFlopWord, secondsPer} from "./units.ts";
import {readUtilization, type Utilization} from "./utilization.ts";

/** What a unit multiplies its number by: a power of ten, kept apart so that it costs no rounding, and a factor. */
export interface UnitFactor {
  readonly power: number;
  readonly times: number;
}

type Failure = Extract<Parsed<never>, {ok: false}>;

/** FLOP for one of the unit that follows a number: "YFLOP", "PF-days", "H100-hours at 40% of BF16 peak". */
export function readComputeUnit(unit: readonly Token[], text: string, units?: RarerUnits): Parsed<UnitFactor> {
  const [first] = unit;
  if (!first) return {ok: true, value: {power: 0, times: 1}};
  const flop = first.type === "word" ? readFlopWord(first.text) : undefined;
  if (!flop) return readChipTime(unit, text, units);
  const perSecond = isPerSecond(unit, 1);
  const rest = unit.slice(perSecond ? 3 : 1);
  const joined = isSymbol(rest[0], "-") || isSymbol(rest[0], "·") || isSymbol(rest[0], "*");
  const [time, ...more] = joined ? rest.slice(1) : rest;
  if (!time) {
    if (flop.form === "amount" && !perSecond && !joined) return {ok: true, value: {power: flop.power, times: 1}};
    const message = `"${textOf(unit, text)}" is a rate; an amount of compute needs a time: for example 3640 petaflop/s-days`;
    return {ok: false, message, ...(flop.form === "rate" && {hint: "write FLOP, without the S, for an amount"})};
  }
  if (more.length > 0 || time.type !== "word") return unexpected(more.length > 0 ? more : [time], text);
  const seconds = readSeconds(time.text, units);
  return seconds.ok ? {ok: true, value: {power: flop.power, times: seconds.value}} : seconds;
}

function readSeconds(unit: string, units?: RarerUnits): Parsed<number> {
  const known = secondsPer.get(unit.toLowerCase());
  if (known !== undefined) return {ok: true, value: known};
  const unknown = `unknown unit of time "${unit}"; known are seconds, minutes, hours, days, weeks, months and years`;
  if (!/^[a-z]+$/i.test(unit)) return {ok: false, message: unknown};
  if (!units) {
    return {ok: false, message: `"${unit}" is among the rarer units, which are not loaded yet`, needs: "rarer-units"};
  }
  const seconds = units.seconds(unit) ?? units.seconds(unit.toLowerCase());
  return seconds === undefined ? {ok: false, message: unknown} : {ok: true, value: seconds};
}

const genericChips = /^(gpus?|tpus?|chips?|accelerators?)$/;
// Only to tell "40 weeks" from "40 bananas" before the rarer units are loaded.
const looksLikeTime = /^(seconds?|minutes?|hours?|hrs?|days?|weeks?|fortnights?|months?|years?|decades?)$/;

/** Reads "H100-hours at 40% of BF16 peak" and "GPU-hours at 390 TFLOP/s". */
function readChipTime(unit: readonly Token[], text: string, units?: RarerUnits): Parsed<UnitFactor> {
  const at = unit.findIndex((token) => wordOf(token) === "at" || isSymbol(token, "@"));
  const head = (at < 0 ? unit : unit.slice(0, at)).filter((token) => !isSymbol(token, "-"));
  const phrase = textOf(at < 0 ? unit : unit.slice(0, at), text);
  const {chip, rest} = splitChip(head, text);
  const [time, ...more] = rest;
  if (chip && !time) {
    return {ok: false, message: `"${phrase}" needs a time: for example ${chip.name}-hours at 40% of BF16 peak`};
  }
  const last = wordOf(head.at(-1)) ?? "";
  const timed = secondsPer.has(last) || looksLikeTime.test(last);
  if (!chip && !timed) return unexpected(unit, text);
  if (!chip && more.length > 0) return unknownChip(textOf(head.slice(0, -1), text));
  if (more.length > 0 || time?.type !== "word") return unexpected(rest, text);

  const utilization = at < 0 ? undefined : readUtilization(unit.slice(at + 1), text);
  if (utilization && !utilization.ok) return utilization;
  const rate = achievedRate(phrase, chip, utilization?.value ?? {});
  if (!rate.ok) return rate;
  const seconds = readSeconds(time.text, units);
  return seconds.ok ? {ok: true, value: {power: 0, times: seconds.value * rate.value}} : seconds;
}

/** The chip that the longest possible run of words names, and what follows it; words such as GPU are passed over. */
function splitChip(words: readonly Token[], text: string): {chip: Chip | undefined; rest: readonly Token[]} {
  const generic = (token: Token): boolean => genericChips.test(wordOf(token) ?? "");
  for (let n = words.length; n > 0; --n) {
    const name = words
      .slice(0, n)
      .map((token) => textOf([token], text))
      .join("");
    // "16 H100s" is how people write several of them
    const chip = findChip(name) ?? findChip(name.replace(/s$/, ""));
    if (chip) return {chip, rest: words.slice(n).filter((token) => !generic(token))};
  }
  return {chip: undefined, rest: words.filter((token) => !generic(token))};
}

/** FLOP/s that one chip achieves. */
function achievedRate(phrase: string, chip: Chip | undefined, {rate, fraction, format}: Utilization): Parsed<number> {
  if (rate !== undefined) {
    if (!chip || rate <= highestPeak(chip)) return {ok: true, value: rate};
    const peak = `${highestPeak(chip) / 1e12} TFLOP/s`;
    return {ok: false, message: `${rate / 1e12} TFLOP/s is above the highest peak of ${chip.name}, ${peak}`};
  }
  if (chip && fraction !== undefined && format !== undefined) {
    const peak = Object.hasOwn(chip.peaks, format) ? chip.peaks[format] : undefined;
    if (peak) return {ok: true, value: peak.rate * fraction};
    const known = Object.keys(chip.peaks).join(" and ");
    return {ok: false, message: `no ${format} peak of ${chip.name} is on record; on record is ${known}`};
  }
  const missing = [
    ...(chip ? [] : ["a chip"]),
    ...(format === undefined ? ["a number format"] : []),
    ...(fraction === undefined ? ["a utilisation"] : [])
  ];
  const list = missing.length > 1 ? `${missing.slice(0, -1).join(", ")} and ${missing.at(-1)}` : missing[0];
  return {
    ok: false,
    message: `${phrase} need ${list}: for example 2.38M H100-hours at 40% of BF16 peak`,
    hint: "a rate will do as well: 2.38M H100-hours at 390 TFLOP/s"
  };
}

function unknownChip(name: string): Failure {
  const distance = (chip: Chip): number => editDistance(name.toLowerCase(), chip.name.toLowerCase());
  const known = chips.toSorted((a, b) => distance(a) - distance(b)).map((chip) => chip.name);
  return {ok: false, message: `unknown chip "${name}"; known are ${known.join(", ")}`};
}

function unexpected(tokens: readonly Token[], text: string): Failure {
  return {ok: false, message: `unexpected "${textOf(tokens, text)}" in "${text}"; ${accepted.compute}`};
}

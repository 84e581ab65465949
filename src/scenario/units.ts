import type {QuantityKind} from "./quantity.ts";
import {isSymbol, wordOf, type Token} from "./quantityTokens.ts";

/** What each kind of quantity takes, as the second half of an error message. */
export const accepted: Readonly<Record<QuantityKind, string>> = {
  compute: "compute takes FLOP: for example 3e24, 2.2 YFLOP or 2.38M H100-hours at 40% of BF16 peak",
  gain: "a gain takes a factor: for example 6, 10x, 3x to 10x or over 10x",
  score: "a score takes points: for example 52.15 or 50 to 54",
  slope: "a slope takes points per tenfold of compute: for example 6 or 3 to 7",
  parameters: "parameters take a count: for example 17B or 1.7e10",
  tokens: "tokens take a count: for example 22T or 2.2e13",
  money: "money takes US dollars: for example $2.95, 0.31 or 2 to 5",
  utilization: "a utilisation takes a share of the peak: for example 0.4, 40% of BF16 peak or 0.3 to 0.45",
  number: "a count or a time takes a number above 0: for example 32,000, 1B or 20 to 60",
  coefficient: "a parameter of a law takes a number above 0: for example 0.154 or 0.14 to 0.17",
  share: "a share takes a number from 0 to 1: for example 0.3, 30% or 0.2 to 0.4",
  amount: "an amount takes a number, 0 or more: for example 0, 2.5 or 4k"
};

/** Powers of ten that may follow a number, in lower case. */
export const magnitudes: ReadonlyMap<string, number> = new Map([
  ["k", 3],
  ["thousand", 3],
  ["m", 6],
  ["mn", 6],
  ["million", 6],
  ["b", 9],
  ["bn", 9],
  ["billion", 9],
  ["t", 12],
  ["tn", 12],
  ["trillion", 12]
]);

/** Units that change nothing about the number, by kind, in lower case and with single spaces. */
export const plainUnits: Readonly<Record<Exclude<QuantityKind, "compute">, readonly string[]>> = {
  gain: ["x", "×", "times", "fold", "- fold"],
  score: ["point", "points", "pt", "pts", "%", "nat", "nats", "nats per token", "nats / token"],
  slope: [
    "point",
    "points",
    "points per tenfold",
    "points / tenfold",
    "points per decade",
    "points per 10 x",
    "points per 10 ×"
  ],
  parameters: ["parameter", "parameters", "param", "params"],
  tokens: ["token", "tokens"],
  money: ["$", "usd", "dollar", "dollars"],
  utilization: [],
  number: [
    "s",
    "second",
    "seconds",
    "h",
    "hour",
    "hours",
    "task",
    "tasks",
    "user",
    "users",
    "chip",
    "chips",
    "agent",
    "agents"
  ],
  coefficient: ["nat", "nats", "nats per token"],
  share: [],
  amount: ["s", "second", "seconds", "token", "tokens", "step", "steps", "gpu - hours", "per token", "/ token"]
};

/** What a unit of the wrong kind measures, for the error that refuses it. */
export function meaningOf(unit: string): string | undefined {
  const meanings: readonly (readonly [RegExp, string])[] = [
    [/^(x|×|times|(- )?fold)$/, "a factor"],
    [/flop|^[kmgtpezy]f\b/, "an amount or a rate of computing"],
    [/^(points?|pts?)\b/, "a number of points"],
    [/^nats?\b/, "a loss"],
    [/^%$/, "a percentage"],
    [/^tokens?$/, "a count of tokens"],
    [/^param(eter)?s?$/, "a count of parameters"],
    [/[$€£]|^(usd|dollars?|eur|euros?)$/, "money"],
    [/\b(hours?|days?|minutes?|seconds?)$|gpu|h100|a100/, "a time"]
  ];
  return meanings.find(([pattern]) => pattern.test(unit))?.[1];
}

/** Seconds in the units of time that need no library, in lower case. */
export const secondsPer: ReadonlyMap<string, number> = new Map([
  ...["s", "sec", "secs", "second", "seconds"].map((unit) => [unit, 1] as const),
  ...["min", "mins", "minute", "minutes"].map((unit) => [unit, 60] as const),
  ...["h", "hr", "hrs", "hour", "hours"].map((unit) => [unit, 3600] as const),
  ...["d", "day", "days"].map((unit) => [unit, 86400] as const)
]);

const prefixes: ReadonlyMap<string, number> = new Map(
  ["kilo", "mega", "giga", "tera", "peta", "exa", "zetta", "yotta", "ronna", "quetta"].flatMap(
    (name, i): [string, number][] => [
      [name, 3 * (i + 1)],
      [name.slice(0, 1), 3 * (i + 1)]
    ]
  )
);

/** A word for FLOP: its power of ten, and whether it is an amount, a rate ("TFLOPS"), or the bare "PF" of "PF-days". */
export interface FlopWord {
  readonly power: number;
  readonly form: "amount" | "rate" | "short";
}

/**
 * Reads "FLOP", "YFLOP", "yottaFLOP", "TFLOPS", "PF"; undefined for other words.
 *
 * "FLOPs" is a common spelling of the amount, "FLOPS" of the rate. In lower case "flops" is taken for the amount only
 * without a prefix: "petaflops" is everyday language for a rate.
 */
export function readFlopWord(text: string): FlopWord | undefined {
  const parts = /^([a-z]*?)(flops?|f)$/i.exec(text);
  if (!parts) return undefined;
  const prefix = parts[1]!.toLowerCase();
  const suffix = parts[2]!;
  const power = prefix === "" ? 0 : prefixes.get(prefix);
  if (power === undefined) return undefined;
  if (/^f$/i.test(suffix)) return prefix.length === 1 ? {power, form: "short"} : undefined;
  if (/flop$/i.test(suffix) || suffix === "FLOPs") return {power, form: "amount"};
  return {power, form: suffix === "FLOPS" || prefix !== "" ? "rate" : "amount"};
}

/** Whether "/s", "/ second" or "per second" stands at a place. */
export function isPerSecond(tokens: readonly Token[], at: number): boolean {
  const per = isSymbol(tokens[at], "/") || wordOf(tokens[at]) === "per";
  return per && secondsPer.get(wordOf(tokens[at + 1]) ?? "") === 1;
}

import {sigmoidCurve} from "../laws/logistic.ts";
import {scaleRlSigmoid} from "../laws/reinforcement.ts";
import {log10} from "../numerics/exp.ts";
import type {Reinforcement} from "../scenario/schema.ts";
import type {Band, Interval} from "../simulation/draws.ts";
import type {ReinforcementNumbers} from "../simulation/reinforcement.ts";
import type {PassIntervals, ReinforcementUncertainty} from "../simulation/reinforcementUncertainty.ts";
import {amountText, percent, pointsOf, rangeOf} from "./reinforcementNumbers.ts";
import type {Cell} from "./viewPart.ts";

/** A number of a table and its 90 % interval, "" where there is none. */
export interface Told {
  readonly value: string;
  readonly range: string;
}

/** One quantity before training, at the compute of now, and without end. */
export interface TodayRow {
  /** The same for any number of samples. */
  readonly key: string;
  readonly name: string;
  readonly before: Told;
  readonly now: Told;
  readonly after: Told;
}

const nothing: Told = {value: "no number", range: ""};

function told(value: number | undefined, interval: Interval | undefined, word: (value: number) => string): Told {
  return value === undefined ? nothing : {value: word(value), range: rangeOf(interval, word)};
}

/** The numbers of today, row by row. */
export function todayRows(
  section: Reinforcement,
  {at, passes, slope: _}: ReinforcementNumbers,
  drawn: ReinforcementUncertainty | undefined
): readonly TodayRow[] {
  const {law, heldOut} = section;
  const row = (
    key: string,
    name: string,
    values: readonly (number | undefined)[],
    intervals: Partial<Record<"before" | "now" | "after", Interval>> | undefined,
    word = percent
  ): TodayRow => ({
    key,
    name,
    before: told(values[0], intervals?.before, word),
    now: told(values[1], intervals?.now, word),
    after: told(values[2], intervals?.after, word)
  });
  const pass = (name: string, key: keyof PassIntervals, word = percent): readonly TodayRow[] => {
    if (passes === undefined) return [];
    const of = (when: "before" | "now" | "after") => drawn?.[when]?.[key];
    const [before, now, after] = [of("before"), of("now"), of("after")];
    const intervals = {...(before && {before}), ...(now && {now}), ...(after && {after})};
    return [row(key, name, [passes.before[key], passes.now?.[key], passes.after?.[key]], intervals, word)];
  };
  return [
    row(
      "score",
      section.measure ?? "Score on training problems",
      [law.before.value, at.score, Math.max(law.before.value, law.ceiling.value)],
      drawn?.scores
    ),
    ...(heldOut === undefined
      ? []
      : [
          row(
            "heldOut",
            heldOut.name ?? "Held-out problems",
            [heldOut.before.value, at.heldOut, heldOut.ceiling.value],
            drawn?.heldOutScores
          )
        ]),
    ...pass("pass@1", "pass1"),
    ...pass(`pass@${passes?.k}`, "passK"),
    ...pass(`What ${passes?.k} samples add`, "advantage", pointsOf)
  ];
}

/** The numbers of the log-linear line, each with what it is. */
export function lineRows(
  section: Reinforcement,
  {at, slope, parting, lineEnds}: ReinforcementNumbers,
  drawn: ReinforcementUncertainty | undefined
): readonly (Told & {readonly name: string})[] {
  if (parting === undefined) return [];
  const amount = (value: number) => amountText(value);
  const perTenfold = (value: number) => `${pointsOf(value)} per tenfold`;
  return [
    {name: "Steepness in the middle", ...told(slope, drawn?.slope, perTenfold)},
    {name: `Holds from, ${section.unit}`, ...told(parting.low, drawn?.parting?.low, amount)},
    {name: `Holds to, ${section.unit}`, ...told(parting.high, drawn?.parting?.high, amount)},
    {name: `Passes the ceiling at, ${section.unit}`, ...told(lineEnds, drawn?.lineEnds, amount)},
    {name: `What it says at ${amountText(at.compute, 3)}`, value: percent(at.line), range: ""}
  ];
}

/** What the figures draw, as a table with a head: the curves at the places of their bands, then every point. */
export function reinforcementTable(
  section: Reinforcement,
  {rows, passes, fit}: ReinforcementNumbers,
  drawn: ReinforcementUncertainty | undefined
): readonly (readonly Cell[])[] {
  const k = passes?.k ?? 16;
  const withEnds = (name: string) => [name, `${name}, 5 %`, `${name}, 95 %`];
  const near = (band: Band | undefined, x: number) => band?.find((place) => Math.abs(place.x - x) < 1e-9);
  const ends = (band: Band | undefined, x: number): readonly Cell[] => {
    const found = near(band, x);
    return [found?.low ?? "", found?.high ?? ""];
  };
  const fitted = fit === undefined || "missing" in fit ? undefined : sigmoidCurve(scaleRlSigmoid(fit));
  const head = [
    "row",
    section.unit,
    ...withEnds("score"),
    "log-linear line",
    ...withEnds("held out"),
    ...withEnds("pass@1"),
    ...withEnds(`pass@${k}`),
    ...withEnds("fit to the points")
  ];
  const curves = rows
    .filter((_, i) => i % 3 === 0)
    .map(({compute, score, line, heldOut}): readonly Cell[] => {
      const x = log10(compute);
      const pass = passes?.rows.find((row) => row.compute === compute);
      return [
        "curve",
        Number(compute.toPrecision(6)),
        ...[score, ...ends(drawn?.score, x)],
        line,
        ...[heldOut ?? "", ...ends(drawn?.heldOut, x)],
        ...[pass?.pass1 ?? "", ...ends(drawn?.pass1, x)],
        ...[pass?.passK ?? "", ...ends(drawn?.passK, x)],
        ...[fitted?.score(x) ?? "", ...ends(drawn?.fit?.band, x)]
      ];
    });
  const points = (section.points ?? []).map(({compute, score}): readonly Cell[] => [
    "point",
    compute,
    score.value,
    ...Array.from({length: head.length - 3}, () => "")
  ]);
  return [head, ...curves, ...points];
}

import type {BracketMark, Figure, Mark, Position} from "../chart/figure.ts";
import {log10} from "../numerics/exp.ts";
import type {Reinforcement} from "../scenario/schema.ts";
import type {ReinforcementNumbers} from "../simulation/reinforcement.ts";
import type {PassRow, Passes} from "../simulation/reinforcementPasses.ts";
import type {ReinforcementUncertainty} from "../simulation/reinforcementUncertainty.ts";
import type {FigureOptions} from "./ladder.ts";
import {amountAxis, handleMark, percentAxis, percentBand, trustOf} from "./reinforcementFigure.ts";
import {reinforcementFooter} from "./reinforcementFooter.ts";
import {amountText, percent, pointsOf} from "./reinforcementNumbers.ts";
import {passWords} from "./reinforcementWords.ts";
import {plain} from "./wording.ts";

const pointsShort = (difference: number): string => pointsOf(difference).replace(" points", "");

/** What k samples add at one place, as an upright bracket. */
const addedMark = (id: string, x: number, {pass1, passK, advantage}: Passes, note: string): BracketMark => ({
  type: "bracket",
  id,
  role: "ink",
  along: "y",
  from: {x, y: 100 * pass1},
  to: {x, y: 100 * passK},
  value: plain(pointsShort(advantage)),
  note: plain(note)
});

/** pass@1 and pass@k along the training; undefined where the section does not say what training does to success. */
export function reinforcementPassFigure(
  section: Reinforcement,
  numbers: ReinforcementNumbers,
  drawn: ReinforcementUncertainty | undefined,
  {find}: FigureOptions = {}
): Figure | undefined {
  const {passes, at} = numbers;
  if (passes?.now === undefined) return undefined;
  const {k, before, now, rows} = passes;
  const x = amountAxis(section);
  const line = (of: (row: PassRow) => number): Position[] =>
    rows.map((row) => ({x: log10(row.compute), y: 100 * of(row)}));
  const [pass1, passK] = [line((row) => row.pass1), line((row) => row.passK)];
  const trust = trustOf(section);
  const bands = (
    [
      ["pass-k-band", "ink", drawn?.passK],
      ["pass-1-band", "subject", drawn?.pass1]
    ] as const
  ).flatMap(([id, role, band]): readonly Mark[] =>
    band === undefined || band.length < 2 ? [] : [{type: "band", id, role, points: percentBand(band)}]
  );
  const levels = [...bands, {type: "line" as const, points: [...pass1, ...passK]}].flatMap((mark) => {
    if (mark.type === "band") return mark.points.flatMap(({low, high}) => [low, high]);
    return mark.type === "line" ? mark.points.map(({y}) => y) : [];
  });
  const last = rows.at(-1);
  const marks: readonly Mark[] = [
    ...bands,
    {
      type: "rule",
      id: "pass-k-before",
      role: "context",
      along: "x",
      at: 100 * before.passK,
      dashed: true,
      name: plain(`pass@${k} before training, ${percent(before.passK)}`)
    },
    {
      type: "curve",
      id: "pass-k",
      role: "ink",
      weight: "main",
      pieces: [{trust, points: passK}],
      label: {name: `pass@${k}`, place: "near", priority: 70}
    },
    {
      type: "curve",
      id: "pass-1",
      role: "subject",
      weight: "main",
      pieces: [{trust, points: pass1}],
      label: {name: "pass@1", place: "near", priority: 80}
    },
    addedMark("added-before", x.domain[0], before, "points, before"),
    addedMark("added-now", log10(at.compute), now, "points, now"),
    ...(last === undefined ? [] : [addedMark("added-end", x.domain[1], last, `points at ${amountText(last.compute)}`)]),
    handleMark(section, now.pass1, "pass@1")
  ];
  const words = passWords(section, numbers, drawn) ?? [];
  return {
    id: "rl-passes",
    title: `pass@1 and pass@${k} along the training`,
    subtitle: plain(words.join(" ")),
    description: `Horizontal axis: reinforcement learning in ${section.unit}, logarithmic. Vertical axis: problems solved, percent. pass@1 and pass@${k}. ${words.join(" ")}`,
    metric: `Problems solved by 1 attempt and by at least one of ${k}, %`,
    shortMetric: `pass@1 and pass@${k}, %`,
    space: "problems solved",
    x,
    y: percentAxis(levels, [0.08, 0.1]),
    marks,
    key: [],
    caption: `Brackets: what ${k} samples add to pass@1, before training, now and at the end of the axis.`,
    footer: reinforcementFooter(section, drawn, find)
  };
}

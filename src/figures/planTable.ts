import type {PlanAnswer} from "../fitting/plan/planPower.ts";
import type {PlanNumbers} from "../simulation/plan.ts";
import type {PlanDraws} from "../simulation/planDraws.ts";
import {laddersOf} from "./planDesignFigure.ts";
import type {Cell} from "./viewPart.ts";

const head = [
  "row",
  "ladder",
  "recipe",
  "compute FLOP",
  "true gain",
  "rungs",
  "decades of extrapolation",
  "seeds",
  "parameters",
  "tokens",
  "GPU-hours",
  "dollars",
  "power",
  "gain low",
  "gain high",
  "wrong winner"
] as const;

type Row = Partial<Record<(typeof head)[number], Cell>>;

const answered = (answer: PlanAnswer | undefined): Row =>
  answer === undefined
    ? {}
    : {power: answer.power, "gain low": answer.low, "gain high": answer.high, "wrong winner": answer.wrongWinner};

/** Everything the view draws and says, as a table with a head: chances from 0 to 1; empty where a column does not apply. */
export function planTable(numbers: PlanNumbers, drawn: PlanDraws | undefined): readonly (readonly Cell[])[] {
  const {question, shown, size, curve, gains, rungsBuy, decadesBuy} = numbers;
  const gain = question.model.gain;
  const own: Row = {
    "compute FLOP": size.compute,
    "true gain": gain,
    rungs: size.rungs,
    "decades of extrapolation": size.extrapolation,
    "GPU-hours": size.hours,
    dollars: size.dollars
  };
  const rows: readonly Row[] = [
    {row: "this ladder, delta method", ...own, ...answered(shown.answer)},
    ...(drawn === undefined
      ? []
      : [
          {
            row: `this ladder, ${drawn.draws} simulated`,
            ...own,
            power: drawn.uncalibrated.power,
            "gain low": drawn.low,
            "gain high": drawn.high,
            "wrong winner": drawn.wrongWinner
          },
          {row: "calibrated, simulated", ...own, power: drawn.calibrated.power},
          {row: "rejected at gain 1, uncalibrated", ...own, "true gain": 1, power: drawn.uncalibrated.falseAlarms},
          {row: "rejected at gain 1, calibrated", ...own, "true gain": 1, power: drawn.calibrated.falseAlarms},
          ...drawn.beside.map(({at, power, draws}): Row => ({
            row: `simulated, ${draws} ladders`,
            ...(numbers.kind === "plan"
              ? {"compute FLOP": at, "true gain": gain}
              : {"compute FLOP": size.compute, "true gain": at}),
            power
          }))
        ]),
    ...curve.flatMap(({budget, designed, geometric}): Row[] => [
      {row: "budget", ladder: "designed", "compute FLOP": budget, "true gain": gain, ...answered(designed)},
      {row: "budget", ladder: "geometric", "compute FLOP": budget, "true gain": gain, ...answered(geometric)}
    ]),
    ...gains.map((point): Row => ({row: "true gain", "true gain": point.gain, ...answered(point.answer)})),
    ...[
      ...rungsBuy.map((point) => ({kind: "rungs", point})),
      ...decadesBuy.map((point) => ({kind: "decades", point}))
    ].map(({kind, point}): Row => ({
      row: `what ${kind} buy`,
      ladder: "geometric",
      "compute FLOP": point.cost,
      "true gain": gain,
      rungs: point.rungs,
      "decades of extrapolation": point.extrapolation,
      ...answered(point.answer)
    })),
    ...laddersOf(numbers).flatMap(({id, choice}) =>
      choice.runs.map((run): Row => ({
        row: "run",
        ladder: id,
        recipe: run.recipe,
        "compute FLOP": run.compute,
        seeds: run.seeds,
        parameters: run.N,
        tokens: run.D,
        "GPU-hours": run.hours,
        dollars: run.dollars
      }))
    )
  ];
  return [[...head], ...rows.map((row) => head.map((column) => row[column] ?? ""))];
}

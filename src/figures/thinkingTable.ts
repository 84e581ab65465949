import type {Scenario, Thinking} from "../scenario/schema.ts";
import type {Interval} from "../simulation/draws.ts";
import type {ThinkingNumbers} from "../simulation/thinking.ts";
import type {ThinkingUncertainty} from "../simulation/thinkingUncertainty.ts";
import {equalScoreOf, modelName} from "./thinkingWords.ts";
import type {Cell} from "./viewPart.ts";

const ends = (interval: Interval | undefined): readonly [Cell, Cell] => [interval?.low ?? "", interval?.high ?? ""];

/**
 * What is drawn as one table, a row a place, a pick, a level of compression, a step of the path, a run of the index or a point
 * that a paper measured.
 */
export function thinkingTable(
  scenario: Scenario,
  section: Thinking,
  numbers: ThinkingNumbers,
  drawn: ThinkingUncertainty | undefined
): readonly (readonly Cell[])[] {
  const {rows, penalties, compression, path, pathCurve, index} = numbers;
  const banded = (tokens: number, key: "mixed" | "compressed") =>
    drawn?.[key]?.find(({x}) => Math.abs(x / tokens - 1) < 1e-9);
  const curve = (name: string, accuracyOf: (i: number) => number | undefined, key?: "mixed" | "compressed") =>
    rows.map(({tokens}, i): readonly Cell[] => {
      const band = key && banded(tokens, key);
      return ["accuracy", name, "", tokens, "", "", accuracyOf(i) ?? "", band?.low ?? "", band?.high ?? "", "", "", ""];
    });
  return [
    [
      "of",
      "name",
      "at",
      "tokens",
      "tokens low",
      "tokens high",
      "accuracy or score",
      "low",
      "high",
      "factor",
      "factor low",
      "factor high"
    ],
    ...section.difficulties.flatMap(({name}, k) => curve(name, (i) => rows[i]?.accuracies[k])),
    ...curve("all problems", (i) => rows[i]?.mixed, "mixed"),
    ...(section.compressed === undefined
      ? []
      : curve(section.compressed.name, (i) => rows[i]?.compressed, "compressed")),
    ...penalties.map(({name, tokens, accuracy}, i): readonly Cell[] => {
      const told = drawn?.penalties[i];
      return ["pick", name, "", tokens, ...ends(told?.tokens), accuracy, ...ends(told?.accuracy), "", "", ""];
    }),
    ...compression.map(({accuracy, before, after, factor}, i): readonly Cell[] => [
      "compression",
      `${before} to ${after} tokens`,
      "",
      before,
      "",
      "",
      accuracy,
      "",
      "",
      factor,
      ...ends(drawn?.compression[i])
    ]),
    ...pathCurve.map((tokens, i): readonly Cell[] => [
      "path",
      "length of thought",
      i / 100,
      tokens,
      "",
      "",
      "",
      "",
      "",
      "",
      "",
      ""
    ]),
    ...(path === undefined
      ? []
      : [["path now", path.phase, path.progress, path.tokens, ...ends(drawn?.path), "", "", "", "", "", ""]]),
    ...index.map(({id, tokens, score, ratio}): readonly Cell[] => [
      "index run",
      modelName(scenario, id),
      "as run",
      tokens,
      "",
      "",
      score,
      "",
      "",
      ratio,
      "",
      ""
    ]),
    ...index.map(({id, ratioAtEqualScore}): readonly Cell[] => [
      "index run",
      modelName(scenario, id),
      "equal score",
      "",
      "",
      "",
      "",
      "",
      "",
      ratioAtEqualScore,
      ...ends(equalScoreOf(numbers, drawn, id))
    ]),
    ...(section.series ?? []).flatMap(({name, unit, points}) =>
      points.map(({length, accuracy}): readonly Cell[] => [
        "measured",
        name,
        unit === "tokens" ? "" : `${length} ${unit}`,
        unit === "tokens" ? length : "",
        "",
        "",
        accuracy.value,
        accuracy.low ?? "",
        accuracy.high ?? "",
        "",
        "",
        ""
      ])
    )
  ];
}

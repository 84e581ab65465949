import {expect, test} from "vitest";
import {readRuns} from "../../src/fitting/readRuns.ts";
import {hasLadders, sharedLadder} from "./sharedLadders.ts";

const ladders: readonly [name: string, runs: number, columns: string, asked: string, filled: string][] = [
  ["gadre-2024.csv", 101, "N=params D=tokens loss=loss_c4_val name=name recipe=dataset", "N loss", "C 101"],
  ["gemstones.csv", 3850, "N=N D=D loss=loss name=run", "", "C 3850"],
  ["kyo-takano.csv", 234, "N=N D=D C=C loss=loss", "", ""],
  ["muennighoff-2023.csv", 296, "N=params D=tokens loss=val_loss unique=unique_tokens name=name", "", "C 296"],
  ["olmo-loss-to-accuracy.csv", 11208, "loss=bpb score=accuracy task=task", "task", ""],
  ["olmo-target-7B-4T.csv", 8, "N=N D=D loss=actual_bpb score=actual_accuracy task=task", "task", "C 8"],
  ["olmo-task-loss.csv", 16, "N=N D=D C=C loss=mmlu_avg_test_bpb name=run", "loss", ""]
];

// In a plain clone ../shared is absent, and these report themselves skipped by name.
test.skipIf(!hasLadders).each(ladders)("../shared: %s is read as it is", (name, runs, columns, asked, filled) => {
  const read = readRuns(sharedLadder(name));
  if (!read.ok) throw new Error(read.problems[0]?.message);
  const table = read.runs;
  expect(table.runs).toHaveLength(runs);
  expect(table.problems).toEqual([]);
  expect(table.warnings).toEqual([]);
  expect(
    Object.entries(table.mapping)
      .map(([column, {title}]) => `${column}=${title}`)
      .join(" ")
  ).toBe(columns);
  expect(table.questions.map(({quantity}) => quantity).join(" ")).toBe(asked);
  expect(table.filled.map(({quantity, count}) => `${quantity} ${count}`).join(" ")).toBe(filled);
  expect(table.mismatch).toBeUndefined();
});

test.skipIf(!hasLadders)("../shared: every loss column of gadre-2024.csv can be taken, and every data set kept", () => {
  const text = sharedLadder("gadre-2024.csv");
  const read = readRuns(text);
  if (!read.ok) throw new Error(read.problems[0]?.message);
  const onLoss = read.runs.questions.find(({quantity}) => quantity === "loss");
  expect(onLoss?.choices).toHaveLength(8);
  for (const {label, spec} of onLoss?.choices ?? []) {
    const other = readRuns(text, {mapping: spec, where: "dataset=rpj"});
    expect(other).toMatchObject({ok: true, runs: {mapping: {loss: {title: label}}, filteredOut: 67}});
    expect(other.ok && other.runs.runs.map(({recipe}) => recipe)).toEqual(Array.from({length: 34}, () => "rpj"));
  }
});

import fc from "fast-check";
import {expect, test} from "vitest";
import {readRuns} from "../../src/fitting/readRuns.ts";

const positive = (low: number, high: number) => fc.double({min: low, max: high, noNaN: true});
const text = fc.string({maxLength: 12}).filter((one) => !one.includes("\0") && one.trim() === one);

const run = fc.record({
  name: text,
  recipe: text,
  N: positive(1e5, 1e13),
  D: positive(1e6, 1e15),
  C: positive(1e12, 1e28),
  loss: positive(0.1, 12),
  // A minus before zero is not written.
  score: positive(-100, 100).map((score) => score + 0)
});

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

test("random runs written as CSV are read back to the last bit", () => {
  fc.assert(
    fc.property(
      fc.array(run, {minLength: 1, maxLength: 20}),
      fc.constantFrom(",", ";", "\t"),
      fc.constantFrom("\n", "\r\n"),
      fc.boolean(),
      (runs, separator, end, isMarked) => {
        const head = ["name", "recipe", "N", "D", "C", "loss", "score"].join(separator);
        const rows = runs.map(({name, recipe, N, D, C, loss, score}) =>
          [quoted(name), quoted(recipe), N, D, C, loss, score].join(separator)
        );
        const read = readRuns(`${isMarked ? "\uFEFF" : ""}${[head, ...rows].join(end)}${end}`);
        if (!read.ok) throw new Error(read.problems[0]?.message);
        const back = read.runs.runs.map(({name, recipe, N, D, C, loss, score}) => ({
          name,
          recipe,
          N,
          D,
          C,
          loss,
          score
        }));
        expect(back).toEqual(runs);
        expect(read.runs.problems).toEqual([]);
      }
    ),
    {seed: 7, numRuns: 300}
  );
});

test("decimal commas change no number", () => {
  fc.assert(
    fc.property(fc.array(run, {minLength: 1, maxLength: 20}), (runs) => {
      const rows = runs.map(({N, D, loss}) => [N, D, loss].join(";").replaceAll(".", ","));
      const read = readRuns(["N;D;loss", ...rows].join("\n"));
      if (!read.ok) throw new Error(read.problems[0]?.message);
      expect(read.runs.runs.map(({N, D, loss}) => ({N, D, loss}))).toEqual(runs.map(({N, D, loss}) => ({N, D, loss})));
    }),
    {seed: 8, numRuns: 300}
  );
});

const cell = fc.oneof(
  fc.constantFrom(
    "",
    "7B",
    "1e21",
    "-1",
    "nan",
    "inf",
    "1,5",
    "1.000",
    '"',
    '"a',
    "a\nb",
    "#",
    "loss",
    "N*",
    "rpj",
    "61%",
    "0"
  ),
  fc.string({maxLength: 5}),
  fc.double().map(String)
);
const title = fc.oneof(
  fc.constantFrom(
    "N",
    "D",
    "C",
    "loss",
    "acc",
    "dataset",
    "params (M)",
    "tokens_b",
    "val_loss",
    "task",
    "budget",
    "run",
    "unique"
  ),
  fc.string({maxLength: 6})
);
const table = fc
  .tuple(
    fc.oneof(fc.array(title, {minLength: 1, maxLength: 7}), fc.constant(["C", "loss", "acc", "dataset", "N", "D (B)"])),

    fc.array(fc.oneof(fc.array(cell, {maxLength: 8}), fc.constant(["1e20", "2.5", "0.5", "rpj", "1e9", "20"])), {
      maxLength: 8
    }),
    fc.constantFrom(",", ";", "\t")
  )
  .map(([titles, rows, separator]) => [titles, ...rows].map((row) => row.join(separator)).join("\n"));
const said = fc.option(fc.oneof(fc.string({maxLength: 12}), fc.constantFrom("N=params (M)*M", "loss=acc", "C=none")), {
  nil: undefined,
  freq: 1
});
const where = fc.option(fc.oneof(fc.string({maxLength: 8}), fc.constantFrom("dataset=rpj", "C>1e20", "loss!=3")), {
  nil: undefined,
  freq: 1
});

test("any text is read without a throw; each run is fit to use and each row is in one place", () => {
  let used = 0;
  fc.assert(
    fc.property(
      fc.oneof(table, fc.string(), fc.string({unit: "binary"})),
      said,
      where,
      (written, mapping, condition) => {
        const read = readRuns(written, {mapping, where: condition});
        if (!read.ok) {
          expect(read.problems[0]?.message).not.toBe("");
          expect(read.problems[0]?.line).toBeGreaterThan(0);
          return;
        }
        ++used;
        const {runs, problems} = read.runs;
        for (const {N, D, C, loss, score} of runs) {
          for (const value of [N, D, C, loss])
            expect(Number.isNaN(value) || (value > 0 && value < Infinity)).toBe(true);
          expect(Number.isNaN(loss) && Number.isNaN(score)).toBe(false);
        }
        const lines = [...runs, ...problems].map(({line}) => line);
        expect(new Set(lines).size).toBe(lines.length);
        expect([...runs].sort((a, b) => a.line - b.line)).toEqual(runs);
      }
    ),
    {seed: 9, numRuns: 2000}
  );
  expect(used).toBeGreaterThan(100);
});

test("200,000 rows of ten columns are read; the time is printed", () => {
  const rows = Array.from(
    {length: 200_000},
    (_, i) => `run-${i},rpj,${i % 9},${1e8 + i},${2e9 + i * 7.5},${2 + i / 1e6},1.5,2.5,3.25,note`
  );
  const big = ["name,dataset,seed,params,tokens,loss,x,y,z,note", ...rows].join("\n");
  const start = performance.now();
  const read = readRuns(big);
  console.log(`200,000 rows of ten columns: ${Math.round(performance.now() - start)} ms`);
  expect(read.ok && read.runs.runs.length).toBe(200_000);
});

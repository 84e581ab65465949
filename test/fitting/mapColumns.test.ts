import {expect, test} from "vitest";
import {mapColumns} from "../../src/fitting/mapColumns.ts";

const titles = ["params", "tokens (B)", "loss_c4_val", "flops", "acc", 'odd, "title"', "a=b", "x*2", ""];
const columns = (spec: string) => {
  const mapped = mapColumns(spec, titles);
  if (!mapped.ok) throw new Error(mapped.message);
  return mapped.columns;
};

test("a mapping names quantities by their titles, with the unit of the title", () => {
  expect(columns("N=params, D = tokens (B),loss=LOSS_C4_VAL")).toEqual({
    N: {title: "params", index: 0, times: 1, unit: "", stated: false},
    D: {title: "tokens (B)", index: 1, times: 1e9, unit: "billions", stated: true},
    loss: {title: "loss_c4_val", index: 2, times: 1, unit: "nats per token", stated: true}
  });
});

test.each([
  ["N=params*1e6", "N", 1e6, "× 1e6"],
  ["N=params * M", "N", 1e6, "millions"],
  ["D=tokens (B)*1e6", "D", 1e6, "× 1e6"],
  ["C=flops*PF-days", "C", 8.64e19, "PF-days"],
  ["C=flops*1e21", "C", 1e21, "× 1e21"],
  ["score=acc*%", "score", 0.01, "percent"],
  ["loss=loss_c4_val*0.6931", "loss", 0.6931, "nats per token"],
  ["N=x*2", "N", 1, ""],
  ["N=x*2*1e6", "N", 1e6, "× 1e6"]
] as const)("%s multiplies the cells", (spec, column, times, unit) => {
  expect(columns(spec)[column]).toMatchObject({times, unit});
});

test("people’s words for quantities are understood", () => {
  expect(Object.keys(columns("params=params,tokens=tokens (B),flop=flops,accuracy=acc"))).toEqual([
    "N",
    "D",
    "C",
    "score"
  ]);
  expect(columns("bpb=loss_c4_val").loss).toMatchObject({unit: "bits per byte"});
});

test("a title in quotes may hold any sign", () => {
  expect(columns('loss="odd, ""title""",N="a=b"*M')).toMatchObject({loss: {index: 5}, N: {index: 6, times: 1e6}});
});

test("a quantity can be left out", () => {
  expect(columns("score=none,N=params")).toMatchObject({score: undefined, N: {index: 0}});
  expect("score" in columns("score=-")).toBe(true);
});

const there = 'there are params, tokens (B), loss_c4_val, flops, acc, odd, "title", a=b, x*2';
test.each([
  ["", "The mapping is empty; for example N=params,D=tokens,loss=loss"],
  [" , ", "The mapping is empty; for example N=params,D=tokens,loss=loss"],
  ["params", '"params" is no mapping; write quantity=title, for example N=params'],
  ["=params", '"=params" is no mapping; write quantity=title, for example N=params'],
  [
    "los=acc",
    "There is no quantity los; did you mean loss?; there are N, D, C, loss, score, unique, budget, name, recipe, task, seed"
  ],
  [
    "wibble=acc",
    "There is no quantity wibble; there are N, D, C, loss, score, unique, budget, name, recipe, task, seed"
  ],
  ["N=params,n=acc", "The mapping gives N twice"],
  ["N=parms", `N: no column is called parms; did you mean params?; ${there}`],
  ["N=nothing alike", `N: no column is called nothing alike; ${there}`],
  ["N=params*lots", 'N: "lots" is no unit; after * stands a number above 0 or a unit: 1e6, M, billions, PF-days, %'],
  ["N=params*0", 'N: "0" is no unit; after * stands a number above 0 or a unit: 1e6, M, billions, PF-days, %'],
  ["N=params*-1", 'N: "-1" is no unit; after * stands a number above 0 or a unit: 1e6, M, billions, PF-days, %'],
  ["N=params*", 'N: "" is no unit; after * stands a number above 0 or a unit: 1e6, M, billions, PF-days, %']
])("the mapping %j is refused: %s", (spec, message) => {
  expect(mapColumns(spec, titles)).toEqual({ok: false, message});
});

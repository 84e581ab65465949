import {expect, test} from "vitest";
import {breakEven} from "../../src/laws/breakEven.ts";
import {
  flopPerToken,
  servingCompute,
  taskDollars,
  tasksPerDay,
  tokenDollars,
  toTheCent
} from "../../src/laws/serving.ts";
import {
  achievedRate,
  chipHours,
  computeOfChips,
  dollarsPerFlop,
  trainingDays,
  trainingDollars
} from "../../src/laws/trainingCost.ts";
import {relativeError} from "../numerics/relative.ts";
import {between, forCases} from "./cases.ts";

const utilized = {peak: {format: "BF16", rate: 989.4e12}, mfu: 0.4};

test("chips, hours, compute, days and dollars agree with one another", () => {
  forCases(200, 300, (random, label) => {
    const at = {peak: {format: "FP8", rate: between(random, 1e14, 5e15)}, mfu: 0.01 + 0.99 * random()};
    const [chips, hours, price] = [between(random, 1, 1e5), between(random, 1, 1e4), between(random, 0.5, 10)];
    const C = computeOfChips(chips, hours, at);
    expect(relativeError(C, chips * hours * 3600 * achievedRate(at)), label).toBeLessThan(1e-15);
    expect(relativeError(chipHours(C, at), chips * hours), label).toBeLessThan(1e-14);
    expect(relativeError(trainingDays(C, chips, at), hours / 24), label).toBeLessThan(1e-14);
    expect(relativeError(trainingDollars(C, price, at), chips * hours * price), label).toBeLessThan(1e-14);
    expect(relativeError(dollarsPerFlop(price, at) * C, chips * hours * price), label).toBeLessThan(1e-14);
  });
  expect([computeOfChips(0, 5, utilized), computeOfChips(5, 0, utilized), chipHours(0, utilized)]).toEqual([0, 0, 0]);
});

test("half the MFU of twice the peak is the same compute: 390 TFLOP/s is 39.4 % of BF16 and 19.7 % of FP8", () => {
  const [bf16, fp8] = [989.4e12, 1978.8e12];
  expect(390e12 / bf16).toBeCloseTo(0.394, 3);
  expect(390e12 / fp8).toBeCloseTo(0.197, 3);
  const rates = [
    achievedRate({peak: {format: "BF16", rate: bf16}, mfu: 0.3942}),
    achievedRate({peak: {format: "FP8", rate: fp8}, mfu: 0.1971})
  ];
  expect(relativeError(rates[0]!, rates[1]!)).toBeLessThan(1e-14);
});

test("a token takes 2 FLOP for each parameter, and tokens cost in proportion", () => {
  expect(flopPerToken(17e9)).toBe(34e9);
  expect(servingCompute(17e9, 1e6)).toBe(34e15);
  expect(servingCompute(17e9, 0)).toBe(0);
  expect(tokenDollars({input: 2e6, output: 3e6}, {input: 1.25, output: 4.25})).toBe(15.25);
  expect(tokenDollars({input: 0, output: 0}, {input: 1, output: 1})).toBe(0);
});

test("cents are rounded as a bill does, halves up", () => {
  expect([0.284, 0.285, 1.005, 56.44533, 2].map(toTheCent)).toEqual([0.28, 0.29, 1.01, 56.45, 2]);
});

test("tasks per day are the users’ turns: one that waits 50 s and pauses 10 s ends 1,440", () => {
  expect(tasksPerDay(1, 50, 10)).toBe(1440);
  expect(tasksPerDay(1000, 50, 10)).toBe(1440000);
  expect(tasksPerDay(0, 50, 10)).toBe(0);
});

test("a task costs its serving and a share of the training that many tasks make as small as one likes", () => {
  expect(taskDollars(0.02, 4e6, 1e8)).toBeCloseTo(0.06, 15);
  expect(taskDollars(0.02, 4e6, Infinity)).toBe(0.02);
});

test("a change pays at once, after, until or never by the signs of what it costs and saves", () => {
  const before = {fixed: 100, perTask: 5};
  expect(breakEven(before, {fixed: 100, perTask: 5})).toEqual({kind: "at-once"});
  expect(breakEven(before, {fixed: 90, perTask: 5})).toEqual({kind: "at-once"});
  expect(breakEven(before, {fixed: 100, perTask: 4})).toEqual({kind: "at-once"});
  expect(breakEven(before, {fixed: 130, perTask: 2})).toEqual({kind: "after", tasks: 10});
  expect(breakEven(before, {fixed: 80, perTask: 9})).toEqual({kind: "until", tasks: 5});
  expect(breakEven(before, {fixed: 130, perTask: 5})).toEqual({kind: "never"});
  expect(breakEven(before, {fixed: 130, perTask: 6})).toEqual({kind: "never"});
  expect(breakEven(before, {fixed: 100, perTask: 6})).toEqual({kind: "never"});
});

test("at the break-even both ways cost the same", () => {
  forCases(201, 500, (random, label) => {
    const [one, other] = [1, 2].map(() => ({fixed: between(random, 1, 1e7), perTask: between(random, 1e-4, 10)}));
    const result = breakEven(one!, other!);
    if (!("tasks" in result)) return;
    const total = ({fixed, perTask}: {fixed: number; perTask: number}) => fixed + perTask * result.tasks;
    expect(relativeError(total(other!), total(one!)), label).toBeLessThan(1e-9);
    expect(result.tasks, label).toBeGreaterThan(0);
  });
});

const prices = {input: 1, output: 2};

test.each([
  [
    () => achievedRate({peak: {format: " ", rate: 1e15}, mfu: 0.4}),
    "invalid peak; of no number format: 1000000000000000 FLOP/s"
  ],
  [() => achievedRate({peak: {format: "FP8", rate: 0}, mfu: 0.4}), "invalid peak in FP8; not positive and finite: 0"],
  [() => achievedRate({...utilized, mfu: 1.1}), "invalid MFU; not in (0, 1]: 1.1"],
  [() => achievedRate({...utilized, mfu: 0}), "invalid MFU; not in (0, 1]: 0"],
  [() => computeOfChips(-1, 1, utilized), "invalid number of chips; not 0 or more and finite: -1"],
  [() => computeOfChips(1, NaN, utilized), "invalid hours; not 0 or more and finite: NaN"],
  [() => chipHours(-1, utilized), "invalid training compute; not 0 or more and finite: -1"],
  [() => trainingDays(1e24, 0, utilized), "invalid number of chips; not positive and finite: 0"],
  [() => trainingDollars(1e24, 0, utilized), "invalid price of a chip-hour; not positive and finite: 0"],
  [() => dollarsPerFlop(-1, utilized), "invalid price of a chip-hour; not positive and finite: -1"],
  [() => flopPerToken(0), "invalid number of parameters; not positive and finite: 0"],
  [() => servingCompute(1e9, -1), "invalid number of tokens; not 0 or more and finite: -1"],
  [() => tokenDollars({input: -1, output: 1}, prices), "invalid number of input tokens; not 0 or more and finite: -1"],
  [
    () => tokenDollars({input: 1, output: NaN}, prices),
    "invalid number of output tokens; not 0 or more and finite: NaN"
  ],
  [
    () => tokenDollars({input: 1, output: 1}, {...prices, input: 0}),
    "invalid price of input tokens; not positive and finite: 0"
  ],
  [
    () => tokenDollars({input: 1, output: 1}, {...prices, output: -2}),
    "invalid price of output tokens; not positive and finite: -2"
  ],
  [() => tasksPerDay(-1, 1, 1), "invalid number of users; not 0 or more and finite: -1"],
  [() => tasksPerDay(1, 0, 1), "invalid seconds per task; not positive and finite: 0"],
  [() => tasksPerDay(1, 1, -1), "invalid seconds of pause; not 0 or more and finite: -1"],
  [() => taskDollars(-1, 1, 1), "invalid cost of serving a task; not 0 or more and finite: -1"],
  [() => taskDollars(1, -1, 1), "invalid cost of training; not 0 or more and finite: -1"],
  [() => taskDollars(1, 1, 0), "invalid number of tasks; not positive: 0"],
  [
    () => breakEven({fixed: -1, perTask: 1}, {fixed: 1, perTask: 1}),
    "invalid fixed cost; not 0 or more and finite: -1"
  ],
  [
    () => breakEven({fixed: 1, perTask: 1}, {fixed: 1, perTask: NaN}),
    "invalid cost per task; not 0 or more and finite: NaN"
  ]
])("cost refuses what is out of range, %#", (call, message) => {
  expect(call).toThrow(new RangeError(message));
});

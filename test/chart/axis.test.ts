import {expect, test} from "vitest";
import {ticksOf, valueText} from "../../src/chart/axis.ts";
import {log10Mantissa, multipleText, quantityText} from "../../src/chart/decades.ts";
import type {Axis, Text} from "../../src/chart/figure.ts";

const axis = (extra: Partial<Axis>): Axis => ({
  scale: "log10",
  domain: [0, 1],
  title: [],
  shortTitle: [],
  ticks: "power",
  ...extra
});

const read = (text: Text) => text.map(({text, sup}) => (sup ? `^${text}` : text)).join("");
const labels = (of: Axis, domain: readonly [number, number], pixels: number, direction: "x" | "y" = "x") =>
  ticksOf(of, domain, pixels, direction).major.map(({label}) => read(label));

test("log10Mantissa is the logarithm to 15 digits", () => {
  for (let m = 1; m <= 10; m += 0.37) expect(Math.abs(log10Mantissa(m) - Math.log10(m))).toBeLessThan(1e-14);
});

test("a log axis is labelled at its decades, with eight ticks between them", () => {
  const {major, minor} = ticksOf(axis({}), [23, 27.08], 940, "x");
  expect(major.map(({label}) => read(label))).toEqual(["10^23", "10^24", "10^25", "10^26", "10^27"]);
  expect(minor).toHaveLength(32);
});

test("a log axis within a decade is labelled at multiples", () => {
  expect(labels(axis({}), [24.1, 24.95], 200)).toEqual(["2×10^24", "5×10^24"]);
  expect(labels(axis({}), [24.1, 24.95], 900)).toEqual(["2×10^24", "3×10^24", "5×10^24"]);
  expect(labels(axis({}), [24.3, 24.36], 900)).toEqual(["2×10^24", "2.1×10^24", "2.2×10^24"]);
});

test("a log axis over many decades thins its labels and keeps a tick for each decade", () => {
  const {major, minor} = ticksOf(axis({}), [0, 40], 500, "x");
  expect(major.map(({at}) => at)).toEqual([0, 5, 10, 15, 20, 25, 30, 35, 40]);
  expect(minor).toHaveLength(41 - 9);
});

test("labels of a log axis never stand closer than their own width", () => {
  for (let span = 0.05; span < 60; span *= 1.13) {
    const places = ticksOf(axis({}), [23.3, 23.3 + span], 560, "x").major.map(({at}) => (at / span) * 560);
    for (const [i, place] of places.slice(1).entries())
      expect(place - (places[i] ?? 0), `span ${span}`).toBeGreaterThan(43);
  }
});

test("an axis of multiples reads 1×, 2×, 5×, 10×", () => {
  expect(labels(axis({ticks: "multiplier"}), [0, 2], 600)).toEqual(["1×", "2×", "5×", "10×", "20×", "50×", "100×"]);
  expect(labels(axis({ticks: "multiplier"}), [-2, 3], 500)).toEqual(["0.01×", "0.1×", "1×", "10×", "100×", "1,000×"]);
});

test("a linear axis has round ticks with as many decimals as their step needs", () => {
  const score = axis({scale: "linear", ticks: "number"});
  expect(labels(score, [0, 70], 552, "y")).toEqual(["0", "10", "20", "30", "40", "50", "60", "70"]);
  expect(labels(score, [52, 53], 300, "y")).toEqual(["52.0", "52.2", "52.4", "52.6", "52.8", "53.0"]);
  expect(labels(score, [-20, 20], 300, "y")).toEqual(["−20", "−10", "0", "10", "20"]);
});

test("a value alone is written with its unit", () => {
  const compute = axis({unit: "FLOP"});
  expect(read(valueText(compute, Math.log10(3e25)))).toBe("3.0×10^25 FLOP");
  expect(read(valueText(axis({ticks: "multiplier"}), Math.log10(1.68)))).toBe("1.7×");
  expect(read(valueText(axis({ticks: "number"}), Math.log10(1333)))).toBe("1,300");
  expect(read(valueText(axis({ticks: "number"}), Math.log10(0.0042)))).toBe("0.0042");
  expect(read(valueText(axis({ticks: "number"}), 9))).toBe("1.0×10^9");
  expect(read(valueText(axis({scale: "linear", ticks: "number"}), -1.354))).toBe("−1.35");
});

test("quantities round up into the next decade", () => {
  expect(read(quantityText(Math.log10(9.97e24)))).toBe("1.0×10^25");
  expect(read(quantityText(-3.5))).toBe("3.2×10^−4");
  expect(read(multipleText(Math.log10(320)))).toBe("320×");
  expect(read(multipleText(Math.log10(0.037)))).toBe("0.037×");
});

test("an axis of doublings is labelled at the powers of two, as many as leave room", () => {
  const doublings = axis({ticks: "doubling", unit: "agents"});
  const domain = [-0.05, Math.log10(64) + 0.05] as const;
  expect(labels(doublings, domain, 800)).toEqual(["1", "2", "4", "8", "16", "32", "64"]);
  expect(labels(doublings, domain, 120)).toEqual(["1", "4", "16", "64"]);
  expect(ticksOf(doublings, domain, 120, "x").minor).toHaveLength(3);
  expect(labels(doublings, [3, 3.1], 400)).toEqual(["1,024"]);
  expect(labels(doublings, [0.1, 0.2], 400)).toEqual([]);
  expect(read(valueText(doublings, Math.log10(48)))).toBe("48 agents");
});

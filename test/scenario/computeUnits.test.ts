import {expect, test} from "vitest";
import {parseQuantity} from "../../src/scenario/parseQuantity.ts";
import {loadRarerUnits} from "../../src/scenario/rarerUnits.ts";

const hour = 3600;
const day = 86400;

test.each([
  ["5e15 FLOP/s-days", 5e15 * day],
  ["5e15 FLOP / s · days", 5e15 * day],
  ["1000 PF-days", 1e18 * day],
  ["1000 pf-days", 1e18 * day],
  ["3640 petaflop/s-days", 3640e15 * day],
  ["3640 petaflop/s days", 3640e15 * day],
  ["3640 petaflops-days", 3640e15 * day],
  ["3640 PFLOPS-days", 3640e15 * day],
  ["2 EFLOP/s-hours", 2e18 * hour],
  ["2 exaflop per second hours", 2e18 * hour],
  ["2 EFLOP/s-min", 2e18 * 60],
  ["2 EFLOP/s-s", 2e18],
  ["2.38M H100-hours at 40% of BF16 peak", 2.38e6 * hour * 0.4 * 989.4e12],
  ["2.38M H100 hours at 390 TFLOP/s", 2.38e6 * hour * 390e12],
  ["2.38M H100 hours at 390 TFLOPS", 2.38e6 * hour * 390e12],
  ["2.38M H100 hours @ 0.39 PFLOP/s per GPU", 2.38e6 * hour * 390e12],
  ["2.38M H100 GPU hours at 390 TFLOP per second", 2.38e6 * hour * 390e12],
  ["2.38M GPU-hours at 390 TFLOP/s", 2.38e6 * hour * 390e12],
  ["5,000,000 H100-hours at 40% MFU of BF16 peak", 5e6 * hour * 0.4 * 989.4e12],
  ["5M h100 sxm hours at 40% bf16 MFU", 5e6 * hour * 0.4 * 989.4e12],
  ["5M NVIDIA H100-80GB-hours at 40% of dense bfloat16 peak", 5e6 * hour * 0.4 * 989.4e12],
  ["5M H100-hours at 19.7% of FP8 peak", 5e6 * hour * 0.197 * 1978.9e12],
  ["300k A100-days at 0.4 of BF16 peak", 300e3 * day * 0.4 * 312e12],
  ["1M TPU v5p hours at 50% of BF16 peak", 1e6 * hour * 0.5 * 459e12],
  ["1M TPU-v5p-hours at 100% of BF16 peak", 1e6 * hour * 459e12]
])("%j is %d FLOP", (text, flop) => {
  const parsed = parseQuantity(text, "compute");
  if (!parsed.ok) throw new Error(parsed.message);
  // relative; the order of a few multiplications
  expect(Math.abs(parsed.value.value / flop - 1)).toBeLessThan(1e-14);
});

test("an interval of chip time takes its unit from the high end", () => {
  const parsed = parseQuantity("300k to 2M A100-80GB-days at 40% of BF16 peak", "compute");
  if (!parsed.ok) throw new Error(parsed.message);
  expect(parsed.value.low! / (300e3 * day * 0.4 * 312e12)).toBeCloseTo(1, 12);
  expect(parsed.value.high! / (2e6 * day * 0.4 * 312e12)).toBeCloseTo(1, 12);
});

test("the stated hours of Maverick at Behemoth's throughput give the ledger's 3.34e24", () => {
  const parsed = parseQuantity("2.38M H100-hours at 390 TFLOP/s", "compute");
  expect(parsed).toMatchObject({ok: true, value: {value: 3.34152e24}});
});

const example = "for example 2.38M H100-hours at 40% of BF16 peak";
const rate = (text: string): string =>
  `"${text}" is a rate; an amount of compute needs a time: for example 3640 petaflop/s-days`;

test.each([
  ["2M hours", `hours need a chip, a number format and a utilisation: ${example}`],
  ["2M weeks", `weeks need a chip, a number format and a utilisation: ${example}`],
  ["2M GPU-hours", `GPU-hours need a chip, a number format and a utilisation: ${example}`],
  ["2M GPU-hours at 40%", `GPU-hours need a chip and a number format: ${example}`],
  ["2M GPU-hours at 40% of BF16 peak", `GPU-hours need a chip: ${example}`],
  ["2M H100-hours", `H100-hours need a number format and a utilisation: ${example}`],
  ["2M H100-hours at", `H100-hours need a number format and a utilisation: ${example}`],
  ["2M H100-hours at 40%", `H100-hours need a number format: ${example}`],
  ["2M H100-hours at 40% MFU", `H100-hours need a number format: ${example}`],
  ["2M H100-hours at BF16 peak", `H100-hours need a utilisation: ${example}`],
  ["2M H100-weeks", `H100-weeks need a number format and a utilisation: ${example}`],
  ["2M H100 at 40% of BF16 peak", '"H100" needs a time: for example H100-hours at 40% of BF16 peak'],
  [
    "2M H10-hours at 40% of BF16 peak",
    'unknown chip "H10"; known are H100, H200, H800, A100, B200, GB200, TPU7x, MI300X, TPU v5p, TPU v6e'
  ],
  [
    "2M TPU v5-hours at 40% of BF16 peak",
    'unknown chip "TPU v5"; known are TPU v5p, TPU v6e, TPU7x, H100, H200, H800, A100, B200, GB200, MI300X'
  ],
  ["2M A100-hours at 40% of FP8 peak", "no FP8 peak of A100 is on record; on record is BF16"],
  ["2M H100-hours at 40% of FP4 peak", "no FP4 peak of H100 is on record; on record is BF16 and FP8"],
  ["2M H100-hours at 120% of BF16 peak", "a utilisation must be above 0 and at most 100%, got 120%"],
  ["2M H100-hours at 0% of BF16 peak", "a utilisation must be above 0 and at most 100%, got 0%"],
  ["2M H100-hours at 1.2 of BF16 peak", "a utilisation must be above 0 and at most 100%, got 1.2"],
  ["2M H100-hours at 2000 TFLOP/s", "2000 TFLOP/s is above the highest peak of H100, 1978.9 TFLOP/s"],
  ["2M H100-hours at 0 TFLOP/s", 'a rate must be greater than 0 FLOP/s, got "0 TFLOP/s"'],
  ["2M H100-hours at 40% TFLOP/s", 'a rate must be greater than 0 FLOP/s, got "40% TFLOP/s"'],
  ["2M H100-hours at 390 TFLOP", '"390 TFLOP" is no rate; a rate is FLOP per second: for example 390 TFLOP/s'],
  [
    "2M H100-hours at 40% of sparse BF16 peak",
    "peaks are dense, half of a sparse headline; give the share of the dense peak"
  ],
  ["2M H100-hours at 40% of banana", 'unexpected "banana" in the utilisation "40% of banana"'],
  [
    "2M H100-hours at 30% to 40% of BF16 peak",
    'a utilisation is one number, got "2M H100-hours at 30% to 40% of BF16 peak"'
  ],
  ["2M H100-hours at 30 40% of BF16 peak", 'a utilisation is one number, got "30 40% of BF16 peak"'],
  ["3 FLOP/s", rate("FLOP/s")],
  ["3 FLOPS", rate("FLOPS")],
  ["3 petaflops", rate("petaflops")],
  ["3 PF", rate("PF")],
  ["3 PF-", rate("PF-")]
])("%j is refused: %s", (text, message) => {
  expect(parseQuantity(text, "compute")).toMatchObject({ok: false, message});
});

test.each([
  ["2M H100-hours at 40 of BF16 peak", "for a percentage write 40%"],
  ["2M H100-hours at 30% to 40% of BF16 peak", "write the interval on the hours instead"],
  ["2M H100-hours", "a rate will do as well: 2.38M H100-hours at 390 TFLOP/s"],
  ["3 FLOPS", "write FLOP, without the S, for an amount"]
])("the refusal of %j adds: %s", (text, hint) => {
  expect(parseQuantity(text, "compute")).toMatchObject({ok: false, hint});
});

test.each(["3 FLOP banana split", "3 FLOP 4", "2M H100 PCIe hours at 40% of BF16 peak", "3 FLOP/day"])(
  "what does not belong in %j is named",
  (text) => {
    const parsed = parseQuantity(text, "compute");
    expect(parsed.ok ? "read" : parsed.message).toMatch(/^unexpected "/);
  }
);

test("a rare unit of time asks for the rarer units, and is read with them", async () => {
  const text = "2M H100-weeks at 40% of BF16 peak";
  expect(parseQuantity(text, "compute")).toEqual({
    ok: false,
    message: '"weeks" is among the rarer units, which are not loaded yet',
    needs: "rarer-units"
  });
  const parsed = parseQuantity(text, "compute", await loadRarerUnits());
  if (!parsed.ok) throw new Error(parsed.message);
  expect(parsed.value.value / (2e6 * 7 * day * 0.4 * 989.4e12)).toBeCloseTo(1, 12);
});

test("a word that is no unit of time is refused by the rarer units too", async () => {
  expect(parseQuantity("2M PF-bananas", "compute", await loadRarerUnits())).toEqual({
    ok: false,
    message: 'unknown unit of time "bananas"; known are seconds, minutes, hours, days, weeks, months and years'
  });
});

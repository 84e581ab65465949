import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {chips, findChip, highestPeak} from "../../src/scenario/chips.ts";

interface LedgerFigure {
  readonly id: string;
  readonly quantity: string;
  readonly value: number;
  readonly unit: string;
}

const ledger = readFileSync(new URL("../../src/scenario/ledger.json", import.meta.url), "utf8");
const {figures} = JSON.parse(ledger) as {readonly figures: readonly LedgerFigure[]};

test("every peak equals the ledger's entry of its id", () => {
  for (const {name, peaks} of chips) {
    for (const [format, {rate, evidence}] of Object.entries(peaks)) {
      const figure = figures.find(({id}) => id === evidence);
      expect(figure?.unit, `${name} ${format}`).toBe("TFLOP/s dense");
      expect(rate, `${name} ${format}`).toBe(Number(`${figure?.value}e12`));
    }
  }
});

test("every maker's peak in the ledger has a row", () => {
  const held = new Set(chips.flatMap(({peaks}) => Object.values(peaks).map(({evidence}) => evidence)));
  const missing = figures.filter(({id, quantity}) => quantity.startsWith("gpu-peak-") && !held.has(id));
  // the other side of a conflict, shown beside the maker's figure
  expect(missing.map(({id}) => id).sort()).toEqual(["gb200-bf16-verda", "gb200-fp8-verda"]);
});

test.each([
  ["H100", "H100"],
  ["h100 sxm", "H100"],
  ["H100-SXM5-80GB", "H100"],
  ["NVIDIA H100", "H100"],
  ["A100 80GB", "A100"],
  ["TPU v5p", "TPU v5p"],
  ["tpu-v5p", "TPU v5p"],
  ["v5p", "TPU v5p"],
  ["Google TPU v6e", "TPU v6e"],
  ["Trillium", "TPU v6e"],
  ["Ironwood", "TPU7x"],
  ["AMD Instinct MI300X", "MI300X"],
  ["H100 PCIe", undefined],
  ["constructor", undefined],
  ["", undefined]
])("findChip(%j) is %j", (spelling, name) => {
  expect(findChip(spelling)?.name).toBe(name);
});

test("no spelling names two chips", () => {
  const spellings = chips.flatMap(({name, aliases}) => [name.toLowerCase().replace(/[\s-]/g, ""), ...aliases]);
  expect(new Set(spellings).size).toBe(spellings.length);
});

test("highestPeak is that of the narrowest format", () => {
  expect(highestPeak(findChip("H100")!)).toBe(1978.9e12);
  expect(highestPeak(findChip("A100")!)).toBe(312e12);
});

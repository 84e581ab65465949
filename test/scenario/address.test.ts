import {expect, test} from "vitest";
import {moveTo, readInput, writeInput} from "../../src/scenario/address.ts";
import {parseQuantity} from "../../src/scenario/parseQuantity.ts";
import {shippedScenario} from "../simulation/shipped.ts";

const muse = await shippedScenario("muse-spark.json");
const claim = await shippedScenario("pretraining-claim.json");
const nine = {value: 9, written: 9};

test.each([
  [muse, "models.muse-spark.compute"],
  [muse, "models.muse-spark.score.aa-index"],
  [muse, "recipes.llama-4.curve.aa-index.slope"],
  [muse, "claims.3x-to-10x.ratio"],
  [muse, "thresholds.sb-53.compute"],
  [muse, "uncertainty.seed"],
  [claim, "recipes.new.gain"],
  [claim, "models.maverick-as-trained.parameters"]
] as const)("what is written at an address of %# is read there again", (scenario, address) => {
  expect(readInput(scenario, address)?.value).toBeGreaterThan(0);
  const changed = writeInput(scenario, address, nine);
  expect(readInput(changed, address)).toEqual(nine);
  expect(readInput(scenario, address)).not.toEqual(nine);
});

test("an address that names nothing is not read and changes nothing", () => {
  for (const address of [
    "models.nobody.compute",
    "recipes.muse.curve.aa-index.slope",
    "claims.none.ratio",
    "a.b.c",
    ""
  ]) {
    expect(readInput(muse, address), address).toBeUndefined();
  }
  expect(writeInput(muse, "nowhere", nine)).toBe(muse);
});

test("moveTo writes what parseQuantity reads back as the same quantity", () => {
  for (const [input, kind] of [
    ["over 10x", "gain"],
    ["3e24 to 3e26", "compute"],
    [6, "slope"],
    ["under 3e25", "compute"]
  ] as const) {
    const parsed = parseQuantity(input, kind);
    if (!parsed.ok) throw new Error(parsed.message);
    const moved = moveTo(parsed.value, 7);
    expect(parseQuantity(moved.written, kind)).toEqual({ok: true, value: moved});
  }
});

import {readFileSync} from "node:fs";
import {expect, test, vi} from "vitest";
import * as places from "../../src/scenario/places.ts";
import {readScenario} from "../../src/scenario/read.ts";

vi.mock("../../src/scenario/places.ts", {spy: true});

test("no places are looked for in a scenario that is sound, and some where one is not", async () => {
  const text = readFileSync("scenarios/muse-spark.json", "utf8");
  expect(await readScenario(text)).toMatchObject({ok: true, warnings: []});
  expect(places.placesIn).not.toHaveBeenCalled();
  expect(await readScenario(text.replace('"version"', '"versiom"'))).toMatchObject({ok: false});
  expect(places.placesIn).toHaveBeenCalled();
});

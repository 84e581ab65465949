import {expect, test} from "vitest";
import {createStore} from "../../src/app/store.ts";
import {writeInput} from "../../src/scenario/address.ts";
import {shippedScenario} from "../simulation/shipped.ts";

const scenario = await shippedScenario("muse-spark.json");
const other = await shippedScenario("thresholds.json");
const moved = writeInput(scenario, "models.muse-spark.compute", {value: 1e25, written: 1e25});

test("turning to another view is neither an edit nor a step", () => {
  const store = createStore(scenario);
  store.turn("claims");
  expect(store.scenario.value.view.figure).toBe("claims");
  expect(store.edited.value).toBe(false);
  expect(store.canUndo.value).toBeUndefined();
});

test("undo and redo stay in the view of now", () => {
  const store = createStore(scenario);
  store.commit(moved, "compute of Muse Spark");
  expect(store.edited.value).toBe(true);
  store.turn("gain");
  store.undo();
  expect(store.scenario.value.models).toBe(scenario.models);
  expect(store.scenario.value.view.figure).toBe("gain");
  expect(store.edited.value).toBe(false);
  store.redo();
  expect(store.scenario.value.models).toBe(moved.models);
  expect(store.scenario.value.view.figure).toBe("gain");
});

test("undoing the opening of a document leads back to the view it was left in", () => {
  const store = createStore(scenario);
  store.turn("claims");
  store.open(other);
  store.turn("evidence");
  store.undo();
  expect(store.scenario.value.title).toBe(scenario.title);
  expect(store.scenario.value.view.figure).toBe("claims");
});

test("a reset stays in the view of now and leaves nothing edited", () => {
  const store = createStore(scenario);
  store.turn("gain");
  store.commit(writeInput(store.scenario.value, "models.muse-spark.compute", {value: 1e25, written: 1e25}), "compute");
  store.reset();
  expect(store.scenario.value.view.figure).toBe("gain");
  expect(store.scenario.value.models).toBe(scenario.models);
  expect(store.edited.value).toBe(false);
});

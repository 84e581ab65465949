import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {packSteps, parsePacked, versionOf} from "../../src/app/steps/packedSteps.ts";
import {readSteps} from "../../src/app/steps/readSteps.ts";
import {createStore} from "../../src/app/store.ts";
import type {Store} from "../../src/app/store.ts";
import {writeInput} from "../../src/scenario/address.ts";
import type {Json} from "../../src/scenario/patch.ts";
import {writeScenario} from "../../src/scenario/write.ts";
import {shippedScenario} from "../simulation/shipped.ts";

const scenario = await shippedScenario("muse-spark.json");
const other = await shippedScenario("thresholds.json");

type Act =
  | {readonly act: "set"; readonly model: string; readonly value: number}
  | {readonly act: "undo" | "redo" | "open" | "reset"}
  | {readonly act: "turn"; readonly view: "gain" | "ladder" | "claims"}
  | {readonly act: "go"; readonly steps: number};

const acts = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        act: fc.constant("set" as const),
        model: fc.constantFrom("muse-spark", "gpt-5-4"),
        value: fc.constantFrom(1e25, 2e25, 5e25, 3e26)
      })
    },
    fc.record({act: fc.constantFrom("undo" as const, "redo" as const, "open" as const, "reset" as const)}),
    fc.record({
      act: fc.constant("turn" as const),
      view: fc.constantFrom("gain" as const, "ladder" as const, "claims" as const)
    }),
    fc.record({act: fc.constant("go" as const), steps: fc.integer({min: -4, max: 4})})
  ),
  {maxLength: 12}
);

function perform(store: Store, act: Act): void {
  switch (act.act) {
    case "set":
      store.setInput(
        `models.${act.model}.compute`,
        {value: act.value, written: act.value},
        {live: false, label: "compute"}
      );
      break;
    case "turn":
      store.turn(act.view);
      break;
    case "go":
      store.go(act.steps);
      break;
    case "open":
      store.open(other);
      break;
    default:
      store[act.act]();
  }
}

const texts = (store: Store) => {
  const {past, present, future} = store.history.value;
  return [...past.map(({document}) => document), present, ...future.map(({document}) => document)].map((sheet) => [
    writeScenario(sheet.scenario),
    writeScenario(sheet.original)
  ]);
};

describe("steps that were kept", () => {
  test("are the same documents and labels when they are read again", async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (all) => {
        const store = createStore(scenario);
        for (const act of all) perform(store, act);
        const text = packSteps(store.history.value);
        const {past, future} = store.history.value;
        if (text === undefined) {
          expect(past.length + future.length).toBe(0);
          return;
        }
        const packed = parsePacked(text);
        const read = packed && (await readSteps(packed, [scenario]));
        if (read === undefined) throw new Error(`not read: ${text.slice(0, 200)}`);
        const again = createStore(store.scenario.value);
        again.restore(read);
        expect(texts(again)).toEqual(texts(store));
        expect(again.history.value.past.map(({label}) => label)).toEqual(past.map(({label}) => label));
        expect(again.history.value.future.map(({label}) => label)).toEqual(future.map(({label}) => label));
        expect(again.edited.value).toBe(store.edited.value);
      }),
      {numRuns: 25, seed: 4}
    );
  });

  test("of documents that are open again are of those very documents, unedited", async () => {
    const store = createStore(scenario);
    const other = {...scenario, title: "Another"};
    store.open(other);
    const packed = parsePacked(packSteps(store.history.value) ?? "");
    if (packed === undefined) throw new Error("not packed");
    const opened = structuredClone(other);
    const again = createStore(opened);
    again.turn("gain");
    again.restore((await readSteps(packed, [scenario, opened])) ?? again.history.value);
    expect(again.history.value.past).toHaveLength(1);
    expect(again.original.value).toBe(opened);
    expect(again.edited.value).toBe(false);
    again.undo();
    expect(again.original.value).toBe(scenario);
  });

  test("are short: a step says no more than what changed", () => {
    const store = createStore(scenario);
    for (let i = 1; i <= 50; ++i) perform(store, {act: "set", model: "muse-spark", value: i * 1e24});
    expect(packSteps(store.history.value)?.length).toBeLessThan(3 * writeScenario(scenario).length + 50 * 150);
  });

  test("are the newest where there are too many or they are too long, and none where nothing has room", async () => {
    const store = createStore(scenario);
    for (let i = 1; i <= 20; ++i) perform(store, {act: "set", model: "muse-spark", value: i * 1e24});
    const few = parsePacked(packSteps(store.history.value, {steps: 5, characters: 1e6}) ?? "");
    expect(few?.steps).toHaveLength(5);
    const read = few && (await readSteps(few, [scenario]));
    expect(read?.past.at(-1)?.document.scenario.models.find(({id}) => id === "muse-spark")?.compute?.value).toBe(19e24);
    const whole = packSteps(store.history.value) ?? "";
    const short = packSteps(store.history.value, {steps: 100, characters: whole.length - 10}) ?? "";
    expect(parsePacked(short)?.steps.length).toBeLessThan(20);
    expect(packSteps(store.history.value, {steps: 100, characters: 50})).toBeUndefined();
  });

  test.each([
    ["cut off", (text: string) => text.slice(0, -5)],
    ["of another form", (text: string) => text.replace('"format":1', '"format":2')],
    ["nothing", () => "null"],
    ["at a step that is not there", (text: string) => text.replace('"at":2', '"at":7')],
    ["of a document that is not there", (text: string) => text.replaceAll('"original":0', '"original":3')]
  ])("are refused as a text that is %s", (_, spoil) => {
    const store = createStore(scenario);
    perform(store, {act: "set", model: "muse-spark", value: 1e25});
    perform(store, {act: "set", model: "muse-spark", value: 2e25});
    const text = packSteps(store.history.value) ?? "";
    expect(parsePacked(text)).toBeDefined();
    expect(parsePacked(spoil(text))).toBeUndefined();
  });

  test("are refused where a document in them is no scenario, or a patch does not fit", async () => {
    const store = createStore(scenario);
    perform(store, {act: "set", model: "muse-spark", value: 1e25});
    const packed = parsePacked(packSteps(store.history.value) ?? "");
    if (packed === undefined) throw new Error("not packed");
    expect(await readSteps({...packed, first: {title: 3}}, [scenario])).toBeUndefined();
    const steps = packed.steps.map((step) => ({...step, patch: [0, [[9999, 3]]]}));
    expect(await readSteps({...packed, steps}, [scenario])).toBeUndefined();
  });

  test("of an older version are upgraded", async () => {
    const store = createStore(scenario);
    perform(store, {act: "set", model: "muse-spark", value: 1e25});
    const packed = parsePacked(packSteps(store.history.value) ?? "");
    const first: Json = {
      version: 0,
      title: "Old",
      metric: {name: "Index"},
      reference: "r",
      recipes: [{id: "r", name: "R", curve: {law: "log-linear", through: "m", slope: 6}}],
      models: [{id: "m", name: "M", recipe: "r", compute: 1e24, score: 20}]
    };
    const old = packed && {...packed, first, at: 0, steps: [], originals: [null], original: 0};
    const read = old && (await readSteps(old, [scenario]));
    expect(old && versionOf(old)).not.toBe(scenario.version);
    expect(read?.present.scenario.version).toBe(1);
  });
});

describe("going several steps", () => {
  test("is the same as undo and redo one by one", () => {
    fc.assert(
      fc.property(acts, fc.integer({min: -14, max: 14}), (all, steps) => {
        const [one, many] = [createStore(scenario), createStore(scenario)];
        for (const act of all) {
          perform(one, act);
          perform(many, act);
        }
        for (let i = 0; i < Math.abs(steps); ++i) {
          if (steps < 0) one.undo();
          else one.redo();
        }
        many.go(steps);
        expect(writeScenario(many.scenario.value)).toBe(writeScenario(one.scenario.value));
        expect(many.canUndo.value).toBe(one.canUndo.value);
        expect(many.canRedo.value).toBe(one.canRedo.value);
      }),
      {numRuns: 100, seed: 5}
    );
  });

  test("leaves what is pinned", () => {
    const store = createStore(scenario);
    store.pinned.value = scenario;
    store.commit(writeInput(scenario, "models.muse-spark.compute", {value: 1e25, written: 1e25}), "compute");
    store.go(-1);
    expect(store.pinned.value).toBe(scenario);
  });
});

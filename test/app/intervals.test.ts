import {computed} from "@preact/signals";
import {afterEach, beforeEach, describe, expect, test, vi} from "vitest";
import {createIntervals} from "../../src/app/intervals.ts";
import {createStore} from "../../src/app/store.ts";
import type {Request} from "../../src/app/uncertaintyClient.ts";
import type {Uncertainty} from "../../src/figures/view.ts";
import {writeInput} from "../../src/scenario/address.ts";
import {shippedScenario} from "../simulation/shipped.ts";

const scenario = await shippedScenario("muse-spark.json");
const planned = await shippedScenario("plan-3x.json");
const compute = "models.muse-spark.compute";
const at = (value: number) => writeInput(scenario, compute, {value, written: value});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp(opening = scenario) {
  const store = createStore(opening);
  const view = computed(() => store.scenario.value.view.figure);
  const first: Uncertainty = {};
  const intervals = createIntervals(store, view, {scenario: opening, uncertainty: first});
  const sent: Request[] = [];
  const stop = intervals.ask((request) => sent.push(request));
  return {store, intervals, sent, stop, first};
}
const drawsOf = (request: Request | undefined) => request?.about === "intervals" && request.scenario.uncertainty.draws;

describe("the worker is asked", () => {
  test("for nothing at the opening, and once for each change at rest", () => {
    const {store, intervals, sent, stop} = setUp();
    expect(sent).toEqual([]);
    expect(intervals.uncertainty.value.fresh).toBe(true);
    store.commit(at(5e25), "compute");
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({about: "intervals", view: "ladder", scenario: store.scenario.value});
    expect(intervals.uncertainty.value.fresh).toBe(false);
    expect(intervals.working.value).toBe("intervals");
    stop();
    store.commit(at(6e25), "compute");
    expect(sent).toHaveLength(1);
  });

  test("for few draws and not often while a hand moves, and for all of them once it rests", () => {
    const {store, sent} = setUp();
    for (let i = 1; i <= 10; ++i) store.preview(at(5e25 + i * 1e24));
    expect(sent).toEqual([]);
    vi.advanceTimersByTime(150);
    expect(sent.map(drawsOf)).toEqual([1000]);
    store.settle("compute");
    expect(sent.map(drawsOf)).toEqual([1000, scenario.uncertainty.draws]);
    vi.advanceTimersByTime(1000);
    expect(sent).toHaveLength(2);
  });

  test("for the span on show in the ladder only", () => {
    const {store, sent} = setUp();
    store.window.value = {x: [24, 26], y: [0, 50]};
    expect(sent.at(-1)).toMatchObject({window: [24, 26]});
    store.turn("gain");
    expect(sent.at(-1)).not.toHaveProperty("window");
  });

  test("to stop, and again for what the stop left out", () => {
    const {store, intervals, sent} = setUp();
    store.commit(at(5e25), "compute");
    intervals.stop();
    expect(sent.at(-1)).toEqual({about: "nothing"});
    expect(intervals.working.value).toBeUndefined();
    intervals.askAgain();
    expect(sent.at(-1)).toMatchObject({about: "intervals", scenario: store.scenario.value});
  });

  test("not for a plan that is simulated already", () => {
    const {store, intervals, sent} = setUp(planned);
    const plan = {} as NonNullable<Uncertainty["plan"]>;
    store.commit({...planned, uncertainty: {...planned.uncertainty, draws: 99}}, "draws");
    intervals.receive({id: 1, uncertainty: {plan}}, true);
    store.commit({...store.scenario.value, title: "The same plan"}, "title");
    expect(sent.at(-1)).toEqual({about: "nothing"});
    expect(intervals.uncertainty.value).toMatchObject({value: {plan}, fresh: true});
  });
});

describe("what the worker says", () => {
  test("is taken where it is the newest; an overtaken answer only while a hand moves", () => {
    const {store, intervals, first} = setUp();
    const [old, next] = [{ladder: undefined}, {gain: undefined}] as unknown as readonly [Uncertainty, Uncertainty];
    store.commit(at(5e25), "compute");
    intervals.receive({id: 1, uncertainty: old}, false);
    expect(intervals.uncertainty.value.value).toBe(first);
    store.preview(at(6e25));
    intervals.receive({id: 2, uncertainty: old}, false);
    expect(intervals.uncertainty.value).toMatchObject({value: old, of: scenario});
    store.settle("compute");
    intervals.receive({id: 3, uncertainty: next}, true);
    expect(intervals.uncertainty.value).toEqual({value: next, of: store.scenario.value, fresh: true});
    expect(intervals.working.value).toBeUndefined();
  });

  test("of how far it is, is heard of the newest question only", () => {
    const {store, intervals} = setUp();
    store.commit(at(5e25), "compute");
    intervals.receive({id: 1, progress: 0.3}, false);
    expect(intervals.progress.value).toBeUndefined();
    intervals.receive({id: 2, progress: 0.4}, true);
    expect(intervals.progress.value).toBe(0.4);
    expect(intervals.working.value).toBe("intervals");
  });

  test("of a fit’s coverage is of the runs it was asked for", () => {
    const {intervals, sent} = setUp();
    intervals.checkCoverage();
    expect(sent).toEqual([{about: "coverage", scenario}]);
    expect([intervals.working.value, intervals.progress.value]).toEqual(["coverage", 0]);
    intervals.receive({id: 1, coverage: undefined}, true);
    expect(intervals.coverage.value).toEqual({value: undefined, of: scenario.runs});
  });

  test("to have failed is a notice, and what was found of an older document goes", () => {
    const {store, intervals} = setUp();
    store.commit(at(5e25), "compute");
    intervals.receive({id: 1, error: "It broke."}, true);
    expect(store.notice.value).toMatchObject({title: "The intervals could not be computed.", lines: ["It broke."]});
    expect(intervals.uncertainty.value.value).toEqual({});
  });

  test("to have failed leaves those of the document on show", () => {
    const {intervals, first} = setUp();
    intervals.checkCoverage();
    intervals.receive({id: 1, error: "It broke."}, true);
    expect(intervals.uncertainty.value.value).toBe(first);
  });

  test("of a section is dropped at a leap, and kept while a hand moves and lets go", () => {
    const {store, intervals} = setUp(planned);
    const plan = {} as NonNullable<Uncertainty["plan"]>;
    const gain = (value: number) => writeInput(planned, "plan.gain", {value, written: value});
    store.preview(gain(4));
    intervals.receive({id: 1, uncertainty: {plan}}, false);
    expect(intervals.uncertainty.value.value).toEqual({plan});
    store.settle("gain");
    expect(intervals.uncertainty.value.value).toEqual({plan});
    store.commit(gain(9), "gain");
    expect(intervals.uncertainty.value).toMatchObject({value: {}, fresh: false});
    store.undo();
    expect(intervals.uncertainty.value).toMatchObject({value: {}, fresh: false});
  });

  test("of the ladder stays, faded, at a leap", () => {
    const {store, intervals, first} = setUp();
    store.commit(at(5e25), "compute");
    expect(intervals.uncertainty.value.value).toBe(first);
  });

  test("of the document before is dropped when another is opened", () => {
    const {store, intervals} = setUp();
    store.commit(at(5e25), "compute");
    intervals.receive({id: 1, uncertainty: {plan: undefined} as unknown as Uncertainty}, true);
    store.open(planned);
    expect(intervals.uncertainty.value).toEqual({value: {}, of: undefined, fresh: false});
    // Back before the others were there: what is on show has none either.
    store.undo();
    expect(intervals.uncertainty.value).toEqual({value: {}, of: undefined, fresh: false});
  });
});

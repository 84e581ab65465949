import type {Scenario} from "../../scenario/schema.ts";
import type {Store} from "../store.ts";
import {findKept, keep} from "./kept.ts";

let isSaid = false;

/** Keeps the pinned scenario over a reload; says once that it cannot, and then goes on without. */
export async function keepPinned(store: Store, scenario: Scenario | undefined): Promise<void> {
  if (scenario === undefined) {
    keep("pinned", undefined);
    return;
  }
  const {writeScenario} = await import("../../scenario/write.ts");
  if (store.pinned.peek() !== scenario || keep("pinned", writeScenario(scenario)) || isSaid) return;
  isSaid = true;
  store.notice.value ??= {
    kind: "remark",
    title: "This browser does not keep the baseline: it is pinned until the page is closed.",
    lines: []
  };
}

/** Pins what was pinned last time; a text that is no scenario is forgotten, with a word. */
export async function restorePinned(store: Store): Promise<void> {
  const text = findKept("pinned");
  if (text === undefined) return;
  const {readScenario} = await import("../../scenario/read.ts");
  const read = await readScenario(text);
  if (read.ok) {
    store.pinned.value ??= read.scenario;
    return;
  }
  keep("pinned", undefined);
  store.notice.value ??= {
    kind: "remark",
    title: "The baseline of last time could not be read and is forgotten. The scenario is as it was.",
    lines: []
  };
}

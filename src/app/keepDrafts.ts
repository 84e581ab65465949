import {effect} from "@preact/signals";
import {writeScenario} from "../scenario/write.ts";
import {keepDraft} from "./autosave.ts";
import {whenLeaving} from "./leaving.ts";
import type {Store} from "./store.ts";

/** How long nothing changes before the draft is kept, milliseconds. */
const rest = 700;

/** Keeps a draft of what is edited, at rest and as the page is left, so that a crash or a reload costs nothing. */
export function keepDrafts(store: Store): void {
  let due: ReturnType<typeof setTimeout> | undefined;
  let isSaid = false;
  const write = () => {
    clearTimeout(due);
    due = undefined;
    if (!store.edited.peek()) return;
    const scenario = store.scenario.peek();
    if (keepDraft({title: scenario.title, at: Date.now(), text: writeScenario(scenario)}) || isSaid) return;
    isSaid = true;
    store.notice.value = {
      kind: "remark",
      title: "This browser keeps no drafts: save the scenario as a file to keep it.",
      lines: []
    };
  };
  effect(() => {
    const {mark} = store.history.value;
    clearTimeout(due);
    due = mark === undefined ? setTimeout(write, rest) : undefined;
  });
  whenLeaving(() => {
    if (due !== undefined || store.moving.peek()) write();
  });
}

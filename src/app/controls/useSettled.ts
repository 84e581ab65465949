import {useComputed} from "@preact/signals";
import type {ReadonlySignal} from "@preact/signals";
import {useRef} from "preact/hooks";
import type {Scenario} from "../../scenario/schema.ts";
import type {Store} from "../store.ts";

/** The document at rest: while a gesture is under way, as it was before, so that lists stay as they are. */
export function useSettled({scenario, moving}: Store): ReadonlySignal<Scenario> {
  const last = useRef(scenario.peek());
  return useComputed(() => {
    if (!moving.value) last.current = scenario.value;
    return last.current;
  });
}

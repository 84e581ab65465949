import {useComputed} from "@preact/signals";
import type {ReadonlySignal} from "@preact/signals";
import {useRef} from "preact/hooks";
import type {Store} from "../store.ts";

/**
 * What a signal holds at rest: while a gesture is under way, as it was before.
 *
 * Lists stay as they are and nothing pushes the slider from under the finger.
 */
export function useAtRest<T>({moving}: Store, live: ReadonlySignal<T>): ReadonlySignal<T> {
  const last = useRef(live.peek());
  return useComputed(() => {
    if (!moving.value) last.current = live.value;
    return last.current;
  });
}

import {useSignal} from "@preact/signals";
import {useEffect, useRef} from "preact/hooks";
import {nextPhaseEnd} from "../../figures/thinkingPath.ts";
import {readInput} from "../../scenario/address.ts";
import {inputAt} from "../../scenario/inputList.ts";
import {moved} from "../controls/fieldText.ts";
import type {Store} from "../store.ts";
import {playFrom} from "./phasePlay.ts";

const address = "thinking.path.progress";

/** How long the whole path takes, milliseconds. */
const duration = 7000;

const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/**
 * Moves the progress of training along the path of length, from its start or where it was paused: a live preview, one step of undo when it stops or ends.
 *
 * Where motion is to be reduced, a press leads to the end of the next phase at once.
 */
export function PhasePlayer({store}: {readonly store: Store}) {
  const playing = useSignal(false);
  const calm = useSignal(isCalm());
  const frame = useRef(0);
  const pausedAt = useRef<number | undefined>(undefined);
  const input = () => inputAt(store.scenario.peek(), address);
  const progress = () => readInput(store.scenario.peek(), address)?.value ?? 0;
  const set = (value: number, live: boolean) => {
    const [of, before] = [input(), readInput(store.scenario.peek(), address)];
    if (of === undefined || before === undefined) return;
    store.setInput(address, moved(before, value, of.kind.quantity), {live, label: of.step});
  };
  const stop = (end: "settle" | "cancel" | "leave") => {
    cancelAnimationFrame(frame.current);
    if (!playing.peek()) return;
    playing.value = false;
    if (end === "settle") store.settle(input()?.step ?? address);
    if (end === "cancel") store.cancel();
  };
  const play = () => {
    playing.value = true;
    let last = playFrom(progress(), pausedAt.current);
    let before: number | undefined;
    set(last, true);
    const step = (now: number) => {
      // Another hand has taken the gesture, or taken it back: it is no longer ours to end.
      if (!store.moving.peek() || progress() !== last) return stop("leave");
      const next = Math.min(1, last + (now - (before ?? now)) / duration);
      before = now;
      last = Number(next.toFixed(4));
      set(last, true);
      if (last >= 1) stop("settle");
      else frame.current = requestAnimationFrame(step);
    };
    frame.current = requestAnimationFrame(step);
  };
  useEffect(() => {
    const query = matchMedia("(prefers-reduced-motion: reduce)");
    const listen = () => (calm.value = query.matches);
    query.addEventListener("change", listen);
    return () => {
      query.removeEventListener("change", listen);
      stop("settle");
    };
  }, []);
  const press = () => {
    if (playing.peek()) {
      stop("settle");
      pausedAt.current = progress();
      return;
    }
    if (!isCalm()) return play();
    const {path} = store.scenario.peek().thinking ?? {};
    if (path !== undefined) set(nextPhaseEnd(path, progress()), false);
  };
  return (
    <button
      type="button"
      class="fit-button"
      onClick={press}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !playing.peek()) return;
        event.preventDefault();
        event.stopPropagation();
        stop("cancel");
      }}
    >
      {playing.value ? "Pause" : calm.value ? "Go to the next turn of the path" : "Play the three phases"}
    </button>
  );
}

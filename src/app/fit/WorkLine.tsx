import {useSignal} from "@preact/signals";
import {useEffect} from "preact/hooks";
import type {Model} from "../model.ts";

/** What takes less than this is done before anyone reads of it, milliseconds. */
const patience = 300;

const words = {intervals: "Drawing the intervals", coverage: "Checking coverage"} as const;

/** How far the worker is, with a way to stop it; a line that keeps its place while there is nothing to say. */
export function WorkLine({model}: {readonly model: Model}) {
  const task = model.working.value;
  const isLate = useSignal(false);
  useEffect(() => {
    isLate.value = false;
    if (task === undefined) return undefined;
    const timer = setTimeout(() => (isLate.value = true), patience);
    return () => clearTimeout(timer);
  }, [task]);
  const progress = model.progress.value ?? 0;
  const isWorking = task !== undefined && isLate.value;
  const isStopped = task === undefined && !model.uncertainty.value.fresh && !model.store.moving.value;
  return (
    <div class="fit-work">
      {isWorking && (
        <>
          <label for="fit-progress">{words[task]}</label>
          <progress id="fit-progress" max={1} value={progress} />
          <span class="fit-percent">{`${Math.floor(100 * progress)} %`}</span>
          <button type="button" class="fit-button" onClick={model.stop}>
            Cancel
          </button>
        </>
      )}
      {isStopped && (
        <>
          <span>Stopped: the intervals are not of what is set now.</span>
          <button type="button" class="fit-button" onClick={model.askAgain}>
            Draw them
          </button>
        </>
      )}
      <span class="visually-hidden" role="status">
        {isWorking ? words[task] : isStopped ? "Stopped" : ""}
      </span>
    </div>
  );
}

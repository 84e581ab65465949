import "./work.css";
import {useSignal} from "@preact/signals";
import {useEffect} from "preact/hooks";
import type {Model} from "../model.ts";

/** What takes less than this is done before anyone reads of it, milliseconds. */
const patience = 300;

const intervalWords = {
  intervals: "Drawing the intervals",
  coverage: "Checking coverage",
  stopped: "Stopped: the intervals are not of what is set now.",
  again: "Draw them"
} as const;
const simulationWords = {
  intervals: "Simulating ladders",
  coverage: "Checking coverage",
  stopped: "Stopped: the simulation is not of what is set now.",
  again: "Simulate"
} as const;

/** How far the worker is, with a way to stop it; a line that keeps its place while there is nothing to say. */
export function WorkLine({model, simulating = false}: {readonly model: Model; readonly simulating?: boolean}) {
  const words = simulating ? simulationWords : intervalWords;
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
          <span>{words.stopped}</span>
          <button type="button" class="fit-button" onClick={model.askAgain}>
            {words.again}
          </button>
        </>
      )}
      <span class="visually-hidden" role="status">
        {isWorking ? words[task] : isStopped ? "Stopped" : ""}
      </span>
    </div>
  );
}

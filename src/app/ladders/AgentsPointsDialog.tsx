import {useComputed, useSignal} from "@preact/signals";
import {useEffect, useRef} from "preact/hooks";
import {agentsPointsText, readAgentsPoints} from "../../scenario/readAgentsPoints.ts";
import type {ReadAgentsPoints} from "../../scenario/readAgentsPoints.ts";
import type {AgentsPoint} from "../../scenario/editAgents.ts";

interface DialogProps {
  readonly points: readonly AgentsPoint[];
  readonly take: (points: readonly AgentsPoint[]) => void;
  readonly close: () => void;
}

/** As many problems as anyone reads at once. */
const mostProblems = 20;

const counted = (count: number): string => `${count} ${count === 1 ? "point" : "points"}`;

/** Measured points as text: what was read is shown, and what could not be, before anything is changed. */
export function AgentsPointsDialog({points, take, close}: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const text = useSignal(agentsPointsText(points));
  useEffect(() => dialog.current?.showModal(), []);
  const read = useComputed(() => (text.value.trim() === "" ? undefined : readAgentsPoints(text.value)));
  const count = read.value?.points.length ?? 0;
  const isEmpty = read.value === undefined;
  const finish = () => {
    take(read.value?.points ?? []);
    dialog.current?.close();
  };
  return (
    <dialog class="agents-dialog" ref={dialog} aria-labelledby="agents-points-title" onClose={close}>
      <h2 id="agents-points-title">Measured points</h2>
      <label>
        Agents and score, a line each, as a share or in percent; the ends of its interval may follow
        <textarea
          rows={9}
          spellcheck={false}
          placeholder={"agents, score, low, high\n1, 50 %, 49 %, 51 %\n2, 56 %"}
          value={text}
          onInput={({currentTarget}) => (text.value = currentTarget.value)}
        />
      </label>
      <div role="status">{read.value !== undefined && <Result read={read.value} />}</div>
      <div class="agents-buttons">
        <button type="button" class="fit-button" onClick={() => dialog.current?.close()}>
          Cancel
        </button>
        <button type="button" class="primary" disabled={!isEmpty && count === 0} onClick={finish}>
          {isEmpty ? "Remove the points" : `Use ${counted(count)}`}
        </button>
      </div>
    </dialog>
  );
}

function Result({read: {points, problems, isPercent}}: {readonly read: ReadAgentsPoints}) {
  const rest = problems.length - mostProblems;
  return (
    <>
      <p>
        {counted(points.length)} read{isPercent && ", scores taken as percent"}.
        {points.length === 0 &&
          problems.length === 0 &&
          " A line of names alone: the numbers go under it, a line each."}
      </p>
      {problems.length > 0 && (
        <>
          <p class="slider-error">
            {problems.length === 1 ? "1 line cannot be used:" : `${problems.length} lines cannot be used:`}
          </p>
          <ul>
            {problems.slice(0, mostProblems).map(({line, message}) => (
              <li key={line}>
                <b>line {line}</b> {message}
              </li>
            ))}
            {rest > 0 && <li>and {rest} more</li>}
          </ul>
        </>
      )}
    </>
  );
}

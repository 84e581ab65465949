import {useComputed, useSignal} from "@preact/signals";
import {useEffect, useRef} from "preact/hooks";
import {readScoredPoints} from "../../fitting/readScoredPoints.ts";
import type {ReadPoints, ScoredPoint} from "../../fitting/readScoredPoints.ts";
import type {Reinforcement} from "../../scenario/schema.ts";

interface PointsDialogProps {
  readonly section: Reinforcement;
  readonly take: (points: readonly ScoredPoint[]) => void;
  readonly close: () => void;
}

/** As many problems as anyone reads at once. */
const mostProblems = 20;

const counted = (count: number): string => `${count} ${count === 1 ? "point" : "points"}`;

/** The points there are, as a person would paste them. */
const asText = ({unit, points = []}: Reinforcement): string =>
  points.length === 0
    ? ""
    : [`${unit}, score`, ...points.map(({compute, score}) => `${compute}, ${score.value}`)].join("\n");

/** Points from a table: what was read is shown, and what could not be, before anything is changed. */
export function PointsDialog({section, take, close}: PointsDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const text = useSignal(asText(section));
  useEffect(() => dialog.current?.showModal(), []);
  const read = useComputed(() => (text.value.trim() === "" ? undefined : readScoredPoints(text.value)));
  const count = read.value?.points.length ?? 0;
  const finish = () => {
    take(read.value?.points ?? []);
    dialog.current?.close();
  };
  return (
    <dialog class="rl-dialog" ref={dialog} aria-labelledby="points-dialog-title" onClose={close}>
      <h2 id="points-dialog-title">Points of a run</h2>
      <label class="rl-paste">
        {section.unit} and score, a line each, as a share or in percent; a head may stand above
        <textarea
          rows={9}
          spellcheck={false}
          placeholder={`${section.unit}, score\n1000, 0.22\n10000, 41 %`}
          value={text}
          onInput={({currentTarget}) => (text.value = currentTarget.value)}
        />
      </label>
      <div role="status">{read.value !== undefined && <Result read={read.value} />}</div>
      <div class="rl-buttons">
        <button type="button" class="fit-button" onClick={() => dialog.current?.close()}>
          Cancel
        </button>
        <button type="button" class="primary" disabled={count === 0} onClick={finish}>
          {count === 0 ? "Use the points" : `Use ${counted(count)}`}
        </button>
      </div>
    </dialog>
  );
}

function Result({read: {points, problems, isPercent}}: {readonly read: ReadPoints}) {
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
          <ul class="rl-problems">
            {problems.slice(0, mostProblems).map(({line, message}) => (
              <li key={`${line} ${message}`}>
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

import {useComputed, useSignal} from "@preact/signals";
import {useEffect, useRef} from "preact/hooks";

/** What a text of points gave. */
interface ReadText<Point> {
  readonly points: readonly Point[];
  readonly problems: readonly {readonly line: number; readonly message: string}[];
  /** Scores without a sign were taken as percent. */
  readonly isPercent: boolean;
}

interface PointsDialogProps<Point> {
  readonly title: string;
  /** What stands on a line. */
  readonly label: string;
  readonly placeholder: string;
  /** The points there are, as a person would paste them. */
  readonly text: string;
  readonly read: (text: string) => ReadText<Point>;
  /** Whether an empty text takes the points away. */
  readonly removable?: boolean;
  readonly take: (points: readonly Point[]) => void;
  readonly close: () => void;
}

/** As many problems as anyone reads at once. */
const mostProblems = 20;

const counted = (count: number): string => `${count} ${count === 1 ? "point" : "points"}`;

/** Points as text: what was read is shown, and what could not be, before anything is changed. */
export function PointsDialog<Point>(props: PointsDialogProps<Point>) {
  const {title, label, placeholder, read: readText, removable = false, take, close} = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const text = useSignal(props.text);
  useEffect(() => dialog.current?.showModal(), []);
  const read = useComputed(() => (text.value.trim() === "" ? undefined : readText(text.value)));
  const count = read.value?.points.length ?? 0;
  const isRemoving = removable && read.value === undefined;
  const finish = () => {
    take(read.value?.points ?? []);
    dialog.current?.close();
  };
  return (
    <dialog class="window points-dialog" ref={dialog} aria-labelledby="points-dialog-title" onClose={close}>
      <h2 id="points-dialog-title">{title}</h2>
      <label>
        {label}
        <textarea
          class="pasted"
          rows={9}
          spellcheck={false}
          placeholder={placeholder}
          value={text}
          onInput={({currentTarget}) => (text.value = currentTarget.value)}
        />
      </label>
      <div role="status">{read.value !== undefined && <Result read={read.value} />}</div>
      <div class="points-buttons">
        <button type="button" class="fit-button" onClick={() => dialog.current?.close()}>
          Cancel
        </button>
        <button type="button" class="primary" disabled={!isRemoving && count === 0} onClick={finish}>
          {isRemoving ? "Remove the points" : count === 0 ? "Use the points" : `Use ${counted(count)}`}
        </button>
      </div>
    </dialog>
  );
}

function Result({read: {points, problems, isPercent}}: {readonly read: ReadText<unknown>}) {
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

import {useSignal} from "@preact/signals";
import type {Complaint} from "../controls/useDraft.ts";

export interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface SelectCellProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly choose: (value: string) => Complaint;
  /** Why nothing else can be chosen. */
  readonly held?: string | undefined;
}

/** Longer lists are filled in when the cell is about to be used: two hundred rows of them would be slow. */
const longList = 12;

/** A cell with a choice; a choice that is refused says why, and the cell goes back. */
export function SelectCell({label, value, choices, choose, held}: SelectCellProps) {
  const complaint = useSignal<Complaint>(undefined);
  const isFull = useSignal(choices.length <= longList);
  const fill = () => {
    isFull.value = true;
  };
  const shown = isFull.value ? choices : choices.filter((choice) => choice.value === value);
  return (
    <div class="cell" data-kind="choice">
      <select
        aria-label={held === undefined ? label : `${label}. ${held}`}
        title={held}
        aria-disabled={held === undefined ? undefined : "true"}
        aria-invalid={complaint.value === undefined ? undefined : "true"}
        onPointerEnter={fill}
        onPointerDown={fill}
        onFocus={fill}
        onChange={({currentTarget}) => {
          complaint.value = held ?? choose(currentTarget.value);
          if (complaint.value !== undefined) currentTarget.value = value;
        }}
      >
        {shown.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.text}
          </option>
        ))}
      </select>
      {complaint.value !== undefined && (
        <p class="slider-error" role="alert">
          {complaint.value}
        </p>
      )}
    </div>
  );
}

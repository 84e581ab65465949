import {useComputed} from "@preact/signals";
import type {ReadonlySignal} from "@preact/signals";

export interface ResetButtonProps {
  readonly changed: ReadonlySignal<boolean>;
  readonly label: string;
  readonly reset: () => void;
}

/** Takes one input back to what the document had when it was opened; there only while it differs. */
export function ResetButton({changed, label, reset}: ResetButtonProps) {
  return (
    <button
      type="button"
      class="slider-reset"
      aria-label={`Reset ${label}`}
      title="Reset"
      hidden={useComputed(() => !changed.value)}
      onClick={reset}
    >
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
        <path
          d="M2.9 5.2A4.6 4.6 0 1 1 2.4 8"
          fill="none"
          stroke="currentColor"
          stroke-width="1.4"
          stroke-linecap="round"
        />
        <path
          d="M2.6 1.9V5.4H6.1"
          fill="none"
          stroke="currentColor"
          stroke-width="1.4"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      </svg>
    </button>
  );
}

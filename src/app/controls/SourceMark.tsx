import type {ReadonlySignal} from "@preact/signals";

/** Said of values that no source stands behind; moving them changes nothing about that. */
const withoutSource = new Set(["not disclosed", "assumed", "placed", "no source given"]);

export interface SourceMarkProps {
  readonly text: string;
  /** The value is no longer the one the source gave. */
  readonly moved: ReadonlySignal<boolean>;
  readonly label: string;
  /** Opens the evidence; left out where there is none. */
  readonly onSource: (() => void) | undefined;
}

/** Where a number comes from; opens its evidence. A value the reader has moved is not passed off as the source's. */
export function SourceMark({text, moved, label, onSource}: SourceMarkProps) {
  const isOwn = moved.value && !withoutSource.has(text);
  const shown = isOwn ? "set by you" : text;
  if (onSource === undefined) return <span class="slider-source">{shown}</span>;
  return (
    <button
      type="button"
      class="slider-source"
      aria-label={isOwn ? `set by you; source of ${label}: ${text}` : `${text}: source of ${label}`}
      title={isOwn ? `Was: ${text}` : undefined}
      onClick={onSource}
    >
      {shown}
    </button>
  );
}

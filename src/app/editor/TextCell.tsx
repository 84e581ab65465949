import {useComputed, useSignal} from "@preact/signals";
import type {NumberRun} from "../../scenario/numberText.ts";
import {NumberRuns} from "../controls/NumberRuns.tsx";
import type {Complaint} from "../controls/useDraft.ts";
import {useDraft} from "../controls/useDraft.ts";

export interface TextCellProps {
  readonly label: string;
  readonly text: string;
  readonly take: (text: string) => Complaint | Promise<Complaint>;
  /** Said where the text is empty. */
  readonly empty?: string;
  /** What stands under the field, such as an interval. */
  readonly under?: readonly NumberRun[] | undefined;
  readonly kind?: "name" | "number" | "text";
}

/** A cell that takes a text; what is wrong with it stands under it. */
export function TextCell({label, text, take, empty = "", under, kind = "text"}: TextCellProps) {
  const current = useSignal(text);
  current.value = text;
  const draft = useDraft(current, take);
  const hidden = useComputed(() => draft.error.value === undefined);
  return (
    <div class="cell" data-kind={kind}>
      <input
        type="text"
        autocomplete="off"
        spellcheck={false}
        aria-label={label}
        placeholder={empty}
        title={text.length > 18 ? text : undefined}
        {...draft.attributes}
      />
      {under !== undefined && (
        <small>
          <NumberRuns runs={under} />
        </small>
      )}
      <p class="slider-error" id={draft.errorId} role="alert" hidden={hidden}>
        {draft.error}
      </p>
    </div>
  );
}

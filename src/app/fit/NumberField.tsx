import {useComputed} from "@preact/signals";
import type {ReadonlySignal} from "@preact/signals";
import {useId} from "preact/hooks";
import {useDraft} from "../controls/useDraft.ts";

interface NumberFieldProps {
  readonly label: string;
  readonly value: ReadonlySignal<number>;
  /** What a number must be, for whoever typed another: "a whole number from 0". */
  readonly accepted: string;
  readonly accepts: (value: number) => boolean;
  readonly commit: (value: number) => void;
  /** Behind the field. */
  readonly unit?: string;
}

const written = (value: number): string =>
  value !== 0 && Math.abs(value) < 1e-3 ? value.toExponential().replace("e+", "e") : String(value);

/** A plain number that is taken by Enter or by leaving the field. */
export function NumberField({label, value, accepted, accepts, commit, unit = ""}: NumberFieldProps) {
  const id = useId();
  const text = useComputed(() => written(value.value));
  const draft = useDraft(text, (typed) => {
    const number = typed.trim() === "" ? NaN : Number(typed.replace(/[,\s]/g, ""));
    if (!accepts(number)) return `${label} is ${accepted}, got ${typed.trim() === "" ? "nothing" : typed.trim()}.`;
    if (number !== value.peek()) commit(number);
    return undefined;
  });
  return (
    <div class="fit-number">
      <label for={id}>{label}</label>
      <input id={id} type="text" inputMode="decimal" autocomplete="off" spellcheck={false} {...draft.attributes} />
      {unit !== "" && <span class="slider-unit">{unit}</span>}
      <p
        class="slider-error"
        id={draft.errorId}
        role="alert"
        hidden={useComputed(() => draft.error.value === undefined)}
      >
        {draft.error}
      </p>
    </div>
  );
}

import {useComputed, useSignal} from "@preact/signals";
import type {ReadonlySignal} from "@preact/signals";
import type {TargetedEvent, TargetedKeyboardEvent} from "preact";
import {useId, useRef} from "preact/hooks";

/** What is wrong with a text, for the person who typed it; undefined when it was taken. */
export type Complaint = string | undefined;

/** The handlers and the state of a text field whose text is taken when it is left or Enter is pressed. */
export interface Draft {
  readonly error: ReadonlySignal<Complaint>;
  /** Where the error stands, for aria-describedby. */
  readonly errorId: string;
  readonly attributes: {
    readonly value: ReadonlySignal<string>;
    readonly "aria-invalid": ReadonlySignal<"true" | undefined>;
    readonly "aria-describedby": ReadonlySignal<string | undefined>;
    readonly onInput: (event: TargetedEvent<HTMLInputElement>) => void;
    readonly onBlur: () => void;
    readonly onKeyDown: (event: TargetedKeyboardEvent<HTMLInputElement>) => void;
  };
}

/**
 * A text under way: shown while it is typed, taken by Enter or by leaving, given up by Escape.
 *
 * A text that cannot be taken stays for correction, with its error.
 *
 * @param text what the field holds while nobody types
 * @param take takes the text, at once or in a moment, or says what is wrong with it
 * @param done called when the typing is over: with true after a text was taken or given up
 */
export function useDraft(
  text: ReadonlySignal<string>,
  take: (text: string) => Complaint | Promise<Complaint>,
  done: () => void = () => undefined
): Draft {
  const draft = useSignal<string | undefined>(undefined);
  const error = useSignal<Complaint>(undefined);
  const errorId = useId();
  /** The text that is being read. */
  const awaited = useRef<string>();

  const end = () => {
    draft.value = undefined;
    error.value = undefined;
    done();
  };
  const answer = (complaint: Complaint) => {
    if (complaint === undefined) end();
    else error.value = complaint;
  };
  const submit = () => {
    const typed = draft.value;
    if (typed === undefined || typed === text.value) return end();
    // Enter, and then the field is left: one step.
    if (typed === awaited.current) return;
    const complaint = take(typed);
    if (!(complaint instanceof Promise)) return answer(complaint);
    awaited.current = typed;
    void complaint.then((late) => {
      if (awaited.current === typed) awaited.current = undefined;
      if (draft.value === typed) answer(late);
    });
  };
  return {
    error,
    errorId,
    attributes: {
      value: useComputed(() => draft.value ?? text.value),
      "aria-invalid": useComputed(() => (error.value === undefined ? undefined : "true")),
      "aria-describedby": useComputed(() => (error.value === undefined ? undefined : errorId)),
      onInput: ({currentTarget}) => {
        draft.value = currentTarget.value;
        error.value = undefined;
      },
      onBlur: submit,
      onKeyDown: (event) => {
        if (event.key === "Enter" && !event.isComposing) submit();
        if (event.key !== "Escape" || (draft.value === undefined && error.value === undefined)) return;
        // Inside a dialog the first Escape gives up the text, the second closes.
        event.preventDefault();
        event.stopPropagation();
        end();
      }
    }
  };
}

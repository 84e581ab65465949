import type {ComponentChildren} from "preact";
import {useId} from "preact/hooks";

interface ChoiceProps<T extends string> {
  readonly legend: string;
  readonly value: T;
  readonly options: readonly {
    readonly value: T;
    readonly name: string;
    /** Below the name, and at the right of it. */
    readonly note?: ComponentChildren;
    readonly aside?: ComponentChildren;
  }[];
  readonly onChoose: (value: T) => void;
}

/** One of a few: the platform's radio buttons, drawn as segments one under another. */
export function Choice<T extends string>({legend, value, options, onChoose}: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset class="fit-choice">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} class="fit-option">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChoose(option.value)}
          />
          <span class="fit-option-name">{option.name}</span>
          {option.aside !== undefined && <span class="fit-option-aside">{option.aside}</span>}
          {option.note !== undefined && <span class="fit-option-note">{option.note}</span>}
        </label>
      ))}
    </fieldset>
  );
}

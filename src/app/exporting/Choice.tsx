interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly (readonly [T, string])[];
  readonly onChoose: (value: T) => void;
}

/** A named list of which one is taken. */
export function Choice<T extends string>({label, value, choices, onChoose}: ChoiceProps<T>) {
  return (
    <label class="export-choice">
      <span>{label}</span>
      <select
        value={value}
        onChange={({currentTarget}) => {
          const chosen = choices.find(([name]) => name === currentTarget.value);
          if (chosen !== undefined) onChoose(chosen[0]);
        }}
      >
        {choices.map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

/** One of some values, by the texts for them. */
export function Choice<Value extends string>({
  label,
  name,
  options,
  value,
  defaultValue,
  onChoose,
}: {
  readonly label: string;
  /** For the form that is submitted. */
  readonly name?: string;
  readonly options: readonly (readonly [value: Value, text: string])[];
  /** What is chosen, if the choice applies at once; else `defaultValue`, until the form is submitted. */
  readonly value?: Value;
  readonly defaultValue?: Value;
  onChoose?(value: Value, form: HTMLFormElement | null): void;
}) {
  const choose = (select: HTMLSelectElement) => {
    const chosen = options.find(([one]) => one === select.value);
    if (chosen) onChoose?.(chosen[0], select.form);
  };
  return (
    <label>
      {label}{" "}
      <select
        {...{ name, value, defaultValue }}
        onChange={onChoose && (({ currentTarget }) => choose(currentTarget))}
      >
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

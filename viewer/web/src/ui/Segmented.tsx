export interface SegmentedProps<T extends string> {
  label: string;
  value: T;
  options: ReadonlyArray<{ value: T; label: string; title?: string }>;
  onChange: (value: T) => void;
}

/** One of a few, all visible. */
export function Segmented<T extends string>({ label, value, options, onChange }: SegmentedProps<T>) {
  return (
    <fieldset class="segmented">
      <legend>{label}</legend>
      <div>
        {options.map((option) => (
          <button type="button" key={option.value} aria-pressed={option.value === value} title={option.title} onClick={() => onChange(option.value)}>
            {option.title ? <><span aria-hidden="true">{option.label}</span><span class="visually-hidden">{option.title}</span></> : option.label}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

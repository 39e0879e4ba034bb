interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly type?: 'text' | 'password';
  readonly value?: string;
  readonly autocomplete: string;
  readonly hint?: string;
  /** What is wrong with what was given. */
  readonly error?: string | undefined;
}

/** A labelled input that says beside itself what is wrong. */
export function Field({ label, name, type = 'text', value, autocomplete, hint, error }: FieldProps) {
  const note = error ?? hint;
  return (
    <label>
      {label}
      <input
        name={name}
        type={type}
        value={value}
        autocomplete={autocomplete}
        required
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={note ? `${name}-note` : undefined}
      />
      {note && <small id={`${name}-note`}>{note}</small>}
    </label>
  );
}

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly type?: 'text' | 'password';
  readonly value?: string;
  readonly autocomplete: string;
  readonly hint?: string;
  /** What is wrong with what was given. */
  readonly error?: string | undefined;
  /** The id of a sentence elsewhere that says so of several fields together. */
  readonly errorId?: string | undefined;
}

/** A labelled input that says beside itself what is wrong. */
export function Field({ label, name, type = 'text', value, autocomplete, hint, error, errorId }: FieldProps) {
  const note = error ?? hint;
  const described = [errorId, note && `${name}-note`].filter(Boolean).join(' ');
  return (
    <label>
      {label}
      <input
        name={name}
        type={type}
        value={value}
        autocomplete={autocomplete}
        required
        aria-invalid={error || errorId ? 'true' : undefined}
        aria-describedby={described || undefined}
      />
      {note && <small id={`${name}-note`}>{note}</small>}
    </label>
  );
}

import { line } from '../text.ts';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  /** What was typed cannot be read; it comes back as it was typed. */
  readonly wrong: boolean;
}

interface TextProps extends FieldProps {
  readonly type?: 'text' | 'date';
  readonly hint?: string | undefined;
}

/** A field that narrows a list. */
export function FilterText({ name, label, value, wrong, type = 'text', hint }: TextProps) {
  return (
    <label>
      {label}
      <input
        name={name}
        // A field for dates would show nothing of what is none.
        type={wrong ? 'text' : type}
        value={value}
        placeholder={hint}
        maxlength={2000}
        aria-invalid={wrong ? 'true' : undefined}
      />
    </label>
  );
}

export type Choices = readonly (readonly [value: string, name: string])[];

interface ChoiceProps extends FieldProps {
  readonly choices: Choices;
  /** What is said where nothing is chosen. */
  readonly none: string;
}

/** A choice that narrows a list. */
export function FilterChoice({ name, label, value, wrong, choices, none }: ChoiceProps) {
  return (
    <label>
      {label}
      <select name={name} aria-invalid={wrong ? 'true' : undefined}>
        <option value="">{none}</option>
        {choices.map(([one, text]) => (
          <option value={one} selected={one === value}>
            {text}
          </option>
        ))}
        {wrong && (
          <option value={value} selected>
            {line(value ?? '')}
          </option>
        )}
      </select>
    </label>
  );
}

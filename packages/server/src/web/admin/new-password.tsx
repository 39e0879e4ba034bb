import { MIN_PASSWORD } from '../session/password.ts';
import { Field } from './field.tsx';
import { useWords } from './speaking.tsx';

interface NewPasswordProps {
  readonly label: string;
  readonly again: string;
  readonly problems: { readonly password?: string | undefined; readonly again?: string | undefined };
}

/** A password that is chosen, typed twice. */
export function NewPassword({ label, again, problems }: NewPasswordProps) {
  const { entrance } = useWords();
  const field = { type: 'password', autocomplete: 'new-password' } as const;
  return (
    <>
      <Field {...field} label={label} name="password" hint={entrance.atLeast(MIN_PASSWORD)} error={problems.password} />
      <Field {...field} label={again} name="again" error={problems.again} />
    </>
  );
}

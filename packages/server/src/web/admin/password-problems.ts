import type { Words } from '../../words/words.ts';
import { fitsHash, MIN_PASSWORD } from '../session/password.ts';
import { isWeakPassword } from '../session/weak-password.ts';

export type PasswordProblems = Partial<Record<'password' | 'again', string>>;

/** What is wrong with a new password, by the field that it was typed into. */
export function passwordProblems(
  { entrance }: Pick<Words, 'entrance'>,
  password: string,
  again: string,
  name: string,
): PasswordProblems {
  return {
    ...(isWeakPassword(password, name) && { password: entrance.tooWeak(MIN_PASSWORD) }),
    ...([...password].length < MIN_PASSWORD && { password: entrance.tooShort(MIN_PASSWORD) }),
    ...(!fitsHash(password) && { password: entrance.tooLong }),
    ...(password !== again && { again: entrance.notTheSame }),
  };
}

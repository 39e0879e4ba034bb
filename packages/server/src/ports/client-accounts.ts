import type { Terms } from '../client-account.ts';
import type { Elapsed } from './elapsed.ts';

/** `waitMs` is 0 for who is let in; `by` says whose account is spent, and in which way. */
export interface Admission {
  readonly waitMs: number;
  readonly by: 'perMinute' | 'perDay' | 'all';
}

/** How much each client sent lately, where several processes take in. */
export interface ClientAccounts {
  /**
   * Lets notifications in by who sends them, each in its turn; without a client only what is there for all counts. Who is
   * turned away for himself takes nothing of that. Atomic over all processes of the store.
   */
  admit(
    clients: readonly (string | undefined)[],
    terms: { readonly client: Terms; readonly all: Terms },
    elapsed: Elapsed,
  ): Promise<readonly Admission[]>;
}

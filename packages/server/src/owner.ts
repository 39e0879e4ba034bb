import type { Membership } from './access.ts';
import type { Language } from './words/language.ts';

/** A person who may sit at the desk. */
export interface Owner {
  readonly id: string;
  readonly name: string;
  /** PHC string of argon2id. */
  readonly passwordHash: string;
  readonly createdAt: number;
  /** Chosen at the desk; without one the browser decides. */
  readonly language?: Language;
}

/** A link by which somebody may become a person of this desk. The secret in it is kept as a hash and shown once. */
export interface Invitation {
  readonly id: string;
  readonly membership: Membership;
  /** Name of who made it. */
  readonly by: string;
  readonly until: number;
}

/** A session lives on the server; the cookie holds only the secret whose SHA-256 is `tokenHash`. */
export interface Session {
  readonly tokenHash: string;
  readonly owner: string;
  /** Ties the forms of a page to the session. */
  readonly csrf: string;
  readonly createdAt: number;
  readonly seenAt: number;
  /** From where it was opened, and by what, as far as that was said. */
  readonly address?: string | undefined;
  readonly agent?: string | undefined;
}

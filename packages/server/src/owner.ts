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

/** A session lives on the server; the cookie holds only the secret whose SHA-256 is `tokenHash`. */
export interface Session {
  readonly tokenHash: string;
  readonly owner: string;
  /** Ties the forms of a page to the session. */
  readonly csrf: string;
  readonly createdAt: number;
  readonly seenAt: number;
}

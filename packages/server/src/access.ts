/** What a token may be used for; each route of the owner's API asks for one. */
export const SCOPES = ['read', 'moderate', 'send', 'feed'] as const;
export type Scope = (typeof SCOPES)[number];

/** Lets a program act for the owner. Only the SHA-256 of the token itself is kept: it is shown once. */
export interface ApiToken {
  readonly id: string;
  readonly tokenHash: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** The only site whose mentions and deliveries it reaches; `undefined` for all. */
  readonly site: string | undefined;
  readonly createdAt: number;
  readonly lastUsedAt: number | undefined;
}

/** Whose decision it is, and from where it came. */
export interface Actor {
  /** An owner's name, `token NAME`, or `command line`. */
  readonly name: string;
  readonly address: string | undefined;
}

/** A command runs with the rights of whoever may write the data folder. */
export const COMMAND_LINE: Actor = { name: 'command line', address: undefined };

export const AUDIT_ACTIONS = [
  'log-in',
  'log-out',
  'log-in refused',
  'set-up',
  'password changed',
  'link made',
  'moderated',
  'rule added',
  'rule removed',
  'rule changed',
  'list added',
  'list removed',
  'site changed',
  'page changed',
  'token added',
  'token revoked',
  'sent',
  'resent',
  'untold added',
  'untold removed',
  'notices changed',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** One line of the list of who did what. */
export interface AuditEntry {
  readonly at: number;
  /** Who; for a refused log-in the name that was tried. */
  readonly by: string;
  readonly address: string | undefined;
  readonly action: AuditAction;
  /** Id or address of what it was done to, or `''`. */
  readonly subject: string;
  readonly detail: string;
}

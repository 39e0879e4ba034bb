/** What a token may be used for; each route of the owner's API asks for one. */
export const SCOPES = ['read', 'moderate', 'send', 'import', 'feed'] as const;
export type Scope = (typeof SCOPES)[number];

/** Lets a program act for the owner. Only the SHA-256 of the token itself is kept: it is shown once. */
export interface ApiToken {
  readonly id: string;
  readonly tokenHash: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** The only site whose mentions and deliveries it reaches; `undefined` for all. */
  readonly site: string | undefined;
  /** The owner at whose desk it was made, and without whose rights it opens nothing; `undefined` for the command line. */
  readonly maker: string | undefined;
  readonly createdAt: number;
  readonly lastUsedAt: number | undefined;
}

/** What a person may do, each with what those before it may: look, decide about mentions, change everything. */
export const ROLES = ['reader', 'moderator', 'owner'] as const;
export type Role = (typeof ROLES)[number];

/** The right that a page or a form asks for. */
export type Right = 'see' | 'moderate' | 'change';

/** What somebody is on a site, or on all of them, those that come later too, where `site` is `undefined`. */
export interface Membership {
  readonly site: string | undefined;
  readonly role: Role;
}

const RIGHTS: Record<Role, readonly Right[]> = {
  reader: ['see'],
  moderator: ['see', 'moderate'],
  owner: ['see', 'moderate', 'change'],
};

/** Whether these memberships give a right on a site; `undefined` asks for all sites at once. */
export function may(memberships: readonly Membership[], right: Right, site: string | undefined): boolean {
  return memberships.some((one) => RIGHTS[one.role].includes(right) && (one.site === undefined || one.site === site));
}

/** The sites on which they give the right; `undefined` for all. */
export function sitesWith(memberships: readonly Membership[], right: Right): readonly string[] | undefined {
  if (may(memberships, right, undefined)) return undefined;
  return memberships.flatMap(({ site, role }) => (site !== undefined && RIGHTS[role].includes(right) ? [site] : []));
}

/** What a scope lets a program do, by the right that a person needs for it. */
const RIGHT_OF: Record<Scope, Right> = {
  read: 'see',
  feed: 'see',
  moderate: 'moderate',
  send: 'change',
  import: 'change',
};

/**
 * The scopes that these memberships cover on a site, or on all at once. Files are imported by owners of all sites alone, at
 * the desk too: they share one queue and one folder.
 */
export function scopesWith(memberships: readonly Membership[], site: string | undefined): readonly Scope[] {
  return SCOPES.filter((scope) => may(memberships, RIGHT_OF[scope], scope === 'import' ? undefined : site));
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
  'invited',
  'invitation withdrawn',
  'role changed',
  'person removed',
  'logged out elsewhere',
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
  'links imported',
  'tested',
  'removed',
  'removal lifted',
  'imported',
  'import stopped',
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

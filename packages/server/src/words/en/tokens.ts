import type { Scope } from '../../access.ts';
import { counted } from '../plural.ts';

const count = counted('en');

/** The tokens by which programs act for the owner. */
export const tokens = {
  title: 'Tokens',
  what: 'A token lets a program of yours act for you. It is sent as a header, `Authorization: Bearer hb_…`; in an address only one is taken that may do nothing but read.',
  made: 'The token {name}. Copy it now: it is shown this once.',
  revoked: 'Revoked: it opens nothing any more.',
  nameNeeded: 'Give the token a name of 1 to 100 characters.',
  scopeNeeded: 'Tick what the token may do.',
  siteGone: 'There is no such site any more.',
  tooMany: (most: number) =>
    count(most, {
      one: 'There is # token already: revoke it first.',
      other: 'There are # tokens already: revoke one first.',
    }),
  name: 'Name',
  may: 'May',
  site: 'Site',
  lastUsed: 'Last used',
  all: 'all',
  madeBy: 'Made by',
  commandLine: 'a command',
  noLonger: (scopes: string) => `no longer ${scopes}: its maker may not`,
  never: 'never',
  revoke: 'Revoke',
  revokeOne: (name: string) => `Revoke ${name}`,
  action: 'Action',
  fresh: 'A new token',
  nameHint: 'What it is for, so that you know which one to revoke.',
  itMay: 'It may',
  scopes: {
    read: 'Read everything: held, rejected and sent too, with the reasons',
    moderate: 'Decide: approve, reject, call spam',
    send: 'Announce pages of my sites',
    import: 'Import files of other places: what was public there may become public here',
    feed: 'Read the feed of what waits, by an address that has the token in it (only if it may nothing else)',
  } satisfies Record<Scope, string>,
  for: 'For',
  allSites: 'all sites',
  make: 'Make it',
};

import type { Entry, Protocol } from '@hearback/protocol';
import type { BroughtAs } from '../mention.ts';

/** What an old place says of one source–target pair. Its texts are a stranger's, cleaned like those of any page. */
export interface Brought {
  readonly source: string;
  readonly target: string;
  readonly protocol: Protocol;
  readonly as: BroughtAs;
  /** When the old place received it, milliseconds since the epoch; `undefined` when it does not say. */
  readonly receivedAt: number | undefined;
  readonly entry: Entry;
  /** What the old place called it; `''` when it had no name for it. Never a number of ours. */
  readonly foreignId: string;
}

/** Why something is not taken in, with what is said of it in a report. */
export const SKIPPED = {
  comment: { one: 'comment that a person wrote', other: 'comments that people wrote' },
  spam: 'called spam at the old place',
  trash: 'in the trash of the old place',
  private: 'private at the old place',
  deleted: 'deleted at the old place',
  unpublished: {
    one: 'on a page that was not public at the old place',
    other: 'on pages that were not public at the old place',
  },
  unreadable: 'without a usable source and target, or not in the shape of the format',
  foreign: { one: 'to a page of no site that is served here', other: 'to pages of no site that is served here' },
  unknown: {
    one: 'to a page that the map of the site does not have',
    other: 'to pages that the map of the site does not have',
  },
  gone: { one: 'to a page that is gone', other: 'to pages that are gone' },
  self: 'of a page to itself',
  own: { one: 'page of your own sites', other: 'pages of your own sites' },
  blocked: 'turned away by your rules and lists, or forgotten here before',
  removed: 'removed here on request',
  known: 'here already',
  searched: {
    one: 'that is searched for links already, or was within a week',
    other: 'that are searched for links already, or were within a week',
  },
} as const satisfies Readonly<Record<string, string | { readonly one: string; readonly other: string }>>;
export type Skipped = keyof typeof SKIPPED;

/** `2 comments that people wrote` */
export function skippedWords(why: Skipped, count: number): string {
  const words = SKIPPED[why];
  return `${count} ${typeof words === 'string' ? words : words[count === 1 ? 'one' : 'other']}`;
}

/** One thing that was found, where (`line 12`), and by what name the old place knows it, where it says that. */
export type Found = { readonly place: string; readonly id?: string } & (
  | { readonly ok: true; readonly brought: Brought }
  /** A page that links here, nobody says where to: it is to be searched. */
  | { readonly ok: true; readonly linking: string }
  | { readonly ok: false; readonly why: Skipped; readonly what: string }
);

import type { Accepted, NewMention } from '../ports/index.ts';

/** Stores a mention and its verification job, durably; every database has its fastest way. See `Mentions.accept`. */
export type Intake = (mention: NewMention) => Promise<Accepted>;

/** A pair announced again is looked at again, but not sooner than this after the last look. */
export const RECHECK_GAP_MS = 10 * 60_000;

/** How long the source of a mention that was joined to another one is taken for that one, without a look. */
export const JOINED_MS = 24 * 60 * 60_000;

/**
 * Visitors by a link announce it once each, and change nothing by that: a page that is known to link is not looked at
 * again for them, and one that was not found to link once a day. `undefined` means no look at all.
 */
function visitorGap(link: string): number | undefined {
  return link === 'live' ? undefined : 24 * 60 * 60_000;
}

/** Between two looks at a pair. The first refback of a pair counts like any announcement: its rules are wider. */
export function gapFor(
  { protocols, link }: { readonly protocols: string; readonly link: string },
  protocol: string,
): number | undefined {
  return protocol === 'refback' && protocols.split(',').includes('refback') ? visitorGap(link) : RECHECK_GAP_MS;
}

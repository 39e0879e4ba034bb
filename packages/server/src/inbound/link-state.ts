import type { LinkState, Mention } from '../mention.ts';
import type { LinkUpdate } from '../ports/index.ts';
import type { Verification } from './verification.ts';

/** A link counts as lost only when it is missing twice, this far apart: a deploy or an outage must not erase anything. */
export const SECOND_LOOK_MS = 3_600_000;

export interface NextLink {
  readonly update: LinkUpdate;
  /** When to look again, when one look is not enough to say. */
  readonly lookAgainAt: number | undefined;
  /** A sentence for the trace, or `''`. */
  readonly note: string;
}

type Known = Pick<Mention, 'link' | 'firstSeenAt' | 'missingSince'> &
  Partial<Pick<Mention, 'lastSeenAt' | 'broughtAs'>>;

/** What a check makes of the link's state: design of `live`, `absent`, `unreachable`, `lost` and *recovered*. */
export function nextLink(known: Known, result: Verification['result'], now: number): NextLink {
  if (result === 'linked' || result === 'unchanged') {
    return to(
      'live',
      now,
      { lastSeenAt: now, missingSince: null },
      known.link === 'lost' ? 'The link was lost and is back.' : '',
    );
  }
  const wasSeen = known.firstSeenAt !== undefined;
  // A page that became a picture may be a server's mishap: what never linked is absent, what did is not lost by it.
  if (result === 'unread' && !wasSeen) return to('absent', now);
  if (result === 'later' || result === 'unread') {
    // One that was brought from elsewhere, and whose page was found without the link, is not shown because of an outage.
    const isDoubtful = isBroughtUnseen(known) && known.missingSince !== undefined;
    if (known.link === 'lost' || known.link === 'absent' || isDoubtful) return to(known.link, now);
    return to('unreachable', now, {}, wasSeen ? 'What was approved stays as it is.' : '');
  }
  if (!wasSeen) return to('absent', now);
  if (known.link === 'lost') return to('lost', now);
  if (result === 'gone' && isBroughtUnseen(known) && known.missingSince === undefined)
    return to('unreachable', now, {}, GONE_BUT_SHOWN);
  return missing(known, now);
}

const GONE_BUT_SHOWN =
  'It was public at the old place, which had seen the link: what nobody can look at any more stays as it was.';

/**
 * An old place had it in public, and its page was never seen from here. Of an old blog's pingbacks half lead to pages that
 * are gone, and that says nothing against what they said. A page that is there and does not link is another matter: whoever
 * bought the domain put something else on it.
 */
function isBroughtUnseen({ broughtAs, lastSeenAt }: Known): boolean {
  return broughtAs === 'approved' && lastSeenAt === undefined;
}

function missing({ link, missingSince }: Known, now: number): NextLink {
  // A look in the future was dated by a clock that went wrong, and says nothing of how long ago it was.
  if (missingSince === undefined || missingSince > now) {
    const note = 'It stays until a second look, an hour from now, finds the same.';
    return { ...to(link, now, { missingSince: now }, note), lookAgainAt: now + SECOND_LOOK_MS };
  }
  if (now - missingSince < SECOND_LOOK_MS) return { ...to(link, now), lookAgainAt: missingSince + SECOND_LOOK_MS };
  return to('lost', now, {}, 'It was missing twice, at least an hour apart: the link is lost.');
}

function to(link: LinkState, now: number, rest: Partial<LinkUpdate> = {}, note = ''): NextLink {
  return { update: { link, checkedAt: now, ...rest }, lookAgainAt: undefined, note };
}

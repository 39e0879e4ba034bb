import type { Mention } from '../mention.ts';
import type { LinkUpdate, Random } from '../ports/index.ts';

const DAY_MS = 24 * 60 * 60_000;
/** A day after the last receipt or change of the link, a week after it, and then every month. */
const DELAYS_MS = [DAY_MS, 6 * DAY_MS];
const MONTH_MS = 30 * DAY_MS;
/** As long as a lost link is looked for. */
const SEARCH_MS = 180 * DAY_MS;

export interface Recheck {
  readonly recheck: { readonly at: number | null; readonly looks: number };
  /** A sentence for the trace, or `''`. */
  readonly note: string;
}

/**
 * Announced since the last check. What visitors announce by following the link is no receipt in this sense, or the page
 * of a link that many follow would be looked at every day.
 */
export function isAnnounced({ checkedAt, lastReceivedAt, protocols }: Mention): boolean {
  return checkedAt === undefined || (lastReceivedAt > checkedAt && !protocols.includes('refback'));
}

/**
 * When the page of a mention is looked at again without anybody asking: only of one that the owner may want to show, and
 * whose link was seen, or is awaited by the owner who approved it unseen.
 *
 * @param before the mention as it was before this check
 * @param looks at it by plan since the last receipt or change of the link
 */
export function planRecheck(
  before: Mention,
  { link, missingSince }: LinkUpdate,
  { looks, now, random }: { readonly looks: number; readonly now: number; readonly random: Random },
): Recheck {
  const { moderation, firstSeenAt } = before;
  const isSeen = firstSeenAt !== undefined || link === 'live';
  const isAwaited = link === 'unreachable' && moderation === 'approved';
  if (moderation === 'rejected' || moderation === 'spam' || !(isSeen || isAwaited))
    return { recheck: { at: null, looks: 0 }, note: '' };
  if (link === 'lost' && now - (before.missingSince ?? now) > SEARCH_MS) {
    const note = 'It was looked for half a year; from now on only when it is announced again.';
    return { recheck: { at: null, looks }, note };
  }
  const isMissing = missingSince === undefined ? before.missingSince !== undefined : missingSince !== null;
  const isNews = link !== before.link || isMissing !== (before.missingSince !== undefined) || isAnnounced(before);
  const count = isNews ? 0 : looks + 1;
  const delay = DELAYS_MS[count] ?? MONTH_MS;
  // What was announced together is not asked for together for ever.
  return { recheck: { at: Math.round(now + delay * (0.9 + random.fraction() / 5)), looks: count }, note: '' };
}

import { bestLink, isFollowed } from '@hearback/protocol';
import type { Mention } from '../mention.ts';
import { dayMarks } from './day-marks.ts';

const RELS = ['nofollow', 'ugc', 'sponsored'] as const;

/** What the table of backlinks finds a link by, beside the marks of every mention; none for a link that was never seen. */
export function ledgerMarks(mention: Mention): readonly string[] {
  const { firstSeenAt, lastSeenAt, missingSince, link, moderation, links, facts } = mention;
  // What was brought from elsewhere was seen there, and not here yet.
  if (firstSeenAt === undefined || link === 'unverified' || link === 'absent') return [];
  const marks = ['g:', ...dayMarks('f', firstSeenAt), ...dayMarks('e', lastSeenAt ?? firstSeenAt)];
  if (moderation === 'approved' || moderation === 'pending') marks.push('g:wanted');
  if (link === 'live' || link === 'unreachable') marks.push('l:present');
  if (link === 'lost') marks.push(...dayMarks('x', missingSince ?? lastSeenAt ?? firstSeenAt));
  const best = bestLink(links);
  const robots = facts?.robots?.split(', ') ?? [];
  const asksNotTo = robots.includes('nofollow') || robots.includes('none');
  if (best && isFollowed(best) && !asksNotTo) marks.push('r:followed');
  else marks.push('r:unfollowed');
  for (const rel of RELS) if (best?.rel.includes(rel)) marks.push(`r:${rel}`);
  if (best?.place) marks.push(`c:${best.place}`);
  marks.push(facts?.noindex ? 'i:noindex' : 'i:indexable');
  return marks;
}

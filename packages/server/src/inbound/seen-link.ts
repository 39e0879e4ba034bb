import { bestLink, type HttpReply, headerValue, isFollowed, type PageReading } from '@hearback/protocol';
import type { SeenLink } from '../backlink.ts';

/** Longer ones are not worth keeping: a header line may have 16 KiB. */
const MAX_VALIDATOR = 500;

/** What the ledger keeps of a reading that had the link. */
export function seenLink({ links, facts }: PageReading, reply: Pick<HttpReply, 'headers' | 'chain'>): SeenLink {
  const best = bestLink(links);
  const { finalUrl, canonical, language, robots = '' } = facts;
  const asksNotTo = robots.split(', ').some((said) => said === 'nofollow' || said === 'none');
  return {
    anchor: best?.anchor ?? '',
    rel: best?.rel ?? [],
    place: best?.place ?? '',
    links: links.length,
    isFollowed: best !== undefined && isFollowed(best) && !asksNotTo,
    finalUrl,
    chain: reply.chain,
    canonical,
    noindex: facts.noindex ? (facts.noindexBy ?? 'unknown') : '',
    robots,
    language,
    entityTag: validator(reply, 'etag'),
    lastModified: validator(reply, 'last-modified'),
  };
}

function validator({ headers }: Pick<HttpReply, 'headers'>, name: string): string {
  const value = headerValue(headers, name)?.trim() ?? '';
  return value.length <= MAX_VALIDATOR && /^[\x20-\x7e]*$/.test(value) ? value : '';
}

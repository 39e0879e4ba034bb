import type { Backlink } from './backlink.ts';
import type { LinkChange } from './link-change.ts';
import type { Mention } from './mention.ts';

/** ISO 8601 in UTC, as every JSON result writes times. */
export function iso(at: number): string {
  return new Date(at).toISOString();
}

/** A mention as every JSON result for its owner shows it: `hearback list`, and the API behind a token. */
export function mentionJson(mention: Mention) {
  const { id, source, target, protocols, link, moderation, entry, receivedAt, reasons } = mention;
  return {
    id,
    source,
    target,
    protocol: protocols[0] ?? null,
    protocols,
    link,
    moderation,
    kind: entry?.kind ?? null,
    title: entry?.title ?? null,
    author: entry?.author ?? null,
    excerpt: entry?.excerpt ?? null,
    receivedAt: iso(receivedAt),
    reasons,
  };
}

/** What is known of its link, as JSON results for its owner show it; `null` for a link that was never seen. */
export function backlinkJson(backlink: Backlink | undefined) {
  if (backlink === undefined) return null;
  const { outage, anchor, rel, place, links, isFollowed, status, finalUrl, chain } = backlink;
  const { canonical, noindex, robots, language, firstSeenAt, lastSeenAt, checkedAt, recheckAt } = backlink;
  return {
    ...{ anchor, rel, place, links, followed: isFollowed, status, finalUrl, chain, canonical },
    ...{ noindex: noindex !== '', noindexBy: noindex, robots, language, outage },
    firstSeenAt: iso(firstSeenAt),
    lastSeenAt: iso(lastSeenAt),
    checkedAt: iso(checkedAt),
    recheckAt: recheckAt === undefined ? null : iso(recheckAt),
  };
}

/** What is done to a page's own words before they are shown. */
interface Cleaning {
  readonly line: (text: string) => string;
  readonly url: (text: string) => string;
}

const AS_IT_IS: Cleaning = { line: (text) => text, url: (text) => text };

/** The same in one row, as the exports of links and `hearback list` name it: names may be added, and are never changed. */
export function linkFacts(backlink: Backlink, visits: number, { line, url }: Cleaning = AS_IT_IS) {
  const { place, status, missingSince } = backlink;
  return {
    anchor: line(backlink.anchor),
    rel: backlink.rel.map(line).join(' '),
    followed: backlink.isFollowed,
    place,
    noindex: backlink.noindex !== '',
    robots: line(backlink.robots),
    status,
    finalUrl: url(backlink.finalUrl),
    canonical: url(backlink.canonical),
    outage: line(backlink.outage),
    language: line(backlink.language),
    firstSeen: iso(backlink.firstSeenAt),
    lastSeen: iso(backlink.lastSeenAt),
    lastChecked: iso(backlink.checkedAt),
    missingSince: missingSince === undefined ? '' : iso(missingSince),
    visits,
  };
}

export function changeJson({ kind, at, was, became }: LinkChange) {
  return { kind, at: iso(at), was, became };
}

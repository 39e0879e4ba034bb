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

export function changeJson({ kind, at, was, became }: LinkChange) {
  return { kind, at: iso(at), was, became };
}

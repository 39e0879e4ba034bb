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

import type { LedgerRow } from '../../ports/index.ts';
import { present } from '../presented.ts';
import { safeUrl } from '../safe-url.ts';
import { line } from '../text.ts';

/** A link of the ledger as its exports and the API have it: names may be added, and are never changed. */
export function linkEntry({ mention, backlink, visits }: LedgerRow) {
  const { source, target, title, author, kind, protocols } = present(mention);
  return {
    id: mention.id,
    source,
    target,
    link: backlink.link,
    moderation: backlink.moderation,
    anchor: line(backlink.anchor),
    rel: backlink.rel.map(line).join(' '),
    followed: backlink.isFollowed,
    place: backlink.place,
    noindex: backlink.noindex !== '',
    robots: line(backlink.robots),
    status: backlink.status,
    finalUrl: safeUrl(backlink.finalUrl),
    canonical: safeUrl(backlink.canonical),
    outage: line(backlink.outage),
    language: line(backlink.language),
    kind,
    protocols: protocols.join(' '),
    title,
    author: author.name,
    firstSeen: iso(backlink.firstSeenAt),
    lastSeen: iso(backlink.lastSeenAt),
    lastChecked: iso(backlink.checkedAt),
    missingSince: backlink.missingSince === undefined ? '' : iso(backlink.missingSince),
    visits,
  };
}

export type LinkEntry = ReturnType<typeof linkEntry>;

export const LINK_COLUMNS = [
  ...(['id', 'source', 'target', 'link', 'moderation', 'anchor', 'rel', 'followed', 'place', 'noindex'] as const),
  ...(['robots', 'status', 'finalUrl', 'canonical', 'outage', 'language', 'kind', 'protocols', 'title'] as const),
  ...(['author', 'firstSeen', 'lastSeen', 'lastChecked', 'missingSince', 'visits'] as const),
] as const satisfies readonly (keyof LinkEntry)[];

function iso(at: number): string {
  return new Date(at).toISOString();
}

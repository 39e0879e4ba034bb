import type { ApiToken } from '../access.ts';
import type { Mention } from '../mention.ts';
import type { Words } from '../words/words.ts';
import { xml } from './api/atom.ts';
import { present } from './presented.ts';
import { line } from './text.ts';

/** A token that stands in an address may open this feed and nothing else: addresses end up in logs and in histories. */
export function isFeedToken({ scopes }: Pick<ApiToken, 'scopes'>): boolean {
  return scopes.length === 1 && scopes[0] === 'feed';
}

export const FEED_HEADERS = {
  'Content-Type': 'application/atom+xml; charset=utf-8',
  // Its address is a secret, and so is what stands in it.
  'Cache-Control': 'private, no-store',
  'X-Robots-Tag': 'noindex, nofollow',
  Vary: 'Accept-Language',
} as const;

interface FeedOptions {
  readonly mentions: readonly Mention[];
  /** Where the desk is. */
  readonly publicUrl: string;
  readonly now: number;
  readonly words: Words;
}

/** What waits for a decision, as Atom (RFC 4287). Texts are texts: no reader is handed markup of a stranger's. */
export function heldFeed({ mentions, publicUrl, now, words }: FeedOptions): string {
  const updated = mentions[0]?.receivedAt ?? now - (now % 86_400_000);
  const { news, notices } = words;
  const entries = mentions.map((mention) => {
    const shown = present(mention);
    const who = shown.author.name || shown.host;
    const path = URL.parse(shown.target)?.pathname ?? shown.target;
    const summary = [shown.title, shown.excerpt, ...mention.reasons.map((reason) => line(reason))].filter(Boolean);
    return [
      '<entry>',
      `<id>urn:hearback:mention:${xml(mention.id)}</id>`,
      `<title>${xml(news.deed[shown.kind](who, path))}</title>`,
      `<updated>${new Date(mention.receivedAt).toISOString()}</updated>`,
      `<author><name>${xml(who)}</name></author>`,
      `<link rel="alternate" href="${xml(`${publicUrl}/admin/mentions/${mention.id}`)}"/>`,
      ...(shown.source ? [`<link rel="via" href="${xml(shown.source)}"/>`] : []),
      `<summary>${xml(summary.join('\n'))}</summary>`,
      '</entry>',
    ].join('\n');
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${words.language}">`,
    `<id>${xml(`${publicUrl}/notices/held.atom`)}</id>`,
    `<title>Hearback: ${xml(notices.event['mention.held'])}</title>`,
    `<updated>${new Date(updated).toISOString()}</updated>`,
    `<author><name>Hearback</name></author>`,
    `<link rel="alternate" href="${xml(`${publicUrl}/admin/inbox`)}"/>`,
    ...entries,
    '</feed>',
    '',
  ].join('\n');
}

import { linkFacts } from '../../mention-json.ts';
import type { LedgerRow } from '../../ports/index.ts';
import { present } from '../presented.ts';
import { safeUrl } from '../safe-url.ts';
import { line } from '../text.ts';

/** A link of the ledger as its exports and the API have it: names may be added, and are never changed. */
export function linkEntry({ mention, backlink, visits }: LedgerRow) {
  const { source, target, title, author, kind, protocols } = present(mention);
  return {
    ...{ id: mention.id, source, target, link: backlink.link, moderation: backlink.moderation },
    ...linkFacts(backlink, visits, { line, url: safeUrl }),
    ...{ kind, protocols: protocols.join(' '), title, author: author.name },
  };
}

type LinkEntry = ReturnType<typeof linkEntry>;

export const LINK_COLUMNS = [
  ...(['id', 'source', 'target', 'link', 'moderation', 'anchor', 'rel', 'followed', 'place', 'noindex'] as const),
  ...(['robots', 'status', 'finalUrl', 'canonical', 'outage', 'language', 'kind', 'protocols', 'title'] as const),
  ...(['author', 'firstSeen', 'lastSeen', 'lastChecked', 'missingSince', 'visits'] as const),
] as const satisfies readonly (keyof LinkEntry)[];

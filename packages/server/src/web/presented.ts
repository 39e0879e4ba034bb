import type { Entry, Kind, Protocol } from '@hearback/protocol';
import type { PublicMention } from '../mention.ts';
import { safeUrl } from './safe-url.ts';
import { line, prose } from './text.ts';

/** A mention as any reader may see it: text without tricks and http(s) URLs only. Each sink still escapes for itself. */
export interface Presented {
  readonly id: number | undefined;
  readonly kind: Kind;
  readonly rsvp: Entry['rsvp'];
  readonly source: string;
  readonly target: string;
  readonly host: string;
  readonly author: { readonly name: string; readonly url: string; readonly photo: string };
  readonly title: string;
  readonly excerpt: string;
  readonly anchor: string;
  /** ISO 8601 or `''`. */
  readonly published: string;
  readonly canonical: string;
  /** Every one that announced it, the first one first. */
  readonly protocols: readonly Protocol[];
  readonly publicAt: number | undefined;
  readonly changedAt: number;
  readonly receivedAt: number;
}

export function present(mention: PublicMention): Presented {
  const { entry, facts } = mention;
  const source = safeUrl(mention.source);
  return {
    id: mention.publicId,
    kind: entry?.kind ?? 'mention',
    rsvp: entry?.rsvp ?? '',
    source,
    target: safeUrl(mention.target),
    host: hostOf(source),
    author: {
      name: line(entry?.author.name),
      url: safeUrl(entry?.author.url ?? ''),
      photo: safeUrl(entry?.author.photo ?? ''),
    },
    title: line(entry?.title || facts?.title),
    excerpt: prose(entry?.excerpt),
    anchor: line(mention.links[0]?.anchor),
    published: isoDate(entry?.published),
    canonical: safeUrl(facts?.canonical ?? ''),
    protocols: mention.protocols,
    publicAt: mention.publicAt,
    changedAt: mention.changedAt,
    receivedAt: mention.receivedAt,
  };
}

function isoDate(text: string | undefined): string {
  return text && /^\d{4}-\d\d-\d\d[\d:.TZ+ -]*$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : '';
}

/** Of an address that was parsed before and kept its spelling: in small letters and figures it is what parsing would give. */
function hostOf(source: string): string {
  return /^https:\/\/([a-z][a-z\d.-]*[a-z])(?:[/?#]|$)/.exec(source)?.[1] ?? URL.parse(source)?.host ?? '';
}

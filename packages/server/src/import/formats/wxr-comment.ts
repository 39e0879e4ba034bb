import { KINDS, type Kind, type Protocol, parseUrl } from '@hearback/protocol';
import type { Found, Skipped } from '../brought.ts';
import { entryOf, timeOf } from '../entry.ts';

/** The page that the comments of an item are under. */
export interface WxrItem {
  link: string;
  status: string;
  password: string;
  published: string;
}

/** A comment, by the names of its elements without `wp:comment_`; `meta` has those of `wp:commentmeta`. */
export interface WxrComment {
  readonly fields: Map<string, string>;
  readonly meta: Map<string, string>;
}

const LINKBACKS: Readonly<Record<string, Protocol>> = {
  pingback: 'pingback',
  trackback: 'trackback',
  webmention: 'webmention',
};
const STATES: Readonly<Record<string, 'approved' | 'pending' | 'spam'>> = {
  '1': 'approved',
  approve: 'approved',
  '0': 'pending',
  hold: 'pending',
  spam: 'spam',
};
/** How WordPress begins the text of a trackback: its title, then its excerpt. */
const TRACKBACK_TITLE = /^\s*<strong>([\s\S]{0,1000}?)<\/strong>\s*/;

/** What a comment of an export file is: a linkback, or why it is not taken. */
export function readComment({ fields, meta }: WxrComment, item: WxrItem, place: string): Found {
  const of = (name: string) => fields.get(name)?.trim() ?? '';
  const type = of('type').toLowerCase();
  // Plug-ins keep webmentions as comments of several types, and say so beside them.
  const kind = KINDS.find((one) => one === type || one === meta.get('semantic_linkbacks_type'));
  const protocol = LINKBACKS[meta.get('protocol') ?? ''] ?? LINKBACKS[type] ?? (kind && 'webmention');
  const source = meta.get('webmention_source_url') || meta.get('semantic_linkbacks_source') || of('author_url');
  const skip = (why: Skipped): Found => ({ place, ok: false, why, what: source.slice(0, 200) });

  if (protocol === undefined) return { place, ok: false, why: 'comment', what: '' };
  const as = STATES[of('approved').toLowerCase()];
  if (as === undefined) return skip('trash');
  if (as === 'spam') return skip('spam');
  if (item.password !== '' || !(item.status === '' || item.status === 'publish')) return skip('unpublished');
  if (!parseUrl(source).ok || !parseUrl(item.link).ok) return skip('unreadable');
  const date = dateOf(of('date_gmt')) ?? dateOf(of('date'));
  return {
    place,
    ok: true,
    brought: {
      source,
      target: item.link,
      protocol,
      as,
      receivedAt: date ?? timeOf(item.published),
      entry: entryFor(protocol, kind, of, date),
      foreignId: of('id'),
    },
  };
}

/** WordPress names the author of a pingback after the page, and the author of a trackback after the blog. */
function entryFor(protocol: Protocol, kind: Kind | undefined, of: (name: string) => string, date: number | undefined) {
  const [markup, author] = [of('content'), of('author')];
  const title = protocol === 'trackback' ? TRACKBACK_TITLE.exec(markup)?.[1] : undefined;
  return entryOf({
    kind,
    title: decoded(title ?? ''),
    author: { name: decoded(author), url: protocol === 'webmention' ? of('author_url') : '' },
    html: title === undefined ? markup : markup.replace(TRACKBACK_TITLE, ''),
    published: date === undefined ? '' : new Date(date).toISOString(),
  });
}

/** Names and titles are kept with the character references of HTML. */
function decoded(text: string): string {
  return entryOf({ html: text.replace(/</g, '&lt;') }).excerpt;
}

/** `2015-04-01 12:30:00`, in UTC; the year 0000 stands for "not known". */
function dateOf(text: string): number | undefined {
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text) ? timeOf(`${text.replace(' ', 'T')}Z`) : undefined;
}

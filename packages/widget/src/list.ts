import { link, make } from './element.ts';
import type { Shown, Shows } from './mention.ts';

const VERBS: Readonly<Record<string, string>> = {
  'in-reply-to': 'replied',
  'like-of': 'liked this',
  'repost-of': 'reposted this',
  'bookmark-of': 'bookmarked this',
  rsvp: 'answered the invitation',
};

/** The mentions as a list, newest first, or a sentence when there are none. */
export function listOf({ mentions, total }: Shows): Node[] {
  if (mentions.length === 0) return [make('p', { part: 'empty' }, 'Nobody has mentioned this page yet.')];
  const list = make('ol', { part: 'list' }, ...mentions.map(entryOf));
  return total > mentions.length ? [list, make('p', { part: 'more' }, `And ${total - mentions.length} more.`)] : [list];
}

function entryOf({ name, url, source, title, text, property, date }: Shown): HTMLElement {
  const { host } = new URL(source);
  const who = name || host;
  // Only the source was verified: a name may not lead to a site that knows nothing of it.
  const author = url && new URL(url).host === host ? link(url, 'author', who) : make('bdi', { part: 'author' }, who);
  const head = make(
    'p',
    { part: 'head' },
    author,
    ` ${VERBS[property] ?? 'mentioned this'} `,
    link(source, 'source', title || host),
    ' ',
    dateOf(date),
  );
  return make(
    'li',
    { part: 'mention' },
    head,
    ...(text ? [make('blockquote', { part: 'text', cite: source }, make('bdi', {}, text))] : []),
  );
}

function dateOf(iso: string): Node | string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  return make(
    'time',
    { part: 'date', datetime: iso },
    new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(date),
  );
}

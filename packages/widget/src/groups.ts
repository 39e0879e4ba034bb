import { button, make } from './element.ts';
import type { Group, Showing, Shown } from './mention.ts';

/** Gets what comes after the first `offset` mentions of a group. */
export type More = (group: string, offset: number) => Promise<Showing>;

/** The mentions by groups, or a sentence when there are none. */
export function groupsOf({ groups, empty, showMore }: Showing, more: More, again: string): Node[] {
  if (groups.length === 0) return [make('p', { part: 'empty' }, empty)];
  return groups.map((group) => groupOf(group, showMore, more, again));
}

function groupOf(group: Group, showMore: string, more: More, again: string): HTMLElement {
  const { name, title, faces, total } = group;
  const list = make(faces ? 'ul' : 'ol', { part: faces ? 'faces' : 'list', role: 'list' });
  const next = button('more', showMore, async () => {
    try {
      const offset = list.children.length;
      const [rest] = (await more(name, offset)).groups;
      add(rest?.mentions ?? [], rest?.total ?? 0);
      list.children[offset]?.querySelector('a')?.focus();
    } catch {
      next.textContent = again;
    }
  });
  const add = (mentions: readonly Shown[], all: number) => {
    list.append(...mentions.map(faces ? faceOf : entryOf));
    next.textContent = showMore;
    next.hidden = list.children.length >= all;
  };
  add(group.mentions, total);
  const head = make('p', { part: 'title' }, `${title} `, make('span', { part: 'count' }, `${total}`));
  return make('section', { part: `group ${name}`, 'aria-label': title }, head, list, next);
}

/** A link to a stranger's page: no handle on this window, and no reward unless the owner vouches for it. */
function link(href: string, part: string, rel: string, ...children: (Node | string)[]): HTMLElement {
  return make('a', { href, part, rel }, ...children);
}

/** Its size is said, so that nothing moves when it comes. */
function avatar(src: string): HTMLElement[] {
  return src ? [make('img', { src, part: 'avatar', alt: '', width: '48', height: '48', loading: 'lazy' })] : [];
}

function faceOf({ name, source, rel, verb, photo }: Shown): HTMLElement {
  const [face = [...name][0] ?? ''] = avatar(photo);
  const label = `${name} ${verb}`;
  const to = link(source, 'source', rel, face);
  to.title = label;
  to.ariaLabel = label;
  return make('li', { part: 'face' }, to);
}

function entryOf({ name, url, source, rel, verb, title, text, date, photo }: Shown): HTMLElement {
  const who = make('bdi', url ? {} : { part: 'author' }, name);
  const author = url ? link(url, 'author', rel, who) : who;
  const what = link(source, 'source', rel, make('bdi', {}, title));
  const head = make('p', { part: 'head' }, ...avatar(photo), author, ` ${verb} `, what, ' ', dateOf(date));
  const quote = text ? [make('blockquote', { part: 'text', cite: source }, make('bdi', {}, text))] : [];
  return make('li', { part: 'mention' }, head, ...quote);
}

/** In the words of the reader's own locale. */
function dateOf(iso: string): Node | string {
  const date = new Date(iso);
  return +date
    ? make('time', { part: 'date', datetime: iso }, date.toLocaleDateString([], { dateStyle: 'medium' }))
    : '';
}

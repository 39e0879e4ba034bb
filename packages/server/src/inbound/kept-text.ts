import type { PageReading } from '@hearback/protocol';

/** Enough to judge a mention by without opening its page, and little enough to keep for each of a hundred thousand. */
const MOST = 2000;

/** The page's own words around the first link, or from their beginning. */
export function keptText({ surroundings, links }: PageReading): string {
  const text = surroundings?.text.replace(/\s{2,}|[^\S ]/g, ' ').trim() ?? '';
  if (text.length <= MOST) return text;
  const anchor = links[0]?.anchor.replace(/\s+/g, ' ').trim() ?? '';
  const at = anchor === '' ? 0 : Math.max(0, text.indexOf(anchor));
  const start = Math.min(Math.max(0, at - MOST / 2), text.length - MOST);
  // Cut at spaces, so that neither a word nor a letter of two units is halved.
  const from = start === 0 ? 0 : text.indexOf(' ', start) + 1;
  const to = start + MOST >= text.length ? text.length : text.lastIndexOf(' ', start + MOST);
  return (to > from ? text.slice(from, to) : text.slice(start, start + MOST)).toWellFormed();
}

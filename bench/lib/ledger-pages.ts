import { BIG, DAY } from './link-numbers.ts';

/**
 * Pages of the desk's table of backlinks and what their addresses say: each filter with what many links have, and with
 * what few have, some together, and the other views.
 *
 * @param until when the store was made
 * @param deep a place in the middle of the table
 */
export function ledgerPages(until: number, deep: string): readonly (readonly [string, string])[] {
  const day = (before: number) => new Date(until - before * DAY).toISOString().slice(0, 10);
  return [
    ['first page', ''],
    ['first page, oldest first', '?order=oldest'],
    ['far down', `?after=${deep}`],
    ['far down, oldest first', `?order=oldest&after=${deep}`],
    ['ordered by last seen, too many', '?order=seen'],
    ['ordered by visits, of one domain', '?order=visits&domain=blog7.example'],
    ['ordered by domain, of one page', '?order=domain&page=https://site.example/post/7'],
    ['ordered by page, of one domain', '?order=page&domain=blog8.example'],
    ['a word that all have', '?q=somebody'],
    ['a word that one has', '?q=777777'],
    ['a word that none has', '?q=unheard'],
    ['three words', '?q=river%20letter%20n7'],
    ['of a site', '?site=second.example'],
    ['of a page', '?page=https://site.example/post/7'],
    ['of the front page', '?page=https://site.example/'],
    ['of a domain', '?domain=blog7.example'],
    ['of the largest domain', `?domain=${BIG}`],
    ['of everything below example', '?domain=example'],
    ...(['present', 'live', 'unreachable', 'lost'] as const).map(
      (state) => [`state ${state}`, `?state=${state}`] as const,
    ),
    ...(['followed', 'unfollowed', 'nofollow', 'ugc', 'sponsored'] as const).map(
      (rel) => [`rel ${rel}`, `?rel=${rel}`] as const,
    ),
    ...(['content', 'footer', 'hidden'] as const).map((place) => [`place ${place}`, `?place=${place}`] as const),
    ['noindex', '?indexing=noindex'],
    ['indexable', '?indexing=indexable'],
    ['kind mention', '?kind=mention'],
    ['kind bookmark', '?kind=bookmark'],
    ['kind rsvp, of which there is none', '?kind=rsvp'],
    ['protocol webmention', '?protocol=webmention'],
    ['protocol trackback', '?protocol=trackback'],
    ['every decision', '?decision=any'],
    ['spam', '?decision=spam'],
    ['first seen since long ago', `?first-from=${day(1500)}`],
    ['first seen until long ago', `?first-to=${day(1500)}`],
    ['first seen in some weeks', `?first-from=${day(700)}&first-to=${day(660)}`],
    ['last seen since a year', `?seen-from=${day(365)}`],
    ['last seen until a year ago', `?seen-to=${day(365)}`],
    ['lost in a week', '?lost-within=7'],
    ['lost in a year', '?lost-within=365'],
    ['lost between', `?lost-from=${day(900)}&lost-to=${day(30)}`],
    ['lost, and present, which none is', `?state=present&lost-within=365`],
    ['ugc in the content, which none is', '?rel=ugc&place=sidebar'],
    [
      'twelve together',
      `?q=somebody&site=site.example&domain=example&state=present&rel=followed&place=content&indexing=indexable&kind=mention&protocol=webmention&decision=approved&first-from=${day(1400)}&seen-from=${day(900)}`,
    ],
    ['many together that few have', `?q=river&domain=${BIG}&state=lost&rel=sponsored&kind=reply&first-to=${day(300)}`],
    ['by page', '/pages'],
    ['by page, of a site', '/pages?site=second.example'],
    ['by page, far down', '/pages?after=15%20site.example%20site.example/post/700'],
    ['by domain', '/domains'],
    ['by domain, of a site', '/domains?site=third.example'],
    ['by domain, far down', '/domains?after=100%20site.example%20blog700.example'],
    ['over time, a year', '/time?days=365'],
    ['over time, of a site', '/time?site=site.example&days=90'],
    ['ties, both', '/ties'],
    ['ties, they', '/ties?show=they'],
    ['ties, you', '/ties?show=you'],
  ];
}

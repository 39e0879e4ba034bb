import type { Entry, Kind, Protocol } from '@hearback/protocol';
import type { Context } from 'hono';
import type { Presented } from '../presented.ts';
import { safeUrl } from '../safe-url.ts';
import { invalid, jsonAnswer } from './answer.ts';
import { jf2Entry } from './jf2.ts';
import { readQuery } from './query.ts';

const TARGET = 'https://example.com/post';
const FIRST = Date.UTC(2026, 0, 1, 12);
const HOUR = 3_600_000;

/** Who, by what, what kind, its title, its text, and when it says it was written. */
type Sample = readonly [string, Protocol, Kind, Entry['rsvp'], string, string, string];

/** Every shape that an entry can have: all kinds, all answers, nobody named, no title, no text, no date, odd scripts. */
const SAMPLES: readonly Sample[] = [
  ['Ada Example', 'webmention', 'mention', '', 'On linking back', 'I read a post about links.', '2025-12-30T09:00:00Z'],
  ['Ben Example', 'pingback', 'mention', '', 'Links of the week', 'Seven links, and one of them is this.', ''],
  ['', 'pingback', 'mention', '', '', '', ''],
  ['Chi Example', 'webmention', 'reply', '', '', 'I see it otherwise.', '2025-12-30T21:15:00+01:00'],
  ['दिव्या', 'webmention', 'reply', '', 'Re: A post', 'धन्यवाद! 🦊', '2025-12-31T08:00:00'],
  ['عمر', 'webmention', 'like', '', '', '', '2025-12-31T09:00:00Z'],
  ['Eve Example', 'webmention', 'like', '', '', '', ''],
  ['Fay Example', 'webmention', 'repost', '', '', 'A post worth reading.', '2025-12-31T10:00:00Z'],
  ['Gil Example', 'trackback', 'bookmark', '', 'To read later', '', '2025-12-31T11:00:00Z'],
  ['Hui Example', 'webmention', 'rsvp', 'yes', '', 'I will be there.', '2025-12-31T12:00:00Z'],
  ['Ida Example', 'webmention', 'rsvp', 'no', '', 'Not this time.', '2025-12-31T13:00:00Z'],
  ['Jan Example', 'webmention', 'rsvp', 'maybe', '', '', '2025-12-31T14:00:00Z'],
  ['Kim Example', 'webmention', 'rsvp', 'interested', '', '', '2025-12-31T15:00:00Z'],
];

/** `GET /api/example/mentions.jf2`: mentions of nobody, for whoever writes a client and has no server yet. */
export function exampleFeed(c: Context): Response {
  const params = new URL(c.req.url).searchParams;
  const read = readQuery(params);
  if (!read.ok) return invalid(c, read.description);
  const { query } = read;
  const target = safeUrl(query.targets[0] ?? '') || TARGET;
  const wanted = SAMPLES.map((sample, n) => presented(sample, n, target)).filter(
    ({ kind, id = 0, publicAt = 0 }) =>
      (query.kinds.length === 0 || query.kinds.includes(kind)) &&
      id > (query.sinceId ?? 0) &&
      publicAt > (query.since ?? 0),
  );
  if (query.direction === 'down') wanted.reverse();
  const { page, perPage } = query;
  const children = wanted.slice(page * perPage, (page + 1) * perPage).map(jf2Entry);
  const paging = { 'per-page': perPage, page, total: wanted.length, 'total-pages': Math.ceil(wanted.length / perPage) };
  return jsonAnswer(c, query, { type: 'feed', name: 'Webmentions', children, paging });
}

function presented(
  [name, protocol, kind, rsvp, title, excerpt, published]: Sample,
  n: number,
  target: string,
): Presented {
  const host = `blog-${n + 1}.example`;
  const publicAt = FIRST + n * HOUR;
  return {
    id: n + 1,
    ...{ kind, rsvp, target, host, title, excerpt, published, publicAt },
    source: `https://${host}/${kind}`,
    author: { name, url: name && `https://${host}/`, photo: name && `https://${host}/photo.jpg` },
    anchor: 'a post',
    canonical: '',
    protocols: [protocol],
    receivedAt: publicAt,
    changedAt: publicAt,
  };
}

import { jsx } from 'hono/jsx';
import { expect, it } from 'vitest';
import type { Backlink } from '../../src/backlink.ts';
import type { LinkChangeKind, NumberedChange } from '../../src/link-change.ts';
import { LinkHistory } from '../../src/web/admin/link-history.tsx';
import { Speaking } from '../../src/web/admin/speaking.tsx';
import { wordsOf } from '../../src/words/words.ts';

const LINK: Backlink = {
  mention: 'm1',
  link: 'live',
  moderation: 'approved',
  missingSince: undefined,
  outage: '',
  anchor: 'a post',
  rel: [],
  place: 'content',
  links: 1,
  isFollowed: true,
  status: 200,
  finalUrl: 'https://bob.example/answer',
  chain: [],
  canonical: '',
  noindex: '',
  robots: '',
  language: 'en',
  firstSeenAt: 0,
  lastSeenAt: 0,
  checkedAt: 0,
  recheckAt: undefined,
};

async function shown(of: Partial<Backlink>, changes: readonly NumberedChange[] = []): Promise<string> {
  const history = jsx(LinkHistory, {
    backlink: { ...LINK, ...of },
    changes,
    address: '/here',
    isEarlier: false,
    now: 0,
  });
  return String(await jsx(Speaking, { value: wordsOf('en') }, history).toString());
}

it.each([
  [1, 'in the text, the only link<'],
  [3, 'in the text, the best of 3 links<'],
  [0, 'in the text<'],
])('of %i links it says so, and of a number that is not known nothing', async (links, text) => {
  expect(await shown({ links })).toContain(text);
});

it.each([
  ['header', 'noindex</bdi> (by a header)<'],
  ['unknown', 'noindex</bdi><'],
] as const)('what a page tells robots: %s', async (noindex, text) => {
  expect(await shown({ noindex, robots: 'noindex' })).toContain(text);
});

it.each<[LinkChangeKind, string, string, string]>([
  ['link-removed', '200', '200', 'the page answers as before (<bdi>HTTP 200</bdi>), and the link is not in it'],
  ['link-lost', '404', '404', 'not there at the second look either (<bdi>HTTP 404</bdi>)'],
  ['recovered', '200', '200', 'the page answers as before (<bdi>HTTP 200</bdi>), and the link is in it again'],
  ['link-lost', '200', '404', '<bdi>HTTP 200</bdi> → <bdi>HTTP 404</bdi>'],
])('says of %s from %s to %s what really changed', async (kind, was, became, text) => {
  const change = { ...{ kind, was, became, mention: 'm1', at: 0, step: undefined, place: 1 } };
  expect(await shown({}, [change])).toContain(text);
});

import { describe, expect, it } from 'vitest';
import type { Http } from '../../src/index.ts';
import { discover, notify, readDiscovery } from '../../src/index.ts';
import type { FakeReply } from '../support/http.ts';
import { reply } from '../support/http.ts';

const SITE = 'https://bob.example';
const link = (...values: string[]): FakeReply['headers'] => values.map((value) => ['link', value]);
const WRONG = '/wrong';

/** The number of the test at webmention.rocks, what its page advertises, in our words, and where the webmention has to go. */
const ROCKS: readonly [number, FakeReply, string, 'header' | 'link' | 'a'][] = [
  [1, { headers: link('</test/1/ep>; rel=webmention') }, '/test/1/ep', 'header'],
  [2, { headers: link(`<${SITE}/test/2/ep>; rel=webmention`) }, '/test/2/ep', 'header'],
  [3, { body: '<head><link rel="webmention" href="/test/3/ep"></head>' }, '/test/3/ep', 'link'],
  [4, { body: `<head><link href="${SITE}/test/4/ep" rel="webmention"></head>` }, '/test/4/ep', 'link'],
  [5, { body: '<p>Write to <a rel="webmention" href="/test/5/ep">here</a>.' }, '/test/5/ep', 'a'],
  [6, { body: `<p><a href="${SITE}/test/6/ep" rel="webmention">here</a>` }, '/test/6/ep', 'a'],
  [7, { headers: [['LinK', `<${SITE}/test/7/ep>; rel=webmention`]] }, '/test/7/ep', 'header'],
  [8, { headers: link(`<${SITE}/test/8/ep>; rel="webmention"`) }, '/test/8/ep', 'header'],
  [9, { body: '<link rel="webmention somethingelse" href="/test/9/ep">' }, '/test/9/ep', 'link'],
  [10, { headers: link(`<${SITE}/test/10/ep>; rel="webmention somethingelse"`) }, '/test/10/ep', 'header'],
  [
    11,
    {
      headers: link('</test/11/ep>; rel=webmention'),
      body: `<link rel=webmention href=${WRONG}><a rel=webmention href=${WRONG}>x</a>`,
    },
    '/test/11/ep',
    'header',
  ],
  [
    12,
    { body: `<link rel="not-webmention" href="${WRONG}"><a rel=webmention href="/test/12/ep">x</a>` },
    '/test/12/ep',
    'a',
  ],
  [
    13,
    { body: `<!-- <a rel=webmention href="${WRONG}">x</a> --><a rel=webmention href="/test/13/ep">x</a>` },
    '/test/13/ep',
    'a',
  ],
  [
    14,
    { body: `<code>&lt;a rel="webmention" href="${WRONG}"&gt;</code><a rel=webmention href="/test/14/ep">x</a>` },
    '/test/14/ep',
    'a',
  ],
  [15, { body: '<link rel="webmention" href="">' }, '/test/15', 'link'],
  [16, { body: `<a rel=webmention href="/test/16/ep">x</a><link rel=webmention href="${WRONG}">` }, '/test/16/ep', 'a'],
  [
    17,
    { body: `<body><link rel=webmention href="/test/17/ep"><a rel=webmention href="${WRONG}">x</a>` },
    '/test/17/ep',
    'link',
  ],
  [18, { headers: link(`<${WRONG}>; rel="other"`, '</test/18/ep>; rel="webmention"') }, '/test/18/ep', 'header'],
  [19, { headers: link(`<${WRONG}>; rel="other", </test/19/ep>; rel="webmention"`) }, '/test/19/ep', 'header'],
  [20, { body: '<link rel="webmention"><a rel="webmention" href="/test/20/ep">x</a>' }, '/test/20/ep', 'a'],
  [21, { body: '<link rel="webmention" href="/test/21/ep?query=yes">' }, '/test/21/ep?query=yes', 'link'],
  [22, { body: '<link rel="webmention" href="22/ep">' }, '/test/22/ep', 'link'],
  [
    23,
    {
      finalUrl: `${SITE}/test/23/page/k1`,
      headers: link('<ep/k2>; rel=webmention'),
      body: '<a rel=webmention href=ep/k2>',
    },
    '/test/23/page/ep/k2',
    'header',
  ],
  [
    24,
    { body: `<b rel=webmention href="${WRONG}">x</b><a rel=webmention href="/test/24/ep">x</a>` },
    '/test/24/ep',
    'a',
  ],
];

const pageOf = (number: number) => `${SITE}/test/${number}`;

describe('webmention.rocks discovery', () => {
  it.each(ROCKS)('%i', (number, fake, path, via) => {
    const found = readDiscovery(pageOf(number), reply(pageOf(number), fake));
    expect(found.chosen).toEqual({ protocol: 'webmention', url: SITE + path, via, lenient: false });
  });

  it.each(ROCKS)('%i sends once, the target as it was linked to, with one GET before', async (number, fake, path) => {
    const asked: string[] = [];
    const http: Http = {
      async request({ method, url, body }) {
        asked.push(`${method} ${url} ${new TextDecoder().decode(body)}`);
        return method === 'GET' ? reply(url, fake) : reply(url, { status: 202 });
      },
    };
    const found = await discover(http, pageOf(number));
    if ('failure' in found || found.chosen === null) throw new Error('Nothing was found.');
    const notice = { source: 'https://alice.example/1', target: pageOf(number), title: '', excerpt: '', siteName: '' };
    expect(await notify(http, found.chosen, notice)).toMatchObject({ outcome: 'delivered', httpStatus: 202 });
    expect(asked).toEqual([
      `GET ${pageOf(number)} `,
      `POST ${SITE}${path} source=https%3A%2F%2Falice.example%2F1&target=${encodeURIComponent(pageOf(number))}`,
    ]);
  });
});

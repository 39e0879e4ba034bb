import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLinkHeaders } from '../../src/discovery/link-header.ts';
import { readDiscovery } from '../../src/index.ts';
import type { FakeReply } from '../support/http.ts';
import { reply } from '../support/http.ts';
import { latin1 } from '../support/receiving.ts';

const PAGE = 'https://bob.example/blog/2';
const EP = 'https://bob.example/wm';
const find = (fake: FakeReply) => readDiscovery(PAGE, reply(PAGE, fake));
const link = (...values: string[]): FakeReply['headers'] => values.map((value) => ['link', value]);

/** Id, page, endpoint, whether leniently. */
const FOUND: readonly [string, FakeReply, string, boolean?][] = [
  ['WM-S02 any case of rel', { body: `<A REL="WebMention" HREF="${EP}">x</A>` }, EP],
  ['WM-S02 rel over lines', { body: `<link rel="\nme\twebmention " href="${EP}">` }, EP],
  ['WM-S03 base', { body: '<base href="/in/"><link rel=webmention href=wm>' }, 'https://bob.example/in/wm'],
  [
    'a charset that the page declares',
    { body: latin1('<meta charset="windows-1251"><link rel=webmention href="/\xef">') },
    'https://bob.example/%D0%BF',
  ],
  [
    'a charset that the page declares as UTF-8',
    { body: '<meta charset=utf-8><link rel=webmention href="/\u043f">' },
    'https://bob.example/%D0%BF',
  ],
  [
    'the charset of the header before that of the page',
    {
      headers: [['content-type', 'text/html; charset=utf-8']],
      body: '<meta charset="windows-1251"><link rel=webmention href="/\u043f">',
    },
    'https://bob.example/%D0%BF',
  ],
  ['WM-S03 late base', { body: '<link rel=webmention href=wm><base href="/in/">' }, 'https://bob.example/in/wm'],
  [
    'WM-S03 late base, the first element wins',
    { body: '<link rel=webmention href=wm><a rel=webmention href=no>x</a><base target=_top><base href="/in/">' },
    'https://bob.example/in/wm',
  ],
  [
    'WM-S03 late base that is none',
    {
      body: '<link rel=webmention href=/wm><a rel=webmention href=/no>x</a><!-- <base href="/in/"> --><base target=x>',
    },
    EP,
  ],
  [
    'WM-S03 base is not for headers',
    { headers: link('<wm>; rel=webmention'), body: '<base href="/in/">' },
    'https://bob.example/blog/wm',
  ],
  [
    'WM-S03 base and an empty href',
    { body: '<base href="/in/"><link rel=webmention href="">' },
    'https://bob.example/in/',
  ],
  ['WM-S04 entities of a query', { body: '<link rel=webmention href="/wm?a=1&amp;b=2">' }, `${EP}?a=1&b=2`],
  ['header with an empty target', { headers: link('<>; rel=webmention') }, PAGE],
  ['a comma in the URL', { headers: link('</a,b>; rel=x, </wm>; rel=webmention') }, EP],
  [
    'a false link in a quoted title',
    { headers: link('</a>; title="x, </no>; rel=webmention"; rel=x, </wm>; rel=webmention') },
    EP,
  ],
  [
    'a quote escaped in a title',
    { headers: link('</a>; title="\\", </no>; rel=webmention"; rel=x, </wm>;rel=webmention') },
    EP,
  ],
  ['blanks everywhere', { headers: link(' ,, </wm> ; title=a ; REL = "x  Webmention" ') }, EP],
  ['the first rel of a link counts', { headers: link('</no>; rel=x; rel=webmention, </wm>; rel=webmention') }, EP],
  [
    'a link about another page',
    { headers: link('</no>; rel=webmention; anchor="/other", </wm>; rel=webmention; anchor=""') },
    EP,
  ],
  [
    'a header that is broken, then one that is not',
    { headers: link('</no; rel=webmention', '</wm>; rel=webmention') },
    EP,
  ],
  [
    'the next that can be asked',
    { body: `<a rel=webmention href="mailto:x">x</a><a rel=webmention href="${EP}">x</a>` },
    EP,
  ],
  [
    'SEC-10 user name',
    { headers: link('<https://u:p@bob.example/>; rel=webmention'), body: `<link rel=webmention href="${EP}">` },
    EP,
  ],
  ['no type at all may be HTML', { headers: [], body: `<link rel=webmention href="${EP}">` }, EP],
  [
    'XHTML',
    { headers: [['content-type', 'application/xhtml+xml']], body: `<link rel="webmention" href="${EP}" />` },
    EP,
  ],
  ['any status', { status: 404, headers: link('</wm>; rel=webmention') }, EP],
  [
    'headers of a PDF',
    { headers: [['content-type', 'application/pdf'], ...(link('</wm>; rel=webmention') ?? [])] },
    EP,
  ],
  [
    'not in a template',
    { body: `<template><a rel=webmention href=/no></template><a rel=webmention href="${EP}">` },
    EP,
  ],
  ['WM-S19 element', { body: `<link rel="http://webmention.org/" href="${EP}">` }, EP, true],
  ['WM-S19 without slash, header', { headers: link(`<${EP}>; rel="http://webmention.org"`) }, EP, true],
  [
    'WM-S19 after the plain one',
    { headers: link('</old>; rel="http://webmention.org/"'), body: `<a rel=webmention href="${EP}">` },
    EP,
  ],
  [
    'WM-S02 a no-break space parts no words',
    { body: `<link rel="webmention\u00a0x" href="/no"><a rel="x\fwebmention\r" href="${EP}">x</a>` },
    EP,
  ],
  [
    'WM-S02 a no-break space in a header parts no words',
    { headers: link('</no>; rel="x\u00a0webmention"', `<${EP}>; rel="x\twebmention"`) },
    EP,
  ],
];

const NOTHING: readonly [string, FakeReply][] = [
  [
    'WM-S01 elements of what is not HTML',
    { headers: [['content-type', 'text/plain']], body: `<a rel=webmention href="${EP}">` },
  ],
  ['SVG', { body: `<svg><a rel=webmention href="${EP}">x</a></svg>` }],
  ['script', { body: `<script>'<link rel=webmention href="${EP}">'</script>` }],
  ['a word beginning so', { body: `<a rel=webmentions href="${EP}">` }],
  ['another scheme', { headers: link('<ftp://bob.example/>; rel=webmention') }],
  ['X-Webmention', { headers: [['x-webmention', EP]] }],
];

describe('the webmention endpoint', () => {
  it.each(FOUND)('%s', (_, fake, url, lenient = false) => {
    expect(find(fake).chosen).toMatchObject({ protocol: 'webmention', url, lenient });
  });

  it.each(NOTHING)('none: %s', (_, fake) => {
    expect(find(fake)).toMatchObject({ endpoints: [], chosen: null });
  });

  it('PB-C16 comes before pingback, which is listed, and the reason says so', () => {
    const found = find({
      headers: [['x-pingback', 'https://bob.example/rpc']],
      body: `<a rel=webmention href="${EP}">`,
    });
    expect(found.endpoints.map(({ protocol }) => protocol)).toEqual(['webmention', 'pingback']);
    expect(found.reason).toBe(
      'A <a rel="webmention"> on the page names its webmention endpoint. It takes Pingback too; Webmention is chosen, and only that is used.',
    );
  });
});

describe('Link headers', () => {
  it('come back whatever stands around them', () => {
    const token = fc.stringMatching(/^[a-z]{1,8}$/);
    const text = fc.string({ unit: fc.constantFrom('a', '"', '\\', ',', ';', '<', '>', '=', ' ') });
    const links = fc.array(fc.record({ href: fc.stringMatching(/^\/[a-z,;="]{0,6}$/), rel: token, title: text }));
    fc.assert(
      fc.property(links, (given) => {
        const quoted = (value: string) => `"${value.replaceAll(/["\\]/g, '\\$&')}"`;
        const line = given.map(({ href, rel, title }) => `<${href}>; title=${quoted(title)}; rel=${rel}`).join(' , ');
        expect(readLinkHeaders([['link', line]]).map(({ href, rel }) => ({ href, rel }))).toEqual(
          given.map(({ href, rel }) => ({ href, rel: [rel] })),
        );
      }),
    );
  });

  it.each(['<', '"', '<>;', ';', '<a>;x="', ',', '\\"'])('16 KiB of %s take no time', (piece) => {
    const started = performance.now();
    readLinkHeaders([['link', piece.repeat(16_384)]]);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

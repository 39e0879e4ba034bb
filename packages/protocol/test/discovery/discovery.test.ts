import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDiscovery } from '../../src/index.ts';
import type { FakeReply } from '../support/http.ts';
import { reply } from '../support/http.ts';
import { latin1 } from '../support/receiving.ts';

const PAGE = 'http://bob.example/blog/2';
const EP = 'http://bob.example/xmlrpc';
const strict = (url: string): string => `<link rel="pingback" href="${url}">`;
const header = (...values: string[]): [string, string][] => values.map((value) => ['x-pingback', value]);
const find = (fake: FakeReply) => readDiscovery(PAGE, reply(PAGE, fake));

/** Id, page, endpoint, where it was found, whether leniently. */
const FOUND: readonly [string, FakeReply, string, 'header' | 'link' | 'a', boolean][] = [
  ['PB-D02', { headers: header(EP), body: strict(EP) }, EP, 'header', false],
  ['PB-D03', { headers: header('http://a.example/1', 'http://b.example/2') }, 'http://a.example/1', 'header', false],
  ['PB-D04', { headers: header('http://a.example/1'), body: strict(EP) }, 'http://a.example/1', 'header', false],
  [
    'PB-D07 no entities in a header',
    { headers: header('http://a.example/?b&amp;c') },
    'http://a.example/?b&amp;c',
    'header',
    false,
  ],
  ['PB-D18', { headers: header('http://a.example/1, http://b.example/2') }, 'http://a.example/1', 'header', false],
  ['PB-D18 a comma of its own', { headers: header('http://a.example/1,2') }, 'http://a.example/1,2', 'header', false],
  ['PB-D20', { headers: header('  '), body: strict(EP) }, EP, 'link', false],
  ['PB-D23', { headers: [['content-type', 'image/png'], ...header(EP)] }, EP, 'header', false],
  ['header name in capitals', { headers: [['X-Pingback', EP]] }, EP, 'header', false],
  ['PB-D06', { body: strict(EP) }, EP, 'link', false],
  [
    'PB-D17 long way down',
    { body: `<style>${'x'.repeat(400_000)}</style><!-- </head> -->${strict(EP)}` },
    EP,
    'link',
    false,
  ],
  ['PB-D21', { finalUrl: 'http://c.example/', body: '<link rel=pingback href=x>' }, 'http://c.example/x', 'link', true],
  ['PB-D24 UTF-16', { body: latin1(`\xff\xfe${[...strict(EP)].map((c) => `${c}\0`).join('')}`) }, EP, 'link', false],
  [
    'PB-D24 invalid UTF-8',
    { headers: [['content-type', 'text/html; charset=utf-8']], body: latin1(`\xfc${strict(EP)}`) },
    EP,
    'link',
    false,
  ],
  [
    'PB-D24 unknown charset',
    { headers: [['content-type', 'text/html; charset=nonsense']], body: strict(EP) },
    EP,
    'link',
    false,
  ],
  ['PB-X06 single quotes', { body: `<link rel='pingback' href='${EP}'>` }, EP, 'link', true],
  ['PB-X06 other order', { body: `<link href="${EP}" rel="pingback">` }, EP, 'link', true],
  ['PB-X06 capitals', { body: `<LINK REL="PingBack" HREF="${EP}">` }, EP, 'link', true],
  ['PB-X10', { body: `<link rel="pingback" type="x" href="${EP}" />` }, EP, 'link', true],
  ['PB-X11', { body: `<link rel="a\npingback b" href=${EP}>` }, EP, 'link', true],
  ['PB-X18', { body: `<a rel="pingback" href="${EP}">x</a>` }, EP, 'a', true],
  ['PB-X20 relative', { body: '<link rel="pingback" href="/x">' }, 'http://bob.example/x', 'link', true],
  [
    'relative to base',
    { body: '<base href="/in/"><link rel=pingback href=x>' },
    'http://bob.example/in/x',
    'link',
    true,
  ],
  ['PB-D09 entities', { body: `<link href="${EP}?a&#38;b&AMP;c" rel="pingback">` }, `${EP}?a&b&c`, 'link', true],
  [
    'not in a comment',
    { body: `<!-- <link href="http://x/" rel=pingback> --><link href="${EP}" rel=pingback>` },
    EP,
    'link',
    true,
  ],
  [
    'not in a script',
    { body: `<script>'<link href="http://x/" rel=pingback>'</script><link href="${EP}" rel=pingback>` },
    EP,
    'link',
    true,
  ],
  [
    'a whole word',
    { body: `<link href="http://x/" rel="not-pingback pingback2"><link href="${EP}" rel=pingback>` },
    EP,
    'link',
    true,
  ],
  [
    'the next that is usable',
    {
      body: `<a rel=pingback href="javascript:x"><a rel=pingback href="mailto:x"><a rel=pingback href=""><a rel=pingback><a rel=pingback href="${EP}">`,
    },
    EP,
    'a',
    true,
  ],
  [
    'PB-X21 the first, leniently too',
    { body: `<a rel=pingback href="${EP}"><link href="http://x/" rel=pingback>` },
    EP,
    'a',
    true,
  ],
  ['first attribute of a name', { body: `<link rel=pingback href="${EP}" href="http://x/">` }, EP, 'link', true],
];

/** Id, page, part of the reason. */
const NOT_FOUND: readonly [string, FakeReply, RegExp][] = [
  ['PB-D10', { body: '<p>no pingback here' }, /takes no linkbacks/],
  [
    'PB-D19 relative header',
    { headers: header('/xmlrpc'), body: strict(EP) },
    /X-Pingback header that is no usable URL/,
  ],
  [
    'PB-D19 other scheme',
    { headers: header('ftp://a.example/'), body: strict(EP) },
    /X-Pingback header that is no usable URL/,
  ],
  ['SEC-10 user name', { headers: header('http://u:p@a.example/') }, /no usable URL/],
  ['PB-D23', { headers: [['content-type', 'image/svg+xml']], body: strict(EP) }, /takes no linkbacks/],
  ['PB-X14', { body: strict('http://a.example/\nx') }, /link element that is no usable URL/],
  ['PB-X17', { body: '&lt;link rel="pingback" href="http://a/"&gt;' }, /takes no linkbacks/],
  ['PB-R07 Link header', { headers: [['link', `<${EP}>; rel=pingback`]] }, /takes no linkbacks/],
  ['script address alone', { body: '<link rel="pingback" href="javascript:x">' }, /link element that is no usable URL/],
];

describe('readDiscovery', () => {
  it.each(FOUND)('%s', (_, fake, url, via, lenient) => {
    const endpoint = { protocol: 'pingback', url, via, lenient };
    expect(find(fake)).toMatchObject({ url: PAGE, endpoints: [endpoint], chosen: endpoint });
  });

  it.each(NOT_FOUND)('%s', (_, fake, reason) => {
    expect(find(fake)).toMatchObject({ endpoints: [], chosen: null, reason: expect.stringMatching(reason) });
  });

  it('says in the reason that a finding is lenient', () => {
    expect(find({ body: `<a rel=pingback href="${EP}">` }).reason).toBe(
      'A <a rel="pingback"> on the page names its pingback endpoint, not in the form of the specification.',
    );
  });
});

const PIECES = [
  '<link ',
  '<a ',
  'rel=',
  'href=',
  '"',
  "'",
  'pingback',
  ' ',
  '>',
  '/>',
  EP,
  '&amp;',
  '<!--',
  '-->',
  '<script>',
  '<base href="/x">',
  '\n',
];

it('any page and any header have a reason, and every endpoint is absolute http(s)', () => {
  const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(''));
  const body = fc.oneof(soup, fc.uint8Array({ maxLength: 300 }));
  fc.assert(
    fc.property(body, fc.option(fc.string({ unit: 'binary' })), (html, value) => {
      const found = find({ body: html, headers: value === null ? [] : header(value) });
      expect(found.reason).not.toBe('');
      for (const { url } of found.endpoints) expect(url).toMatch(/^https?:\/\/./);
    }),
  );
});

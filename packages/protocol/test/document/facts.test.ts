import { describe, expect, it } from 'vitest';
import type { Facts, PageInput } from '../../src/document/types.ts';
import { read } from './read.ts';

const NOW = Date.UTC(2026, 10, 26, 6, 30);
const AFTER = 'unavailable_after: ';
const BY_HEADER = { noindex: true, noindexBy: 'header' } as const;
const BY_META = { noindex: true, noindexBy: 'meta' } as const;

function after(date: string): PageInput['headers'] {
  return [['x-robots-tag', `googlebot: nofollow, ${AFTER}${date}`]];
}

type Row = readonly [id: string, html: string, facts: Partial<Facts>, page?: Partial<PageInput>];

const ROWS: readonly Row[] = [
  [
    'status and final URL',
    '',
    { status: 404, finalUrl: 'http://o.example/' },
    { status: 404, finalUrl: 'http://o.example/' },
  ],
  ['WM-R20', '<meta http-equiv="status" content="410 Gone">', { status: 410 }],
  ['WM-R20 only gone', '<meta http-equiv="Status" content="200 OK">', { status: 500 }, { status: 500 }],
  ['WM-R20 not in the body', '<body><meta http-equiv=Status content="410 Gone">', { status: 200 }],
  ['PB-S18 attributes', '<title lang="en" class=x>A &amp; B</title>', { title: 'A & B' }],
  ['PB-S18 heading', '<body><h1><img src=logo></h1><h1>The <em>post</em></h1>', { title: 'The post' }],
  ['PB-S18 none', '<p>x</p>', { title: '' }],
  [
    'PB-S18 empty',
    '<title> </title><meta property="og:title" content="From graph"><h1>H</h1>',
    { title: 'From graph' },
  ],
  ['DV-09g svg title', '<body><svg><title>Icon</title></svg><h1>Post</h1>', { title: 'Post' }],
  ['title in the body', '<body><p>x</p><title>Late</title>', { title: 'Late' }],
  ['long title', `<title>${'é'.repeat(300)}</title>`, { title: 'é'.repeat(250) }],
  ['canonical', '<link rel="CANONICAL alternate" href="/c?a#b">', { canonical: 'http://source.example/c?a#b' }],
  [
    'canonical against base',
    '<base href="http://o.example/d/"><link rel=canonical href=c>',
    { canonical: 'http://o.example/d/c' },
  ],
  [
    'canonical against the first base with an address',
    '<base target="_blank"><base href="/p/"><base href="/q/"><link rel=canonical href=c>',
    { canonical: 'http://source.example/p/c' },
  ],
  ['canonical smuggled', '<body><link rel=canonical href="http://evil.example/">', { canonical: '' }],
  ['canonical no URL', '<link rel=canonical href="javascript:1">', { canonical: '' }],
  [
    'canonical header',
    '',
    { canonical: 'http://o.example/c' },
    { headers: [['link', '<http://o.example/a>; rel=next, <//o.example/c>; title=x; rel="x canonical"']] },
  ],
  [
    'no canonical header',
    '',
    { canonical: '' },
    { headers: [['link', '<http://o.example/c>; title="rel=canonical"']] },
  ],
  ['noindex', '<meta name=ROBOTS content="Follow,NOINDEX">', { noindex: true }],
  ['none', '<meta name="robots" content="none">', { noindex: true }],
  ['googlebot', '<meta name="googlebot" content="noindex">', { noindex: true }],
  [
    'index',
    '<meta name="robots" content="max-snippet:-1, noarchive, index"><meta name=bingbot content=noindex>',
    { noindex: false },
  ],
  ['header', '', { noindex: true }, { headers: [['x-robots-tag', 'max-snippet: 3, noindex']] }],
  [
    'header of two lines',
    '',
    { noindex: true },
    {
      headers: [
        ['x-robots-tag', 'noarchive'],
        ['x-robots-tag', 'googlebot: nofollow, none'],
      ],
    },
  ],
  ['header for another', '', { noindex: false }, { headers: [['x-robots-tag', 'otherbot: nofollow, noindex']] }],
  ...[
    '25 Nov 2026 15:00:00 PST',
    'Wed, 25 Nov 2026 15:00:00 GMT',
    'Wednesday, 25-Nov-26 15:00:00 GMT',
    '25-Nov-2026 15:00:00 CET',
    '25 November 2026',
    '2026-11-25',
    '2026-11-25 23:59:59',
    '2026-11-26T07:00:00+01:00',
  ].flatMap((date): readonly Row[] => [
    [`not to be found since ${date}`, '', BY_HEADER, { now: NOW, headers: after(date) }],
    [`the same by meta, ${date}`, `<meta name=robots content="noarchive, ${AFTER}${date}">`, BY_META, { now: NOW }],
  ]),
  ['not to be found from next year', '', { noindex: false }, { now: NOW, headers: after('1 Jan 2027 00:00:00 GMT') }],
  ['not to be found from no date', '', { noindex: false }, { now: NOW, headers: after('soon 2001') }],
  ['not to be found since, and nobody knows the date', '', { noindex: false }, { headers: after('2026-11-25') }],
  [
    'what such a date is called',
    '<meta name=robots content="Unavailable_After: Wed, 25 Nov 2026 15:00:00 GMT, noarchive">',
    { robots: 'noarchive, unavailable_after:wed 25 nov 2026 15:00:00 gmt' },
    { now: NOW },
  ],
  ['language', '<html lang="EN-us">', { language: 'en-US' }],
  ['language of XML', '<html xml:lang="pt_BR">', { language: 'pt-BR' }],
  ['language from header', '<html lang="?">', { language: 'de' }, { headers: [['content-language', 'de, en']] }],
  ['no language', '<p lang=fr>', { language: '' }],
];

describe('facts', () => {
  for (const [id, html, facts, page] of ROWS) {
    it(id, () => expect(read(html, page).facts).toMatchObject(facts));
  }
});

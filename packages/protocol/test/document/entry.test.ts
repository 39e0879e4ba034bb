import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/document/types.ts';
import { read, TARGET } from './read.ts';

const entry = (inner: string) => `<title>Page</title><div class="h-entry">${inner}</div>`;
const to = (property: string, text = 'x') => `<a class="${property}" href="${TARGET}">${text}</a>`;
const link = to('');
const HOST = { name: 'source.example', url: 'http://source.example/', photo: '' };

const ROWS: readonly (readonly [id: string, html: string, entry: Partial<Entry>])[] = [
  [
    'no link, no entry',
    '<title>T</title>',
    { kind: 'mention', title: 'T', author: HOST, excerpt: '', published: '', rsvp: '' },
  ],
  ['PB-S18 host', link, { title: 'source.example', author: HOST }],
  ['og:title', `<title>T | Site</title><meta property=og:title content=T>${link}`, { title: 'T' }],
  ['p-name', entry(`<h2 class=p-name>Named</h2><div class=e-content>${link}</div>`), { title: 'Named' }],
  ['twitter:title', `<title>T | Site</title><meta name=twitter:title content=T>${link}`, { title: 'T' }],
  ['og:title first', `<meta name=twitter:title content=W><meta property=og:title content=T>${link}`, { title: 'T' }],
  [
    'empty og:title',
    `<title>P</title><meta property=og:title content=" "><meta name=DC.title content=T>${link}`,
    { title: 'T' },
  ],
  ['title', `<title>T</title><h1>H</h1>${link}`, { title: 'T' }],
  ['heading', `<h1>H</h1>${link}`, { title: 'H' }],
  [
    'hentry of old themes',
    `<div class=hentry><h2 class=entry-title>Old</h2><div class=entry-content>${link}</div></div>`,
    { title: 'Old' },
  ],
  [
    'reply is read for its words',
    entry(`${to('u-in-reply-to')}<div class=e-content><p>I <b>agree</b>.<p>Well.</div>`),
    { excerpt: 'I agree. Well.' },
  ],
  [
    'reply without content is read for its summary',
    entry(`${to('u-in-reply-to')}<p class=p-summary>In short: no.</p>`),
    { excerpt: 'In short: no.' },
  ],
  ['like without words is read for those around', `<p>I like ${entry(to('u-like-of'))}`, { excerpt: '[…] x […]' }],
  [
    'mention is read for the words around the link',
    entry(`<div class=e-content><p>First.</p><p>Then ${to('')}.</p></div>`),
    { excerpt: '[…] Then x. […]' },
  ],
  [
    'no words around the link',
    `<meta name=description content=D><meta property=og:description content=O><link rel=related href="${TARGET}">`,
    { excerpt: 'O' },
  ],
  ['description', `<meta name=description content=D><link rel=related href="${TARGET}">`, { excerpt: 'D' }],
  [
    'published',
    entry(`<time class=dt-published datetime="2024-05-01 10:00:00+0200">x</time>${link}`),
    { published: '2024-05-01T08:00:00.000Z' },
  ],
  [
    'published in meta',
    `<meta property="article:published_time" content="2024-05-01">${link}`,
    { published: '2024-05-01T00:00:00.000Z' },
  ],
  [
    'published, the second that is a date',
    entry(`<time class=dt-published>May</time><time class=dt-published>2024-05-01</time>${link}`),
    { published: '2024-05-01T00:00:00.000Z' },
  ],
  [
    'published by Dublin Core',
    `<meta name=dcterms.created content="2024-05-01">${link}`,
    { published: '2024-05-01T00:00:00.000Z' },
  ],
  [
    'published in meta, when the entry has no date that can be',
    `<meta property="article:published_time" content="2024-02-29T23:59:59-01:00">${entry(`<time class=dt-published>2025-02-29</time>${link}`)}`,
    { published: '2024-03-01T00:59:59.000Z' },
  ],
  ...[
    '2024-02-30',
    '2023-02-29',
    '2024-04-31',
    '9999-01-01',
    '-1',
    'NaN',
    '0001-01-01',
    '2024-13-45',
    `2024-01-01${'0'.repeat(10_000)}`,
    'yesterday',
  ].map(
    (date) =>
      [
        `no date: ${date.slice(0, 12)}`,
        entry(`<time class=dt-published datetime="${date}">x</time>${link}`),
        { published: '' },
      ] as const,
  ),
  [
    'nested entries',
    `<title>T</title>${'<div class="h-entry">'.repeat(1_000)}${link}`,
    { title: 'T', kind: 'mention' },
  ],
];

describe('entry', () => {
  it.each(ROWS)('%s', (_id, html, expected) => {
    expect(read(html).entry).toMatchObject(expected);
  });
});

import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/document/types.ts';
import { read, SOURCE, TARGET } from './read.ts';

const entry = (inner: string) => `<title>Page</title><div class="h-entry">${inner}</div>`;
const to = (property: string, text = 'x') => `<a class="${property}" href="${TARGET}">${text}</a>`;
const link = to('');
const HOST = { name: 'source.example', url: 'http://source.example/', photo: '' };

const ROWS: readonly (readonly [id: string, html: string, entry: Partial<Entry>])[] = [
  ['no link, no entry', '<title>T</title>', { kind: 'mention', title: 'T', author: HOST, excerpt: '', published: '' }],
  ['PB-S18 host', link, { title: 'source.example', author: HOST }],
  ['og:title', `<title>T | Site</title><meta property=og:title content=T>${link}`, { title: 'T' }],
  ['p-name', entry(`<h2 class=p-name>Named</h2><div class=e-content>${link}</div>`), { title: 'Named' }],
  ['note', entry(`<p class="p-name e-content">Short thought on ${link}</p>`), { title: 'Page' }],
  ['implied name', entry(`Short thought on ${link}`), { title: 'Short thought on x' }],
  [
    'hentry of old themes',
    `<div class=hentry><h2 class=entry-title>Old</h2><div class=entry-content>${link}</div></div>`,
    { title: 'Old' },
  ],
  ['PTD-01 reply', entry(to('u-in-reply-to')), { kind: 'reply' }],
  ['PTD-01 like', entry(to('u-like-of')), { kind: 'like' }],
  ['PTD-01 repost', entry(to('u-repost-of')), { kind: 'repost' }],
  ['bookmark', entry(to('u-bookmark-of')), { kind: 'bookmark' }],
  ['PTD-01 rsvp', entry(`${to('u-in-reply-to')}<data class=p-rsvp value=YES>`), { kind: 'rsvp' }],
  ['180 rsvp of nothing', entry(`${to('u-in-reply-to')}<span class=p-rsvp>&lt;script&gt;</span>`), { kind: 'reply' }],
  ['180 all at once', entry(to('u-like-of') + to('u-repost-of') + to('u-in-reply-to')), { kind: 'repost' }],
  ['PTD-02 another page', entry(`<a class=u-like-of href="http://o.example/">x</a>${link}`), { kind: 'mention' }],
  [
    'PTD-02 h-cite',
    entry(`<div class="u-in-reply-to h-cite"><a class="u-url" href="${TARGET}">x</a></div>`),
    { kind: 'reply' },
  ],
  ['PTD-02 looser level', entry(`<a class=u-like-of href="https://target.example/x/">x</a>`), { kind: 'like' }],
  [
    'PTD-03 of the page',
    `<div class=h-entry><a class=u-url href=/o>o</a>${link}</div><div class=h-entry><a class=u-url href="${SOURCE}">o</a><b class=p-name>Mine</b> ${link}</div>`,
    { title: 'Mine' },
  ],
  [
    'PTD-03 of several none',
    `<title>Home</title><div class=h-entry><b class=p-name>A</b>${link}</div><div class=h-entry><b class=p-name>B</b></div>`,
    { title: 'Home' },
  ],
  [
    'reply is read for its words',
    entry(`${to('u-in-reply-to')}<div class=e-content><p>I <b>agree</b>.<p>Well.</div>`),
    { excerpt: 'I agree. Well.' },
  ],
  [
    'author card',
    entry(
      `<div class="p-author h-card"><img class=u-photo src=/p.jpg><a class="p-name u-url" href="/ann">Ann</a></div>${link}`,
    ),
    { author: { name: 'Ann', url: 'http://source.example/ann', photo: 'http://source.example/p.jpg' } },
  ],
  ['author as text', entry(`<span class=p-author>Ann</span>${link}`), { author: { ...HOST, name: 'Ann' } }],
  [
    'author as URL',
    entry(`<a class=u-author href="http://ann.example">x</a>${link}`),
    { author: { ...HOST, url: 'http://ann.example/' } },
  ],
  [
    'author of the page',
    `<meta name=author content="Ann"><link rel=author href=/ann>${link}`,
    { author: { name: 'Ann', url: 'http://source.example/ann', photo: '' } },
  ],
  [
    'SEC-08 author',
    entry(
      `<div class="p-author h-card"><b class=p-name>A\u202e&lt;b&gt;</b><a class=u-url href="javascript:1">x</a><img class=u-photo src="data:,x"></div>${link}`,
    ),
    { author: { ...HOST, name: 'A<b>' } },
  ],
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
  ...['9999-01-01', '-1', 'NaN', '0001-01-01', '2024-13-45', `2024-01-01${'0'.repeat(10_000)}`, 'yesterday'].map(
    (date) =>
      [
        `181 ${date.slice(0, 12)}`,
        entry(`<time class=dt-published datetime="${date}">x</time>${link}`),
        { published: '' },
      ] as const,
  ),
  [
    '159 a name that the parser stumbles over',
    entry(`<b class="p-__proto__ p-constructor">x</b>${to('u-like-of')}`),
    { title: 'Page', kind: 'mention' },
  ],
  [
    '159 nested entries',
    `<title>T</title>${'<div class="h-entry">'.repeat(1_000)}${link}`,
    { title: 'T', kind: 'mention' },
  ],
];

describe('entry', () => {
  it.each(ROWS)('%s', (_id, html, expected) => {
    expect(read(html).entry).toMatchObject(expected);
  });
});

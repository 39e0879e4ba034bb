import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/document/types.ts';
import { read } from './read.ts';
import { entryPage, jsonLdPage, linkTo } from './write.ts';

const HOST: Entry['author'] = { name: 'source.example', url: 'http://source.example/', photo: '' };
const ANN: Entry['author'] = { name: 'Ann', url: 'http://source.example/ann', photo: 'http://source.example/p.jpg' };
const CARD = '<img class=u-photo src=/p.jpg alt="her face"><a class="p-name u-url" href="/ann">Ann</a>';
const card = (as: string) => `<div class="${as} h-card">${CARD}</div>`;
const page = (inner: string) => entryPage(inner + linkTo());
const [link, authorPage] = [linkTo(), '<a class=u-author href="/ann">x</a>'];
const person = (author: unknown) => jsonLdPage({ '@type': 'BlogPosting', author });

const ROWS: readonly (readonly [id: string, html: string, author: Entry['author']])[] = [
  ['AU-01 card', page(card('p-author')), ANN],
  ['AU-01 name', page('<span class=p-author>Ann</span>'), { ...HOST, name: 'Ann' }],
  [
    'AU-01 author page',
    page('<a class=u-author href="http://ann.example">x</a>'),
    { ...HOST, url: 'http://ann.example/' },
  ],
  ['AU-01 name and author page', page(`<b class=p-author>A</b>${authorPage}`), { ...HOST, name: 'A', url: ANN.url }],
  ['AU-01 of the feed', `<div class=h-feed>${card('p-author')}<div class=h-entry>${link}</div></div>`, ANN],
  [
    'AU-01 own before that of the feed',
    `<div class=h-feed>${card('p-author')}<div class=h-entry><b class=p-author>Bob</b>${link}</div></div>`,
    { ...HOST, name: 'Bob' },
  ],
  ['AU-01 rel=author', `${page('')}<a rel=author href=/ann>about</a>`, { ...HOST, url: ANN.url }],
  ['AU-01 rel=author in the head', `<link rel=author href=/ann>${page('')}`, { ...HOST, url: ANN.url }],
  [
    'AU-01 rel=author yields to a name',
    `${page('<b class=p-author>Ann</b>')}<a rel=author href=/x>o</a>`,
    { ...HOST, name: 'Ann' },
  ],
  ['AU-04 c card of the author page', `${page(authorPage)}${card('')}`, ANN],
  ['AU-04 c by rel=author', `${page('')}<a rel=author href=/ann>o</a>${card('')}`, ANN],
  ['AU-04 c nested', page(`${authorPage}<div class="p-comment h-cite">${card('p-author')}</div>`), ANN],
  ['AU-04 c first of two', `${page(authorPage)}${card('')}<a class=h-card href=/ann>Zoe</a>`, ANN],
  ['AU-04 c other card', `${page(authorPage)}<a class=h-card href=/bob>Bob</a>`, { ...HOST, url: ANN.url }],
  ['AU-05 no card, no fetch', page(authorPage), { ...HOST, url: ANN.url }],
  ['card of an address', page('<div class="p-author h-card">http://ann.example/</div>'), HOST],
  [
    'card with a mail address first',
    page('<div class="p-author h-card"><a class=u-url href="mailto:a@b">A</a><a class=u-url href=/ann>Ann</a></div>'),
    { ...HOST, name: 'AAnn', url: ANN.url },
  ],
  ['meta', `<meta name=author content="Ann"><link rel=author href=/ann>${link}`, { ...ANN, photo: '' }],
  [
    'meta with an address',
    `<meta property="article:author" content="http://fb.example/ann">${link}`,
    { ...HOST, url: 'http://fb.example/ann' },
  ],
  ['meta by Dublin Core', `<meta name=DC.creator content=" Ann ">${link}`, { ...HOST, name: 'Ann' }],
  ['JSON-LD object', person({ '@type': 'Person', name: 'Ann', url: '/ann', image: '/p.jpg' }), ANN],
  ['JSON-LD image object', person({ name: 'Ann', url: '/ann', image: { '@type': 'ImageObject', url: '/p.jpg' } }), ANN],
  ['JSON-LD string', person('Ann &amp; Bob'), { ...HOST, name: 'Ann & Bob' }],
  ['JSON-LD list', person([{ name: 'Ann', url: ['/ann'] }, { name: 'Bob' }]), { ...ANN, photo: '' }],
  ['JSON-LD profile only', person({ name: 'Ann', sameAs: ['/ann', '/x'] }), { ...ANN, photo: '' }],
  ['JSON-LD nothing', person({ name: 7, url: {}, image: [null] }), HOST],
  [
    'JSON-LD reference',
    jsonLdPage({
      '@graph': [
        { '@type': 'Article', author: { '@id': '#ann' } },
        { '@type': 'Person', '@id': '#ann', name: 'Ann', url: '/ann', image: { '@id': '#face' } },
        { '@type': 'ImageObject', '@id': '#face', contentUrl: '/p.jpg' },
      ],
    }),
    ANN,
  ],
  ['precedence', `${person('Bob')}<meta name=author content=Zoe>${page(card('p-author'))}`, ANN],
  ['JSON-LD completes the same person', `${person(ANN)}${page('<b class=p-author>Ann</b>')}`, { ...ANN, photo: '' }],
  [
    'two people are not mixed',
    `${person({ name: 'Bob', url: '/bob' })}${page('<b class=p-author>Ann</b>')}`,
    { ...HOST, name: 'Ann' },
  ],
  [
    'SEC-08',
    page(
      '<div class="p-author h-card"><b class=p-name>A\u202e&lt;b&gt;</b><a class=u-url href="javascript:1">x</a><img class=u-photo src="data:,x"></div>',
    ),
    { ...HOST, name: 'A<b>' },
  ],
  ['SEC-08 JSON-LD', person({ name: 'A\u202e<b>', url: 'javascript:1', image: 'data:,x' }), { ...HOST, name: 'A<b>' }],
  ['SEC-08 meta', `<meta name=author content="javascript:1">${link}`, { ...HOST, name: 'javascript:1' }],
  ['100 graphemes', `<meta name=author content="${'n'.repeat(101)}">${link}`, { ...HOST, name: 'n'.repeat(100) }],
];

describe('author', () => {
  it.each(ROWS)('%s', (_id, html, author) => {
    expect(read(html).entry.author).toEqual(author);
  });
});

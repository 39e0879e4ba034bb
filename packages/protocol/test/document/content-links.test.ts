import { describe, expect, it } from 'vitest';
import { type ContentChoice, contentLinks } from '../../src/document/content-links.ts';
import { pageOf } from './read.ts';

const a = (name: string) => `<a href="http://${name}.example/">${name}</a>`;
const found = (html: string) =>
  contentLinks(pageOf(html)).links.map(({ href }) => new URL(href).hostname.replace('.example', ''));

const ROWS: readonly (readonly [id: string, html: string, links: readonly string[]])[] = [
  [
    'body',
    `${a('one')}<nav>${a('no')}</nav><header>${a('no')}</header><p>${a('two')}</p><aside>${a('no')}</aside><footer>${a('no')}</footer>`,
    ['one', 'two'],
  ],
  ['main', `${a('no')}<main>${a('one')}</main>${a('no')}`, ['one']],
  ['role', `${a('no')}<div role=main><div>${a('one')}</div>${a('two')}</div>${a('no')}`, ['one', 'two']],
  ['article over main', `<main>${a('no')}<article><p>${a('one')}</article></main>`, ['one']],
  [
    'entry over article',
    `<article class="post h-entry">${a('no')}<div class="e-content"><div>${a('one')}</div>${a('two')}</div>${a('no')}</article>${a('no')}`,
    ['one', 'two'],
  ],
  ['old class names', `<div class="hentry">${a('no')}<div class="entry-content">${a('one')}</div></div>`, ['one']],
  ['content without entry', `<div class="e-content">${a('one')}</div>${a('two')}`, ['one', 'two']],
  ['entry without content', `<div class="h-entry">${a('one')}</div>`, ['one']],
  [
    'response beside content',
    '<div class=h-entry><a class="u-like-of" href="http://one.example/">x</a><p class=e-content>yes</p></div>',
    ['one'],
  ],
  [
    'response as h-cite',
    `<div class=h-entry><p class="u-in-reply-to h-cite">${a('one')}</p><p class=e-content>${a('two')}</p>${a('no')}</div>`,
    ['one', 'two'],
  ],
  ['empty content', `<div class=h-entry><p class=e-content>words</p></div>${a('no')}`, []],
  ['quotation', '<q cite="http://one.example/">x</q><area href="http://two.example/">', ['one', 'two']],
  ['once each', a('one') + a('two') + a('one'), ['one', 'two']],
  ['only http', '<a href="mailto:a@b.example">x</a><a href="javascript:1">x</a><a href="tel:1">x</a><a>x</a>', []],
  ['not itself', '<a href="">x</a><a href="#more">x</a><a href="post">x</a><a href="other">x</a>', ['source']],
  [
    'inert',
    `<!--${a('no')}--><template>${a('no')}</template><script>${a('no')}</script><link href="http://no.example/">`,
    [],
  ],
  ['crossed tags', `<main><article>${a('one')}</main>${a('two')}</article>${a('three')}`, ['one']],
];

describe('contentLinks', () => {
  it.each(ROWS)('%s', (_id, html, links) => {
    expect(found(html)).toEqual(links);
  });

  it('tells title, anchor, rel and the fragment', () => {
    const html =
      '<title>T</title><base href="http://o.example/"><p><a rel="me NoFollow" href="x#y">An <i>anchor</i><img alt=pic></a>';
    expect(contentLinks(pageOf(html))).toEqual({
      title: 'T',
      links: [{ href: 'http://o.example/x#y', rel: ['me', 'nofollow'], anchor: 'An anchor pic' }],
      text: 'An anchor',
      posts: 0,
      refresh: '',
    });
  });

  it.each([
    ['PB-C03 an absolute address as it stands there', 'http://B.example', 'http://B.example'],
    ['with its entities decoded', 'http://b.example/?a=1&amp;b=%7e#c', 'http://b.example/?a=1&b=%7e#c'],
    ['a relative one resolved', '../x', 'http://source.example/x'],
    ['other characters percent-encoded', 'http://b.example/ü', 'http://b.example/%C3%BC'],
    ['a name in other letters as punycode', 'http://bücher.example/', 'http://xn--bcher-kva.example/'],
  ])('%s', (_, href, expected) => {
    expect(contentLinks(pageOf(`<a href="${href}">x</a>`)).links.map((link) => link.href)).toEqual([expected]);
  });

  it('stops at 5,000', () => {
    const { links } = contentLinks(pageOf(Array.from({ length: 5050 }, (_, n) => a(`n${n}`)).join('')));
    expect([links.length, links.at(-1)?.anchor]).toEqual([5000, 'n4999']);
  });
});

describe('what the owner says of the page', () => {
  const chosen = (html: string, choice: ContentChoice) =>
    contentLinks(pageOf(html), choice).links.map(({ href }) => new URL(href).hostname.replace('.example', ''));
  const page = `<article>${a('one')}<div class="body">${a('two')}<p class="share">${a('three')}</p></div></article><i class="body">${a('four')}</i>`;

  it.each<[ContentChoice, readonly string[]]>([
    [{}, ['one', 'two', 'three']],
    [{ content: '.body' }, ['two', 'three', 'four']],
    [{ ignore: '.share' }, ['one', 'two']],
    [{ content: '.body', ignore: '.share, i' }, ['two']],
    [{ content: '.nowhere' }, []],
    [{ content: 'no > selector' }, ['one', 'two', 'three']],
  ])('%j', (choice, links) => {
    expect(chosen(page, choice)).toEqual(links);
  });

  it('an element without end tag holds nothing', () => {
    expect(chosen(`<img class="x">${a('one')}`, { ignore: '.x' })).toEqual(['one']);
  });
});

it.each([
  ['none that is marked', '<main><p>x</main>', 0],
  ['an article', '<article><p>x</article>', 1],
  ['an article with answers in it', '<article>x<article>y</article></article>', 1],
  [
    'an article with comments after it',
    '<article>x</article><ol><li><article class="comment-body">y</article></ol>',
    1,
  ],
  ['an entry among articles', '<article class="hentry">x</article><article>y</article>', 1],
  ['articles beside it', '<article>x</article><aside><article>y</article></aside>', 1],
  ['a list', '<article>x</article><article>y</article>', 2],
  ['a list that has just begun', '<div class="h-feed"><article class="h-entry">x</article></div>', 2],
])('posts on a page: %s', (_, html, posts) => {
  expect(contentLinks(pageOf(html)).posts).toBe(posts);
});

it.each([
  ['<meta http-equiv="refresh" content="0; url=/new">', 'http://source.example/new'],
  ['<meta http-equiv=Refresh content="0;URL=\'http://o.example/\'">', 'http://o.example/'],
  ['<meta http-equiv="refresh" content="300; url=/new">', ''],
  ['<meta http-equiv="refresh" content="5">', ''],
  ['<body><meta http-equiv="refresh" content="0; url=/new">', ''],
])('where the page sends its readers: %s', (html, refresh) => {
  expect(contentLinks(pageOf(html)).refresh).toBe(refresh);
});

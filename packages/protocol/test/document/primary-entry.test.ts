import { describe, expect, it } from 'vitest';
import { read, SOURCE } from './read.ts';
import { linkTo } from './write.ts';

const entry = (name: string, inner = '', url = '') =>
  `<div class=h-entry><b class=p-name>${name}</b>${url && `<a class=u-url href="${url}">o</a>`}` +
  `<i class=p-summary>At length</i>${inner}</div>`;
const content = `<div class=e-content>See ${linkTo()}.</div>`;
const stream = (...entries: readonly string[]) => `<title>Home</title><div class=h-feed>${entries.join('')}</div>`;

const ROWS: readonly (readonly [id: string, html: string, title: string])[] = [
  ['PTD-03 the only one, of whatever URL', entry('A', content, 'http://other.example/'), 'A'],
  ['PTD-03 of the page', entry('A', content, '/o') + entry('B', content, SOURCE), 'B'],
  ['PTD-03 of the page, relative', entry('A', content, '/o') + entry('B', '', 'post'), 'B'],
  ['PTD-03 of the page by scheme and slash', entry('A', content, '/o') + entry('B', '', `${SOURCE}/`), 'B'],
  [
    'UN-18 of the canonical address',
    `<link rel=canonical href="/2024/post">${entry('A', content, '/o')}${entry('B', '', '/2024/post')}`,
    'B',
  ],
  [
    'UN-18 of an address of another host',
    `<link rel=canonical href="http://other.example/">${entry('A', content, '/o')}${entry('B', '', 'http://other.example/')}`,
    'A',
  ],
  ['responds', stream(entry('A', content, '/a'), entry('B', linkTo('u-like-of'), '/b')), 'B'],
  ['links in its content', stream(entry('A', '', '/a'), entry('B', content, '/b'), entry('C', content, '/c')), 'B'],
  ['links beside its content', stream(entry('A', '', '/a'), entry('B', linkTo(), '/b')), 'B'],
  ['links by a property', stream(entry('A', '', '/a'), entry('B', linkTo('u-syndication'), '/b')), 'B'],
  ['links in what it quotes', stream(entry('A'), entry('B', `<p class="u-quotation-of h-cite">${linkTo()}</p>`)), 'B'],
  [
    'links in its content, by the old names',
    `<div class=hentry><b class=entry-title>A</b></div><div class=hentry><b class=entry-title>B</b><p class=entry-content>At ${linkTo()}</p></div>`,
    'B',
  ],
  ['links by none', `${stream(entry('A', '', '/a'), entry('B', '', '/b'))}<p>${linkTo()}`, 'Home'],
  [
    'places of one page',
    stream(entry('A', '', `${SOURCE}#a`), entry('B', content, `${SOURCE}#b`), entry('C', content, '/c')),
    'B',
  ],
  ['of the page twice', entry('A', '', SOURCE) + entry('B', '', SOURCE) + linkTo(), 'A'],
  ['inside h-news', `<div class=h-news><div class="p-entry h-entry"><b class=p-name>N</b>${linkTo()}</div></div>`, 'N'],
  ['inside another entry', entry('A', `<div class="p-comment h-entry"><b class=p-name>C</b>${linkTo()}</div>`), 'A'],
];

describe('primary entry', () => {
  it.each(ROWS)('%s', (_id, html, title) => {
    expect(read(html).entry.title).toBe(title);
  });
});

import { mf2 } from 'microformats-parser';
import { describe, expect, it } from 'vitest';
import { parsable } from '../../src/document/parsable.ts';

const BASE = 'http://source.example/blog/post';
const NO_LINKS = new Set<number>();
const ENTRY = '<div class="h-entry"><p class="p-name">Named</p></div>';
const inherited = Object.getOwnPropertyNames(Object.prototype);

/** Pages on which the parser throws, or would work without end. */
const PAGES: readonly (readonly [id: string, html: string])[] = [
  ...inherited.map(
    (name) => [`class p-${name}`, `<div class="h-entry"><p class="p-name p-${name}">Named</p></div>`] as const,
  ),
  ...inherited.map((name) => [`rel ${name}`, `${ENTRY}<a rel="nofollow ${name}" href="/x">x</a>`] as const),
  ['base with a path', `<base href="/blog/">${ENTRY}<a href="x">x</a>`],
  ['base with a script', `<base href="javascript:1">${ENTRY}<a href="x">x</a>`],
  ['link to no address', `${ENTRY}<a href="https:">x</a>`],
  ['link to no host', `${ENTRY}<a href="//">x</a>`],
  ['image of no address', `${ENTRY}<img src="//[">`],
  ['object of no address', `${ENTRY}<object data="//["></object>`],
  ['class over lines', '<div class="post\n  h-entry\n\tlong"><p class="big\r\np-name">Named</p></div>'],
  [
    'sizes for microformats',
    '<div class="h-full h-entry"><p class="h-screen"><b class="p-name p-px">Named</b></p></div>',
  ],
  [
    'itemref to its own parent',
    '<div id=a><div class="hentry" itemref="a"><p class="entry-title">Named</p></div></div>',
  ],
  [
    'includes in includes',
    `<div class="hentry"><p class="entry-title">Named</p>${Array.from({ length: 40 }, (_, i) => `<table id=t${i}><td headers=t${i + 1}>1<td headers=t${i + 1}>2</table>`).join('')}</div>`,
  ],
  [
    'include links in circles',
    '<div class="hentry"><p class="entry-title">Named</p><p id=a><a class=include href="#a">x</a></p></div>',
  ],
];

describe('parsable', () => {
  it.each(PAGES)('%s', (_id, html) => {
    const [entry] = mf2(parsable(html, BASE, NO_LINKS) ?? '', { baseUrl: BASE }).items;
    expect(entry?.properties.name).toEqual(['Named']);
  });

  it.each([
    ['properties', '<b class="x p-name">', '<div class="h-entry">'],
    ['roots', '<b class="h-card">', '<div class="h-entry">'],
    ['old names', '<b class="fn">', '<div class="hentry">'],
    ['relations of old names', '<a rel="tag" href="#">', '<div class="hentry">'],
  ])('gives up on more than 4,000 %s', (_what, tag, root) => {
    expect(parsable(root + tag.repeat(3_999), BASE, NO_LINKS)).toBe(root + tag.repeat(3_999));
    expect(parsable(root + tag.repeat(4_000), BASE, NO_LINKS)).toBeUndefined();
  });

  it('does not count what is no microformat', () => {
    const html = `<div class="h-entry">${'<b class="post col-4 stop-it">'.repeat(5_000)}`;
    expect(parsable(html, BASE, NO_LINKS)).toBe(html);
  });

  it('keeps all else as it is', () => {
    const html = '<p class="a  b" rel="x">1<A HREF=/x>2</a><a href="#">3</a><a href="">4</a><img src="http://[">';
    expect(parsable(html, BASE, NO_LINKS)).toBe(html);
  });

  it('writes a tag anew with every attribute that it may keep', () => {
    expect(parsable('1<TD HEADERS=x Title=\'"&amp;"\' class="include p-x p-toString">2</td>', BASE, NO_LINKS)).toBe(
      '1<td title="&quot;&amp;&quot;" class="p-x">2</td>',
    );
  });

  it('marks links where the parser puts them into what holds them', () => {
    const html = '<div class=h-entry>a<a href=/x>b</a></div>';
    const marked = parsable(html, BASE, new Set([html.indexOf('<a')]));
    expect(marked).toBe('<div class=h-entry>a<a href="/x" class=" dt-x-link-to-target">b</a></div>');
    expect(mf2(marked ?? '', { baseUrl: BASE }).items[0]?.properties).toEqual({
      ...mf2(html, { baseUrl: BASE }).items[0]?.properties,
      'x-link-to-target': ['b'],
    });
  });

  it('gives the parser addresses resolved against the base it is told', () => {
    const { items } = mf2(parsable('<base href="/o/"><a class="h-entry" href="x">x</a>', BASE, NO_LINKS) ?? '', {
      baseUrl: BASE,
    });
    expect(items[0]?.properties.url).toEqual(['http://source.example/blog/x']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractTargets } from '../../src/outbound/extract.ts';

const SOURCE = new URL('https://alice.example/blog/post');
const SITE = { url: 'https://alice.example/blog/' };
const linksOf = (hrefs: readonly string[]) => hrefs.map((href) => ({ href, rel: [] }));
const told = (...hrefs: string[]) =>
  extractTargets(linksOf(hrefs), SOURCE, SITE).links.flatMap(({ target, skip }) =>
    skip === undefined ? [target] : [],
  );

describe('extractTargets', () => {
  it.each([
    ['order is kept', ['https://b.example/2', 'https://b.example/1'], ['https://b.example/2', 'https://b.example/1']],
    ['PB-C03 the fragment is kept', ['https://b.example/2#c3'], ['https://b.example/2#c3']],
    [
      'one page is told once, in its first spelling',
      ['http://B.example:80/%7e', 'http://b.example/~', 'http://b.example/~#x'],
      ['http://B.example:80/%7e'],
    ],
    [
      'http and https are two addresses',
      ['http://b.example/', 'https://b.example/'],
      ['http://b.example/', 'https://b.example/'],
    ],
    ['bare hosts', ['https://b.example'], ['https://b.example']],
    ['only http(s)', ['mailto:a@b.example', 'javascript:alert(1)', 'ftp://b.example/', 'tel:1'], []],
    ['what no one can be asked for', ['http://user:pw@b.example/', 'http://b.example:0/', '/relative', ''], []],
    ['another site on the same host', ['https://alice.example/shop/'], ['https://alice.example/shop/']],
    [
      'a host that only begins like ours',
      ['https://alice.example.evil.example/blog/'],
      ['https://alice.example.evil.example/blog/'],
    ],
  ])('%s', (_, hrefs, expected) => {
    expect(told(...hrefs)).toEqual(expected);
  });

  it('PB-C17: links to the own site are kept with the reason, the page itself is not', () => {
    const { links } = extractTargets(
      linksOf(['#top', SOURCE.href, `${SOURCE.href}#c`, 'http://alice.example/blog/other']),
      SOURCE,
      SITE,
    );
    expect(links).toEqual([{ target: 'http://alice.example/blog/other', skip: expect.stringContaining('own site') }]);
  });

  it('tells of own pages, and leaves out what is marked nofollow, where the owner wants it so', () => {
    const found = [
      { href: 'https://alice.example/blog/other', rel: [] },
      { href: 'https://b.example/', rel: ['nofollow', 'ugc'] },
      { href: 'https://c.example/#ad', rel: ['nofollow'] },
      { href: 'https://c.example/', rel: [] },
    ];
    const reasons = (internal: boolean, nofollow: boolean) =>
      extractTargets(found, SOURCE, { ...SITE, links: { internal, nofollow } }).links.map(({ skip }) => skip);
    expect(reasons(true, true)).toEqual([undefined, undefined, undefined]);
    const [own, b, c] = reasons(false, false);
    expect([own, b, c]).toEqual([expect.stringContaining('own site'), expect.stringContaining('nofollow'), undefined]);
  });

  it('tells two hundred and counts the rest', () => {
    const hrefs = Array.from({ length: 10_000 }, (_, n) => `https://b.example/${n}`);
    const { links, rest } = extractTargets(linksOf(['https://alice.example/blog/x', ...hrefs]), SOURCE, SITE);
    expect(links).toHaveLength(201);
    expect(rest).toBe(9_800);
  });

  it('never answers one page twice', () => {
    const href = fc.tuple(
      fc.constantFrom('http://b.example', 'HTTP://B.EXAMPLE:80', 'https://c.example'),
      fc.constantFrom('', '/', '/a/../', '/%61', '/a', '/a#x'),
    );
    fc.assert(
      fc.property(fc.array(href.map((parts) => parts.join(''))), (hrefs) => {
        const names = told(...hrefs).map((target) => new URL(target).href.replace(/#.*/, '').replace('%61', 'a'));
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });
});

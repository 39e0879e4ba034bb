import process from 'node:process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentLinks } from '../../src/document/content-links.ts';
import { readPage } from '../../src/document/read-page.ts';
import type { PageInput } from '../../src/document/types.ts';
import { pageOf, TARGET } from './read.ts';

const XHTML = [['content-type', 'application/xhtml+xml']] as const;
const LINK = `<a href="${TARGET}">x</a>`;
const repeat = (text: string, bytes: number) => text.repeat(Math.floor(bytes / text.length));

/** Pages that grow with their argument, in bytes. */
const PAGES: readonly (readonly [id: string, page: (bytes: number) => string])[] = [
  ['nesting', (n) => repeat('<div>', n)],
  ['end tags', (n) => LINK + repeat('</p></b>', n)],
  ['attributes', (n) => `<a ${repeat('a=1 b=2 ', n)}>`],
  ['one attribute', (n) => `<a href="${repeat('x', n)}">`],
  ['comment', (n) => `<!--${repeat('-', n)}`],
  ['comments', (n) => repeat('<!--', n)],
  ['quote', (n) => `<a href="${repeat("' ", n)}`],
  ['title', (n) => `<title>${repeat('</titl', n)}`],
  ['less-than', (n) => repeat('<', n)],
  ['references', (n) => `<title>${repeat('&amp;', n)}</title>${LINK}`],
  ['unterminated', (n) => LINK + repeat('&am', n)],
  ['bases', (n) => repeat('<base href=/x>', n) + LINK],
  ['entries', (n) => `${repeat('<div class="h-entry e-content">', n)}${LINK}`],
  [
    'names that objects inherit',
    (n) => `<div class=h-entry>${repeat('<b class="p-constructor">x</b>', n)}${LINK}</div>`,
  ],
  ['addresses that are none', (n) => `<div class=h-entry>${repeat('<a href="//[">x</a>', n)}${LINK}</div>`],
  [
    'includes in includes',
    (n) =>
      `<div class=hentry>${Array.from({ length: n / 64 }, (_, i) => `<table id=t${i}><td headers=t${i + 1}>1<td headers=t${i + 1}>2</table>`).join('')}${LINK}</div>`,
  ],
  ['lists in JSON-LD', (n) => `${LINK}<script type="application/ld+json">${'['.repeat(n)}`],
  ['JSON-LD', (n) => `${LINK}<script type="application/ld+json">[${repeat('{"@type":"Article"},', n)}{}]</script>`],
  ['scripts of JSON-LD', (n) => LINK + repeat('<script type="application/ld+json">{}</script>', n)],
  ['scripts in scripts', (n) => `<script><!--${repeat('<script></script>', n)}--></script>${LINK}`],
  ['scripts with scripts', (n) => repeat('<script><!--<script></script>--></script>', n) + LINK],
  ['scripts that begin in a comment', (n) => `<script><!--${repeat('<script><!--', n)}`],
  ['sections', (n) => repeat('<![CDATA[>', n) + LINK],
  ['elements in a script of XML', (n) => `<script>${repeat('<b/><i></i>', n)}</script>${LINK}`],
  ['empty elements', (n) => repeat('<i/>', n) + LINK],
  ['svg', (n) => `${repeat('<svg><g>', n / 2)}${repeat('</x>', n / 2)}`],
  ['marks', (n) => `<a href="${TARGET}">x${repeat('\u0301', n / 2)}`],
  ['joiners', (n) => `<a href="${TARGET}">${repeat('\u{1f468}\u200d', n / 4)}`],
  ['links that match', (n) => repeat(LINK, n)],
  ['links that nearly match', (n) => Array.from({ length: n / 16 }, (_, i) => `<a href=%${i}x>`).join('')],
  ['anchors never closed', (n) => repeat(`<a href="${TARGET}">x`, n)],
  ['one long word before the link', (n) => `<p>${repeat('w', n)}${LINK}`],
  ['spaces', (n) => `<title>${repeat(' ', n)}</title>${repeat(' ', n)}${LINK}`],
  [
    'formatting left open',
    (n) => `<div class=h-entry>${Array.from({ length: n / 20 }, (_, i) => `<b id=${i}><p>`).join('')}${LINK}`,
  ],
];

/** Milliseconds of processor time. */
function cost(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/**
 * Eight times the length; quadratic work would take 64 times as long. The constant is for pages read in a blink. Each
 * has three tries, and the best of them counts: what else the machine does is not blamed on the page.
 */
function growsNoFaster(small: () => unknown, large: () => unknown): boolean {
  const least = Math.min(cost(small), cost(small), cost(small));
  const isCheap = () => cost(large) < 24 * least + 100;
  return isCheap() || isCheap() || isCheap();
}

describe('hostile pages', () => {
  it.each(PAGES)('%s: the time grows no faster than the page', (_id, page) => {
    const small = pageOf(page(64_000));
    const large = pageOf(page(512_000));
    const asXml = (given: PageInput) => readPage({ ...given, headers: XHTML });
    for (const work of [readPage, contentLinks, asXml])
      expect(
        growsNoFaster(
          () => work(small),
          () => work(large),
        ),
      ).toBe(true);
  });

  it('arbitrary bytes, tags and labels never throw', () => {
    const fragment = fc.constantFrom(
      '<a href=',
      TARGET,
      '>',
      '"',
      "'",
      '<!--',
      '-->',
      '<svg>',
      '</svg>',
      '<template>',
      '</template>',
      '<base href=',
      '&#xD800;',
      '&#0;',
      '&#9999999999;',
      '&am',
      '<title>',
      '<meta charset=',
      '<meta content="charset">',
      'h-entry',
      '<p class="h-entry p-__proto__ u-constructor">',
      '<p class="h-entry">',
      '<b class="p-name e-content dt-published u-url p-author h-card">',
      '<a rel="author __proto__" href="//[">',
      '<td headers=a id=a class=hentry>',
      '<script type="application/ld+json">',
      '{"@graph":[{"@type":"Article","@id":',
      '"author":{"@id":"__proto__"},"__proto__":[],',
      '</script>',
      '\0',
      '<![CDATA[',
      '<?xml encoding="x"?>',
      '</',
      '/>',
      '<link rel=canonical href=',
      'http://[',
      '\ud800',
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(fragment, { maxLength: 20 }).map((parts) => new TextEncoder().encode(parts.join(''))),
    );
    const type = fc.oneof(
      fc.constantFrom(
        'text/html',
        'text/html; charset=utf-7',
        'text/html;charset=utf-16le',
        'text/html; charset=iso-2022-jp',
        '',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(bytes, type, (body, contentType) => {
        const page = pageOf(body, {
          headers: [
            ['content-type', contentType],
            ['link', contentType],
            ['x-robots-tag', contentType],
          ],
        });
        const reading = readPage(page);
        for (const text of [
          reading.entry.title,
          reading.entry.excerpt,
          reading.entry.author.name,
          reading.facts.title,
        ]) {
          expect(text.isWellFormed()).toBe(true);
          expect(text).not.toMatch(/\p{Cc}/u);
        }
        expect(contentLinks(page).links.every(({ href }) => /^https?:/.test(href))).toBe(true);
      }),
      { numRuns: 600 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSitemap } from '../../src/feeds/sitemap.ts';

const NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const read = (text: string) =>
  readSitemap(
    new TextEncoder().encode(text),
    [['content-type', 'application/xml']],
    'https://blog.example/sitemap.xml',
  );
const urlset = (inside: string) => `<?xml version="1.0" encoding="UTF-8"?><urlset ${NS}>${inside}</urlset>`;
const page = (loc: string) => ({ url: loc, modified: undefined });

const rows: readonly [string, string, unknown][] = [
  [
    'pages in order',
    urlset('<url><loc>https://blog.example/2</loc></url><url><loc>https://blog.example/1</loc></url>'),
    { kind: 'pages', entries: [page('https://blog.example/2'), page('https://blog.example/1')] },
  ],
  [
    'lastmod',
    urlset('<url><loc>/1</loc><lastmod>2026-01-02</lastmod></url>'),
    { kind: 'pages', entries: [{ url: 'https://blog.example/1', modified: Date.UTC(2026, 0, 2) }] },
  ],
  [
    "lastmod of one page is not the next one's",
    urlset('<url><loc>/1</loc><lastmod>2026-01-02</lastmod></url><url><loc>/2</loc></url>'),
    {
      kind: 'pages',
      entries: [{ url: 'https://blog.example/1', modified: Date.UTC(2026, 0, 2) }, page('https://blog.example/2')],
    },
  ],
  [
    'CDATA and white space',
    urlset('<url><loc>\n <![CDATA[https://blog.example/?a&b]]>\n</loc></url>'),
    { kind: 'pages', entries: [page('https://blog.example/?a&b')] },
  ],
  [
    'an image is not a page',
    `<urlset ${NS} xmlns:image="http://i"><url><loc>/1</loc><image:image><image:loc>/i.png</image:loc></image:image></url></urlset>`,
    { kind: 'pages', entries: [page('https://blog.example/1')] },
  ],
  [
    'prefixed names',
    `<s:urlset xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9"><s:url><s:loc>/1</s:loc></s:url></s:urlset>`,
    { kind: 'pages', entries: [page('https://blog.example/1')] },
  ],
  [
    'an index',
    `<sitemapindex ${NS}><sitemap><loc>/a.xml</loc></sitemap></sitemapindex>`,
    { kind: 'index', entries: [page('https://blog.example/a.xml')] },
  ],
  ['only http(s)', urlset('<url><loc>javascript:x</loc></url><url><loc></loc></url>'), { kind: 'pages', entries: [] }],
];

const broken: readonly [string, string, string][] = [
  ['document type', `<!DOCTYPE urlset>${urlset('')}`, 'document type'],
  ['cut off', urlset('<url><loc>/1</loc></url>').slice(0, 120), 'not well-formed XML'],
  ['stray ampersand', urlset('<url><loc>/?a&b</loc></url>'), 'not well-formed XML'],
  ['an HTML page', '<html><body/></html>', '<html>'],
  ['nothing', '', 'not well-formed XML'],
];

describe('readSitemap', () => {
  it.each(rows)('reads %s', async (_, text, expected) => {
    expect(await read(text)).toEqual({ ok: true, ...(expected as object) });
  });

  it.each(broken)('says what is wrong: %s', async (_, text, reason) => {
    expect(await read(text)).toEqual({ ok: false, reason: expect.stringContaining(reason) });
  });

  it('takes the 50,000 URLs that one file may have, and no file with more', async () => {
    const reading = await read(urlset('<url><loc>/1</loc></url>'.repeat(50_000)));
    expect(reading.ok && reading.entries.length).toBe(50_000);
    expect(await read(urlset('<url/>'.repeat(1_000_000)))).toEqual({
      ok: false,
      reason: 'it has more than the 50,000 entries of one file',
    });
  });

  it('never rejects', async () => {
    const piece = fc.constantFrom(
      `<urlset ${NS}>`,
      '<url>',
      '<loc>',
      '/1',
      '</loc>',
      '</url>',
      '</urlset>',
      '<!--',
      '<![CDATA[',
      '&',
      '<?x?>',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(piece, fc.string()), { maxLength: 20 }), async (pieces) => {
        expect(await read(pieces.join(''))).toHaveProperty('ok');
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFeed } from '../../src/feeds/feed.ts';

const BASE = 'https://blog.example/feed/index.xml';
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, contentType = 'application/xml') =>
  readFeed(bytes(text), [['content-type', contentType]], BASE);

const rss = (channel: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>${channel}</channel></rss>`;
const atom = (inside: string, attributes = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom"${attributes}><title>T</title>${inside}</feed>`;
const item = (inside: string) => rss(`<item>${inside}</item>`);
const entry = (inside: string) => atom(`<entry>${inside}</entry>`);
const json = (...items: unknown[]) =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'T', items });

const urls: readonly [string, string, readonly string[]][] = [
  ['RSS link', item('<link>https://blog.example/1</link>'), ['https://blog.example/1']],
  [
    'RSS order is kept',
    rss('<item><link>/2</link></item><item><link>/1</link></item>'),
    ['https://blog.example/2', 'https://blog.example/1'],
  ],
  ['RSS white space', item('<link>\n  https://blog.example/1\n</link>'), ['https://blog.example/1']],
  ['RSS CDATA', item('<link><![CDATA[https://blog.example/?a=1&b=2]]></link>'), ['https://blog.example/?a=1&b=2']],
  ['RSS entity', item('<link>https://blog.example/?a=1&amp;b=2</link>'), ['https://blog.example/?a=1&b=2']],
  ['RSS relative to the final URL', item('<link>../p/1</link>'), ['https://blog.example/p/1']],
  ['RSS guid is the permalink by default', item('<guid>https://blog.example/1</guid>'), ['https://blog.example/1']],
  ['RSS guid that says it is none', item('<guid isPermaLink="false">https://blog.example/1</guid>'), []],
  ['RSS guid that is no URL', item('<guid>tag:1</guid>'), []],
  ['RSS link wins over guid', item('<guid>https://x.example/</guid><link>/1</link>'), ['https://blog.example/1']],
  ['only http(s)', rss('<item><link>javascript:alert(1)</link></item><item><link>ftp://a/b</link></item>'), []],
  ['an empty channel', rss(''), []],
  [
    'RSS 0.91',
    '<rss version="0.91"><channel><title>T</title><item><link>/1</link></item></channel></rss>',
    ['https://blog.example/1'],
  ],
  [
    'RDF',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>T</title></channel><item rdf:about="/1"><title>A</title><link>/1</link></item></rdf:RDF>',
    ['https://blog.example/1'],
  ],
  ['Atom link without rel', entry('<link href="/1"/>'), ['https://blog.example/1']],
  [
    'Atom self is not the page',
    entry('<link rel="self" href="/s"/><link rel="alternate" href="/1"/>'),
    ['https://blog.example/1'],
  ],
  [
    'Atom prefers HTML',
    entry('<link type="application/json" href="/j"/><link type="text/html" href="/1"/>'),
    ['https://blog.example/1'],
  ],
  ['Atom without a page', entry('<id>tag:1</id>'), []],
  [
    'Atom xml:base',
    atom('<entry xml:base="p/"><link href="1"/></entry>', ' xml:base="https://other.example/a/"'),
    ['https://other.example/a/p/1'],
  ],
  ['JSON url', json({ id: '1', url: '/1' }), ['https://blog.example/1']],
  ['JSON id that is a URL', json({ id: 'https://blog.example/1' }, { id: '7' }), ['https://blog.example/1']],
  ['white space before the declaration', `\n ${item('<link>/1</link>')}`, ['https://blog.example/1']],
  [
    'a doctype that is quoted text',
    item('<link>/1</link><description><![CDATA[<!DOCTYPE html>]]></description>'),
    ['https://blog.example/1'],
  ],
  ['a fragment is a page of its own', item('<link>/day#p1</link>'), ['https://blog.example/day#p1']],
];

const broken: readonly [string, string, string][] = [
  ['document type', `<!DOCTYPE rss SYSTEM "http://x/">${rss('')}`, 'document type'],
  [
    'billion laughs',
    `<?xml version="1.0"?><!-- x --><!DOCTYPE l [<!ENTITY a "ha">]>${item('<link>&a;</link>')}`,
    'document type',
  ],
  ['cut off', item('<link>/1</link>').slice(0, 90), 'neither well-formed'],
  ['an HTML page', '<html><body>Not found</body></html>', 'neither well-formed'],
  ['nothing', '', 'neither well-formed'],
  ['cut JSON', json({ id: '1' }).slice(0, 40), 'neither well-formed'],
];

describe('readFeed', () => {
  it.each(urls)('finds the pages: %s', (_, text, expected) => {
    const reading = read(text);
    expect(reading.ok && reading.entries.map(({ url }) => url)).toEqual(expected);
  });

  it.each(broken)('says what is wrong: %s', (_, text, reason) => {
    const reading = read(text);
    expect(reading).toEqual({ ok: false, reason: expect.stringContaining(reason) });
    expect(reading.ok || reading.reason).not.toContain('\n');
  });

  it('reads titles as plain text and dates as times', () => {
    const reading = read(
      atom(
        '<entry><link href="/1"/><title type="html">&lt;b&gt;A&lt;/b&gt;\n B</title><updated>2026-01-02T03:04:05Z</updated></entry>',
      ),
    );
    const published = Date.UTC(2026, 0, 2, 3, 4, 5);
    expect(reading).toMatchObject({ ok: true, entries: [{ url: 'https://blog.example/1', title: 'A B', published }] });
  });

  it.each([
    [
      'HTTP header',
      bytesOf(
        'latin1',
        '<rss version="2.0"><channel><item><title>\u00fc</title><link>/1</link></item></channel></rss>',
      ),
      'text/xml; charset="iso-8859-1"',
    ],
    [
      'XML declaration',
      bytesOf(
        'latin1',
        '<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0"><channel><item><title>\u00fc</title><link>/1</link></item></channel></rss>',
      ),
      'text/xml',
    ],
    [
      'byte order mark before the header',
      bytesOf(
        'utf8',
        '\ufeff<rss version="2.0"><channel><item><title>\u00fc</title><link>/1</link></item></channel></rss>',
      ),
      'text/xml; charset=iso-8859-1',
    ],
    [
      'UTF-16',
      bytesOf(
        'utf16le',
        '\ufeff<rss version="2.0"><channel><item><title>\u00fc</title><link>/1</link></item></channel></rss>',
      ),
      'text/xml',
    ],
  ])('decodes by %s', (_, body, contentType) => {
    const reading = readFeed(body, [['content-type', contentType]], BASE);
    expect(reading.ok && reading.entries[0]?.title).toBe('\u00fc');
  });

  it('names a charset that nobody knows', () => {
    expect(read(rss(''), 'text/xml; charset=klingon')).toEqual({
      ok: false,
      reason: expect.stringContaining('"klingon"'),
    });
  });

  it('takes ten thousand entries, and no feed with more', () => {
    const reading = read(rss('<item><link>/1</link></item>'.repeat(10_000)));
    expect(reading.ok && reading.entries.length).toBe(10_000);
    const reason = 'it has more than 10,000 entries';
    expect(read(rss('<item/>'.repeat(1_000_000)))).toEqual({ ok: false, reason });
    expect(read(json(...Array.from({ length: 10_001 }, (_, n) => ({ id: `${n}` }))))).toEqual({ ok: false, reason });
  });

  it.each([
    ['RSS', item('<link>/1</link><atom:updated xmlns:atom="http://www.w3.org/2005/Atom">U</atom:updated>')],
    ['Atom', entry('<link href="/1"/><updated>U</updated>')],
    ['JSON', json({ id: '1', url: '/1', date_modified: 'U' })],
  ])('tells when an entry changed: %s', (_, text) => {
    const reading = read(text);
    expect(reading.ok && reading.entries.map(({ updated }) => updated)).toEqual(['U']);
  });

  it('leaves out drafts', () => {
    const draft = '<app:control xmlns:app="http://www.w3.org/2007/app"><app:draft>yes</app:draft></app:control>';
    const reading = read(atom(`<entry><link href="/1"/>${draft}</entry><entry><link href="/2"/></entry>`));
    expect(reading.ok && reading.entries.map(({ url }) => url)).toEqual(['https://blog.example/2']);
  });

  it.each<[string, string, readonly [string, string][], object]>([
    ['Atom', atom('<link rel="hub" href="https://hub.example/"/><link rel="self" href="/f"/>'), [], {}],
    [
      'RSS',
      `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><atom:link rel="hub" href="https://hub.example/"/><atom:link rel="self" href="/f"/></channel></rss>`,
      [],
      {},
    ],
    [
      'JSON',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'T',
        feed_url: 'https://blog.example/f',
        hubs: [
          { type: 'rssCloud', url: 'https://no.example/' },
          { type: 'WebSub', url: 'https://hub.example/' },
        ],
        items: [],
      }),
      [],
      {},
    ],
    [
      'headers first',
      atom('<link rel="hub" href="https://no.example/"/>'),
      [['link', '<https://hub.example/>; rel="hub", </f>; rel=self']],
      {},
    ],
    ['no hub', atom('<link rel="self" href="/f"/>'), [], { hub: undefined }],
  ])('finds the hub: %s', (_, text, more, changes) => {
    const reading = readFeed(bytes(text), [['content-type', 'application/xml'], ...more], BASE);
    expect(reading).toMatchObject({
      ok: true,
      hub: 'https://hub.example/',
      self: 'https://blog.example/f',
      ...changes,
    });
  });

  it('never throws and only answers http(s) URLs', () => {
    const piece = fc.constantFrom(
      '<rss version="2.0">',
      '<channel>',
      '<item>',
      '<link>',
      'http://a/',
      '</link>',
      '</item>',
      '</channel>',
      '</rss>',
      '<!--',
      '<![CDATA[',
      ']]>',
      '&amp;',
      '&',
      '<feed xmlns="http://www.w3.org/2005/Atom">',
      '{"version":"https://jsonfeed.org/version/1"',
      '}',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 20 }), (pieces) => {
        const reading = read(pieces.join(''));
        expect(!reading.ok || reading.entries.every(({ url }) => /^https?:/.test(url))).toBe(true);
      }),
    );
  });
});

function bytesOf(encoding: BufferEncoding, text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, encoding));
}

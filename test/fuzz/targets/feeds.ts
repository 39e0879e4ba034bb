import { readFeed } from '../../../packages/server/src/feeds/feed.ts';
import { readSitemap } from '../../../packages/server/src/feeds/sitemap.ts';
import { must, type Target } from '../target.ts';

const FROM = 'https://bob.example/feed';
const RSS =
  '<?xml version="1.0"?><rss version="2.0"><channel><title>B</title><item><title>One</title><link>https://bob.example/1</link><pubDate>Mon, 05 Jan 2026 10:00:00 GMT</pubDate><description>&lt;a href="https://alice.example/"&gt;x</description></item></channel></rss>';

/** Feeds of ours have their own length; what is stored of them is cut where it is stored. */
function mustBeAddress(url: string, what: string): void {
  const parsed = URL.parse(url);
  must(
    parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.href === url,
    `${what} is a serialised http(s) URL`,
  );
}

function mustBeTime(time: number | undefined, what: string): void {
  must(time === undefined || Number.isFinite(time), `${what} is a time or none`);
}

export const feeds: Target = {
  name: 'feeds',
  oracles: [
    'entries and pages are serialised http(s) URLs, at most 10,000 and 50,000',
    'titles are one line of well-formed Unicode, times are times',
    'a document type is never read, and a reason is one bounded sentence',
  ],
  maxBytes: 64 * 1024,
  seeds: [
    RSS,
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/x/"><title>B</title><id>u</id><updated>2026-01-01T00:00:00Z</updated><entry xml:base="y/"><title type="html">&lt;b&gt;T</title><link rel="alternate" type="text/html" href="1"/><updated>2026-01-01T00:00:00Z</updated><content type="html">c</content></entry></feed>',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>B</title></channel><item><title>T</title><link>https://bob.example/1</link></item></rdf:RDF>',
    '{"version":"https://jsonfeed.org/version/1.1","title":"B","items":[{"id":"https://bob.example/1","url":"/1","title":"T","content_html":"<p>"}]}',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://bob.example/1</loc><lastmod>2026-01-01</lastmod></url></urlset>',
    '<sitemapindex><sitemap><loc>/s.xml</loc></sitemap></sitemapindex>',
    '<!DOCTYPE rss [<!ENTITY a "b">]><rss>&a;</rss>',
  ],
  tokens: [
    ...[
      '<rss version="2.0">',
      '<channel>',
      '</channel></rss>',
      '<item>',
      '</item>',
      '<link>',
      '</link>',
      '<title>',
      '</title>',
      '<guid isPermaLink="false">',
    ],
    ...[
      '<entry>',
      '</entry>',
      '<link href="',
      '<updated>',
      '<content type="html">',
      ' xml:base="',
      '"/>',
      '<dc:date>',
      '<content:encoded>',
    ],
    ...[
      '{"version":"https://jsonfeed.org/version/1"',
      ',"items":[',
      '{"id":',
      '"url":',
      ']}',
      '__proto__',
      '<url>',
      '<loc>',
      '</loc>',
      '<lastmod>',
    ],
    ...[
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<?xml version="1.0" encoding="',
      '"?>',
      '<!DOCTYPE',
      '<!ENTITY',
      '&amp;',
      '&#65;',
      '&lt;',
      'https://bob.example/1',
    ],
  ],
  read: async (input) => [readFeed(input, [], FROM), await readSitemap(input, [], FROM)],
  async check(input) {
    const feed = readFeed(input, [], FROM);
    if (feed.ok) {
      must(feed.entries.length <= 10_000, 'a feed has at most 10,000 entries');
      for (const { url, title, published } of feed.entries) {
        mustBeAddress(url, 'an entry');
        must(title.isWellFormed() && !/[\r\n\t]/.test(title), 'a title is one line of well-formed Unicode');
        mustBeTime(published, 'a date');
      }
    }
    const sitemap = await readSitemap(input, [], FROM);
    if (sitemap.ok) {
      must(sitemap.entries.length <= 50_000, 'a sitemap has at most 50,000 pages');
      for (const { url, modified } of sitemap.entries) {
        mustBeAddress(url, 'a page');
        mustBeTime(modified, 'a change');
      }
    }
    for (const reading of [feed, sitemap])
      must(
        reading.ok || (reading.reason.length < 300 && !/[\r\n]/.test(reading.reason)),
        'a reason is one bounded line',
      );
  },
};

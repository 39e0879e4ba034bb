import { Parser } from 'htmlparser2';
import {
  contentLinks,
  linksTo,
  matchLevel,
  namedFeed,
  readDiscovery,
  readHFeed,
  readPage,
  vouchesFor,
} from '../../../packages/protocol/src/index.ts';
import { must, mustBeText, mustBeWebUrl, type Target, textOf } from '../target.ts';

const OURS = 'https://alice.example/post';
const THEIRS = 'https://bob.example/a/b';
const HEADERS = [['content-type', 'text/html; charset=utf-8']] as const;
const LINK = `<a href="${OURS}">this</a>`;

const page = (body: Uint8Array) => ({ body, headers: HEADERS, finalUrl: THEIRS, status: 200, target: OURS });

/** Every value of an attribute that a plain parser sees, without any of our shortcuts. */
function valuesIn(html: string): ReadonlySet<string> {
  const found = new Set<string>();
  const parser = new Parser({
    onopentag(_, attributes) {
      for (const value of Object.values(attributes)) found.add(value.trim());
    },
  });
  // The parser takes a section of CDATA for one; in HTML it is a comment up to the next `>`.
  parser.end(html.replaceAll('<![CDATA[', '<!-CDATA['));
  return found;
}

/** What the rules call the same page, written down a second time without the product's own code. */
function isSamePage(link: string, target: string): boolean {
  const bare = (url: URL) => {
    const path = decodeURIComponent(url.pathname.replace(/%(?![2-7][0-9a-f])/gi, '%25')).replace(/(.)\/$/, '$1');
    return `${url.host.replace(/^www\./, '').replace(/\.(?=:|$)/, '')} ${path} ${url.search}`;
  };
  return bare(new URL(link)) === bare(new URL(target));
}

export const html: Target = {
  name: 'html',
  oracles: [
    'texts of an entry are one line each, well-formed, without control characters, within their lengths',
    'a link that is found is a link to the very page, never to one whose address begins like it',
    'its address stands in an attribute that a plain parser sees too',
    'refback and pingback see the same links',
    'endpoints, feeds, photos and links are http(s) URLs without user name',
  ],
  maxBytes: 32 * 1024,
  seeds: [
    `<!doctype html><title>T</title><p>Before ${LINK} after.`,
    `<base href="//alice.example/"><div class="h-entry"><h1 class="p-name">N</h1><a class="u-in-reply-to" href="post">x</a><time class="dt-published" datetime="2026-01-02">`,
    `<link rel="webmention" href="/wm"><link rel="pingback" href="https://bob.example/x"><a rel="webmention" href>w</a>`,
    `<link rel=alternate type="application/rss+xml" title="Comments" href="/c"><link rel=alternate type=application/atom+xml href=/f>`,
    `<script type="application/ld+json">{"@type":"Article","author":{"name":"A"},"headline":"H"}</script>${LINK}`,
    `<meta property="og:title" content="O"><meta name="robots" content="noindex"><link rel="canonical" href="/c">${LINK}`,
    `<svg><a xlink:href="${OURS}"><title>x</title></svg><template>${LINK}</template><!--${LINK}--><textarea>${LINK}</textarea>`,
    `<a href="https://alice.example/post2">2</a><a href="https://alice.example/pos">s</a><a href="http://www.alice.example/post/#c">w</a>`,
    `<article><p class="h-card p-author"><img class=u-photo src=/p.png>N</p><blockquote cite="${OURS}">q</blockquote></article>`,
  ],
  tokens: [
    ...[LINK, OURS, '<a href="', '<a href=', "<a href='", '">', '>', '</a>', '<base href=', '<area href=', '<q cite='],
    ...[
      '<div class="h-entry">',
      '<div class="h-feed">',
      ' class="p-name"',
      ' class="u-url"',
      ' class="e-content"',
      ' class="p-author h-card"',
    ],
    ...['u-in-reply-to', 'u-like-of', 'u-repost-of', 'u-bookmark-of', 'p-rsvp', 'dt-published', 'p-summary', 'u-photo'],
    ...[
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '<script type="application/ld+json">',
      '{"@type":"Article"',
      '"author":',
      '"url":',
      '[{',
      '}]',
    ],
    ...[
      '<svg>',
      '</svg>',
      '<math>',
      '<template>',
      '</template>',
      '<textarea>',
      '<title>',
      '</title>',
      '<noscript>',
      '<iframe>',
      '<select>',
    ],
    ...[
      '<table>',
      '<tr><td>',
      '<b>',
      '<p>',
      '</p>',
      '</div>',
      '<plaintext>',
      '<xmp>',
      '<![CDATA[',
      ']]>',
      '<?',
      '</',
      '<',
    ],
    ...[
      '<link rel="webmention" href="',
      '<link rel=pingback href="',
      ' rel="nofollow ugc"',
      '<meta name="',
      ' content="',
      'og:title',
    ],
    ...[
      'http-equiv=Status',
      '410 Gone',
      '&amp;',
      '&#x2f;',
      '&#0;',
      '&colon;',
      '%2f',
      '%2E',
      '?',
      '#',
      '//alice.example',
      '\\',
      '@',
      ':443',
    ],
  ],
  read: (input) => [readPage(page(input)), contentLinks(page(input)), vouchesFor(page(input), 'carol.example')],
  check(input) {
    const given = page(input);
    const { entry, facts, links } = readPage({ ...given, protocols: ['webmention'] });
    mustBeText(entry.title, 250, 'a title');
    mustBeText(entry.excerpt, 500, 'an excerpt');
    mustBeText(entry.author.name, 100, "an author's name");
    mustBeText(facts.title, 250, "a page's title");
    mustBeWebUrl(entry.author.url, "an author's URL", { optional: true });
    mustBeWebUrl(entry.author.photo, 'a photo', { optional: true });
    mustBeWebUrl(facts.canonical, 'a canonical URL', { optional: true });
    must(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/i.test(facts.language), 'a language is a tag');
    must(entry.published === '' || !Number.isNaN(Date.parse(entry.published)), 'a date is one');
    let addresses: ReadonlySet<string> | undefined;
    for (const { href, anchor, level } of links) {
      mustBeText(anchor, 200, 'the words of a link');
      must(isSamePage(href, OURS), 'a link that is found leads to the very page');
      // The same once it is resolved is not yet the same in the page.
      const resolved = matchLevel(href, OURS);
      must(resolved === level || (resolved === 'L0' && level === 'L1'), 'a link has the level that its address has');
      addresses ??= valuesIn(textOf(input));
      const isThere = [...addresses].some(
        (one) => one === href || URL.parse(one, OURS)?.host.replace(/^www\./, '') === 'alice.example',
      );
      must(isThere, 'the address of a link stands in an attribute');
    }
    must(linksTo(given) === readPage(given).links.length > 0, 'refback and pingback see the same links');
    for (const { href } of contentLinks(given).links) mustBeWebUrl(href, 'a link to be told');
    const reply = { ...given, ok: true, truncated: false, chain: [] } as const;
    for (const { url } of readDiscovery(THEIRS, reply).endpoints) mustBeWebUrl(url, 'an endpoint');
    mustBeWebUrl(namedFeed(given) ?? '', 'a feed', { optional: true });
    for (const { url, title } of readHFeed(given).entries) {
      mustBeWebUrl(url, 'a listed post');
      mustBeText(title, 250, 'the title of a listed post');
    }
  },
};

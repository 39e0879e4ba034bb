import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDiscovery, writeTrackbackRdf } from '../../src/index.ts';
import { reply } from '../support/http.ts';

const PAGE = 'http://bob.example/archive.html';
const EP = 'http://bob.example/mt-tb.cgi/5';
const OTHER = 'http://bob.example/mt-tb.cgi/6';

/** A block as Movable Type wrote it. */
function block(identifier: string, ping = EP): string {
  return `<!--
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
         xmlns:trackback="http://madskills.com/public/xml/rss/module/trackback/"
         xmlns:dc="http://purl.org/dc/elements/1.1/">
<rdf:Description
    rdf:about="${identifier}"
    trackback:ping="${ping}"
    dc:title="Two"
    dc:identifier="${identifier}" />
</rdf:RDF>
-->`;
}

function found(body: string, page = PAGE, finalUrl = page) {
  return readDiscovery(page, reply(page, { body, finalUrl, headers: [['content-type', 'text/html']] }));
}

/** Id, page asked for, its body; the endpoint, how it was found, whether leniently. */
const FOUND: readonly [string, string, string, string, 'rdf' | 'link' | 'a', boolean][] = [
  ['TB-C06', PAGE, block(PAGE), EP, 'rdf', false],
  ['TB-C06 of several', PAGE, block('http://bob.example/x', OTHER) + block(PAGE), EP, 'rdf', false],
  ['TB-C06 by fragment', `${PAGE}#b`, block(`${PAGE}#a`, OTHER) + block(`${PAGE}#b`), EP, 'rdf', false],
  ['TB-C06 twice the same page', PAGE, block(PAGE) + block(PAGE, OTHER), EP, 'rdf', false],
  [
    'a charset that the page declares',
    PAGE,
    '<meta charset=utf-8><a rel=trackback href="/\u043f">x</a>',
    'http://bob.example/%D0%BF',
    'a',
    true,
  ],
  ['late base', PAGE, '<a rel=trackback href=5>x</a><base href="/mt-tb.cgi/">', EP, 'a', true],
  ['TB-C07 outside a comment', PAGE, block(PAGE).replace(/<!--|-->/g, ''), EP, 'rdf', false],
  ['TB-C07 in a CDATA section', PAGE, `<![CDATA[${block(PAGE)}]]>`, EP, 'rdf', false],
  [
    'TB-C08 order, quotes, entities, one line',
    PAGE,
    `<rdf:Description dc:identifier = '${PAGE}' trackback:ping='http://bob.example/tb?a=1&amp;p=5' dc:title="a > b"></rdf:Description>`,
    'http://bob.example/tb?a=1&p=5',
    'rdf',
    false,
  ],
  ['TB-C08 other prefixes', PAGE, block(PAGE).replaceAll('rdf:', 'r:').replaceAll('dc:', 'd:'), EP, 'rdf', false],
  ['TB-C08 numeric references', PAGE, block(PAGE.replace('-', '&#45;').replace('b', '&#x62;')), EP, 'rdf', false],
  ['TB-C08 spelled otherwise', PAGE, block('HTTP://BOB.example:80/./archive.html'), EP, 'rdf', false],
  ['TB-C08 https', PAGE, block('https://bob.example/archive.html'), EP, 'rdf', true],
  ['TB-C08 slash', 'http://bob.example/2/', block('http://bob.example/2'), EP, 'rdf', true],
  ['TB-C08 www', PAGE, block('http://www.bob.example/archive.html'), EP, 'rdf', true],
  ['TB-C08 asked without fragment', PAGE, block(`${PAGE}#a`), EP, 'rdf', true],
  ['TB-C08 asked with fragment', `${PAGE}#c1`, block(PAGE), EP, 'rdf', true],
  ['TB-C08 asked for a comment', `${PAGE}#c1`, block(`${PAGE}#post`), EP, 'rdf', true],
  ['TB-C08 relative', PAGE, block('/archive.html', '/mt-tb.cgi/5'), EP, 'rdf', false],
  [
    'TB-C08 children',
    PAGE,
    `<rdf:Description rdf:about=""><dc:identifier> ${PAGE} </dc:identifier><trackback:ping rdf:resource="${EP}"/></rdf:Description>`,
    EP,
    'rdf',
    false,
  ],
  ['TB-C08 no identifier', PAGE, block(PAGE).replace(/dc:identifier="[^"]*"/, ''), EP, 'rdf', true],
  [
    'TB-C10 endpoint in rdf:about',
    PAGE,
    `<!-- trackback <rdf:Description rdf:about="${EP}" dc:identifier="${PAGE}" dc:title="x" /> -->`,
    EP,
    'rdf',
    true,
  ],
  ['DV-67 last part of the path', PAGE, block('http://old.example/blog/archive.html'), EP, 'rdf', true],
  ['TB-C09 link', PAGE, `<link rel="trackback" href="${EP}">`, EP, 'link', true],
  ['TB-C09 a, relative', PAGE, '<a rel="nofollow TrackBack" href="mt-tb.cgi/5">TB</a>', EP, 'a', true],
  [
    'TB-C09 after RDF of others',
    PAGE,
    `${block('http://bob.example/x', OTHER)}<a rel=trackback href="${EP}">`,
    EP,
    'a',
    true,
  ],
  ['DV-68 RDF before rel', PAGE, `<a rel=trackback href="${OTHER}"></a>${block(PAGE)}`, EP, 'rdf', false],
];

const NOTHING: readonly [string, string, string][] = [
  ['TB-C08 first block of several posts', PAGE, block(`${PAGE}#a`, EP) + block(`${PAGE}#b`, OTHER)],
  ['DV-68 a block of another page', PAGE, block('http://bob.example/x')],
  [
    'DV-67 only of several',
    PAGE,
    block('http://a.example/archive.html') + block('http://b.example/archive.html', OTHER),
  ],
  ['DV-67 of a front page', 'http://bob.example/', block('http://alice.example/')],
  ['prefix', 'http://bob.example/1', block('http://bob.example/12')],
  ['escaped', PAGE, block(PAGE).replaceAll('<', '&lt;')],
  ['no ping', PAGE, block(PAGE).replace(/trackback:ping="[^"]*"/, '')],
  ['unclosed tag', PAGE, block(PAGE).replaceAll('>', '')],
  ['a licence in RDF', PAGE, `trackback <rdf:Description rdf:about="${PAGE}" dc:title="x" />`],
  ['rel=trackback without address', PAGE, '<a rel=trackback href="">x</a><a rel=trackback>y</a>'],
  ['rel=trackback in a comment', PAGE, `<!-- <a rel=trackback href="${EP}">x</a> -->`],
  ['DV-68 no guess', PAGE, 'the word trackback'],
];

describe('discovery', () => {
  it.each(FOUND)('%s', (_, page, body, url, via, lenient) => {
    const { chosen, endpoints, reason } = found(body, page);
    expect(chosen).toEqual({ protocol: 'trackback', url, via, lenient });
    expect(endpoints).toEqual([chosen]);
    expect(reason).toContain('TrackBack endpoint');
  });

  it.each(NOTHING)('nothing: %s', (_, page, body) => {
    expect(found(body, page)).toMatchObject({ chosen: null, endpoints: [] });
  });

  it('names what is there and cannot be used', () => {
    const { chosen, reason } = found(block(PAGE, 'ftp://bob.example/'));
    expect(chosen).toBeNull();
    expect(reason).toContain('does not begin with http');
  });

  it('goes by the address after redirects too, and keeps the fragment', () => {
    const body = block('http://bob.example/new#a', OTHER) + block('http://bob.example/new#b');
    expect(found(body, `${PAGE}#b`, 'http://bob.example/new').chosen).toMatchObject({ url: EP, lenient: false });
  });

  it('PB-C16 comes after Pingback', () => {
    const both = found(`${block(PAGE)}<link rel="pingback" href="http://bob.example/xmlrpc">`);
    expect(both.endpoints.map(({ protocol }) => protocol)).toEqual(['pingback', 'trackback']);
    expect(both.chosen?.protocol).toBe('pingback');
  });

  it.each([
    ['open tags', '<rdf:Description '],
    ['attributes', '<rdf:Description a="b" '],
    ['children', '<rdf:Description><trackback:ping rdf:resource='],
    ['blanks', `<rdf:Description${' '.repeat(2000)}`],
  ])('is linear on half a megabyte of %s', (_, piece) => {
    const body = `trackback ${piece.repeat(Math.ceil(500_000 / piece.length))}`;
    const start = performance.now();
    expect(found(body).chosen).toBeNull();
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

it('any RDF has an outcome, and every endpoint is absolute http(s)', () => {
  const piece = fc.oneof(
    fc.constantFrom('<rdf:Description', ' rdf:about="', ' trackback:ping="', " dc:identifier='", '"', "'", '/>', '>'),
    fc.constantFrom(PAGE, EP, '#', '/', 'ftp://x/', 'javascript:x', '&amp;', '&#0;', '<trackback:ping rdf:resource="'),
    fc.string({ maxLength: 5 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { chosen, reason } = found(`trackback ${pieces.join('')}`);
      expect(reason).not.toBe('');
      if (chosen !== null) expect(new URL(chosen.url).protocol).toMatch(/^https?:$/);
    }),
    { numRuns: 1000 },
  );
});

describe('advertisement', () => {
  it('DV-67, DV-68 is found by clients that take the first ping and the first identifier of a page', () => {
    const rdf = writeTrackbackRdf({ page: PAGE, endpoint: EP, title: 'trackback:ping="x" dc:identifier="y"' });
    expect(/trackback:ping\s*=\s*["']([^"']+)["']/.exec(rdf)?.[1]).toBe(EP);
    expect(/dc:identifier\s*=\s*["']([^"']+)["']/.exec(rdf)?.[1]).toBe(PAGE);
  });

  it('TB-S11 is found, whatever is in the title, and its comment ends once', () => {
    const text = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom('-', '--', '>', '<', '-->', '"', '&', '!', 'a')).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, text, (title, path) => {
        const page = new URL(`http://bob--x.example/${path}`).href.replace(/#.*$/s, '');
        const endpoint = `https://hear.example/trackback?target=${encodeURIComponent(page)}`;
        const rdf = writeTrackbackRdf({ page, endpoint, title });
        expect(rdf.slice(4, -3)).not.toContain('--');
        expect(rdf.startsWith('<!--') && rdf.endsWith('-->')).toBe(true);
        const { chosen } = found(rdf, page);
        expect(chosen).toMatchObject({ via: 'rdf', lenient: false });
        expect(new URL(chosen?.url ?? '').searchParams.get('target')).toBe(page);
      }),
    );
  });

  it('TB-S11 keeps hyphens out of URLs without references, which many clients do not resolve', () => {
    const rdf = writeTrackbackRdf({
      page: 'http://b.example/a---b',
      endpoint: 'http://b.example/t?x=a--b',
      title: '--',
    });
    expect(rdf).toContain('dc:identifier="http://b.example/a%2D%2D-b"');
    expect(rdf).toContain('trackback:ping="http://b.example/t?x=a%2D-b"');
    expect(rdf).toContain('dc:title="&#x2d;&#x2d;"');
  });
});

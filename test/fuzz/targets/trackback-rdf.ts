import { rdfBlocks } from '../../../packages/protocol/src/discovery/rdf-blocks.ts';
import { parseUrl, readDiscovery, writeTrackbackRdf } from '../../../packages/protocol/src/index.ts';
import { must, mustBeWebUrl, type Target, textOf } from '../target.ts';

const PAGE = 'https://bob.example/2';
const BLOCK = writeTrackbackRdf({ page: PAGE, endpoint: 'https://bob.example/tb?p=2', title: 'Two -- 2' });

function discovered(url: string, html: string) {
  const body = new TextEncoder().encode(html);
  const headers = [['content-type', 'text/html; charset=utf-8']] as const;
  return readDiscovery(url, { ok: true, status: 200, finalUrl: url, headers, body, truncated: false, chain: [] });
}

export const trackbackRdf: Target = {
  name: 'trackback-rdf',
  oracles: [
    'at most 1,000 blocks, each of strings out of at most 8 KiB',
    'an endpoint is an http(s) URL without user name',
    'a block written for any usable page and title is one comment, and is read as the endpoint that was put in',
  ],
  maxBytes: 32 * 1024,
  seeds: [
    BLOCK,
    `${BLOCK}${BLOCK.replaceAll('/2', '/3')}`,
    '<rdf:Description rdf:about=""><trackback:ping rdf:resource="https://bob.example/tb"/><dc:identifier>https://bob.example/2</dc:identifier></rdf:Description>',
    'https://bob.example/a--b?--\nA title --> "of" <b>\nhttps://bob.example/tb?x=--y',
  ],
  tokens: [
    ...[
      '<rdf:RDF ',
      '</rdf:RDF>',
      '<rdf:Description',
      '</rdf:Description>',
      ' rdf:about="',
      ' dc:identifier="',
      ' trackback:ping="',
    ],
    ...[
      '"',
      "'",
      '/>',
      '>',
      '<!--',
      '-->',
      '--',
      '<trackback:ping rdf:resource="',
      '<dc:identifier>',
      '</',
      '&amp;',
      '&#x2d;',
      '&quot;',
    ],
    ...[
      'Description ',
      'ping=',
      'xmlns:trackback="',
      'https://bob.example/2',
      'https://bob.example/tb',
      ' ',
      '\n',
      '%2D',
      '#',
      '?',
      'ä',
    ],
  ],
  read: (input) => rdfBlocks(textOf(input)),
  check(input) {
    const text = textOf(input);
    const blocks = rdfBlocks(text);
    must(blocks.length <= 1000, 'there are at most 1,000 blocks');
    for (const block of blocks)
      must(
        Object.values(block).every((value) => value.length <= 8 * 1024),
        'a block is bounded',
      );
    for (const { url } of discovered(PAGE, `trackback ${text}`).endpoints) mustBeWebUrl(url, 'an endpoint');

    const [first = '', title = '', second = ''] = text.split('\n');
    const [page, endpoint] = [parseUrl(first), parseUrl(second)];
    // A page is not its own endpoint: such a block counts as one of TrackBack 1.0 that names none.
    if (!page.ok || !endpoint.ok || page.url.href === endpoint.url.href) return;
    const rdf = writeTrackbackRdf({ page: page.url.href, endpoint: endpoint.url.href, title });
    must(rdf.indexOf('-->') === rdf.length - 3 && !rdf.slice(4, -3).includes('--'), 'a written block is one comment');
    const found = discovered(page.url.href, rdf).endpoints.find(({ protocol }) => protocol === 'trackback');
    must(found !== undefined, 'a written block is found on its page');
    must(
      found.url.replaceAll('%2D', '-') === endpoint.url.href.replaceAll('%2D', '-'),
      'a written block names the endpoint that was put in',
    );
  },
};

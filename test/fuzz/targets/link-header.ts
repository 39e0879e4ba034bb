import { readLinkHeaders } from '../../../packages/protocol/src/discovery/link-header.ts';
import { readDiscovery } from '../../../packages/protocol/src/index.ts';
import { must, mustBeWebUrl, type Target } from '../target.ts';

const PAGE = 'https://bob.example/2';
const latin1 = (input: Uint8Array) => Buffer.from(input).toString('latin1');

export const linkHeader: Target = {
  name: 'link-header',
  oracles: [
    'relations are words in lower case, and every address and relation stands in the header',
    'two lines are read as the links of the one and then those of the other',
    'a link written by the grammar is found behind whatever was complete before it',
    'endpoints are http(s) URLs without user name',
  ],
  maxBytes: 16 * 1024,
  seeds: [
    '</wm>; rel="webmention"',
    '<a,b;c>; rel="other; x"; title="a \\"b\\" <c>", </wm>; rel=webmention',
    '<https://bob.example/wm?x=1>; anchor="#c"; rel="me WebMention"; rel=no',
    '<>; rel=webmention, <javascript:x>;rel=webmention',
    '<https://u:p@bob.example/>; rel="pingback webmention"',
  ],
  tokens: [
    ...[
      '<',
      '>',
      ';',
      ',',
      '"',
      '\\',
      '\\"',
      '=',
      ' ',
      '\t',
      'rel',
      'rel=',
      'rel="',
      'webmention',
      'pingback',
      'anchor=',
    ],
    ...[
      'title*=',
      '</wm>',
      '; rel="webmention"',
      '<https://',
      'http://webmention.org/',
      '//evil.example',
      '\\\\',
      'REL',
    ],
  ],
  read: (input) => readLinkHeaders([['link', latin1(input)]]),
  check(input) {
    const value = latin1(input);
    const links = readLinkHeaders([['link', value]]);
    for (const { href, rel } of links) {
      must(value.includes(href), 'every address stands in the header');
      must(
        rel.every((word) => /^[^ \t\n\f\r]+$/.test(word) && word === word.toLowerCase()),
        'relations are words in lower case',
      );
    }
    const own = '</own>; rel="own"';
    const twice = readLinkHeaders([
      ['link', value],
      ['link', own],
    ]);
    must(
      JSON.stringify(twice) === JSON.stringify([...links, ...readLinkHeaders([['link', own]])]),
      'lines are read one by one',
    );
    // Nothing is open at its end: no quote and no bracket.
    if (/^[^"<>\\]*(?:<[^<>"\\]*>(?:;\s*[a-z]+=(?:"[^"\\<>]*"|[a-z]+))*,?\s*)*$/.test(value)) {
      const joined = readLinkHeaders([['link', `${value}, ${own}`]]);
      must(
        joined.at(-1)?.href === '/own' && joined.at(-1)?.rel[0] === 'own',
        'a link is found behind what was complete before it',
      );
    }
    const reply = {
      ok: true,
      status: 200,
      finalUrl: PAGE,
      headers: [['link', value]],
      body: new Uint8Array(),
      truncated: false,
      chain: [],
    } as const;
    for (const { url } of readDiscovery(PAGE, reply).endpoints) mustBeWebUrl(url, 'an endpoint');
  },
};

import { identity, MAX_URL, matchLevel, parseUrl } from '../../../packages/protocol/src/index.ts';
import { asciiUrl } from '../../../packages/protocol/src/url.ts';
import { must, mustBeWebUrl, type Target, textOf } from '../target.ts';

/**
 * RFC 3986 §3.2 read to the letter: the host between `//` and the next `/`, `?` or `#`, without port; `undefined` where the
 * WHATWG parser is known to rewrite it, which is for names that are not ASCII and for numbers.
 */
function strictHost(text: string): string | undefined {
  const authority = /^https?:\/\/([^/?#]*)/i.exec(text)?.[1] ?? '';
  const host = authority.replace(/:\d*$/, '').toLowerCase();
  const isNumber = /(?:^|\.)(?:\d+|0x[0-9a-f]*)\.?$/.test(host);
  return /^[a-z0-9._-]+$/.test(host) && !isNumber && !host.includes('xn--') ? host : undefined;
}

export const url: Target = {
  name: 'url',
  oracles: [
    'a strict reader of RFC 3986 and the WHATWG parser see the same host in whatever is accepted',
    'what is accepted is ASCII once serialised, within its length, and is accepted again as the same',
    'identity is idempotent, and the same for a URL and its serialisation',
    'a URL matches itself, and never one whose path or host goes on',
    'matching by whole components is symmetrical but for fragments',
  ],
  maxBytes: 4 * 1024,
  seeds: [
    'https://alice.example/post',
    'HTTP://WWW.Alice.Example.:80/a/../%7euser/?b=%2f&c#top',
    'https://bücher.example/ä?ö#ü',
    'http://[2001:db8::1]:8080/x;y=1',
    'http://127.0.0.1/',
    'https://a.example/%%37e%zz%C3%A4%ff',
    'https://a.example?x#y',
    'http:\\\\evil.example@alice.example\\',
  ],
  tokens: [
    ...[
      'http://',
      'https://',
      'HTTP:',
      '//',
      '/',
      '\\',
      '@',
      ':',
      ':80',
      ':443',
      ':0',
      '?',
      '#',
      '%',
      '%2e',
      '%2F',
      '%7E',
      '%00',
      '%%37e',
    ],
    ...[
      '.',
      '..',
      '/../',
      '/./',
      '[',
      ']',
      '::1',
      '127.0.0.1',
      '0x7f.1',
      '017700000001',
      'alice.example',
      'www.',
      'xn--',
      'xn--bcher-kva',
    ],
    ...[
      'ä',
      '。',
      '．',
      '１',
      'ß',
      '\u200d',
      '\u00ad',
      ' ',
      '\t',
      '\n',
      '|',
      '^',
      '{',
      '"',
      '<',
      '`',
      'a',
      '-',
      '_',
      '+',
      ';',
      '=',
    ],
  ],
  read(input) {
    const text = textOf(input);
    return [parseUrl(text), identity(text), matchLevel(text, text)];
  },
  check(input) {
    const text = textOf(input);
    const key = identity(text);
    must(identity(key) === key, 'identity is idempotent');
    const ascii = asciiUrl(text);
    const parsed = parseUrl(text);
    must(parsed.ok === (ascii !== undefined), 'both readers accept the same');
    if (!parsed.ok) {
      must(!parsed.reason.includes(text) || text.length < 12, 'a reason does not repeat what was given');
      return;
    }
    const { href, hostname, port } = parsed.url;
    const strict = strictHost(text);
    must(strict === undefined || strict === hostname, 'two readers see the same host');
    mustBeWebUrl(href, 'what is accepted');
    must(/^[!-~]+$/.test(href) && href.length <= MAX_URL, 'what is accepted is ASCII and short');
    must(port === '' || (Number(port) > 0 && Number(port) < 65536), 'a port is one');
    const again = parseUrl(href);
    must(again.ok && again.url.href === href, 'what is accepted is accepted again as the same');
    must(ascii !== undefined && new URL(ascii).href === href, 'its text in ASCII is the same URL');
    must(identity(parsed.url) === key && identity(href) === key, 'a URL and its serialisation have one identity');

    must(matchLevel(href, text) !== undefined, 'a URL matches itself');
    const bare = href.replace(/[?#].*$/s, '');
    for (const longer of [
      `${bare.replace(/\/$/, '')}x`,
      `${bare}/x`,
      `${bare.replace(/\/$/, '')}.evil.example/`,
      `${bare}?x`,
    ]) {
      if (URL.canParse(longer) && identity(longer) !== identity(bare))
        must(matchLevel(longer, bare) === undefined, 'no URL is matched by one that goes on');
    }
    must(matchLevel(`https://evil.example/?u=${href}`, bare) === undefined, 'nor by one that has it in its query');
    const other = identity(`${bare}/`);
    must(
      (matchLevel(other, bare) === undefined) === (matchLevel(bare, other) === undefined),
      'matching is symmetrical',
    );
  },
};

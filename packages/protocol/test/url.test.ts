import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_URL, parseUrl } from '../src/url.ts';

const ACCEPTED: readonly (readonly [id: string, text: string, href: string])[] = [
  ['UN-25', 'http://example.org', 'http://example.org/'],
  ['UN-25 query', 'http://example.org?x', 'http://example.org/?x'],
  ['UN-05', 'HTTP://EXAMPLE.org:80/A', 'http://example.org/A'],
  ['UN-05 https', 'https://example.org:443/', 'https://example.org/'],
  ['empty port, RFC 3986 3.2.3', 'http://example.org:/x', 'http://example.org/x'],
  ['last port', 'http://example.org:65535/', 'http://example.org:65535/'],
  ['UN-06', 'http://example.org./x', 'http://example.org./x'],
  ['UN-07 path', 'http://example.org/ü?ä=ö', 'http://example.org/%C3%BC?%C3%A4=%C3%B6'],
  ['UN-09', 'http://bücher.example/', 'http://xn--bcher-kva.example/'],
  ['UN-09 punycode', 'http://xn--bcher-kva.example/', 'http://xn--bcher-kva.example/'],
  ['UN-09 sharp s', 'http://faß.example/', 'http://xn--fa-hia.example/'],
  ['UN-09 Arabic', 'http://السعودية.example/', 'http://xn--mgberp4a5d4ar.example/'],
  ['UN-24 at in path', 'http://example.org/@ann', 'http://example.org/@ann'],
  ['underscore', 'http://my_blog.example.org/', 'http://my_blog.example.org/'],
  ['fragment kept', 'http://example.org/a#b', 'http://example.org/a#b'],
  ['address', 'http://127.0.0.1:7777/', 'http://127.0.0.1:7777/'],
  ['address in another spelling', 'http://0x7f.1/', 'http://127.0.0.1/'],
  ['full width digits', 'http://１２７.0.0.1/', 'http://127.0.0.1/'],
  ['ideographic dot', 'http://127。0。0。1/', 'http://127.0.0.1/'],
  ['IPv6 address', 'http://[::ffff:127.0.0.1]:81/', 'http://[::ffff:7f00:1]:81/'],
  ['soft hyphen', 'http://loc\u00adalhost/', 'http://localhost/'],
  [
    'longest name',
    `http://${'a'.repeat(63)}.${'b'.repeat(63)}.example/`,
    `http://${'a'.repeat(63)}.${'b'.repeat(63)}.example/`,
  ],
  ['longest URL', `http://h.example/${'a'.repeat(MAX_URL - 17)}`, `http://h.example/${'a'.repeat(MAX_URL - 17)}`],
];

const REFUSED: readonly (readonly [id: string, text: string, reason: RegExp])[] = [
  ...[
    'ftp://a.example/',
    'javascript:alert(1)',
    'data:,x',
    'mailto:a@b.example',
    'x',
    '',
    'ws://a.example/',
    'blob:http://a.example/x',
  ].map((text) => ['no web address', text, /begin with http/] as const),
  ['UN-13', '//h.example/x', /begin with http/],
  ...['http:/127.0.0.1/', 'http:127.0.0.1/', 'https:/a.example'].map(
    (text) => ['missing slashes', text, /begin with http/] as const,
  ),
  ...[
    'http:\\\\127.0.0.1\\',
    'ht\ttp://a.example/',
    ' http://a.example/',
    'http://a.example/ ',
    'http://a.exa\nmple/',
    'http://a.example/a b',
    'http://a.example/\u0000',
    'http://a.example/\u00a0',
    'http://a.example/\u3000',
    'http://a.example/\u0085',
  ].map((text) => ['UN-24', text, /white space/] as const),
  ['user name', 'http://a.example@127.0.0.1/', /user name/],
  ['password', 'http://user:pw@a.example/', /user name/],
  ['encoded user name', 'http://a.example%23@127.0.0.1/', /user name/],
  ['empty user name', 'http://@a.example/', /user name/],
  ['backslash', 'http://127.0.0.1\\@a.example/', /backslash/],
  ...[':0', ':65536', ':99999', ':+80', ':80aaa', ':80:80', ':00080', ':-1', `:${'1'.repeat(26)}`, ':８０'].map(
    (port) => ['port', `http://a.example${port}/`, /port|name or address|well formed/] as const,
  ),
  ...[
    'a..example',
    '.a.example',
    'a.example..',
    '-a.example',
    'a-.example',
    'xn--.example',
    'xn--a.example',
    'xn--a',
    'xn--zzzzzzzz.example',
    '[exam]ple.example',
    'a,b.example',
    "a'b.example",
    'a~b.example',
    '.',
    '..',
    '%61.example',
    'a.example%00',
    '[fe80::1%25eth0]',
    '1.2.3.4.5',
    '256.256.256.256',
    '4294967296',
    '08.8.8.8',
    `${'a'.repeat(64)}.example`,
    `${'a.'.repeat(130)}example`,
  ].map((host) => ['host', `http://${host}/`, /host|label|address/] as const),
  ...['http:///x', 'http://', 'http://?x', 'http://#x', 'http://:80/'].map(
    (text) => ['empty host', text, /host/] as const,
  ),
  ['too long', `http://h.example/${'a'.repeat(MAX_URL - 16)}`, /longer than 2048/],
  ['too long once encoded', `http://h.example/${'ü'.repeat(500)}`, /percent-encoded/],
  ['lone surrogate', 'http://h.example/\ud800', /Unicode/],
];

/** The row with the beginning of its URL, which names the test. */
function named<T>([id, text, expected]: readonly [id: string, text: string, expected: T]) {
  return [id, text.slice(0, 60), text, expected] as const;
}

describe('parseUrl', () => {
  it.each(ACCEPTED.map(named))('%s: takes %s', (_id, _start, text, href) => {
    const parsed = parseUrl(text);
    expect(parsed).toMatchObject({ ok: true });
    expect(parsed.ok && parsed.url.href).toBe(href);
  });

  it.each(REFUSED.map(named))('%s: refuses %j', (_id, _start, text, reason) => {
    expect(parseUrl(text)).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
  });

  it('takes nothing on whose host and port RFC 3986 and WHATWG disagree', () => {
    // The generic syntax of RFC 3986, appendix B, and its authority taken apart.
    const generic = /^(?:[^:/?#]+):\/\/([^/?#]*)/;
    const piece = fc.constantFrom(
      'http://',
      'https://',
      'a.example',
      '127.0.0.1',
      '[::1]',
      '@',
      ':',
      '80',
      '443',
      '\\',
      '/',
      '?',
      '#',
      '%',
      '.',
      '-',
      'xn--',
      '\t',
      ' ',
      'ü',
      '\u00ad',
      '。',
      '+',
      '0',
    );
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => `http://${pieces.join('')}`);
    fc.assert(
      fc.property(text, (candidate) => {
        const parsed = parseUrl(candidate);
        if (!parsed.ok) return;
        const authority = generic.exec(candidate)?.[1] ?? '';
        const [, host = '', port = ''] = /^(\[.*\]|[^:]*)(?::(\d*))?$/.exec(authority) ?? [];
        expect(new URL(`http://${host}/`).hostname).toBe(parsed.url.hostname);
        const standard = parsed.url.protocol === 'http:' ? '80' : '443';
        expect(parsed.url.port || standard).toBe(port || standard);
      }),
      { numRuns: 800 },
    );
  });

  it('never throws, and what it gives it takes again', () => {
    const text = fc
      .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 30 })
      .map((points) => String.fromCodePoint(...points));
    const tail = fc.string({
      unit: fc.constantFrom('a', '.', '/', '?', '#', '%', '2', 'ü', '[', ']', '&', ';', "'", '|'),
    });
    const anything = fc.oneof(
      text,
      fc
        .tuple(fc.constantFrom('http://', 'https://a', 'http://a.example/'), fc.oneof(text, tail))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const parsed = parseUrl(text);
        if (!parsed.ok) return;
        const again = parseUrl(parsed.url.href);
        expect(again.ok && again.url.href).toBe(parsed.url.href);
      }),
      { numRuns: 800 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLogLine } from '../../src/index.ts';

const TIME = '[10/Oct/2026:13:55:36 -0700]';
const AT = Date.UTC(2026, 9, 10, 20, 55, 36);
const READ = {
  client: '192.0.2.1',
  at: AT,
  method: 'GET',
  requestTarget: '/post',
  status: 200,
  referrer: 'https://bob.example/1',
  userAgent: 'Mozilla/5.0',
  host: undefined,
};

const combined = (referrer: string, userAgent = 'Mozilla/5.0', request = 'GET /post HTTP/1.1') =>
  `192.0.2.1 - - ${TIME} "${request}" 200 2326 "${referrer}" "${userAgent}"`;

const lines: readonly [id: string, line: string, expected: Partial<typeof READ> | { host: string }][] = [
  ['combined', combined('https://bob.example/1'), {}],
  ['common', `192.0.2.1 - frank ${TIME} "GET /post HTTP/1.0" 200 -`, { referrer: '', userAgent: '' }],
  ['a dash for no referrer', combined('-', '-'), { referrer: '', userAgent: '' }],
  ['an empty referrer', combined(''), { referrer: '' }],
  ['more fields than combined', `${combined('https://bob.example/1')} "203.0.113.9" 0.002 rt=1`, {}],
  ['IPv6', combined('https://bob.example/1').replace('192.0.2.1', '2001:db8::1'), { client: '2001:db8::1' }],
  ['a looked-up name', combined('https://bob.example/1').replace('192.0.2.1', 'pc.example'), { client: 'pc.example' }],
  ['a user name with a blank', combined('https://bob.example/1').replace('- - [', '- Jane Doe ['), {}],
  ['a virtual host with port', `me.example:443 ${combined('https://bob.example/1')}`, { host: 'me.example' }],
  ['a virtual host without', `me.example ${combined('https://bob.example/1')}`, { host: 'me.example' }],
  ['HTTP/2', combined('https://bob.example/1', 'Mozilla/5.0', 'GET /post HTTP/2.0'), {}],
  ['HTTP/0.9', combined('https://bob.example/1', 'Mozilla/5.0', 'GET /post'), {}],
  [
    'absolute form',
    combined('x', 'y', 'GET http://me.example/post HTTP/1.1'),
    {
      requestTarget: 'http://me.example/post',
      referrer: 'x',
      userAgent: 'y',
    },
  ],
  ['POST', combined('https://bob.example/1', 'Mozilla/5.0', 'POST /post HTTP/1.1'), { method: 'POST' }],
  ['Apache: an escaped quote', combined('https://bob.example/?q=\\"a\\"'), { referrer: 'https://bob.example/?q="a"' }],
  [
    'Apache: an escaped backslash at the end',
    combined('https://bob.example/a\\\\'),
    {
      referrer: 'https://bob.example/a\\',
    },
  ],
  [
    'nginx: hex escapes are bytes',
    combined('https://bob.example/\\xC3\\xA4\\x22'),
    { referrer: 'https://bob.example/ä"' },
  ],
  ['Apache: a tab', combined('a\\tb'), { referrer: 'a\tb' }],
  ['an unescaped quote within', combined('https://bob.example/?q="a"b'), { referrer: 'https://bob.example/?q="a"b' }],
  ['blanks and a line end around', `  ${combined('https://bob.example/1')}\r`, {}],
  [
    'the other hemisphere',
    combined('https://bob.example/1').replace('-0700', '+0530'),
    {
      at: Date.UTC(2026, 9, 10, 8, 25, 36),
    },
  ],
  ['cut in the user agent', combined('https://bob.example/1').slice(0, -4), { userAgent: 'Mozilla/' }],
];

const bad: readonly [string, string][] = [
  ['nothing', ''],
  ['words', 'the quick brown fox'],
  ['TLS to the plain port', `192.0.2.1 - - ${TIME} "\\x16\\x03\\x01\\x02" 400 226 "-" "-"`],
  ['no request', `192.0.2.1 - - ${TIME} "-" 408 - "-" "-"`],
  ['no time', '192.0.2.1 - - - "GET / HTTP/1.1" 200 1 "-" "-"'],
  ['a month that is none', combined('-').replace('Oct', 'Okt')],
  ['a status that is none', combined('-').replace(' 200 ', ' OK ')],
  ['cut in the request', combined('-').slice(0, 60)],
  ['an error log', '[Wed Oct 11 14:32:52 2026] [error] [client 127.0.0.1] client denied'],
  ['JSON', '{"status":200,"referrer":"https://bob.example/1"}'],
  ['longer than any visit', combined(`https://bob.example/${'a'.repeat(20_000)}`)],
];

describe('RF-01 lines of access logs', () => {
  it.each(lines)('%s', (_, line, expected) => {
    expect(readLogLine(line)).toEqual({ ...READ, ...expected });
  });

  it.each(bad)('not read: %s', (_, line) => {
    expect(readLogLine(line)).toBeUndefined();
  });

  it('gives back what a server escaped', () => {
    const escaped = (text: string) => text.replace(/[\\"]/g, '\\$&').replace(/[^ -~]/gu, hex);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(text !== '-' && text.isWellFormed());
        expect(readLogLine(combined(escaped(text)))?.referrer).toBe(text);
      }),
    );
  });

  it('takes any text without throwing', () => {
    const piece = fc.constantFrom('"', '\\', '[', ']', ' ', TIME, '"GET / HTTP/1.1"', '200', '\\x', 'a', '\u{1f600}');
    fc.assert(fc.property(fc.array(piece), (pieces) => void readLogLine(pieces.join(''))));
  });
});

function hex(character: string): string {
  return [...new TextEncoder().encode(character)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}

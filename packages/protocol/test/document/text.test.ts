import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstGraphemes, httpUrl, lastGraphemes, plainText } from '../../src/text.ts';

const ROWS: readonly (readonly [id: string, text: string, max: number, plain: string])[] = [
  ['white space', ' a\t\n  b\u00a0\u2028c ', 50, 'a b c'],
  ['lone surrogate', 'a\ud800b', 50, 'a\ufffdb'],
  ['NUL', 'a\0b\u0007\u009fc', 50, 'abc'],
  ['SEC-08 bidi', '\u202eevil\u2066x\u2069\u200f', 50, 'evilx'],
  ['SEC-08 zero width', 'pay\u200bpal\ufeff\u00ad\u2060\u180e', 50, 'paypal'],
  ['SEC-08 tag characters', 'a\u{e0061}\u{e007f}b', 50, 'ab'],
  ['Hangul filler', '\u3164\u115f', 50, ''],
  ['NFC', 'Cafe\u0301', 50, 'Café'],
  ['NFC across what is removed', 'e\u034f\u0301', 50, 'é'],
  ['emoji', '👨‍👩‍👧👍🏽🏳️‍🌈', 2, '👨‍👩‍👧👍🏽'],
  ['joiner of no emoji', 'a\u200db\u200cc', 50, 'abc'],
  ['Persian', 'می\u200cخواهم', 50, 'می\u200cخواهم'],
  ['Devanagari', 'क्\u200dष', 50, 'क्\u200dष'],
  ['pile of marks', `a${'\u0301\u0316'.repeat(20)}b`, 50, 'á\u0316\u0316\u0316\u0316b'],
  ['markup stays text', '<b>&amp;</b>', 50, '<b>&amp;</b>'],
  ['cut before a space', 'ab cd', 3, 'ab'],
  ['cut after a joiner, which then joins nothing', '\u0301\u200d㐀', 1, '\u0301'],
  ['joiner after an accent', 'a\u0301\u200d\u2c00', 50, 'á\u2c00'],
  ['joiner after an accent that melts late', 'e\u034f\u0301\u200d\u2c00', 50, 'é\u2c00'],
  ['Arabic with a vowel sign', 'م\u064e\u200cخ', 50, 'م\u064e\u200cخ'],
  ['noncharacters', 'a\ufffe\u{1ffff}b', 50, 'ab'],
];

describe('plainText', () => {
  it.each(ROWS)('%s', (_id, text, max, plain) => {
    expect(plainText(text, max)).toBe(plain);
  });

  it('gives one line of bounded, well-formed, visible text for anything, and gives it again', () => {
    const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
    const unfit = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff]|^\s|\s$|\s\s/u;
    // Any code point, lone surrogates too, with those that are treated specially well represented.
    const point = fc.oneof(
      fc.integer({ min: 0, max: 0x10ffff }),
      fc.constantFrom(0, 9, 32, 0x61, 0xad, 0x301, 0x200d, 0x202e, 0xd800, 0xfe0f, 0x1f468, 0x1f3fd),
    );
    const anything = fc.array(point, { maxLength: 60 }).map((points) => String.fromCodePoint(...points));
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 40 }), (text, max) => {
        const plain = plainText(text, max);
        const fits = plain.isWellFormed() && !unfit.test(plain) && [...graphemes.segment(plain)].length <= max;
        return fits && plainText(plain, max) === plain;
      }),
      { numRuns: 500 },
    );
  });

  it('first and last graphemes are whole', () => {
    const flags = '🇩🇪🇫🇷🇮🇹';
    expect([firstGraphemes(flags, 2), lastGraphemes(flags, 2)]).toEqual(['🇩🇪🇫🇷', '🇫🇷🇮🇹']);
    expect([firstGraphemes('ab', 5), lastGraphemes('ab', 5)]).toEqual(['ab', 'ab']);
  });
});

it.each([
  ['/x', 'http://h.example/x'],
  ['HTTPS://H.example:443', 'https://h.example/'],
  ['javascript:alert(1)', ''],
  ['data:text/html,x', ''],
  ['http://u:p@h.example/', ''],
  [`/${'x'.repeat(2_048)}`, ''],
  ['http://[', ''],
])('SEC-08: httpUrl(%j) is %j', (text, url) => {
  expect(httpUrl(text, 'http://h.example/')).toBe(url);
});

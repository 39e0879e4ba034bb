import { describe, expect, it } from 'vitest';
import { decodePage } from '../../src/document/charset.ts';
import { isHtml } from '../../src/document/content-type.ts';

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Uint16Array.from(text, (character) => character.charCodeAt(0)).buffer);

const ROWS: readonly (readonly [id: string, body: Uint8Array, type: string | undefined, text: string])[] = [
  ['header', latin1('caf\xe9'), 'text/html; charset=ISO-8859-1', 'café'],
  ['header in quotes', latin1('caf\xe9'), 'text/html;charset="latin1"', 'café'],
  ['windows-1252', latin1('\x80\x93'), 'text/html; charset=iso-8859-1', '€“'],
  ['mark over header', utf8('\ufeffü'), 'text/html; charset=iso-8859-1', 'ü'],
  ['UTF-16 mark', utf16('\ufeffü'), 'text/html; charset=utf-8', 'ü'],
  ['header over meta', utf8('<meta charset=latin1>ü'), 'text/html; charset=utf-8', '<meta charset=latin1>ü'],
  ['UTF-16 by header', utf16('ü'), 'text/html; charset=utf-16le', 'ü'],
  ['meta', latin1('<meta charset=koi8-r>\xd5'), 'text/html', '<meta charset=koi8-r>у'],
  [
    'meta http-equiv',
    latin1('<meta http-equiv=content-type content="text/html; charset=shift_jis">\x83\x65'),
    'text/html',
    '<meta http-equiv=content-type content="text/html; charset=shift_jis">テ',
  ],
  [
    'late meta',
    latin1(`${' '.repeat(1024)}<meta charset=koi8-r>\xd5`),
    'text/html',
    `${' '.repeat(1024)}<meta charset=koi8-r>Õ`,
  ],
  ['meta utf-16 is utf-8', utf8('<meta charset=utf-16>ü'), 'text/html', '<meta charset=utf-16>ü'],
  [
    'XML declaration',
    latin1('<?xml version="1.0" encoding="iso-8859-2"?>\xb1'),
    'text/html',
    '<?xml version="1.0" encoding="iso-8859-2"?>ą',
  ],
  ['nothing, UTF-8', utf8('ü – 猫'), undefined, 'ü – 猫'],
  ['nothing, other bytes', latin1('\xfc \x96'), undefined, 'ü –'],
  ...['utf-7', 'iso-2022-kr', 'hz-gb-2312', 'x-user-defined', 'utf-8; charset=utf-7', 'none', 'x'.repeat(300), ','].map(
    (label) => [`label ${label.slice(0, 20)}`, utf8('+ADw-ü'), `text/html; charset=${label}`, '+ADw-ü'] as const,
  ),
  ['label twice', utf8('ü'), 'text/html; charset=utf-8, utf-8', 'ü'],
  [
    'unusable header, usable meta',
    latin1('<meta charset=latin1>\xe9'),
    'text/html; charset=iso-2022-kr',
    '<meta charset=latin1>é',
  ],
  [
    'prescan past the end',
    latin1('<meta http-equiv=content-type content=charset>\xe9'),
    'text/html',
    '<meta http-equiv=content-type content=charset>é',
  ],
  ['encoding with states', latin1('\x1b(J\\\x1b(B<'), 'text/html; charset=iso-2022-jp', '¥<'],
  ['bad UTF-8', latin1('a\xc0\xafb'), 'text/html; charset=utf-8', 'a\ufffd\ufffdb'],
];

describe('decodePage', () => {
  it.each(ROWS)('%s', (_id, body, type, text) => {
    expect(decodePage(body, type)).toBe(text);
  });
});

describe('isHtml', () => {
  it.each(['text/html', 'TEXT/HTML; charset=utf-8', ' application/xhtml+xml ;q=1', 'text/html;'])(
    '%s is read',
    (type) => {
      expect(isHtml(type)).toBe(true);
    },
  );
  it.each([
    undefined,
    '',
    'text/plain',
    'application/json',
    'text/htmlx',
    'text/html, image/png',
    'image/png;text/html',
    'application/xml',
  ])('%s is not', (type) => {
    expect(isHtml(type)).toBe(false);
  });
});

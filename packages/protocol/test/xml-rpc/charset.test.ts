import { describe, expect, it } from 'vitest';
import { decodeXml } from '../../src/xml-rpc/charset.ts';
import { latin1, utf8 } from '../support/receiving.ts';

const declared = (label: string, quote = '"'): string => `<?xml version="1.0" encoding=${quote}${label}${quote}?><a>`;
const wide = (text: string, mark: boolean): Uint8Array =>
  latin1((mark ? '\xff\xfe' : '') + [...text].map((c) => `${c}\0`).join(''));
const MARK = '\xef\xbb\xbf';

/** Id, bytes, HTTP charset, how the text ends. */
const DECODED: readonly [string, Uint8Array, string | undefined, string][] = [
  ['nothing said is UTF-8', utf8('<a>ü'), undefined, '<a>ü'],
  ['XR-17 utf-8', utf8(`${declared('UTF-8')}ü`), undefined, '>ü'],
  ['XR-17 single quotes', latin1(`${declared('iso-8859-1', "'")}\xfc`), undefined, '>ü'],
  ['XR-17 iso-8859-1', latin1(`${declared('ISO-8859-1')}\xfc`), undefined, '>ü'],
  ['XR-17 windows-1252', latin1(`${declared('windows-1252')}\x80`), undefined, '>€'],
  ['XR-17 us-ascii over UTF-8 bytes', utf8(`${declared('us-ascii')}ü`), undefined, '>ü'],
  ['XR-17 HTTP beats the declaration', latin1(`${declared('utf-8')}\xfc`), 'iso-8859-1', '>ü'],
  ['XR-17 HTTP beats an unknown declaration', utf8(`${declared('utf-7')}ü`), 'utf-8', '>ü'],
  ['XR-17 mark beats both', latin1(`${MARK}${declared('iso-8859-1')}\xc3\xbc`), 'windows-1252', '>ü'],
  ['XR-14 declaration after blanks', latin1(`\n\n${declared('iso-8859-1')}\xfc`), undefined, '>ü'],
  ['mark is dropped', latin1(`${MARK}<a>`), undefined, '<a>'],
  ['encoding in a later place is text', utf8(`<a>${declared('utf-7')}`), undefined, '<a>'],
];

const UNKNOWN = [
  'utf-7',
  'utf-16',
  'utf-16le',
  'utf-32',
  'ebcdic-cp-us',
  'iso-2022-kr',
  'iso-2022-jp',
  'hz-gb-2312',
  'x-user-defined',
  'shift_jis',
  '',
  'a'.repeat(300),
  'a'.repeat(3000),
];

describe('decodeXml', () => {
  it.each(DECODED)('%s', (_, body, charset, end) => {
    const decoded = decodeXml(body, charset);
    expect(decoded.ok && decoded.text.slice(-end.length)).toBe(end);
  });

  it.each(UNKNOWN)('refuses the encoding %j, declared in either place', (label) => {
    expect(decodeXml(utf8(declared(label)), undefined)).toEqual({ ok: false, code: -32701 });
    expect(decodeXml(utf8('<a/>'), label)).toEqual({ ok: false, code: -32701 });
  });

  it.each([
    ['UTF-16LE with mark', wide('<a/>', true)],
    ['UTF-16LE without mark', wide('<a/>', false)],
    ['UTF-16BE with mark', latin1('\xfe\xff\0<\0a')],
    ['UTF-16BE without mark', latin1('\0<\0a')],
    ['UTF-32LE', latin1('<\0\0\0a\0\0\0')],
  ])('%s', (_, body) => {
    expect(decodeXml(body, undefined)).toEqual({ ok: false, code: -32701 });
  });

  it.each([
    ['XR-16 invalid UTF-8', latin1('<a>\xfc'), undefined],
    ['XR-16 invalid UTF-8 under a mark', latin1(`${MARK}<a>\xfc`), undefined],
    ['XR-16 surrogate in UTF-8', latin1('<a>\xed\xa0\x80'), undefined],
    ['XR-16 overlong', latin1('<a>\xc0\xbc'), 'utf-8'],
    ['us-ascii over latin-1 bytes', latin1(`${declared('us-ascii')}\xfc`), undefined],
  ])('%s', (_, body, charset) => {
    expect(decodeXml(body, charset)).toEqual({ ok: false, code: -32702 });
  });
});

import { expect } from 'vitest';
import type { Answer } from '../doors.ts';
import { POST } from '../house.ts';
import { callOf, type Exchange, faulty, HEARD, latin1, pingOf, SOURCE, taken, xmlPost } from './exchange.ts';

const PING = pingOf();
const inLatin1 = (declared: string) =>
  latin1(callOf('pingback.ping', 'http://a.example/\xfc', POST).replace('"1.0"', `"1.0" encoding="${declared}"`));
const UMLAUT = { source: 'http://a.example/%C3%BC', target: POST };
const nested = (depth: number) => '<array><data><value>'.repeat(depth) + '</value></data></array>'.repeat(depth);

/** The envelope of XML-RPC. */
export const XML_RPC_CASES: readonly Exchange[] = [
  taken('XR-02 one call with one method', PING),
  faulty('XR-02 a method name of other characters', callOf('pingback ping', SOURCE, POST), -32600),
  faulty('XR-02 two method names', PING.replace('<params>', '<methodName>a</methodName><params>'), -32600),
  faulty('XR-03 no params', '<methodCall><methodName>pingback.ping</methodName></methodCall>', -32602),
  faulty('XR-03 empty params', callOf('pingback.ping'), -32602),
  taken('XR-04 XR-20 values without a type', callOf('pingback.ping', SOURCE, POST)),
  taken('XR-20 blanks around a URL', callOf('pingback.ping', `\n\t${SOURCE} `, `<string> ${POST}\n</string>`)),
  faulty('XR-05 an integer is no URL', callOf('pingback.ping', '<int>+0017</int>', POST), -32602),
  faulty('XR-05 a boolean is no URL', callOf('pingback.ping', '<boolean>1</boolean>', POST), -32602),
  taken('XR-07 CDATA', callOf('pingback.ping', `<string><![CDATA[${SOURCE}?a&b]]></string>`, POST), {
    source: `${SOURCE}?a&b`,
  }),
  taken('XR-07 references', pingOf(`${SOURCE}?a&#38;b&#x26;c&amp;d`), { source: `${SOURCE}?a&b&c&d` }),
  taken('XR-07 all entities', pingOf(`${SOURCE}?&apos;&gt;`), { source: `${SOURCE}?'>` }),
  faulty('XR-08 an array without data', callOf('pingback.ping', '<array/>', POST), -32602),
  faulty('XR-13 nil', callOf('pingback.ping', '<nil/>', POST), -32602),
  faulty('XR-13 i8', callOf('pingback.ping', '<i8>1</i8>', POST), -32602),
  faulty('XR-13 capitals', PING.replaceAll('methodCall', 'METHODCALL'), -32600),
  faulty('XR-13 a prefix', PING.replaceAll('methodCall', 'x:methodCall'), -32600),
  taken('XR-14 blanks first', `\r\n \t${PING}`),
  taken('XR-15 a mark first', `\uFEFF${PING}`),
  taken('XR-15 blanks and NULs last', `${PING}\n\0\0`),
  taken('XR-15 a comment last', `${PING}<!-- x -->`),
  faulty('XR-15 text last', `${PING}x`, -32700),
  faulty('XR-16 an unknown charset', PING.replace('"1.0"', '"1.0" encoding="utf-7"'), -32701),
  faulty('XR-16 DV-19b UTF-16 by name only', PING.replace('"1.0"', '"1.0" encoding="utf-16"'), -32701),
  faulty('XR-16 wrong bytes', latin1(pingOf('http://a.example/\xfc')), -32702),
  taken('XR-17 DV-12 latin-1 declared', inLatin1('iso-8859-1'), UMLAUT),
  taken('XR-17 windows-1252 declared', inLatin1('windows-1252'), UMLAUT),
  taken('XR-17 us-ascii declared', PING.replace('"1.0"', '"1.0" encoding="us-ascii"')),
  taken('XR-17 the header before the declaration', inLatin1('utf-8'), UMLAUT, {
    'content-type': 'text/xml; charset=iso-8859-1',
  }),
  taken('XR-17 the mark before the header', `\uFEFF${pingOf('http://a.example/ü')}`, UMLAUT, {
    'content-type': 'text/xml; charset=iso-8859-1',
  }),
  faulty('XR-18 SEC-07 a DOCTYPE', `<!DOCTYPE methodCall>${PING.replace(/<\?.*?\?>/, '')}`, -32700),
  faulty(
    'XR-18 SEC-07 an entity of its own',
    `<!DOCTYPE a [<!ENTITY u "${SOURCE}">]>${callOf('pingback.ping', '&u;', POST).replace(/<\?.*?\?>/, '')}`,
    -32700,
  ),
  taken('XR-19 DV-15 DV-16 bare ampersands', pingOf(`${SOURCE}?a=1&b=2`), { source: `${SOURCE}?a=1&b=2` }),
  faulty('XR-19 a bare < is no ampersand', pingOf(`${SOURCE}?a<b`), -32700),
  faulty('XR-21 an empty value', callOf('pingback.ping', '', SOURCE, POST), -32602),
  faulty('XR-21 an empty string', callOf('pingback.ping', '<string/>', POST), -32602),
  faulty('XR-25 too deep', callOf('pingback.ping', nested(100), POST), -32700),
  faulty('XR-25 too many', callOf('pingback.ping', '<nil/>'.repeat(100), POST), -32600),
  {
    name: 'XR-25 too long',
    call: xmlPost(PING.padEnd(16 * 1024 + 1)),
    status: 413,
  },
  faulty('XR-26 parameters by name', PING.replace('<param>', '<param><name>sourceURI</name>'), -32600),
  faulty('FC-01 not well formed', '<methodCall>', -32700),
  faulty('FC-01 an unsupported encoding', '<?xml version="1.0" encoding="ebcdic"?><methodCall/>', -32701),
  faulty('FC-01 an invalid character', latin1('<methodCall>\xff</methodCall>'), -32702),
  faulty('FC-01 no call', '<methodResponse/>', -32600),
  faulty('FC-01 no such method', callOf('blogger.newPost'), -32601),
  faulty('FC-01 wrong parameters', callOf('pingback.ping', SOURCE), -32602),
];

const FORM = 'application/x-www-form-urlencoded';

/** HTTP around it. */
export const XML_RPC_HTTP_CASES: readonly Exchange[] = [
  ...['text/xml', 'text/xml; charset=utf-8', 'application/xml', 'text/html', FORM].map((type) =>
    taken(`XR-22 ${type}`, PING, HEARD, { 'content-type': type }),
  ),
  { name: 'XR-22 no type', call: { path: '/xmlrpc', body: PING }, status: 200, heard: HEARD },
  { name: 'XR-22 text/plain', call: xmlPost(PING, { 'content-type': 'text/plain' }), status: 415 },
  { name: 'XR-22 a form', call: xmlPost('a=b', { 'content-type': FORM }), status: 415 },
  ...['gzip', 'deflate'].map((coding) => ({
    name: `XR-23 ${coding}`,
    call: xmlPost(PING, { 'content-encoding': coding }),
    status: 415,
  })),
  taken('XR-24 in chunks', PING, HEARD, { 'transfer-encoding': 'chunked' }),
  ...['GET', 'HEAD', 'PUT', 'DELETE'].map((method) => ({
    name: `PB-S20 ${method}`,
    call: { method, path: '/xmlrpc' },
    status: 405,
    also: ({ headers }: Answer) => {
      expect(headers.allow).toBe('POST');
      expect(headers['content-type']).toMatch(/^text\/plain/);
    },
  })),
];

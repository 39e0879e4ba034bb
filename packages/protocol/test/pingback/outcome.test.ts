import process from 'node:process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPingFailure, readPingReply } from '../../src/pingback/outcome.ts';
import { writeFault, writeSuccess } from '../../src/xml-rpc/write.ts';
import type { FakeReply } from '../support/http.ts';
import { reply } from '../support/http.ts';
import { latin1 } from '../support/receiving.ts';

const read = (fake: FakeReply) => readPingReply(reply('http://bob.example/xmlrpc', fake));
const success = (value: string): string => `<methodResponse><params><param>${value}</param></params></methodResponse>`;
const struct = (code: string, text: string): string =>
  `<methodResponse><fault><value><struct><member><name>faultCode</name><value>${code}</value></member><member><name>faultString</name><value>${text}</value></member></struct></value></fault></methodResponse>`;
const HTML = '<!DOCTYPE html><html><head><title>x</title></head><body>&laquo;no&raquo;</body></html>';

/** Id, body, the message that comes out. */
const DELIVERED: readonly [string, string | Uint8Array, string][] = [
  ['PB-C13 string', success('<value><string>ok</string></value>'), 'ok'],
  ['PB-C13 DV-09c int', success('<value><int>7</int></value>'), '7'],
  ['PB-C13 boolean', success('<value><boolean>1</boolean></value>'), '1'],
  ['PB-C13 untyped', success('<value>ok</value>'), 'ok'],
  ['PB-C13 self-closed', success('<value><string/></value>'), ''],
  ['PB-C13 struct', success('<value><struct><member><name>m</name><value>ok</value></member></struct></value>'), 'ok'],
  ['DV-30 escaped twice, blanks', success('<value>\n <string>a&amp;amp;b &amp;#8217;</string>\n</value>'), 'a&b ’'],
  ['DV-31 blanks first', `\r\n \n<?xml version="1.0"?>${success('<value>ok</value>')}`, 'ok'],
  ['DV-31 mark', `\uFEFF<?xml version="1.0"?>${success('<value>ok</value>')}`, 'ok'],
  ['DV-31 last tag cut', success('<value><string>ok</string></value>').slice(0, -7), 'ok'],
  ['DV-31 cut in the text', success('<value><string>ok then</string></value>').slice(0, 52), 'ok the'],
  ['DV-34 text not escaped', success('<value><string>a & b &laquo; c</string></value>'), 'a & b « c'],
  ['DV-35 array', success('<value><array><data><value><string>ok</string></value></data></array></value>'), 'ok'],
  ['DV-36 root params', '<params><param><value><string/></value></param></params>', ''],
  [
    'DV-36 root params with text',
    '<?xml version="1.0"?><params>\n<param>\n<value>\n<string>ok</string>\n</value>\n</param>\n</params>',
    'ok',
  ],
  [
    'DV-39 no declaration, attributes',
    '<methodResponse a="b"><params><param><value>ok</value></param></params></methodResponse>',
    'ok',
  ],
  ['DV-40 two params', success('<value>first</value></param><param><value>second</value>'), 'first'],
  [
    'DV-40 array of params',
    '<methodResponse><params><array><data><param><value>ok</value></param></data></array></params></methodResponse>',
    'ok',
  ],
  ['DV-40 no param', '<methodResponse><params/></methodResponse>', ''],
  ['XR-17 latin-1', latin1(`<?xml version="1.0" encoding="iso-8859-1"?>${success('<value>\xfc</value>')}`), 'ü'],
  ['invalid bytes', latin1(success('<value>a\xfc</value>')), 'a\ufffd'],
];

/** Id, body, code, message. */
const REFUSED: readonly [string, string, number, string][] = [
  ['PB-C14 as written', struct('<int>17</int>', '<string>no link</string>'), 17, 'no link'],
  ['PB-C10 DV-09b no reason', struct('<int>0</int>', '<string></string>'), 0, ''],
  [
    'DV-37 blanks',
    struct('\n<int> 33\n</int>', '\n<string>\n no </string>\n').replaceAll('<name>', '<name>\n '),
    33,
    'no',
  ],
  ['PB-C14 code as string', struct('<string>16</string>', 'gone'), 16, 'gone'],
  ['PB-C14 untyped', struct('16', 'gone'), 16, 'gone'],
  ['PB-C14 no number', struct('<string>x</string>', 'gone'), 0, 'gone'],
  ['XR-05 PB-C14 sign and zeros', struct('<int>+0017</int>', ''), 17, ''],
  ['XR-05 blanks around', struct('<i4>\n 00 </i4>', 'x'), 0, 'x'],
  ['XR-05 a number that is no integer', struct('<double>17.5</double>', 'x'), 0, 'x'],
  ['XR-05 PB-C14 negative', struct('<i4>-32601</i4>', 'what?'), -32601, 'what?'],
  [
    'PB-C14 no code',
    '<methodResponse><fault><value><struct><member><name>faultString</name><value>no</value></member></struct></value></fault></methodResponse>',
    0,
    'no',
  ],
  [
    'PB-C14 more members',
    struct('<int>49</int>', 'no').replace('<struct>', '<struct><member><name>a</name><value>b</value></member>'),
    49,
    'no',
  ],
  ['PB-C14 empty', '<methodResponse><fault/></methodResponse>', 0, ''],
  ['DV-38 bare i4', '<methodResponse><fault><value><i4>0</i4></value></fault></methodResponse>', 0, ''],
  ['DV-38 bare code', '<methodResponse><fault><value><int>33</int></value></fault></methodResponse>', 33, ''],
  [
    'PB-C14 bare text',
    '<methodResponse><fault><value><string>go away</string></value></fault></methodResponse>',
    0,
    'go away',
  ],
  ['DV-34 DV-09c fault text not escaped', struct('<int>50</int>', 'a < b & c'), 50, 'a'],
  [
    'XR-08 members in the other order',
    '<methodResponse><fault><value><struct><member><name>faultString</name><value>no</value></member><member><name>faultCode</name><value><int>17</int></value></member></struct></value></fault></methodResponse>',
    17,
    'no',
  ],
  [
    'XR-08 a member twice: the first',
    struct('<int>17</int>', 'no').replace(
      '</struct>',
      '<member><name>faultCode</name><value><int>48</int></value></member></struct>',
    ),
    17,
    'no',
  ],
  [
    'XR-08 an array with two data, in place of a text',
    struct('<int>17</int>', '<array><data><value>one</value></data><data><value>two</value></data></array>'),
    17,
    'one',
  ],
  ['DV-31 cut', struct('<int>17</int>', 'no link').slice(0, -30), 17, 'no link'],
  ['PB-FX1 invented code', struct('<int>201</int>', 'bad'), 201, 'bad'],
  ['markup', struct('<int>0</int>', '&lt;script&gt;x()&lt;/script&gt;&lt;b&gt;no&lt;/b&gt;'), 0, 'x() no'],
];

describe('replies that deliver', () => {
  it.each(DELIVERED)('%s', (_, body, message) => {
    expect(read({ body })).toMatchObject({ outcome: 'delivered', message, httpStatus: 200 });
  });

  it('DV-38 any content type and any 2xx', () => {
    for (const status of [200, 201, 202]) {
      const body = success('<value>ok</value>');
      expect(read({ status, headers: [['content-type', 'text/plain']], body })).toMatchObject({ outcome: 'delivered' });
    }
  });
});

describe('replies that refuse', () => {
  it.each(REFUSED)('%s', (_, body, fault, message) => {
    const outcome = read({ body });
    expect(outcome).toMatchObject({ outcome: 'refused', fault, httpStatus: 200 });
    expect(outcome.outcome === 'refused' && outcome.message.startsWith(message)).toBe(true);
    expect(outcome.reason).toMatch(/^The endpoint refused .*\.$/);
  });

  it.each([400, 401, 403, 404, 500, 501, 503])('PB-C12 DV-09e DV-33 a fault under HTTP %i counts', (status) => {
    expect(read({ status, body: struct('<int>17</int>', 'no') })).toMatchObject({
      outcome: 'refused',
      fault: 17,
      httpStatus: status,
    });
  });

  it.each([48, 409])('PB-C10 fault %i: the peer has it', (code) => {
    expect(read({ body: struct(`<int>${code}</int>`, 'again') })).toMatchObject({
      outcome: 'already',
      fault: code,
      message: 'again',
    });
  });
});

describe('replies that ask for another time', () => {
  it('the fault 429 of WordPress', () => {
    expect(read({ body: struct('<int>429</int>', 'slow down') })).toMatchObject({
      outcome: 'later',
      fault: 429,
      retryAfter: undefined,
    });
  });

  it.each([408, 425, 429, 500, 502, 503, 504])('HTTP %i', (status) => {
    expect(read({ status, headers: [['retry-after', '30']], body: HTML })).toMatchObject({
      outcome: 'later',
      retryAfter: 30,
      httpStatus: status,
    });
  });

  it.each([
    ['Tue, 24 Nov 2026 06:01:00 GMT', 60],
    ['Tue, 24 Nov 2026 05:00:00 GMT', undefined],
    ['soon', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['0', 0],
  ])('Retry-After: %s', (value, retryAfter) => {
    const headers: [string, string][] = [
      ['retry-after', value],
      ['date', 'Tue, 24 Nov 2026 06:00:00 GMT'],
    ];
    expect(read({ status: 503, headers })).toMatchObject({ outcome: 'later', retryAfter });
  });
});

describe('replies that end it', () => {
  it.each<[string, FakeReply]>([
    ['DV-43 405', { status: 405, body: 'XML-RPC server accepts POST requests only.' }],
    ['DV-43 403', { status: 403, body: HTML }],
    ['DV-43 410', { status: 410 }],
    ['DV-09d 404', { status: 404, body: HTML }],
    ['DV-33 JSON', { status: 400, body: '{"error":"invalid"}' }],
    ['DV-36 bare 400', { status: 400 }],
    ['PB-C15 303', { status: 303 }],
    ['501', { status: 501 }],
    ['success under 404', { status: 404, body: success('<value>ok</value>') }],
    ['DV-31 web page', { headers: [['content-type', 'text/html']], body: HTML }],
    ['empty', {}],
    ['JSON', { body: '{}' }],
    ['other XML', { body: '<rss/>' }],
    ['a call', { body: '<methodCall/>' }],
    ['response without either', { body: '<methodResponse></methodResponse>' }],
    ['DOCTYPE', { body: `<!DOCTYPE a [<!ENTITY i "x">]>${success('<value>&i;</value>')}` }],
    ['depth', { body: success('<value><array><data>'.repeat(5000)) }],
    ['flood', { body: `<methodResponse>${'<i4/>'.repeat(5000)}` }],
    ['cut at the cap', { body: ' '.repeat(65536), truncated: true }],
  ])('%s', (_, fake) => {
    const outcome = read(fake);
    expect(outcome.outcome).toBe('failed');
    expect(outcome.reason).toMatch(/^The endpoint .*\.$/);
  });
});

describe('the message', () => {
  it('is one line of at most 500 graphemes without invisible characters', () => {
    const outcome = read({ body: success(`<value>a\n\tb\u202e\u200f &amp;#27; ${'x'.repeat(900)}</value>`) });
    expect(outcome.outcome === 'delivered' && outcome.message).toBe(`a b ${'x'.repeat(496)}`);
  });

  it('comes back from what this side writes', () => {
    expect(read({ body: writeSuccess('queued: https://a/b') })).toMatchObject({ message: 'queued: https://a/b' });
    expect(read({ body: writeFault({ code: 33, message: 'no' }) })).toMatchObject({ fault: 33, message: 'no' });
  });
});

describe('no reply', () => {
  it.each([
    ['refused', 'failed'],
    ['invalid', 'failed'],
    ['redirects', 'failed'],
    ['dns', 'later'],
    ['connect', 'later'],
    ['tls', 'later'],
    ['timeout', 'later'],
    ['reset', 'later'],
  ] as const)('%s is %s', (kind, outcome) => {
    expect(readPingFailure({ ok: false, kind, reason: 'Why.' })).toMatchObject({
      outcome,
      reason: 'Why.',
      httpStatus: undefined,
    });
  });
});

it('any bytes under any status have an outcome', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 200, max: 599 }), (body, status) => {
      expect(read({ body, status }).reason).not.toBe('');
    }),
  );
});

describe('a reply of flaws', () => {
  const flawed = (count: number, rest: string) => `<methodResponse>${'\u0001'.repeat(count)}<fault>${rest}`;

  it('is read past a few, for the sake of the fault behind them', () => {
    expect(read({ body: flawed(50, '<value><int>48</int></value></fault>') })).toMatchObject({ outcome: 'already' });
  });

  it('is left after many, with what came before them', () => {
    const body = `<methodResponse><fault><value><int>17</int></value></fault>${'</'.repeat(30_000)}`;
    expect(read({ body })).toMatchObject({ outcome: 'refused', fault: 17 });
    expect(read({ body: '\u0001'.repeat(60_000) })).toMatchObject({ outcome: 'failed' });
  });

  it('costs no more than a page that is none', () => {
    const cost = (body: string) => {
      const before = process.threadCpuUsage();
      for (let time = 0; time < 5; time++) read({ body });
      const { user, system } = process.threadCpuUsage(before);
      return (user + system) / 1_000;
    };
    const letters = Math.min(...[1, 2, 3].map(() => cost('a'.repeat(64 * 1024))));
    // Without an end to it, five replies took a second.
    for (const flaw of ['\u0001', '</', '<', '<a b=', '&x;', '<!--'])
      expect(cost(flaw.repeat((64 * 1024) / flaw.length))).toBeLessThan(10 * letters + 100);
  });
});

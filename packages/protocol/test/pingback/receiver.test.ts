import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/index.ts';
import { createReceiver } from '../../src/index.ts';
import { callXml, latin1, pingXml, SOURCE, STATUS_URL, send, TARGET, utf8 } from '../support/receiving.ts';

const refused = (because: Extract<Decision, { outcome: 'refused' }>['because']): Decision => ({
  outcome: 'refused',
  because,
});

/** Id, source and target as the inside of `<value>`, and as they reach the inbox. */
const ACCEPTED: readonly [string, string, string, string, string][] = [
  ['PB-C03 fragments are kept', `${SOURCE}#p1`, `${TARGET}#c`, `${SOURCE}#p1`, `${TARGET}#c`],
  ['XR-20 blanks around the URL', `\n ${SOURCE}\t`, `<string> ${TARGET} </string>`, SOURCE, TARGET],
  ['UN-09 non-ASCII', 'http://bücher.example/ä?ö', TARGET, 'http://xn--bcher-kva.example/%C3%A4?%C3%B6', TARGET],
  [
    'ASCII stays as sent',
    'HTTP://Alice.Example:80/%7e',
    'http://bob.example',
    'HTTP://Alice.Example:80/%7e',
    'http://bob.example',
  ],
  ['base64', `<base64>${btoa(SOURCE)}</base64>`, `<base64>\n${btoa(TARGET)}\n</base64>`, SOURCE, TARGET],
  ['base64 of UTF-8', '<base64>aHR0cDovL2EuZXhhbXBsZS/DvA==</base64>', TARGET, 'http://a.example/%C3%BC', TARGET],
  [
    'UN-10 an escaped & is left to the inbox',
    'http://a.example/?b&amp;amp;c',
    TARGET,
    'http://a.example/?b&amp;c',
    TARGET,
  ],
];

const BAD_URLS = [
  '',
  ' ',
  'x',
  '//h/x',
  '/x',
  'ftp://a.example/',
  'javascript:alert(1)',
  'http:/a.example/',
  'http://',
  'http://a b.example/',
  'http://u:p@a.example/',
  'http://a.example:0/',
  'http://a.example/\\',
  `http://a.example/${'x'.repeat(2048)}`,
];

/** Id, the body of `<params>` values. */
const BAD_PARAMS: readonly [string, readonly string[]][] = [
  ['no parameters', []],
  ['one parameter', [SOURCE]],
  ['three parameters', [SOURCE, TARGET, TARGET]],
  ['int', ['<int>1</int>', TARGET]],
  ['double', [SOURCE, '<double>1e999</double>']],
  ['boolean', [SOURCE, '<boolean>1</boolean>']],
  ['nil', ['<nil/>', TARGET]],
  ['date', [SOURCE, `<dateTime.iso8601>${TARGET}</dateTime.iso8601>`]],
  ['array', [`<array><data><value>${SOURCE}</value></data></array>`, TARGET]],
  ['struct', [SOURCE, '<struct/>']],
  ['struct of a URL', [`<struct>${SOURCE}</struct>`, TARGET]],
  ['bare array', [SOURCE, '<array></array>']],
  ['base64 of no URL', [`<base64>${btoa('nonsense')}</base64>`, TARGET]],
  ['base64 that is none', ['<base64>!!!</base64>', TARGET]],
  ['base64 of invalid UTF-8', [`<base64>${btoa('http://a.example/\xfc')}</base64>`, TARGET]],
  ...BAD_URLS.flatMap((url): [string, string[]][] => [
    [`source ${url.slice(0, 40)}`, [url, TARGET]],
    [`target ${url.slice(0, 40)}`, [SOURCE, url]],
  ]),
];

describe('pingback.ping', () => {
  it.each(ACCEPTED)('%s', async (_, source, target, from, to) => {
    const answer = await send(callXml('pingback.ping', source, target));
    expect(answer.accepted).toEqual([{ protocol: 'pingback', source: from, target: to }]);
    expect(answer.fault).toBeUndefined();
  });

  it.each(BAD_PARAMS)('%s: −32602', async (_, values) => {
    const answer = await send(callXml('pingback.ping', ...values));
    expect([answer.status, answer.fault, answer.accepted]).toEqual([200, -32602, []]);
  });

  it.each([
    'PINGBACK.PING',
    'pingback_ping',
    'pingback',
    '__proto__',
    'constructor',
    'toString',
    '0x10',
    'system.multicall',
    'wp.getUsersBlogs',
    'demo.sayHello',
  ])('method %s: −32601, and the name does not come back', async (method) => {
    const answer = await send(callXml(method, SOURCE, TARGET));
    expect([answer.status, answer.fault, answer.accepted]).toEqual([200, -32601, []]);
    expect(answer.text).not.toContain(method);
  });
});

describe('decisions on the wire', () => {
  it.each<[Decision, number]>([
    [{ outcome: 'registered', statusUrl: STATUS_URL }, 48],
    [refused('source-invalid'), 16],
    [refused('source-missing'), 16],
    [refused('no-link'), 17],
    [refused('target-missing'), 32],
    [refused('target-unusable'), 33],
    [refused('denied'), 49],
    [refused('self'), 0],
  ])('%o is fault %i', async (decision, code) => {
    const answer = await send(pingXml(), {}, decision);
    expect([answer.status, answer.fault, answer.headers['content-type']]).toEqual([200, code, 'text/xml']);
  });

  it('SEC-04 one text for every source that cannot be had', async () => {
    const [invalid, missing] = [
      await send(pingXml(), {}, refused('source-invalid')),
      await send(pingXml(), {}, refused('source-missing')),
    ];
    expect(invalid.text).toBe(missing.text);
  });

  it('PB-S02 success names the status URL and no byte of the request', async () => {
    const one = await send(pingXml('http://evil.example/%3C/string%3E%3Cfault%3E', TARGET));
    expect(one.text).toContain(STATUS_URL);
    expect(one.text).not.toMatch(/evil|fault/i);
    expect(one.text).toBe((await send(pingXml())).text);
    expect(one.headers).toEqual({ 'content-type': 'text/xml', 'content-length': String(one.text.length) });
  });

  it.each(['limited', 'busy'] as const)('%s is a matter of HTTP', async (outcome) => {
    const answer = await send(pingXml(), {}, { outcome, retryAfter: 12.2 });
    expect([answer.status, answer.headers['retry-after']]).toEqual([outcome === 'limited' ? 429 : 503, '13']);
    expect(answer.headers['content-type']).toMatch(/^text\/plain/);
  });

  it('PB-S01 FC-01 what the inbox throws is fault −32603 without a word of it, and reaches the owner', async () => {
    const error = new Error('disk /secret full');
    const fail = async (): Promise<never> => {
      throw error;
    };
    const told: unknown[] = [];
    const receiver = createReceiver({ accept: fail, pingbacks: fail }, { onError: (thrown) => told.push(thrown) });
    for (const body of [pingXml(), callXml('pingback.extensions.getPingbacks', TARGET)]) {
      const reply = await receiver.receive({
        method: 'POST',
        headers: { 'content-type': 'text/xml' },
        body: utf8(body),
        caller: {},
      });
      const text = new TextDecoder().decode(reply.body);
      expect([reply.status, text.includes('<int>-32603</int>'), text.includes('secret')]).toEqual([200, true, false]);
    }
    expect(told).toEqual([error, error]);
  });
});

describe('evaluation order: of two flaws the outer one is named', () => {
  const bad = 'nonsense';
  it.each<[string, string | Uint8Array, number]>([
    ['encoding before form', latin1('<?xml version="1.0" encoding="utf-7"?><a'), -32701],
    ['characters before form', latin1('<a\xff'), -32702],
    ['form before call', '<methodResponse><a></methodResponse>', -32700],
    ['call before method', callXml('no such', SOURCE).replace('<params>', '<params>x'), -32600],
    ['method before parameters', callXml('no.such', bad), -32601],
    ['parameters before the inbox', callXml('pingback.ping', bad, TARGET), -32602],
  ])('%s', async (_, body, code) => {
    const answer = await send(body, {}, refused('target-unusable'));
    expect([answer.fault, answer.accepted]).toEqual([code, []]);
  });

  it('HTTP before all of them', async () => {
    const answer = await send(utf8('<a'), { headers: { 'content-type': 'text/plain' } });
    expect([answer.status, answer.fault]).toEqual([415, undefined]);
  });
});

import { describe, expect, it } from 'vitest';
import { createReceiver, MAX_REQUEST_BYTES } from '../../src/index.ts';
import { latin1, pingXml, STATUS_URL, send, utf8 } from '../support/receiving.ts';

const PING = pingXml();
const FORM = 'source=http%3A%2F%2Fa%2F&target=http%3A%2F%2Fb%2F';

/** Id, content type, body, status. */
const MEDIA_TYPES: readonly [string, string | undefined, string | Uint8Array, number][] = [
  ['XR-22 text/xml', 'text/xml', PING, 200],
  ['XR-22 with charset', 'text/xml; charset=utf-8', PING, 200],
  ['XR-22 quoted charset, capitals', 'Text/XML;Charset="UTF-8"', PING, 200],
  ['XR-22 application/xml', 'application/xml', PING, 200],
  ['XR-22 text/html', 'text/html', PING, 200],
  ['XR-22 form type, XML body', 'application/x-www-form-urlencoded', PING, 200],
  ['XR-22 none', undefined, PING, 200],
  ['XR-22 none, blanks and mark first', undefined, `\uFEFF\n ${PING}`, 200],
  ['XR-22 none, UTF-16', undefined, latin1('\xff\xfe<\0a\0'), 200],
  ['XR-22 form type, a form', 'application/x-www-form-urlencoded', FORM, 415],
  ['XR-22 html, no XML', 'text/html', 'hello', 415],
  ['XR-22 none, empty', undefined, '', 415],
  ['text/plain', 'text/plain', PING, 415],
  ['multipart', 'multipart/form-data; boundary=x', PING, 415],
  ['JSON', 'application/json', PING, 415],
  ['nonsense', ';;;=', FORM, 415],
];

describe('HTTP around a call', () => {
  it.each(MEDIA_TYPES)('%s', async (_, type, body, status) => {
    const answer = await send(body, { headers: type === undefined ? {} : { 'content-type': type } });
    expect(answer.status).toBe(status);
  });

  it('XR-17 the charset of the header decides', async () => {
    const answer = await send(latin1(pingXml('http://a.example/\xfc')), {
      headers: { 'content-type': 'text/xml; charset=iso-8859-1' },
    });
    expect(answer.accepted[0]?.source).toBe('http://a.example/%C3%BC');
  });

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'post'])('%s: 405', async (method) => {
    const answer = await send(PING, {
      method,
      headers: { 'content-type': 'text/xml', 'x-http-method-override': 'POST' },
    });
    expect([answer.status, answer.headers.allow, answer.accepted]).toEqual([405, 'POST', []]);
    expect(answer.headers['content-type']).toMatch(/^text\/plain/);
  });

  it.each(['gzip', 'deflate', 'br', 'GZIP', 'x-unknown', 'identity, gzip'])(
    'content-encoding %s: 415',
    async (coding) => {
      const answer = await send(PING, { headers: { 'content-type': 'text/xml', 'content-encoding': coding } });
      expect([answer.status, answer.accepted]).toEqual([415, []]);
    },
  );

  it('takes a body of the cap and not a byte more', async () => {
    const fill = (length: number): string => PING + ' '.repeat(length - PING.length);
    expect((await send(fill(MAX_REQUEST_BYTES))).status).toBe(200);
    expect((await send(fill(MAX_REQUEST_BYTES + 1))).status).toBe(413);
    const declared = { 'content-type': 'text/xml', 'content-length': String(MAX_REQUEST_BYTES + 1) };
    expect((await send('', { headers: declared })).status).toBe(413);
  });
});

function streamed(parts: readonly Uint8Array[], onPull: () => void = () => {}): Request {
  const left = [...parts];
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      onPull();
      const part = left.shift();
      if (part === undefined) controller.close();
      else controller.enqueue(part);
    },
  });
  // Streams as bodies need `duplex`, which the DOM types do not know yet.
  const init = { method: 'POST', headers: { 'content-type': 'text/xml' }, body, duplex: 'half' };
  return new Request('http://bob.example/xmlrpc', init);
}

describe('fetch', () => {
  const callers: unknown[] = [];
  const receiver = createReceiver({
    async accept(_, caller) {
      callers.push(caller);
      return { outcome: 'accepted', statusUrl: STATUS_URL };
    },
    pingbacks: async () => [],
  });

  it('answers like receive and hands the caller on', async () => {
    const request = new Request('http://bob.example/xmlrpc', {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body: PING,
    });
    const response = await receiver.fetch(request, { address: '192.0.2.1', site: 'bob' });
    const text = await response.text();
    expect([response.status, response.headers.get('content-length'), text]).toEqual([
      200,
      String(text.length),
      (await send(PING)).text,
    ]);
    expect(callers.at(-1)).toEqual({ address: '192.0.2.1', site: 'bob' });
  });

  it('XR-24 puts the parts of a stream together', async () => {
    const bytes = utf8(PING);
    const parts = Array.from(bytes, (_, at) => bytes.subarray(at, at + 1));
    expect(await (await receiver.fetch(streamed(parts))).text()).toContain(STATUS_URL);
  });

  it('XR-24 stops reading an endless body at the cap', async () => {
    let pulls = 0;
    const endless = Array.from({ length: 1000 }, () => new Uint8Array(1024).fill(0x20));
    const response = await receiver.fetch(
      streamed(endless, () => {
        pulls += 1;
      }),
    );
    expect(response.status).toBe(413);
    expect(pulls).toBeLessThan(20);
  });

  it('does not read what the headers refuse', async () => {
    const request = new Request('http://bob.example/xmlrpc', {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: PING,
    });
    expect((await receiver.fetch(request)).status).toBe(415);
    expect(request.bodyUsed).toBe(false);
  });

  it.each([
    ['GET', 405],
    ['POST', 415],
  ])('%s without a body: %i', async (method, status) => {
    expect((await receiver.fetch(new Request('http://bob.example/xmlrpc', { method }))).status).toBe(status);
  });

  it('answers a body that breaks off', async () => {
    const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('gone')) });
    const init = { method: 'POST', headers: { 'content-type': 'text/xml' }, body: broken, duplex: 'half' };
    expect((await receiver.fetch(new Request('http://bob.example/xmlrpc', init))).status).toBe(400);
  });
});

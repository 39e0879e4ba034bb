import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { discover, notify } from '@hearback/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openNetwork } from '../../packages/server/src/compose/network.ts';

/** What a peer on loopback was sent, byte for byte as HTTP hands it on. */
interface Received {
  readonly line: string;
  /** As sent: names with their case, repeated lines apart. */
  readonly rawHeaders: readonly string[];
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const SOURCE = 'https://alice.example/1?a&b#p';
const TARGET = 'https://bob.example/2#c3';
const NOTICE = { source: SOURCE, target: TARGET, title: 'Über Bob', excerpt: 'I read this.', siteName: 'Alice' };
const CALL =
  '<?xml version="1.0"?><methodCall><methodName>pingback.ping</methodName><params>' +
  '<param><value><string>https://alice.example/1?a&amp;b#p</string></value></param>' +
  '<param><value><string>https://bob.example/2#c3</string></value></param></params></methodCall>';
const SUCCESS =
  '<?xml version="1.0"?><methodResponse><params><param><value><string>ok</string></value></param></params></methodResponse>';

const network = openNetwork({ allowPort: [], allowNetwork: ['127.0.0.0/8'] }, () => false);
const received: Received[] = [];
const server = createServer((request, reply) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const { rawHeaders, headers, method, url = '' } = request;
    received.push({ line: `${method} ${url}`, rawHeaders, headers, body: Buffer.concat(parts).toString() });
    const redirect = /^\/redirect\/(\d+)/.exec(url);
    if (redirect) reply.writeHead(Number(redirect[1]), { location: '/xmlrpc?moved' }).end();
    else if (url === '/until-closed') {
      reply.useChunkedEncodingByDefault = false;
      reply.writeHead(200, { 'content-type': 'text/xml; charset=UTF-8', connection: 'close' }).flushHeaders();
      reply.end(SUCCESS);
    } else if (request.method === 'POST') reply.setHeader('content-type', 'text/xml').end(SUCCESS);
    else
      reply
        .writeHead(405, { 'content-type': 'text/plain', allow: 'POST' })
        .end('XML-RPC server accepts POST requests only.');
  });
});
let base = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await network.http.close();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  received.length = 0;
});

async function tell(protocol: 'webmention' | 'pingback' | 'trackback', path: string) {
  const outcome = await notify(network.http, { protocol, url: `${base}${path}` }, NOTICE);
  return { outcome, sent: received[0] ?? expect.fail('nothing was sent') };
}

describe('a pingback on the wire', () => {
  it('PB-C01 PB-C02 PB-C03 PB-C04 PB-C08 DV-02 DV-03 DV-04 DV-05 DV-06 is the golden call', async () => {
    const { sent, outcome } = await tell('pingback', '/xmlrpc');
    expect([sent.line, sent.body]).toEqual(['POST /xmlrpc', CALL]);
    expect(outcome).toMatchObject({ outcome: 'delivered', message: 'ok' });
  });

  it('PB-C09 XR-01 DV-01 has exactly the headers that every server reads', async () => {
    const { headers } = (await tell('pingback', '/xmlrpc')).sent;
    expect(headers['content-type']).toBe('text/xml');
    expect(headers['content-length']).toBe(String(CALL.length));
    expect(headers.host).toBe(new URL(base).host);
    expect(headers['user-agent']).toMatch(/^Hearback\/\d/);
    for (const name of ['transfer-encoding', 'content-encoding', 'expect']) expect(headers).not.toHaveProperty(name);
  });

  it('DV-46 is answered by a reply without a length, which ends with its connection', async () => {
    const { outcome, sent } = await tell('pingback', '/until-closed');
    expect(outcome).toMatchObject({ outcome: 'delivered', message: 'ok' });
    expect([sent.line, received.length]).toEqual(['POST /until-closed', 1]);
  });

  it.each([301, 302, 307, 308])('PB-C15 DV-42 is sent again after %i, as it was', async (status) => {
    const { outcome } = await tell('pingback', `/redirect/${status}`);
    expect(received.map(({ line }) => line)).toEqual([`POST /redirect/${status}`, 'POST /xmlrpc?moved']);
    expect(received.map(({ body }) => body)).toEqual([CALL, CALL]);
    expect(outcome.outcome).toBe('delivered');
  });

  it('PB-C15 DV-32 is not made a GET by 303', async () => {
    const { outcome } = await tell('pingback', '/redirect/303');
    expect(received.map(({ line }) => line)).toEqual(['POST /redirect/303']);
    expect(outcome.outcome).toBe('failed');
  });
});

describe('a webmention on the wire', () => {
  it('WM-S04 WM-S07 WM-S17 DV-50 is a form without parameters in its type, the query in its place', async () => {
    const { sent } = await tell('webmention', '/webmention?query=yes');
    expect(sent.line).toBe('POST /webmention?query=yes');
    expect(sent.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(sent.body).toBe(new URLSearchParams({ source: SOURCE, target: TARGET }).toString());
  });

  it('WM-S05 comes from a program that says Webmention, when it looks for the endpoint too', async () => {
    await discover(network.http, `${base}/2`);
    await tell('webmention', '/webmention');
    for (const { headers } of received) expect(headers['user-agent']).toContain('Webmention');
    expect(received.map(({ line }) => line)).toEqual(['GET /2', 'POST /webmention']);
  });
});

describe('a TrackBack on the wire', () => {
  it('TB-C01 TB-C02 TB-C04 TB-C05 TB-C11 DV-61 DV-62 is a form that names its charset, with all four fields', async () => {
    const { sent } = await tell('trackback', '/mt-tb.cgi/5?x');
    expect(sent.line).toBe('POST /mt-tb.cgi/5?x');
    expect(sent.headers['content-type']).toBe('application/x-www-form-urlencoded; charset=utf-8');
    const fields = { url: SOURCE, title: 'Über Bob', excerpt: 'I read this.', blog_name: 'Alice' };
    expect(Object.fromEntries(new URLSearchParams(sent.body))).toEqual(fields);
  });
});

it.each(['webmention', 'pingback', 'trackback'] as const)(
  'SEC-10 TB-C11 %s: no cookie, credential or Referer',
  async (protocol) => {
    const { sent } = await tell(protocol, '/endpoint');
    const names = sent.rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
    for (const name of ['cookie', 'authorization', 'referer', 'origin']) expect(names).not.toContain(name);
  },
);

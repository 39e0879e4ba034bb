import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Listening, listen } from '../../src/web/listen.ts';
import { createWeb } from '../../src/web/web.ts';
import { type House, openHouse } from './house.ts';
import { openWire } from './wire.ts';

let house: House;
let server: Listening;
beforeAll(async () => {
  house = await openHouse({ options: { bodyMs: 300 } });
  server = await listen(house.web, { host: '127.0.0.1', port: 0, headersMs: 300, requestMs: 2000 });
});
afterAll(async () => {
  await server.close();
  await house.close();
});

let sources = 0;
const call = () =>
  `<?xml version="1.0"?><methodCall><methodName>pingback.ping</methodName><params><param><value>https://bob.example/${++sources}</value></param><param><value>https://alice.example/post</value></param></params></methodCall>`;

async function exchange(text: string): Promise<string> {
  const wire = openWire(server.port);
  wire.write(text);
  return wire.whole;
}

function post(path: string, body: string, headers: readonly string[] = [], version = '1.1'): string {
  return [
    `POST ${path} HTTP/${version}`,
    'Host: x',
    'Content-Type: text/xml',
    'Connection: close',
    `Content-Length: ${body.length}`,
    ...headers,
    '',
    body,
  ].join('\r\n');
}

const ACCEPTED =
  /^HTTP\/1\.1 200 OK\r\n(?=[\s\S]*content-length: \d+\r\n)(?![\s\S]*transfer-encoding)[\s\S]*<methodResponse>[\s\S]*\/status\/[\w-]{22}/i;

describe('a notification is taken', () => {
  test.each([
    ['at the plain endpoint', () => post('/xmlrpc', call())],
    ['with a query', () => post('/xmlrpc?for=post', call())],
    ['at the endpoint of its site', () => post('/alice.example/xmlrpc', call())],
    ['in absolute form', () => post(`http://127.0.0.1:${server.port}/xmlrpc`, call())],
    [
      'by HTTP/1.0 without Host',
      () => {
        const body = call();
        return `POST /xmlrpc HTTP/1.0\r\nContent-Type: text/xml\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
      },
    ],
    [
      'in chunks',
      () => {
        const body = call();
        return `POST /xmlrpc HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n${[body.slice(0, 7), body.slice(7)].map((part) => `${part.length.toString(16)}\r\n${part}\r\n`).join('')}0\r\n\r\n`;
      },
    ],
  ])('%s', async (_, request) => {
    expect(await exchange(request())).toMatch(ACCEPTED);
  });

  test('after "Expect: 100-continue" and the go-ahead', async () => {
    const wire = openWire(server.port);
    const body = call();
    wire.write(
      post('/xmlrpc', '', ['Expect: 100-continue']).replace('Content-Length: 0', `Content-Length: ${body.length}`),
    );
    expect(await wire.until('\r\n\r\n')).toBe('HTTP/1.1 100 Continue\r\n\r\n');
    wire.write(body);
    expect((await wire.whole).replace('HTTP/1.1 100 Continue\r\n\r\n', '')).toMatch(ACCEPTED);
  });

  test('with an expectation that nobody knows, like any other', async () => {
    const reply = await exchange(post('/xmlrpc', call(), ['Expect: 200-ok']));
    expect(reply.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '')).toMatch(ACCEPTED);
  });

  test('one after the other on one connection', async () => {
    const wire = openWire(server.port);
    wire.write(post('/xmlrpc', call()).replace('Connection: close\r\n', ''));
    await wire.until('</methodResponse>');
    wire.write(post('/xmlrpc', call()));
    expect((await wire.whole).match(/<methodResponse>/g)).toHaveLength(2);
  });
});

describe('limits', () => {
  test('one byte too many by its own word is refused before it is sent', async () => {
    const wire = openWire(server.port);
    wire.write('POST /xmlrpc HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nContent-Length: 16385\r\n\r\n');
    expect(await wire.until('\r\n\r\n')).toMatch(/^HTTP\/1\.1 413 [\s\S]*connection: close/i);
    expect(await wire.whole).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('no go-ahead for one byte too many', async () => {
    expect(await exchange(post('/xmlrpc', 'x'.repeat(16_385), ['Expect: 100-continue']))).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('exactly the cap is read', async () => {
    expect(await exchange(post('/xmlrpc', call().padEnd(16_384)))).toMatch(ACCEPTED);
  });

  test('XR-24 chunks without end are cut at the cap', async () => {
    const chunk = `1000\r\n${'x'.repeat(4096)}\r\n`;
    expect(
      await exchange(
        `POST /xmlrpc HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(5)}`,
      ),
    ).toMatch(/^HTTP\/1\.1 413 [\s\S]*connection: close/i);
  });

  test('a body that does not come is waited for no longer than the limit', async () => {
    expect(
      await exchange('POST /xmlrpc HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nContent-Length: 100\r\n\r\n<'),
    ).toMatch(/^HTTP\/1\.1 408 [\s\S]*connection: close/i);
  });

  test('a compressed body is not read', async () => {
    expect(await exchange(post('/xmlrpc', 'x', ['Content-Encoding: gzip']))).toMatch(/^HTTP\/1\.1 415 /);
  });

  test('headers that do not end are waited for no longer than the limit', async () => {
    const begun = performance.now();
    expect(await exchange('POST /xmlrpc HTTP/1.1\r\nHost: x\r\nX-Slow: ')).toMatch(/^HTTP\/1\.1 408 /);
    expect(performance.now() - begun).toBeLessThan(1500);
  });

  test('20 KiB of headers', async () => {
    expect(await exchange(`GET /healthz HTTP/1.1\r\nHost: x\r\nX-Big: ${'x'.repeat(20_480)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 /,
    );
  });

  test.each([
    [98, 200],
    [3000, 431],
    [200, 431],
  ])('%i short header lines give %i', async (lines, status) => {
    expect(
      await exchange(`GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${'a: \r\n'.repeat(lines)}\r\n`),
    ).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  });

  test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'TRACE'])('%s is not a verb of the endpoint', async (method) => {
    expect(
      await exchange(
        `${method} /xmlrpc HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-HTTP-Method-Override: POST\r\n\r\n`,
      ),
    ).toMatch(/^HTTP\/1\.1 405 [\s\S]*allow: POST\r\n/i);
  });

  test.each([
    '/admin/..;/login',
    '//admin/login',
    '/x/../admin/login',
    '/x/%2e%2e/admin/login',
    '/admin%2Flogin',
    '/ADMIN/login',
    '/admin/login;x',
    '/admin\\login',
  ])('238: %s is nothing', async (path) => {
    expect(await exchange(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 404 /,
    );
  });

  test('coming from this machine opens nothing', async () => {
    expect(
      await exchange(
        'GET /admin/inbox HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-For: 127.0.0.1\r\nConnection: close\r\n\r\n',
      ),
    ).toMatch(/^HTTP\/1\.1 303 [\s\S]*location: \/admin\/login/i);
  });
});

describe('closing', () => {
  test('lets the running request finish, takes no other, and ends idle connections', async () => {
    let go = (): void => {};
    const waiting = new Promise<void>((resolve) => (go = resolve));
    const web = createWeb({
      ...house.deps,
      receivers: {
        ...house.deps.receivers,
        xmlrpc: {
          ...house.deps.receivers.xmlrpc,
          receive: async (request) => {
            await waiting;
            return house.deps.receivers.xmlrpc.receive(request);
          },
        },
      },
    });
    const other = await listen(web, { host: '127.0.0.1', port: 0 });
    const idle = openWire(other.port);
    idle.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
    await idle.until('ok\n');
    const running = openWire(other.port);
    running.write(post('/xmlrpc', call(), ['Expect: 100-continue']));
    await running.until('100 Continue');
    const closed = other.close();
    await idle.whole;
    const late = openWire(other.port);
    expect(await late.whole).toBe('');
    go();
    await closed;
    expect((await running.whole).replace('HTTP/1.1 100 Continue\r\n\r\n', '')).toMatch(ACCEPTED);
  });

  test('a port that is taken is named, with what to do', async () => {
    await expect(listen(house.web, { host: '127.0.0.1', port: server.port })).rejects.toMatchObject({
      code: 'port',
      message: `Cannot listen on 127.0.0.1:${server.port}: another program listens there: stop it, or take another --port.`,
    });
  });

  test('a host that is none is named, with what to do', async () => {
    await expect(listen(house.web, { host: 'no-such-host.invalid', port: 0 })).rejects.toMatchObject({
      code: 'port',
      message:
        'Cannot listen on no-such-host.invalid:0: no address is known for this name: take another --host, such as 127.0.0.1.',
    });
  });
});

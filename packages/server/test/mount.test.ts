import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { describe, expect, it } from 'vitest';
import { createHearback, type HearbackConfig } from '../src/index.ts';
import { HOSTS } from './support/hosts.ts';
import { openWire } from './web/wire.ts';

type Name = keyof typeof HOSTS;
const NAMES = Object.keys(HOSTS) as Name[];

async function open(name: Name, prefix: string, more: HearbackConfig = {}, parser: 'after' | 'before' = 'after') {
  const data = mkdtempSync(join(tmpdir(), 'hearback-mount-'));
  const lines: string[] = [];
  const publicUrl = `http://localhost${prefix}`;
  const sites = ['https://alice.example'];
  const hearback = createHearback({ data, sites, publicUrl, onLog: (line) => lines.push(line), ...more });
  const host = await HOSTS[name](hearback, parser);
  return {
    host,
    lines,
    hearback,
    get: (path: string, init: RequestInit = {}) => fetch(host.url + path, { redirect: 'manual', ...init }),
    ping(path: string, headers: Record<string, string> = {}) {
      const params = ['https://bob.example/a', 'https://alice.example/post'];
      const body = `<?xml version="1.0"?><methodCall><methodName>pingback.ping</methodName><params>${params
        .map((url) => `<param><value><string>${url}</string></value></param>`)
        .join('')}</params></methodCall>`;
      return fetch(host.url + path, { method: 'POST', headers: { 'content-type': 'text/xml', ...headers }, body });
    },
    async [Symbol.asyncDispose]() {
      await host.close();
      await hearback.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

describe.each(NAMES.flatMap((name) => ['', '/hearback'].map((prefix) => [name, prefix] as const)))(
  'within %s at "%s"',
  (name, prefix) => {
    it('hears, with an address of its own in the reply', async () => {
      await using house = await open(name, prefix);
      for (const path of ['/xmlrpc', '/alice.example/xmlrpc'])
        expect(await (await house.ping(prefix + path)).text()).toContain(`http://localhost${prefix}/status/`);
      const form = {
        body: new URLSearchParams({ source: 'https://bob.example/b', target: 'https://alice.example/post' }),
      };
      const reply = await house.get(`${prefix}/webmention`, { method: 'POST', ...form });
      expect([reply.status, reply.headers.get('location')]).toEqual([
        201,
        expect.stringContaining(`http://localhost${prefix}/status/`),
      ]);
    });

    it.each(['/nothing', '/posts/webmention', '/posts//api', '/hearbacks', '/apis', '/xmlrpc/more'])(
      'leaves %s to the host, with no header of ours',
      async (path) => {
        await using house = await open(name, prefix);
        const reply = await house.get(path);
        expect([reply.status, await reply.text()]).toEqual([404, 'The host has no such page.']);
        expect(reply.headers.get('content-security-policy')).toBe(null);
      },
    );

    it('leaves the front page and forms to the host, and their bodies unread', async () => {
      await using house = await open(name, prefix);
      expect(await (await house.get('/')).text()).toBe('front');
      expect((await house.get('/', { method: 'HEAD' })).status).toBe(200);
      const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":1}' };
      expect(await (await house.get('/echo', json)).json()).toEqual({ a: 1 });
    });

    it('answers HEAD', async () => {
      await using house = await open(name, prefix);
      const reply = await house.get(`${prefix}/healthz`, { method: 'HEAD' });
      expect([reply.status, await reply.text()]).toEqual([200, '']);
      expect((await house.get(`${prefix}/xmlrpc`, { method: 'HEAD' })).status).toBe(405);
    });

    it('leads to the desk, whose links and forms stay below the prefix', async () => {
      await using house = await open(name, prefix);
      expect((await house.get(`${prefix}/admin`)).headers.get('location')).toBe(`${prefix}/admin/login`);
      const page = await (await house.get(`${prefix}/admin/login`)).text();
      expect(page).toContain(`action="${prefix}/admin/login"`);
      const [style = ''] = /(?<=rel="stylesheet" href=")[^"]+/.exec(page) ?? [];
      expect((await house.get(style)).headers.get('content-type')).toContain('text/css');
      expect(await house.hearback.setUpLink()).toContain(`http://localhost${prefix}/admin/setup?key=`);
    });

    it('counts each client by the address of the connection; the header counts from a named proxy only', async () => {
      const limits = { clientBurst: 1, clientPerMinute: 1 };
      const from = (last: number) => ({ 'x-forwarded-for': `192.0.2.${last}` });
      await using house = await open(name, prefix, { limits });
      const statuses = [1, 2].map(async (last) => (await house.ping(`${prefix}/xmlrpc`, from(last))).status);
      expect((await Promise.all(statuses)).sort()).toEqual([200, 429]);
      await using behind = await open(name, prefix, { limits, trustProxy: ['127.0.0.1'] });
      const trusted = [1, 2, 2].map(async (last) => (await behind.ping(`${prefix}/xmlrpc`, from(last))).status);
      expect((await Promise.all(trusted)).sort()).toEqual([200, 200, 429]);
    });

    it('says in a line that a body was read before it', async () => {
      await using house = await open(name, prefix, {}, 'before');
      const reply = await house.ping(`${prefix}/xmlrpc`);
      expect([reply.status, await reply.text()]).toEqual([
        500,
        expect.stringContaining('mount Hearback before body parsers'),
      ]);
      expect(house.lines).toEqual([expect.stringContaining('mount Hearback before body parsers')]);
    });

    it('leaves the promise to go on to the server of the host, which has made it', async () => {
      await using house = await open(name, prefix);
      const wire = openWire(house.host.port);
      wire.write(
        `POST ${prefix}/xmlrpc HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\nContent-Length: 3\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n<a>`,
      );
      expect((await wire.whole).match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 100', 'HTTP/1.1 200']);
    });
  },
);

it.each([
  ['/healthz', [], 200],
  ['/nothing', [], 404],
  ['/healthz', ['nonsense'], 500],
])('without a next handler %s is answered all the same, sites %j: %i', async (path, sites, status) => {
  const data = mkdtempSync(join(tmpdir(), 'hearback-mount-'));
  const hearback = createHearback({ data, sites });
  const server = createServer(hearback.node).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const reply = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
  expect(reply.status).toBe(status);
  server.closeAllConnections();
  server.close();
  await hearback.stop();
  rmSync(data, { recursive: true, force: true });
});

it('an Express that cuts the prefix off the URL is understood', async () => {
  const data = mkdtempSync(join(tmpdir(), 'hearback-mount-'));
  const hearback = createHearback({ data, publicUrl: 'http://localhost/hearback', sites: ['https://alice.example'] });
  const server = express().use('/hearback', hearback.node).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  expect(await (await fetch(`${url}/hearback/admin/login`)).text()).toContain('action="/hearback/admin/login"');
  expect((await fetch(`${url}/hearback/xmlrpc`)).status).toBe(405);
  expect((await fetch(`${url}/xmlrpc`)).status).toBe(404);
  server.closeAllConnections();
  server.close();
  await hearback.stop();
  rmSync(data, { recursive: true, force: true });
});

describe('by fetch', () => {
  const call = (url: string) =>
    new Request(url, { method: 'POST', headers: { 'content-type': 'text/xml' }, body: '<a>' });

  it.each(['http://localhost/hearback', 'http://localhost'])('below %s, prefix cut or not', async (base) => {
    await using house = await open('node', '/hearback');
    const { fetch: ask } = house.hearback;
    expect(await (await ask(call(`${base}/xmlrpc`))).text()).toContain('faultCode');
    expect(await (await ask(new Request(`${base}/admin/login`))).text()).toContain('action="/hearback/admin/login"');
    expect((await ask(new Request(`${base}/nothing`))).status).toBe(404);
  });

  // Next.js writes the name of the machine into the URL, whatever was asked for.
  it.each([
    ['localhost', 200],
    ['blog.example', 200],
    ['blog.example:443', 421],
    ['blog.example:80', 200],
    ['rebound.evil.example', 421],
    ['[', 421],
  ])('the desk goes by the Host header where the URL says nothing of it: %s %i', async (host, status) => {
    await using house = await open('node', '/hearback', {
      publicUrl: 'http://localhost/hearback',
      publicHost: ['blog.example'],
    });
    const reply = await house.hearback.fetch(
      new Request('http://localhost/hearback/admin/login', { headers: { host } }),
    );
    expect(reply.status).toBe(status);
  });

  it('clients are counted by the address that is given, and together without one', async () => {
    await using house = await open('node', '', { limits: { clientBurst: 1, clientPerMinute: 1 } });
    const statuses = [];
    for (const address of ['192.0.2.1', '192.0.2.1', '192.0.2.2', undefined, undefined])
      statuses.push((await house.hearback.fetch(call('http://localhost/xmlrpc'), { address })).status);
    expect(statuses).toEqual([200, 429, 200, 200, 200]);
  });
});

it('the bare prefix is the way in', async () => {
  await using house = await open('express', '/hearback');
  expect((await house.get('/hearback')).headers.get('location')).toBe('/hearback/admin');
});

it.each(NAMES)('within %s tells the host when it cannot work', async (name) => {
  await using house = await open(name, '', { sites: ['nonsense'] });
  const reply = await house.get('/healthz');
  expect([reply.status, await reply.text()]).toEqual([500, expect.stringContaining('is not a web address')]);
});

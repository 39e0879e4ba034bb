import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHearback, type EmbeddedHearback } from '../../packages/server/src/index.ts';
import { pingOf } from './cases/exchange.ts';
import { linking, POST } from './house.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearback-verified-'));
const blog = createServer((request, reply) => {
  reply.setHeader('content-type', 'text/html');
  reply.end(request.url?.startsWith('/linking') ? linking() : '<title>No link</title>');
});
let hearback: EmbeddedHearback;
let base = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => blog.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(blog.address() as AddressInfo).port}`;
  hearback = createHearback({
    data: folder,
    sites: ['https://alice.example'],
    publicUrl: 'https://alice.example',
    allowNetwork: '127.0.0.0/8',
    limits: 'off',
    reply: 'verified',
  });
  await hearback.start();
});
afterAll(async () => {
  await hearback.stop();
  blog.closeAllConnections();
  blog.close();
  rmSync(folder, { recursive: true });
});

async function pingback(path: string): Promise<string> {
  const headers = { 'content-type': 'text/xml' };
  const body = pingOf(`${base}${path}`, POST);
  const reply = await hearback.fetch(new Request('https://alice.example/xmlrpc', { method: 'POST', headers, body }));
  return reply.text();
}

function webmention(path: string): Promise<Response> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams({ source: `${base}${path}`, target: POST }).toString();
  return hearback.fetch(new Request('https://alice.example/webmention', { method: 'POST', headers, body }));
}

describe('the whole program with reply: "verified"', () => {
  it('PB-S08 PB-F17 tells a pingback without a link so, and takes one with it', async () => {
    expect(await pingback('/silent')).toContain('<int>17</int>');
    expect(await pingback('/linking')).toContain('/status/');
  });

  it('WM-R14 WM-R06 does the same for webmentions', async () => {
    expect((await webmention('/silent?w')).status).toBe(400);
    const taken = await webmention('/linking?w');
    expect([taken.status, taken.headers.get('location')]).toEqual([201, expect.stringContaining('/status/')]);
  });
});

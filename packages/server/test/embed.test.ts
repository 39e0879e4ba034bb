import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createHearback, type RefbackVisit, type ResolveTarget } from '../src/index.ts';
import { openSqliteStore } from '../src/storage/sqlite/open.ts';

const SOURCE = 'https://bob.example/answer';

function open(resolveTarget?: ResolveTarget) {
  const data = mkdtempSync(join(tmpdir(), 'hearback-embed-'));
  const hearback = createHearback({
    data,
    sites: ['https://alice.example'],
    publicUrl: 'https://alice.example',
    ...(resolveTarget && { resolveTarget }),
  });
  return {
    hearback,
    /** How many mentions there are. */
    async count() {
      await hearback.stop();
      const store = await openSqliteStore({ directory: data, clock: { now: Date.now } });
      const mentions = await store.mentions.list({ limit: 9 });
      await store.close();
      return mentions.length;
    },
    async ping(target: string, source = 'https://bob.example/answer') {
      const params = [source, target].map((url) => `<param><value><string>${url}</string></value></param>`).join('');
      const body = `<?xml version="1.0"?><methodCall><methodName>pingback.ping</methodName><params>${params}</params></methodCall>`;
      const request = new Request('https://alice.example/xmlrpc', {
        method: 'POST',
        headers: { 'content-type': 'text/xml' },
        body,
      });
      const text = await (await hearback.fetch(request)).text();
      return /<int>(-?\d+)<\/int>/.exec(text)?.[1] ?? /\/status\/[\w-]{22}/.exec(text)?.[0].slice(0, 8);
    },
    async [Symbol.asyncDispose]() {
      await hearback.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** A router as an application has one: two addresses of one post, a draft, a post that was deleted. */
const router: ResolveTarget = async (url) => {
  const { pathname, search } = new URL(url);
  if (pathname === '/post' || search === '?p=1') return { url: 'https://alice.example/post', title: 'Post' };
  if (pathname === '/draft') return { url, closed: true };
  if (pathname === '/deleted') return { url, gone: true };
  return undefined;
};

describe('createHearback', () => {
  it('answers without a socket', async () => {
    await using house = open();
    expect(await house.ping('https://alice.example/anything')).toBe('/status/');
    expect(await house.ping('https://elsewhere.example/')).toBe('33');
  });

  it.each([
    ['a page', '/post', '/status/'],
    ['UN-14 an alias of it', '/?p=1', '/status/'],
    ['no page', '/nope', '33'],
    ['a draft', '/draft', '33'],
    ['PB-F32 a deleted page', '/deleted', '32'],
  ])('asks resolveTarget: %s', async (_, path, expected) => {
    await using house = open(router);
    expect(await house.ping(`https://alice.example${path}`)).toBe(expected);
  });

  it.each<[string, init: RequestInit, visit: RefbackVisit, count: number]>([
    ['RF-01 a visit by a link', {}, {}, 1],
    ['RF-01 behind a proxy', {}, { url: 'https://alice.example/post' }, 1],
    ['RF-02 a page that is not there', {}, { status: 404 }, 0],
    ['RF-02 a prefetch', { headers: { referer: SOURCE, 'sec-purpose': 'prefetch' } }, {}, 0],
    ['RF-02 a HEAD', { method: 'HEAD' }, {}, 0],
    ['RF-03 a link of its own', { headers: { referer: 'https://alice.example/other' } }, {}, 0],
    ['RF-01 no referrer', { headers: {} }, {}, 0],
  ])('hears of visitors: %s', async (_, init, visit, count) => {
    await using house = open();
    await house.hearback.refback(
      new Request('https://alice.example/post', { headers: { referer: SOURCE }, ...init }),
      visit,
    );
    expect(await house.count()).toBe(count);
  });

  it('never rejects for a visit', async () => {
    const lines: string[] = [];
    const hearback = createHearback({ sites: ['nonsense'], onLog: (text) => lines.push(text) });
    await hearback.refback(new Request('https://alice.example/post', { headers: { referer: SOURCE } }));
    expect(lines).toEqual([expect.stringContaining('A visit could not be heard')]);
  });

  it('says with the first call what is wrong with the configuration', async () => {
    const hearback = createHearback({ sites: ['nonsense'] });
    await expect(hearback.start()).rejects.toThrow('"nonsense" is not a web address');
  });
});

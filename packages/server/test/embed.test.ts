import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createHearback, type ResolveTarget } from '../src/index.ts';

function open(resolveTarget?: ResolveTarget) {
  const data = mkdtempSync(join(tmpdir(), 'hearback-embed-'));
  const hearback = createHearback({
    data,
    sites: ['https://alice.example'],
    publicUrl: 'https://alice.example',
    ...(resolveTarget && { resolveTarget }),
  });
  return {
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
    ['188 no page', '/nope', '33'],
    ['188 a draft', '/draft', '33'],
    ['PB-F32 a deleted page', '/deleted', '32'],
  ])('asks resolveTarget: %s', async (_, path, expected) => {
    await using house = open(router);
    expect(await house.ping(`https://alice.example${path}`)).toBe(expected);
  });

  it('says with the first call what is wrong with the configuration', async () => {
    const hearback = createHearback({ sites: ['nonsense'] });
    await expect(hearback.start()).rejects.toThrow('"nonsense" is not a web address');
  });
});

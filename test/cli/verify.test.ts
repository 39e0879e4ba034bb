import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hearback, temporary } from '../support/command.ts';

const TARGET = 'https://alice.example/post';
const PAGES: Readonly<Record<string, readonly [type: string, body: string]>> = {
  '/links': ['text/html', `<p><a href="${TARGET}">x</a>`],
  '/shows': ['text/html', `<p><img src="${TARGET}">`],
  '/says': ['text/plain', `Look at ${TARGET}.`],
  '/nearly': ['text/html', '<a href="http://www.alice.example/post/">x</a>'],
  '/tracked': ['text/html', `<a href="${TARGET}/?utm_source=x">x</a>`],
};

let server: Server;
let origin = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    const [type, body] = PAGES[request.url ?? ''] ?? ['text/html', ''];
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

async function verdict(page: string, ...args: string[]): Promise<string> {
  await using data = await temporary();
  const network = ['--allow-network', '127.0.0.0/8', '--data', data.path];
  const { out } = await hearback(['verify', `${origin}${page}`, TARGET, '--json', ...network, ...args]);
  return JSON.parse(out).result;
}

it.each([
  ['/links', [], 'linked'],
  ['/shows', [], 'unlinked'],
  ['/shows', ['--protocol', 'pingback'], 'unlinked'],
  ['/shows', ['--protocol', 'webmention'], 'linked'],
  ['/says', [], 'unread'],
  ['/says', ['--protocol', 'trackback'], 'unread'],
  ['/says', ['--protocol', 'webmention'], 'linked'],
  ['/nearly', ['--protocol', 'refback'], 'linked'],
  ['/nearly', ['--protocol', 'webmention'], 'unlinked'],
  ['/tracked', [], 'unlinked'],
  ['/tracked', ['--site', 'https://alice.example'], 'linked'],
])('verify looks at %s as a notification is looked at: %j %s', async (page, args, result) => {
  expect(await verdict(page, ...args)).toBe(result);
});

it('verify names the protocols that there are', async () => {
  const { code, err } = await hearback(['verify', `${origin}/links`, TARGET, '--protocol', 'salmon']);
  expect([code, err.trim()]).toEqual([
    2,
    expect.stringContaining('--protocol "salmon" is none of webmention, pingback, trackback, refback.'),
  ]);
});

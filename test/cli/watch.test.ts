import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline, Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hearback, temporary } from '../support/command.ts';

let web: Server & { origin: string };
const pages: Record<string, string> = {};
const told: string[] = [];

beforeAll(async () => {
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      let body = '';
      request.on('data', (part) => {
        body += String(part);
      });
      request.on('end', () => {
        told.push(new URL(new URLSearchParams(body).get('source') ?? '').pathname);
        response.writeHead(202).end();
      });
      return;
    }
    const body = pages[request.url ?? ''];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html' });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  web = Object.assign(server, { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  pages['/far/there'] = '<link rel="webmention" href="/webmention">';
});
afterAll(() => web.close());

const post = (words: string) => `<article>${words} <a href="${web.origin}/far/there">there</a></article>`;

async function watch(data: string, ...args: string[]) {
  const site = ['--site', `${web.origin}/blog/`, '--data', data, '--allow-network', '127.0.0.0/8'];
  return hearback(['watch', ...args, '--once', '--limits', 'off', ...site]);
}

it('a feed: what was there counts as known, later posts are told, and --all tells of the rest', async () => {
  await using data = await temporary();
  const feed = (...paths: string[]) =>
    `<rss version="2.0"><channel><title>B</title>${paths.map((path) => `<item><link>${path}</link></item>`).join('')}</channel></rss>`;
  Object.assign(pages, { '/blog/feed': feed('/blog/1'), '/blog/1': post('One'), '/blog/2': post('Two') });
  const address = `${web.origin}/blog/feed`;
  const first = await watch(data.path, address);
  expect([first.code, first.err]).toEqual([0, '']);
  expect(first.out).toMatch(/first time: 1 page of .*\. It counts as known and nobody is told of it; --since DATE/);
  pages['/blog/feed'] = feed('/blog/2', '/blog/1');
  const second = await watch(data.path, address);
  expect([second.code, told]).toEqual([0, ['/blog/2']]);
  expect(second.out).toContain(`${web.origin}/blog/2 is announced: 1 to be told.`);
  await watch(data.path, address, '--all');
  expect(told).toEqual(['/blog/2', '/blog/1']);
});

it('a feed that did not change says so, also to the next process', async () => {
  await using data = await temporary();
  pages['/blog/same'] = '<rss version="2.0"><channel><title>B</title></channel></rss>';
  const address = `${web.origin}/blog/same`;
  await watch(data.path, address);
  const again = await watch(data.path, address);
  expect([again.code, again.out.trim(), again.err]).toEqual([0, `The feed ${address} has not changed.`, '']);
});

it('a feed of a hundred megabytes: one clear line, little of it is read, and nothing is announced', async () => {
  await using data = await temporary();
  const item = Buffer.from('<item><link>/blog/1</link></item>'.repeat(30_000));
  let sent = 0;
  function* items() {
    for (; sent < 100e6; sent += item.length) yield item;
  }
  const large = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).write('<rss version="2.0"><channel>');
    pipeline(Readable.from(items()), response, () => {});
  });
  await new Promise<void>((resolve) => large.listen(0, '127.0.0.1', resolve));
  const before = told.length;
  const address = `http://127.0.0.1:${(large.address() as AddressInfo).port}/feed`;
  const { code, out, err } = await watch(data.path, address);
  large.close();
  expect([code, `${out}${err}`.trim()]).toEqual([1, `The feed ${address} cannot be read: it is larger than 10 MiB.`]);
  expect(sent).toBeLessThan(30e6);
  expect(told).toHaveLength(before);
});

it('a folder', async () => {
  await using data = await temporary();
  await using built = await temporary();
  told.length = 0;
  expect((await watch(data.path, built.path)).code).toBe(0);
  await mkdir(`${built.path}/posts/three`, { recursive: true });
  await writeFile(`${built.path}/posts/three/index.html`, post('Three'));
  pages['/blog/posts/three/'] = post('Three');
  expect((await watch(data.path, built.path)).code).toBe(0);
  expect(told).toEqual(['/blog/posts/three/']);
});

it('says what is wrong in one line', async () => {
  await using data = await temporary();
  const failed = await watch(data.path, `${web.origin}/blog/none`);
  expect([failed.code, failed.out]).toEqual([1, `The feed ${web.origin}/blog/none was answered with HTTP 404.\n`]);
  const missing = await watch(data.path, `${data.path}/none`);
  expect([missing.code, missing.err]).toEqual([
    2,
    expect.stringMatching(/^hearback: The folder .* cannot be read: ENOENT.*\n$/),
  ]);
  const nobody = await hearback(['watch', './public', '--data', data.path]);
  expect([nobody.code, nobody.err]).toEqual([
    2,
    'hearback: Whose pages are in ./public? Name the site: --site https://your.site\n',
  ]);
});

import { appendFile, writeFile } from 'node:fs/promises';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hearback, type Server, serve, temporary } from '../support/command.ts';
import { poll } from '../support/poll.ts';

/** A stranger on loopback with a post that links, a feed that names it, and a front page that names the feed. */
let stranger: HttpServer & { readonly origin: string };
const asked: string[] = [];
const SITE = 'http://site.test/';
const POST = `${SITE}post`;

function strangerPages(origin: string): Record<string, string> {
  const link = `<a href="${POST}">a post</a>`;
  return {
    '/': '<!doctype html><title>Stranger</title><link rel="alternate" type="application/rss+xml" href="/feed">',
    '/feed': `<rss version="2.0"><channel><title>S</title><item><link>${origin}/found</link><description><![CDATA[${link}]]></description></item></channel></rss>`,
    '/found': `<!doctype html><title>Found</title><p>${link}`,
    '/linking': `<!doctype html><title>Linking</title><p>${link}`,
  };
}

let data: Awaited<ReturnType<typeof temporary>>;
let server: Server;

beforeAll(async () => {
  const http = createServer((request, response) => {
    const body = strangerPages(stranger.origin)[request.url ?? ''];
    asked.push(request.url ?? '');
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(body);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  stranger = Object.assign(http, { origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}` });
  data = await temporary();
  server = await serve(['--site', SITE, '--data', data.path, '--allow-network', '127.0.0.0/8']);
});

afterAll(async () => {
  await server.stop();
  stranger.close();
  await data[Symbol.asyncDispose]();
});

const line = (referrer: string, client = '192.0.2.1', path = '/post') =>
  `${client} - - [24/Nov/2026:12:00:00 +0000] "GET ${path} HTTP/1.1" 200 9 "${referrer}" "Mozilla/5.0"\n`;

const options = () => ['--data', data.path, '--allow-network', '127.0.0.0/8'];

async function list(): Promise<Record<string, unknown>[]> {
  return JSON.parse((await hearback(['list', '--json', '--data', data.path])).out);
}

/** Waits for the mention of a source, until it is as told. */
async function mentionOf(source: string, link?: string): Promise<Record<string, unknown> | undefined> {
  const find = async () => (await list()).find((mention) => mention.source === source);
  return poll(find, (mention) => mention !== undefined && (link === undefined || mention.link === link));
}

describe('hearback refback', () => {
  it('tells a running server what its log says', async () => {
    const log = `${data.path}/access.log`;
    const linking = line(`${stranger.origin}/linking`);
    await writeFile(log, [linking, linking, line('-'), 'junk\n'].join(''));
    const run = await hearback(['refback', log, ...options()]);
    expect(run).toMatchObject({
      code: 0,
      out: '4 lines: 2 hits (1 told, 1 repeated), 2 skipped, 1 of them unreadable.\n',
      err: '',
    });
    expect(await mentionOf(`${stranger.origin}/linking`, 'live')).toMatchObject({
      protocol: 'refback',
      protocols: ['refback'],
    });
  });

  it('RF-06 asks a site whose visitors hide their page for it', async () => {
    const log = `${data.path}/origins.log`;
    await writeFile(log, '');
    for (const client of ['192.0.2.1', '198.51.100.1', '2001:db8::1'])
      await appendFile(log, line(`${stranger.origin}/`, client));
    asked.length = 0;
    const run = await hearback(['refback', log, '--json', ...options()]);
    expect(JSON.parse(run.out)).toMatchObject({ lines: 3, hits: 3, told: 0, waiting: 3, skipped: 0 });
    expect(await mentionOf(`${stranger.origin}/found`, 'live')).toMatchObject({ protocol: 'refback' });
    expect(asked).toEqual(['/', '/feed', '/found']);
  });

  it('hears the beacon of a page', async () => {
    const body = new URLSearchParams({ target: POST, referrer: `${stranger.origin}/linking?from=beacon` });
    expect((await fetch(`${server.url}/refback`, { method: 'POST', body })).status).toBe(204);
    const source = `${stranger.origin}/linking?from=beacon`;
    expect(await mentionOf(source)).toMatchObject({ protocol: 'refback' });
  });

  it.each([
    [
      'a log that is not there',
      ['refback', '/nowhere/access.log'],
      1,
      /^hearback: The log .* cannot be read: there is no such file\. See how it is spelled\.$/,
    ],
    ['a folder', ['refback', '/'], 1, /^hearback: The log \/ cannot be read: it is a folder\. Name a file in it\.$/],
    ['no log', ['refback'], 2, /^hearback: Usage: hearback refback FILE/],
  ])('says in a line what is wrong with %s', async (_, args, code, message) => {
    const run = await hearback([...args, '--data', `${data.path}/other`, '--site', SITE]);
    expect(run).toMatchObject({ code, out: '' });
    expect(run.err.trim()).toMatch(message);
    expect(run.err.trim().split('\n')).toHaveLength(1);
  });
});

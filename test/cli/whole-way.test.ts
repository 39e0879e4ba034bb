import { writeFile } from 'node:fs/promises';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hearback, type Server, serve, temporary } from '../support/command.ts';
import { poll } from '../support/poll.ts';

/** A scripted web on loopback: our site and a stranger's, one server each. */
function pages(table: () => Record<string, string>): Promise<HttpServer & { origin: string }> {
  const server = createServer((request, response) => {
    const body = table()[request.url ?? ''];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(body ?? 'nothing here');
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve(Object.assign(server, { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })),
    ),
  );
}

const call = (source: string, target: string) =>
  `<?xml version="1.0"?><methodCall><methodName>pingback.ping</methodName><params><param><value><string>${source}</string></value></param><param><value><string>${target}</string></value></param></params></methodCall>`;

let site: Awaited<ReturnType<typeof pages>>;
let stranger: Awaited<ReturnType<typeof pages>>;
let data: Awaited<ReturnType<typeof temporary>>;
let server: Server | undefined;

async function ping(source: string, target: string): Promise<string> {
  const reply = await fetch(`${server?.url}/xmlrpc`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml' },
    body: call(source, target),
  });
  expect(reply.status).toBe(200);
  return reply.text();
}

async function list(...args: string[]): Promise<Record<string, unknown>[]> {
  const { code, out } = await hearback(['list', '--json', '--data', data.path, ...args]);
  expect(code).toBe(0);
  return JSON.parse(out);
}

beforeAll(async () => {
  site = await pages(() => ({
    '/sitemap.xml': `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${site.origin}/post</loc></url></urlset>`,
    '/post': `<!doctype html><link rel="pingback" href="${server?.url}/xmlrpc"><title>Post</title><p>A post.`,
    '/answer': `<!doctype html><title>Answer</title><article><a href="${stranger.origin}/open">open</a> <a href="${stranger.origin}/mute">mute</a> <a href="${site.origin}/post">own</a></article>`,
  }));
  stranger = await pages(() => ({
    '/links': `<!doctype html><title>They link</title><p>Before <a href="${site.origin}/post">the post</a> after.`,
    '/silent': '<!doctype html><title>They do not</title>',
    '/open': `<!doctype html><link rel="pingback" href="${server?.url}/xmlrpc"><title>Open</title>`,
    '/mute': '<!doctype html><title>Mute</title>',
  }));
  data = await temporary();
  const config = JSON.stringify({ sites: [{ url: site.origin, sitemap: `${site.origin}/sitemap.xml` }] });
  await writeFile(`${data.path}/hearback.json`, config);
  server = await serve([
    '--config',
    `${data.path}/hearback.json`,
    '--data',
    data.path,
    '--allow-network',
    '127.0.0.0/8',
  ]);
});

afterAll(async () => {
  await server?.stop();
  site?.close();
  stranger?.close();
  await data?.[Symbol.asyncDispose]();
});

describe('a pingback', () => {
  it('is accepted, verified, held, approved and shown', async () => {
    const reply = await ping(`${stranger.origin}/links`, `${site.origin}/post`);
    const statusUrl = /https?:\/\/[^\s<]+\/status\/[\w-]+/.exec(reply)?.[0] ?? '';
    expect(statusUrl).not.toBe('');
    const [mention] = await poll(
      () => list('--status', 'live'),
      (rows) => rows.length === 1,
    );
    expect(mention).toMatchObject({
      moderation: 'pending',
      link: 'live',
      protocol: 'pingback',
      title: 'They link',
      kind: 'mention',
    });

    // What is known of its link, in the names of the exports.
    expect(mention).toMatchObject({
      ...{ anchor: 'the post', rel: '', followed: true, place: 'content', hidden: false, noindex: false, status: 200 },
      ...{ finalUrl: `${stranger.origin}/links`, canonical: '', outage: '', visits: 0 },
      firstSeen: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
    expect(await list('--filter', 'state=live&rel=followed')).toEqual([mention]);
    expect(await list('--filter', 'state=lost')).toEqual([]);
    const both = await hearback(['list', '--filter', 'state=live', '--status', 'live', '--data', data.path]);
    expect([both.code, both.err]).toEqual([2, expect.stringContaining('--filter has state=')]);

    const queued = await fetch(statusUrl, { headers: { accept: 'application/json' } });
    expect(await queued.json()).toMatchObject({ status: 'queued' });
    const api = `${server?.url}/api/mentions.jf2?target=${encodeURIComponent(`${site.origin}/post`)}`;
    expect(await (await fetch(api)).json()).toMatchObject({ children: [] });

    const approved = await hearback(['approve', String(mention?.id), '--json', '--data', data.path]);
    expect(JSON.parse(approved.out)).toEqual([{ id: mention?.id, moderation: 'approved' }]);
    expect(await (await fetch(api)).json()).toMatchObject({
      children: [{ 'wm-source': `${stranger.origin}/links`, 'wm-protocol': 'pingback' }],
    });
    expect(await (await fetch(statusUrl, { headers: { accept: 'application/json' } })).json()).toMatchObject({
      status: 'published',
    });
    expect(await ping(`${stranger.origin}/links`, `${site.origin}/post`)).toContain('<int>48</int>');

    const trace = await hearback(['trace', String(mention?.id), '--json', '--data', data.path]);
    const { kind, steps } = JSON.parse(trace.out);
    expect(kind).toBe('mention');
    expect(steps.map(({ step }: { step: string }) => step)).toEqual(
      expect.arrayContaining(['received', 'verified', 'judged', 'moderated']),
    );
  });

  it.each([
    ['a foreign target', '/links', 'https://elsewhere.example/', 33],
    ['a page that is not in the map', '/links', '/nope', 33],
    ['the page itself', undefined, '/post', 0],
  ])('%s is refused', async (_, source, target, code) => {
    const to = new URL(target, site.origin).href;
    expect(await ping(source ? `${stranger.origin}${source}` : to, to)).toContain(`<int>${code}</int>`);
  });

  it('without the link never waits in the inbox', async () => {
    await ping(`${stranger.origin}/silent`, `${site.origin}/post`);
    const rows = await poll(
      () => list('--status', 'absent'),
      (found) => found.length === 1,
    );
    expect(rows[0]).toMatchObject({ source: `${stranger.origin}/silent`, link: 'absent', rel: null, firstSeen: null });
  });

  it('that was refused can be looked up', async () => {
    const rows = await list('--status', 'refused');
    expect(rows.map(({ target }) => target)).toContain('https://elsewhere.example/');
  });
});

describe('send', () => {
  it('tells whom the page links to, once, and says what happened to each', async () => {
    const args = ['send', `${site.origin}/answer`, '--json', '--data', data.path, '--allow-network', '127.0.0.0/8'];
    const first = await hearback(args);
    expect(first.code).toBe(0);
    const outcomes = JSON.parse(first.out).map(({ target, status, fault }: Record<string, unknown>) => [
      String(target).replace(stranger.origin, ''),
      status,
      fault,
    ]);
    // The stranger's page names our server as its endpoint, though it is none of our pages: nothing is sent there.
    expect(outcomes).toEqual([
      ['/open', expect.stringMatching(/^(failed|refused)$/), expect.anything()],
      ['/mute', 'unsupported', null],
      [`${site.origin}/post`, 'skipped', null],
    ]);
    const again = JSON.parse((await hearback(args)).out);
    expect(again.map(({ id }: { id: string }) => id)).toEqual(
      JSON.parse(first.out).map(({ id }: { id: string }) => id),
    );
  });
});

it('SIGTERM ends it with 0', async () => {
  await using folder = await temporary();
  const other = await serve(['--data', folder.path]);
  expect((await other.stop()).code).toBe(0);
});

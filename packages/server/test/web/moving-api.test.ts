import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, makeToken } from '../../../../test/attacks/owner/lib.ts';
import { type Listening, listen } from '../../src/web/listen.ts';
import { readAll, WORDPRESS } from '../import/reading.ts';
import { type House, openHouse } from './house.ts';
import { openWire } from './wire.ts';

const OTHER = 'other.example';
let house: House;
let server: Listening;
let all: Record<string, string>;
let one: Record<string, string>;
beforeAll(async () => {
  house = await openHouse();
  await house.store.sites.configure({ ...house.site, id: OTHER, url: 'https://other.example/', name: 'Other' });
  await house.directory.refresh();
  server = await listen(house.web, { host: '127.0.0.1', port: 0, headersMs: 200, requestMs: 300 });
  all = bearer(await makeToken(house, ['read', 'import', 'send']));
  one = bearer(await makeToken(house, ['read', 'import'], OTHER));
});
afterAll(async () => {
  await server.close();
  await house.close();
});

async function ask(path: string, headers: Record<string, string>, body?: RequestInit['body']) {
  const init = body === undefined ? { headers } : { method: 'POST', headers, body };
  const response = await house.web.fetch(new Request(`${house.publicUrl}${path}`, init));
  return { status: response.status, headers: response.headers, text: await response.text() };
}

async function bring(query: string, headers: Record<string, string>, body: RequestInit['body']) {
  const { status, text } = await ask(`/api/import${query}`, headers, body);
  const { id } = JSON.parse(text) as { readonly id: string };
  await house.files.look();
  return { status, id, run: JSON.parse((await ask(`/api/import/${id}`, headers)).text) as Record<string, unknown> };
}

it('a file is brought, told of, and what was left out line by line', async () => {
  const look = await bring('?dry-run=1', all, WORDPRESS);
  expect(look).toMatchObject({ status: 202, run: { state: 'done', dryRun: true, taken: { approved: 3, pending: 2 } } });
  expect(await house.store.mentions.list({ limit: 1 })).toEqual([]);
  const form = new FormData();
  form.append('file', new Blob([Buffer.from(WORDPRESS)]), 'wordpress.xml');
  const { id, run } = await bring('', all, form);
  expect(run).toMatchObject({
    ...{ state: 'done', name: 'wordpress.xml', site: null, read: 9, problem: null, done: WORDPRESS.length },
    ...{ taken: { approved: 3, pending: 2, named: 0 }, skipped: { comment: 2, trash: 1, unpublished: 1 } },
  });
  const { skipped, after } = JSON.parse((await ask(`/api/import/${id}/skipped`, all)).text);
  expect(skipped).toHaveLength(2);
  expect(skipped[0]).toMatchObject({ place: expect.stringMatching(/^line \d+$/), reason: 'trash' });
  expect(after).toBeNull();
  expect((await house.store.audit.list({ limit: 1 }))[0]).toMatchObject({
    action: 'imported',
    by: expect.stringMatching(/^token /),
  });
});

it('a place that cannot be read is refused, and begins no list again', async () => {
  const { id } = await bring('', all, WORDPRESS);
  for (const path of [
    ...['/api/import/searched?after=zzz', '/api/import/searched?after=1-', '/api/import/searched?without=yes'],
    ...[`/api/import/${id}/skipped?after=zzz`, `/api/import/${id}/skipped?after=-1`],
    ...['/api/inbox?before=zzz', '/api/deliveries?before=zzz'],
  ]) {
    const { status, text } = await ask(path, all);
    expect([status, JSON.parse(text).error], path).toEqual([400, 'invalid_input']);
  }
  for (const path of ['/api/import/searched?after=&without=', '/api/import/searched?without=1', '/api/inbox?limit='])
    expect((await ask(path, all)).status, path).toBe(200);
});

it('addresses that moved are asked for as the command has them', async () => {
  const list = 'source,target\nhttps://carl.example/a,http://old.example/blog/post\n';
  const moves = '?map-from=http://old.example/blog&map-to=https://alice.example';
  expect((await bring(moves, all, list)).run).toMatchObject({ taken: { named: 1 } });
  expect((await ask('/api/import?map-from=http://old.example', all, list)).status).toBe(400);
});

it('a token of one site brings to it alone, and hears of its own files alone', async () => {
  const { id, run } = await bring('', one, WORDPRESS);
  expect(run).toMatchObject({ site: OTHER, read: 9, taken: { approved: 0 }, skipped: { foreign: 5 } });
  const whole = await bring('', all, 'source,target\n');
  expect((await ask(`/api/import/${whole.id}`, one)).status).toBe(404);
  expect((await ask(`/api/import/${id}`, all)).status).toBe(200);
  expect((await ask(`/api/import?site=${house.site.id}`, one, WORDPRESS)).status).toBe(404);
  expect((await readAll((await ask('/api/export?format=wxr', one)).text)).brought).toEqual([]);
});

it('an export is what was brought, whole or in part', async () => {
  const { text, headers } = await ask('/api/export?format=wxr', all);
  expect(headers.get('content-disposition')).toBe('attachment; filename="mentions.xml"');
  expect((await readAll(text)).brought).toHaveLength(6);
  const part = await ask('/api/export?format=wxr&from=2015-01-01', all);
  expect((await readAll(part.text)).brought.length).toBeLessThan(6);
  const page = await ask('/api/export?format=wxr&target=https://alice.example/tea-and-biscuits/', all);
  const targets = (await readAll(page.text)).brought.map(({ target }) => target);
  expect(new Set(targets)).toEqual(new Set(['https://alice.example/tea-and-biscuits/']));
  for (const wrong of ['kind=x', 'from=x', 'to=2026-02-31'])
    expect((await ask(`/api/export?format=wxr&${wrong}`, all)).status, wrong).toBe(400);
  expect((await ask('/api/export?format=csv&decision=any', all)).text).toMatch(/^id,source,target/);
});

it('a file may take longer to come than any other request, and nobody else may', async () => {
  const begin = (path: string) => {
    const wire = openWire(server.port);
    const headers = [
      'Host: 127.0.0.1',
      'Content-Length: 15',
      'Connection: close',
      `Authorization: ${all.authorization}`,
    ];
    const type = 'Content-Type: application/x-www-form-urlencoded';
    wire.write([`POST ${path} HTTP/1.1`, ...headers, type, '', 'source'].join('\r\n'));
    return wire;
  };
  const long = begin('/api/import');
  expect(await begin('/api/send').whole).toMatch(/^HTTP\/1\.1 408 Request Timeout/);
  // It began earlier, so its time was over too.
  long.write(',target\r\n');
  expect(await long.whole).toMatch(/^HTTP\/1\.1 202/);
});
